import { Button, CheckboxControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { getDoctor, goOnTrying, tryAccount } from '../../api/endpoints';
import type { RequestError } from '../../api/request';
import { type Action, useAction } from '../../api/useAction';
import { usePolling } from '../../api/usePolling';
import { useResource } from '../../api/useResource';
import { Failure, Message } from '../../components/Message';
import { ResourceView } from '../../components/ResourceView';
import { Section } from '../../components/Section';
import type { Doctor } from '../../generated/schemas';
import { Answers } from './Answers';
import { Left } from './Left';
import { MissingRights } from './MissingRights';
import { Progress } from './Progress';
import { Summary } from './Summary';

/** Where the connection is put right. */
type WithConnection = { connectionHref: string };

/** Between two steps, that what waits may pass. */
const PAUSE_MS = 1000;

/** Asks Sellsy itself whether it works as the plugin assumes, and says what it saw. */
export function AccountTrial( { connectionHref }: WithConnection ) {
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
				'Optional, two minutes. Test customers, a test product and a webhook are made in Sellsy and deleted again. No document is made unless you ask for it.',
				'orderinvoicer'
			) }
		>
			{ resource.status === 'error' && isUnconnected( resource.error ) ? (
				<ConnectFirst
					error={ resource.error }
					connectionHref={ connectionHref }
				/>
			) : (
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
							connectionHref={ connectionHref }
						/>
					) }
				</ResourceView>
			) }
		</Section>
	);
}

const isUnconnected = ( { code }: RequestError ): boolean =>
	code === 'orderinvoicer_not_connected';

/** To try again alone would lead nowhere. */
const ConnectFirst = ( {
	error,
	connectionHref,
}: WithConnection & { error: RequestError } ) => (
	<Message status="info">
		<p>
			{ error.message }{ ' ' }
			<a href={ connectionHref }>
				{ __( 'To the connection', 'orderinvoicer' ) }
			</a>
		</p>
	</Message>
);

type TrialProps = WithConnection & {
	doctor: Doctor;
	action: Action;
	start: ( again: boolean, drafts: boolean ) => void;
};

function Trial( { doctor, action, start, connectionHref }: TrialProps ) {
	const [ drafts, setDrafts ] = useState( false );
	const isRunning = doctor.state === 'running';
	return (
		<>
			{ action.state.status === 'failed' &&
				( isUnconnected( action.state.error ) ? (
					<ConnectFirst
						error={ action.state.error }
						connectionHref={ connectionHref }
					/>
				) : (
					<Failure error={ action.state.error } />
				) ) }
			{ ! isRunning && doctor.why !== '' && (
				<Message status="warning">
					<p>{ doctor.why }</p>
				</Message>
			) }
			{ doctor.state === 'over' && (
				<MissingRights
					{ ...doctor.rights }
					connectionHref={ connectionHref }
				/>
			) }
			{ /* There before it says something: only then is it read out. */ }
			<div role="status" className="orderinvoicer-stack">
				{ isRunning && <Progress { ...doctor } /> }
				{ doctor.state === 'over' && <Summary { ...doctor } /> }
			</div>
			{ ! isRunning && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __(
						'Also make four drafts that stay in Sellsy until you delete them',
						'orderinvoicer'
					) }
					help={
						drafts
							? __(
									'Invoice, credit note, estimate and sales order of 1.00 each, for a client “Order Invoicer doctor – please delete”. The invoice gets a payment, which may stay in Sellsy. Another trial uses the same four. Should Sellsy number its drafts, these numbers are used up.',
									'orderinvoicer'
								)
							: __(
									'They show what only a document can show. You can do without.',
									'orderinvoicer'
								)
					}
					checked={ drafts }
					onChange={ setDrafts }
				/>
			) }
			{ ! isRunning && (
				<div className="orderinvoicer-actions">
					<Button
						variant="secondary"
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
			{ ! isRunning && <Left { ...doctor } /> }
			{ ! isRunning && <Answers { ...doctor } /> }
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
