import { __ } from '@wordpress/i18n';
import { CheckSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

export function FreeOrders( { form }: { form: SettingsForm } ) {
	return (
		<>
			<CheckSetting
				name="free_orders"
				form={ form }
				label={ __(
					'Make documents of orders of 0.00 too',
					'orderinvoicer'
				) }
				help={ __(
					'Such as samples, and orders that a coupon pays in full. Nothing is due for them: Sellsy takes no payment of 0.00, so none is recorded. Without this, they are left out unless you ask for a document yourself.',
					'orderinvoicer'
				) }
			/>
			<CheckSetting
				name="free_orders_paid"
				form={ form }
				label={ __(
					'Set their final invoices to paid where Sellsy leaves them due',
					'orderinvoicer'
				) }
				help={ __(
					'This needs the right to Sellsy’s older interface. Where Sellsy does not take it, the order says so, and nothing else depends on it.',
					'orderinvoicer'
				) }
			/>
		</>
	);
}
