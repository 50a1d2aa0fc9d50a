import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { getWebhook, lookAfterWebhook } from '../../../../api/endpoints';
import { useAction } from '../../../../api/useAction';
import { useResource } from '../../../../api/useResource';
import { Failure, Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import type { Webhook } from '../../../../generated/schemas';
import { CheckSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

/** Whether Sellsy tells the shop at once. What holds is shown, not what is only ticked. */
export function WebhookSection( { form }: { form: SettingsForm } ) {
	return (
		<Section title={ __( 'Told by Sellsy at once', 'orderinvoicer' ) }>
			<CheckSetting
				name="talk_back.webhooks"
				form={ form }
				label={ __(
					'Let Sellsy tell this shop when a document changes',
					'orderinvoicer'
				) }
				help={ __(
					'Without it, this shop sees a payment within minutes and a cancellation within the hour. With it, both arrive within seconds. Sellsy only says which document to look at: nothing that it sends is believed. The API access of this shop needs two more rights in Sellsy, webhooks.read and webhooks.write.',
					'orderinvoicer'
				) }
			/>
			{ /* Anew where another wish was saved. */ }
			<WebhookState key={ String( form.saved.talk_back.webhooks ) } />
		</Section>
	);
}

function WebhookState() {
	const view = useResource( getWebhook );
	const { state: trying, run } = useAction();
	return (
		<ResourceView
			view={ view }
			loadingLabel={ __(
				'Reading whether Sellsy tells this shop…',
				'orderinvoicer'
			) }
		>
			{ ( { state, text } ) =>
				text !== '' && (
					<>
						<Message status={ LEVELS[ state ] ?? 'warning' }>
							<p>{ text }</p>
						</Message>
						{ state !== 'on' && (
							<div className="orderinvoicer-actions">
								<Button
									variant="secondary"
									isBusy={ trying.status === 'running' }
									disabled={ trying.status === 'running' }
									accessibleWhenDisabled
									__next40pxDefaultSize
									onClick={ () =>
										run( async () =>
											view.replace(
												await lookAfterWebhook()
											)
										)
									}
								>
									{ __( 'Try now', 'orderinvoicer' ) }
								</Button>
							</div>
						) }
						{ trying.status === 'failed' && (
							<Failure error={ trying.error } />
						) }
					</>
				)
			}
		</ResourceView>
	);
}

const LEVELS: Partial< Record< Webhook[ 'state' ], 'success' | 'info' > > = {
	on: 'success',
	coming: 'info',
	no_events: 'info',
};
