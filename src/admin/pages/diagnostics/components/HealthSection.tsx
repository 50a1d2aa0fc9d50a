import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type { HealthCheck, HealthStatus } from '../../../../generated/schemas';
import { LoopbackTestButton } from '../../../status/LoopbackTestButton';
import type { LoopbackTest } from '../../../status/useLoopbackTest';

type HealthSectionProps = {
	checks: HealthCheck[];
	isLooking: boolean;
	onLook: () => void;
	loopback: LoopbackTest;
};

const ORDER: HealthStatus[] = [ 'critical', 'recommended', 'unknown', 'good' ];

/** What needs somebody first; what asks nothing of anybody last, folded. */
export function HealthSection( {
	checks,
	isLooking,
	onLook,
	loopback,
}: HealthSectionProps ) {
	const sorted = ORDER.flatMap( ( wanted ) =>
		checks.filter( ( { status } ) => status === wanted )
	);
	// What was tested here stays in sight, with its outcome.
	const isFolded = ( { name, status }: HealthCheck ) =>
		( status === 'good' || status === 'unknown' ) &&
		! ( name === 'loopback' && loopback.state.status !== 'idle' );
	const folded = sorted.filter( isFolded );
	return (
		<Section
			title={ __( 'Health', 'orderinvoicer' ) }
			intro={ summary( checks ) }
			actions={
				<Button
					variant="secondary"
					size="compact"
					isBusy={ isLooking }
					disabled={ isLooking }
					accessibleWhenDisabled
					onClick={ onLook }
				>
					{ __( 'Look again', 'orderinvoicer' ) }
				</Button>
			}
		>
			<Checks
				checks={ sorted.filter( ( check ) => ! isFolded( check ) ) }
				loopback={ loopback }
			/>
			{ ( [ 'unknown', 'good' ] as const ).map( ( status ) => (
				<Folded
					key={ status }
					word={ statusWord( status ) }
					checks={ folded.filter(
						( check ) => check.status === status
					) }
					loopback={ loopback }
				/>
			) ) }
		</Section>
	);
}

type ChecksProps = Pick< HealthSectionProps, 'checks' | 'loopback' >;

function Folded( { word, ...props }: ChecksProps & { word: string } ) {
	const { length } = props.checks;
	return (
		length > 0 && (
			<details className="orderinvoicer-more">
				<summary>{ `${ word } (${ formatCount( length ) })` }</summary>
				<Checks { ...props } />
			</details>
		)
	);
}

function Checks( { checks, loopback }: ChecksProps ) {
	return (
		checks.length > 0 && (
			<ul className="orderinvoicer-checks">
				{ checks.map( ( check ) => (
					<Check key={ check.name } check={ check }>
						<WayOn check={ check } loopback={ loopback } />
					</Check>
				) ) }
			</ul>
		)
	);
}

type CheckProps = { check: HealthCheck; children: React.ReactNode };

function Check( {
	check: { status, title, why, items, next_step: nextStep },
	children,
}: CheckProps ) {
	return (
		<li className="orderinvoicer-checks__check">
			<span className={ `orderinvoicer-badge is-${ status }` }>
				{ statusWord( status ) }
			</span>
			<div className="orderinvoicer-checks__text">
				<p>
					<strong>{ title }</strong>
				</p>
				{ why && <p>{ why }</p> }
				{ items.length > 0 && (
					<ul className="orderinvoicer-list">
						{ items.map( ( item ) => (
							<li key={ item }>{ item }</li>
						) ) }
					</ul>
				) }
				{ nextStep && <p>{ nextStep }</p> }
				{ children }
			</div>
		</li>
	);
}

type WayOnProps = Pick< HealthSectionProps, 'loopback' > & {
	check: HealthCheck;
};

/** What is done here needs no link; once tested here the button stays, with the outcome. */
function WayOn( { check, loopback }: WayOnProps ) {
	const { name, status, label, page } = check;
	const isTested = loopback.state.status !== 'idle';
	if ( name === 'loopback' && ( status !== 'good' || isTested ) ) {
		return (
			<div className="orderinvoicer-checks__act">
				<LoopbackTestButton model={ loopback } />
			</div>
		);
	}
	return (
		page && (
			<p>
				<a href={ page }>
					{ sprintf(
						/* translators: %s: what is looked at, such as "Connection to Sellsy". */
						__( 'Go there: %s', 'orderinvoicer' ),
						label
					) }
				</a>
			</p>
		)
	);
}

function summary( checks: HealthCheck[] ): string {
	const critical = checks.filter( ( c ) => c.status === 'critical' ).length;
	const improvable = checks.filter(
		( c ) => c.status === 'recommended'
	).length;
	if ( critical > 0 ) {
		return sprintf(
			/* translators: %s: number of things. */
			_n(
				'%s thing keeps documents from being made as they should.',
				'%s things keep documents from being made as they should.',
				critical,
				'orderinvoicer'
			),
			formatCount( critical )
		);
	}
	if ( improvable > 0 ) {
		return sprintf(
			/* translators: %s: number of things. */
			_n(
				'%s thing could be better.',
				'%s things could be better.',
				improvable,
				'orderinvoicer'
			),
			formatCount( improvable )
		);
	}
	const unknown = checks.filter( ( c ) => c.status === 'unknown' ).length;
	if ( unknown > 0 ) {
		return sprintf(
			/* translators: %s: number of things. */
			_n(
				'Nothing is wrong as far as can be seen; %s thing is not known.',
				'Nothing is wrong as far as can be seen; %s things are not known.',
				unknown,
				'orderinvoicer'
			),
			formatCount( unknown )
		);
	}
	return __( 'Everything is in order.', 'orderinvoicer' );
}

function statusWord( status: HealthStatus ): string {
	switch ( status ) {
		case 'good':
			return __( 'In order', 'orderinvoicer' );
		case 'recommended':
			return __( 'Could be better', 'orderinvoicer' );
		case 'critical':
			return __( 'To mend', 'orderinvoicer' );
		case 'unknown':
			return __( 'Not known', 'orderinvoicer' );
	}
}
