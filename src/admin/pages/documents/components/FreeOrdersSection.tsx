import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { SettingsForm } from '../../../settings/useSettings';
import { Setting } from '../../../settings/Setting';

export function FreeOrdersSection( { form }: { form: SettingsForm } ) {
	return (
		<Section title={ __( 'Free orders', 'orderinvoicer' ) }>
			<Setting
				name="free_orders"
				form={ form }
				label={ __(
					'Make documents of orders of 0.00 too',
					'orderinvoicer'
				) }
			>
				<CheckField
					label={ __(
						'Make documents of orders of 0.00 too',
						'orderinvoicer'
					) }
					help={ __(
						'Such as samples, and orders that a coupon pays in full. Nothing is due for them: Sellsy takes no payment of 0.00, so none is recorded. Without this, they are left out unless you ask for a document yourself.',
						'orderinvoicer'
					) }
					checked={ form.value.free_orders }
					onChange={ ( value ) =>
						form.edit( { free_orders: value } )
					}
				/>
			</Setting>
			<Setting
				name="free_orders_paid"
				form={ form }
				label={ __(
					'Set their final invoices to paid where Sellsy leaves them due',
					'orderinvoicer'
				) }
			>
				<CheckField
					label={ __(
						'Set their final invoices to paid where Sellsy leaves them due',
						'orderinvoicer'
					) }
					help={ __(
						'This needs the right to Sellsy’s older interface. Where Sellsy does not take it, the order says so, and nothing else depends on it.',
						'orderinvoicer'
					) }
					checked={ form.value.free_orders_paid }
					onChange={ ( value ) =>
						form.edit( { free_orders_paid: value } )
					}
				/>
			</Setting>
		</Section>
	);
}
