import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import type { SettingsForm } from '../../../settings/useSettings';

export function PaymentsSection( { form }: { form: SettingsForm } ) {
	const { payments, invoice } = form.value;
	return (
		<Section title={ __( 'Payments', 'orderinvoicer' ) }>
			<CheckField
				label={ __(
					'Record payments on the invoice',
					'orderinvoicer'
				) }
				help={ __(
					'Only money that was really received, with its day and transaction number. Gift cards and store credit are recorded as payments of their own.',
					'orderinvoicer'
				) }
				checked={ payments.enabled }
				onChange={ ( enabled ) =>
					form.editGroup( 'payments', { enabled } )
				}
			/>
			{ payments.enabled && invoice.finalise === 'manual' && (
				<Message status="info">
					<p>
						{ __(
							'Sellsy takes no payment on a draft: each payment waits until its invoice is final, and you finalise invoices by hand.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			<CheckField
				label={ __(
					'Record money paid back on the credit note',
					'orderinvoicer'
				) }
				help={ __(
					'For refunds that the shop paid back. Leave it off if your bank feed in Sellsy does this already.',
					'orderinvoicer'
				) }
				checked={ payments.pay_back }
				onChange={ ( value ) =>
					form.editGroup( 'payments', { pay_back: value } )
				}
			/>
		</Section>
	);
}
