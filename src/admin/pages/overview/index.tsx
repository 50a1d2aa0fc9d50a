import { __ } from '@wordpress/i18n';
import { useRef } from '@wordpress/element';
import { Loading } from '../../../components/Loading';
import { FetchedPart } from '../../../components/FetchedPart';
import { Failure } from '../../../components/Message';
import type { Overview } from '../../../generated/schemas';
import { Retried, RetryQuestion } from '../../RetryQuestion';
import { ClashMessage } from '../../status/ClashMessage';
import type { ConnectionModel } from '../connection/useConnection';
import { EmailsOffer } from './components/EmailsOffer';
import { HealthSection } from './components/HealthSection';
import { MoneySection } from './components/MoneySection';
import { NeedsYou } from './components/NeedsYou';
import { VerdictCard } from './components/VerdictCard';
import { type OverviewModel, useOverview } from './useOverview';

type OverviewPageProps = { connection: ConnectionModel };

export function OverviewPage( { connection }: OverviewPageProps ) {
	const model = useOverview( connection );
	const { view } = model;
	switch ( view.status ) {
		case 'loading':
			return (
				<Loading
					label={ __( 'Looking how things are…', 'orderinvoicer' ) }
				/>
			);
		case 'error':
			return <Failure error={ view.error } onRetry={ model.reload } />;
		case 'ready':
			return (
				<>
					{ view.outdated && (
						<Failure
							error={ view.outdated }
							onRetry={ model.reload }
						/>
					) }
					<Ready
						data={ view.data }
						at={ view.at }
						model={ model }
						connection={ connection }
					/>
				</>
			);
	}
}

type ReadyProps = {
	data: Overview;
	at: number;
	model: OverviewModel;
	connection: ConnectionModel;
};

function Ready( { data, at, model, connection }: ReadyProps ) {
	const outcome = useRef< HTMLDivElement >( null );
	const { groups, mended } = data.needs_you;
	return (
		<div className="orderinvoicer-overview">
			<VerdictCard data={ data } at={ at } model={ model } />
			<div
				tabIndex={ -1 }
				ref={ outcome }
				className="orderinvoicer-outcome"
			>
				<Outcome model={ model } />
			</div>
			<EmailsOffer onDismiss={ () => outcome.current?.focus() } />
			{ data.status.clash && (
				<ClashMessage
					clash={ data.status.clash }
					model={ {
						settling: model.settling,
						settle: () => {
							// The message will be gone, and its button with it.
							outcome.current?.focus();
							model.settle();
						},
					} }
				/>
			) }
			{ groups.length > 0 && (
				<NeedsYou
					groups={ groups }
					mended={ mended }
					isBusy={ model.retrying.status === 'running' }
					onRetry={ ( problem ) => {
						// The group will be gone, and its button with it.
						outcome.current?.focus();
						model.retry( problem === undefined ? {} : { problem } );
					} }
					onRetryMended={ () => {
						outcome.current?.focus();
						model.retry( { mended: true } );
					} }
				/>
			) }
			<RetryQuestion
				asked={ model.asked }
				onCancel={ model.leaveAsked }
				onConfirm={ model.retry }
			/>
			{ isNew( data ) || <MoneySection money={ data.money } /> }
			<HealthSection
				data={ data }
				at={ at }
				model={ model }
				connection={ connection }
			/>
		</div>
	);
}

/** There is nothing to count, and the card above says what to do. */
const isNew = ( data: Overview ): boolean =>
	data.connection === 'unconfigured' && data.last_document === null;

function Outcome( {
	model: { retrying, retried, settling },
}: {
	model: OverviewModel;
} ) {
	if ( settling.status === 'failed' ) {
		return <Failure error={ settling.error } />;
	}
	if ( retrying.status === 'failed' ) {
		return <Failure error={ retrying.error } />;
	}
	return (
		retried && (
			<FetchedPart isQuiet>
				<Retried { ...retried } />
			</FetchedPart>
		)
	);
}
