import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../../../../api/request';
import { Failure, Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import type { Settings, Shop } from '../../../../generated/schemas';
import { isGoingOn, useBackfill } from '../useBackfill';
import { BackfillForm } from './BackfillForm';
import { BackfillProgress } from './BackfillProgress';

type BackfillSectionProps = {
	settings: Settings;
	shop: Shop;
	onChanged: () => void;
};

export function BackfillSection( {
	settings,
	shop,
	onChanged,
}: BackfillSectionProps ) {
	const model = useBackfill( onChanged );
	return (
		<Section
			title={ __( 'Fill in old orders', 'orderinvoicer' ) }
			intro={ __(
				'Makes the documents of orders from before the start date, in the background: you may close this page. New orders always go first, and no order gets a document twice.',
				'orderinvoicer'
			) }
		>
			{ model.acting.status === 'failed' && (
				<Failure
					error={ model.acting.error }
					onRetry={ model.reload }
				/>
			) }
			<ResourceView
				view={ model }
				loadingLabel={ __(
					'Looking whether one is running…',
					'orderinvoicer'
				) }
			>
				{ ( { backfill, lost } ) => (
					<>
						{ lost && (
							<Lost error={ lost } onRetry={ model.reload } />
						) }
						{ backfill && (
							<BackfillProgress
								filling={ backfill }
								model={ model }
							/>
						) }
						{ ! isGoingOn( backfill ) && (
							<BackfillForm
								settings={ settings }
								shop={ shop }
								model={ model }
							/>
						) }
					</>
				) }
			</ResourceView>
		</Section>
	);
}

type LostProps = { error: RequestError; onRetry: () => void };

/** What was known stays in sight. */
function Lost( { error, onRetry }: LostProps ) {
	return (
		<Message
			status="warning"
			actions={
				<Button
					variant="secondary"
					__next40pxDefaultSize
					onClick={ onRetry }
				>
					{ __( 'Try now', 'orderinvoicer' ) }
				</Button>
			}
		>
			<p>
				<strong>
					{ __(
						'Reconnecting: what is shown here may be out of date. The work itself goes on without this page.',
						'orderinvoicer'
					) }
				</strong>
			</p>
			<p>{ error.message }</p>
		</Message>
	);
}
