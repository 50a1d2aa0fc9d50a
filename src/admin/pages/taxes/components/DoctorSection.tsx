import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { isRefreshing, type View } from '../../../../api/useResource';
import { ProblemMessage } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type {
	Finding,
	SellsyTax,
	TaxDoctor,
} from '../../../../generated/schemas';
import { fixLabel } from '../fixes';

type DoctorSectionProps = {
	doctor: View< TaxDoctor >;
	taxes: SellsyTax[];
	onFix: ( fix: NonNullable< Finding[ 'fix' ] > ) => void;
	/** Null where no tax could be created for it. */
	creator: ( finding: Finding ) => ( () => void ) | null;
};

/** What is wrong with the mapping as it stands on the page, before it is saved. */
export function DoctorSection( props: DoctorSectionProps ) {
	const { doctor } = props;
	const isLooking = isRefreshing( doctor.resource );
	return (
		<Section
			title={ __( 'Tax doctor', 'orderinvoicer' ) }
			intro={ __(
				'Looks over the rates of the shop, what you chose for them and the taxes of Sellsy.',
				'orderinvoicer'
			) }
		>
			<div aria-busy={ isLooking } className="orderinvoicer-stack">
				<ResourceView
					view={ doctor }
					loadingLabel={ __(
						'The tax doctor is looking…',
						'orderinvoicer'
					) }
				>
					{ ( { findings, problem } ) =>
						problem ? (
							<ProblemMessage
								problem={ problem }
								status="warning"
							/>
						) : (
							<Findings { ...props } findings={ findings } />
						)
					}
				</ResourceView>
			</div>
		</Section>
	);
}

type FindingsProps = Omit< DoctorSectionProps, 'doctor' > & {
	findings: Finding[];
};

function Findings( props: FindingsProps ) {
	const infos = props.findings.filter( ( f ) => f.severity === 'info' );
	const others = props.findings.filter( ( f ) => f.severity !== 'info' );
	return (
		<>
			{ others.length === 0 ? (
				<p>
					{ __(
						'Nothing is wrong with what is set.',
						'orderinvoicer'
					) }
				</p>
			) : (
				<FindingList { ...props } findings={ others } />
			) }
			{ infos.length > 0 && (
				<details className="orderinvoicer-more">
					<summary>
						{ sprintf(
							/* translators: %s: number of remarks. */
							_n(
								'Good to know (%s)',
								'Good to know (%s)',
								infos.length,
								'orderinvoicer'
							),
							formatCount( infos.length )
						) }
					</summary>
					<FindingList { ...props } findings={ infos } />
				</details>
			) }
		</>
	);
}

function FindingList( { findings, taxes, onFix, creator }: FindingsProps ) {
	return (
		<ul className="orderinvoicer-findings">
			{ findings.map( ( finding ) => {
				const { code, rate_ids: ids, situation, fix } = finding;
				const create = creator( finding );
				return (
					<li key={ `${ code } ${ situation } ${ ids.join() }` }>
						<FindingText finding={ finding } />
						<div className="orderinvoicer-actions">
							{ fix && (
								<Button
									variant="secondary"
									size="compact"
									onClick={ () => onFix( fix ) }
								>
									{ fixLabel( fix, taxes ) }
								</Button>
							) }
							{ create && (
								<Button
									variant="secondary"
									size="compact"
									onClick={ create }
								>
									{ __(
										'Create a tax for it at Sellsy…',
										'orderinvoicer'
									) }
								</Button>
							) }
						</div>
					</li>
				);
			} ) }
		</ul>
	);
}

function FindingText( { finding }: { finding: Finding } ) {
	const { severity, title, why, next_step: nextStep, orders } = finding;
	return (
		<>
			<p>
				<span
					className={ `orderinvoicer-badge ${ LOOKS[ severity ] }` }
				>
					{ severityWord( severity ) }
				</span>{ ' ' }
				<strong className="orderinvoicer-finding__title">
					{ title }
				</strong>
				{ orders > 0 && (
					<span className="orderinvoicer-muted">
						{ ' ' }
						{ sprintf(
							/* translators: %s: number of orders. */
							_n(
								'(%s recent order)',
								'(%s recent orders)',
								orders,
								'orderinvoicer'
							),
							formatCount( orders )
						) }
					</span>
				) }
			</p>
			<p>{ [ why, nextStep ].filter( Boolean ).join( ' ' ) }</p>
		</>
	);
}

const LOOKS = {
	error: 'is-broken',
	warning: 'is-attention',
	info: '',
} as const;

function severityWord( severity: Finding[ 'severity' ] ): string {
	switch ( severity ) {
		case 'error':
			return __( 'Stops orders', 'orderinvoicer' );
		case 'warning':
			return __( 'Please check', 'orderinvoicer' );
		case 'info':
			return __( 'Good to know', 'orderinvoicer' );
	}
}
