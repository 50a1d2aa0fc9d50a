import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { CheckSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

/** What people record in Sellsy, and what it does in the shop. */
export function TalkBackSection( { form }: { form: SettingsForm } ) {
	return (
		<Section title={ __( 'Payments recorded in Sellsy', 'orderinvoicer' ) }>
			<p>
				{ __(
					'When someone records a payment in Sellsy, a note on the order says so.',
					'orderinvoicer'
				) }
			</p>
			<CheckSetting
				name="talk_back.pays_orders"
				form={ form }
				label={ __(
					'Mark the order as paid when Sellsy has its whole payment',
					'orderinvoicer'
				) }
				help={ __(
					'From now on: an order that awaits its payment becomes paid once confirmed payments of its whole total, in its currency, stand on its invoice, sales order or estimate. WooCommerce then does what it does for every payment: status, stock and the customer’s e-mail. Nothing is recorded in Sellsy a second time.',
					'orderinvoicer'
				) }
			/>
		</Section>
	);
}
