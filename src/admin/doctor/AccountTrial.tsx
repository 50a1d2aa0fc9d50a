import { Button, CheckboxControl, ExternalLink } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { getDoctor, goOnTrying, tryAccount } from '../../api/endpoints';
import { type Action, useAction } from '../../api/useAction';
import { usePolling } from '../../api/usePolling';
import { useResource } from '../../api/useResource';
import { CopyForSupport } from '../../components/CopyForSupport';
import { Failure, Message } from '../../components/Message';
import { ResourceView } from '../../components/ResourceView';
import { Section } from '../../components/Section';
import { formatCount, formatTime } from '../../i18n/format';
import type { Doctor, DoctorAnswer } from '../../schemas/doctor';

/** Between two steps, that what waits may pass. */
const PAUSE_MS = 1000;

/** Asks Sellsy itself whether it works as the plugin assumes, and says what it saw. */
export function AccountTrial() {
	// Once it runs, this page takes it to its end; what is over is answered as it stands.
	const [ hasRun, setHasRun ] = useState( false );
	const view = useResource( hasRun ? goOnTrying : getDoctor );
	const { resource, reload, replace } = view;
	const isRunning =
		resource.status === 'ready' && resource.data.state === 'running';
	useEffect( () => {
		if ( isRunning ) {
			setHasRun( true );
		}
	}, [ isRunning ] );
	usePolling( resource, reload, isRunning ? PAUSE_MS : null );
	const action = useAction();
	const start = ( again: boolean, drafts: boolean ) =>
		action.run( async () =>
			replace( await tryAccount( { again, drafts } ) )
		);
	return (
		<Section
			title={ __( 'Is my Sellsy account fine?', 'orderinvoicer' ) }
			intro={ __(
				'Accounts differ. The plugin asks yours what it needs to know, in about two minutes. For that it makes a customer, a contact, an item and a webhook named “Order Invoicer doctor” in Sellsy, and deletes them again. No document is made unless you ask for it below.',
				'orderinvoicer'
			) }
		>
			<ResourceView
				view={ view }
				loadingLabel={ __(
					'Reading what was tried…',
					'orderinvoicer'
				) }
			>
				{ ( doctor ) => (
					<Trial
						doctor={ doctor }
						action={ action }
						start={ start }
					/>
				) }
			</ResourceView>
		</Section>
	);
}

type TrialProps = {
	doctor: Doctor;
	action: Action;
	start: ( again: boolean, drafts: boolean ) => void;
};

function Trial( { doctor, action, start }: TrialProps ) {
	const [ drafts, setDrafts ] = useState( false );
	return (
		<>
			{ action.state.status === 'failed' && (
				<Failure error={ action.state.error } />
			) }
			{ doctor.state !== 'running' && doctor.why !== '' && (
				<Message status="warning">
					<p>{ doctor.why }</p>
				</Message>
			) }
			{ /* There before it says something: only then is it read out. */ }
			<div role="status" className="orderinvoicer-stack">
				{ doctor.state === 'running' && <Progress { ...doctor } /> }
				{ doctor.state === 'over' && <Summary { ...doctor } /> }
			</div>
			{ doctor.state !== 'running' && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __(
						'Also make four drafts that stay in Sellsy until you delete them',
						'orderinvoicer'
					) }
					help={ __(
						'An invoice, a credit note, an estimate and a sales order of 1.00, for a client named “Order Invoicer doctor – please delete”: they show what no question shows, and trying again uses the same ones.',
						'orderinvoicer'
					) }
					checked={ drafts }
					onChange={ setDrafts }
				/>
			) }
			{ doctor.state !== 'running' && (
				<div className="orderinvoicer-actions">
					<Button
						variant={
							doctor.state === 'over' ? 'secondary' : 'primary'
						}
						__next40pxDefaultSize
						isBusy={ action.state.status === 'running' }
						disabled={ action.state.status === 'running' }
						accessibleWhenDisabled
						onClick={ () =>
							start( doctor.state === 'over', drafts )
						}
					>
						{ startWord( doctor.state ) }
					</Button>
				</div>
			) }
			{ doctor.state !== 'running' && <Left { ...doctor } /> }
			{ doctor.state !== 'running' && <Answers { ...doctor } /> }
		</>
	);
}

function startWord( state: Doctor[ 'state' ] ): string {
	switch ( state ) {
		case 'over':
			return __( 'Try it again', 'orderinvoicer' );
		case 'stopped':
			return __( 'Go on with the trial', 'orderinvoicer' );
		default:
			return __( 'Try this account', 'orderinvoicer' );
	}
}

function Progress( { done, steps, why }: Doctor ) {
	return (
		<p>
			{ done < steps
				? sprintf(
						/* translators: 1: number of questions that are answered, 2: number of all. */
						__(
							'%1$s of %2$s questions are answered. It goes on when you leave this page.',
							'orderinvoicer'
						),
						formatCount( done ),
						formatCount( steps )
					)
				: __(
						'All questions are answered. What was made is deleted from Sellsy now, in two minutes at most, also when you leave this page.',
						'orderinvoicer'
					) }{ ' ' }
			{ why }
		</p>
	);
}

function Summary( { answers, why, looked_at: lookedAt }: Doctor ) {
	const otherwise = answers.filter( ( a ) => a.matters ).length;
	return (
		<p>
			{ why === '' && <strong>{ verdict( otherwise ) }</strong> }{ ' ' }
			{ lookedAt !== null &&
				sprintf(
					/* translators: %s: date and time. */
					__( 'Tried on %s.', 'orderinvoicer' ),
					formatTime( lookedAt )
				) }
		</p>
	);
}

function verdict( otherwise: number ): string {
	return otherwise === 0
		? __(
				'Your account is fine: nothing stands in the way.',
				'orderinvoicer'
			)
		: sprintf(
				/* translators: %s: number of things. */
				_n(
					'Your account can be used. %s thing is otherwise than expected: below it says what the plugin does about it.',
					'Your account can be used. %s things are otherwise than expected: below it says what the plugin does about them.',
					otherwise,
					'orderinvoicer'
				),
				formatCount( otherwise )
			);
}

/** What no call of Sellsy deletes, and what Sellsy failed to delete. */
function Left( { left }: Pick< Doctor, 'left' > ) {
	return (
		left.length > 0 && (
			<>
				<p>
					{ sprintf(
						/* translators: %s: number of things. */
						_n(
							'%s thing named “Order Invoicer doctor” stays in Sellsy until you delete it there:',
							'%s things named “Order Invoicer doctor” stay in Sellsy until you delete them there:',
							left.length,
							'orderinvoicer'
						),
						formatCount( left.length )
					) }
				</p>
				<ul className="orderinvoicer-list">
					{ left.map( ( { name, url } ) => (
						<li key={ name }>
							{ url === '' ? (
								name
							) : (
								<ExternalLink href={ url }>
									{ name }
								</ExternalLink>
							) }
						</li>
					) ) }
				</ul>
			</>
		)
	);
}

function Answers( { answers, report, looked_at: lookedAt }: Doctor ) {
	if ( lookedAt === null ) {
		return null;
	}
	const unknown = answers.filter( ( a ) => a.state === 'not-known' );
	const fine = answers.filter(
		( a ) => a.state !== 'not-known' && ! a.matters
	);
	return (
		<>
			<AnswerList answers={ answers.filter( ( a ) => a.matters ) } />
			<Folded
				answers={ unknown }
				title={ sprintf(
					/* translators: %s: number of questions. */
					__( 'Not known yet (%s)', 'orderinvoicer' ),
					formatCount( unknown.length )
				) }
			/>
			<Folded
				answers={ fine }
				title={ sprintf(
					/* translators: %s: number of questions. */
					__( 'In order (%s)', 'orderinvoicer' ),
					formatCount( fine.length )
				) }
			/>
			<CopyForSupport
				text={ report }
				label={ __( 'Copy these answers', 'orderinvoicer' ) }
			/>
		</>
	);
}

type FoldedProps = { answers: DoctorAnswer[]; title: string };

function Folded( { answers, title }: FoldedProps ) {
	return (
		answers.length > 0 && (
			<details className="orderinvoicer-more">
				<summary>{ title }</summary>
				<AnswerList answers={ answers } />
			</details>
		)
	);
}

function AnswerList( { answers }: Pick< FoldedProps, 'answers' > ) {
	return (
		answers.length > 0 && (
			<ul className="orderinvoicer-checks">
				{ answers.map( ( answer ) => (
					<li
						key={ answer.name }
						className="orderinvoicer-checks__check"
					>
						<span
							className={ `orderinvoicer-badge ${
								answer.matters
									? 'is-recommended'
									: LOOKS[ answer.state ]
							}` }
						>
							{ stateWord( answer.state ) }
						</span>
						<div className="orderinvoicer-checks__text">
							<p>
								<strong>{ answer.question }</strong>
							</p>
							{ answer.text && <p>{ answer.text }</p> }
							{ answer.seen_before !== null && (
								<p>
									{ sprintf(
										/* translators: %s: date and time. */
										__(
											'Seen on %s, not seen again since.',
											'orderinvoicer'
										),
										formatTime( answer.seen_before )
									) }
								</p>
							) }
						</div>
					</li>
				) ) }
			</ul>
		)
	);
}

const LOOKS = {
	'as-expected': 'is-good',
	otherwise: 'is-good',
	'not-known': 'is-unknown',
} as const;

function stateWord( state: DoctorAnswer[ 'state' ] ): string {
	switch ( state ) {
		case 'as-expected':
			return __( 'As expected', 'orderinvoicer' );
		case 'otherwise':
			return __( 'Otherwise', 'orderinvoicer' );
		case 'not-known':
			return __( 'Not known', 'orderinvoicer' );
	}
}
