import { __ } from '@wordpress/i18n';
import { Fold } from '../../../../components/Fold';
import { CheckSetting, RadioSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';
import { hrefOfKind } from '../../../useRoute';

export function RefundsSection( { form }: { form: SettingsForm } ) {
	const { refunds, creditnote } = form.value;
	return (
		<Fold
			holds="refunds.of_draft refunds.credit_cancelled"
			title={ __( 'Refunds and cancellations', 'orderinvoicer' ) }
			set={
				creditnote.enabled
					? ''
					: __(
							'Credit notes are switched off, so that refunds do nothing at Sellsy.',
							'orderinvoicer'
						)
			}
		>
			{ ! creditnote.enabled && (
				<p>
					<a href={ hrefOfKind( 'creditnote' ) }>
						{ __(
							'Switch them on under Documents',
							'orderinvoicer'
						) }
					</a>
				</p>
			) }
			<RadioSetting
				name="refunds.of_draft"
				form={ form }
				label={ __(
					'A refund while the invoice is still a draft',
					'orderinvoicer'
				) }
				value={ refunds.of_draft }
				options={ [
					{
						value: 'credit',
						label: __(
							'Keep the draft, credit it later',
							'orderinvoicer'
						),
						description: __(
							'The credit note follows once the invoice is final. Both documents tell the whole story.',
							'orderinvoicer'
						),
					},
					{
						value: 'update',
						label: __( 'Change the draft', 'orderinvoicer' ),
						description: __(
							'The invoice becomes one for what remains; no credit note is made.',
							'orderinvoicer'
						),
					},
				] }
				onChange={ ( value ) =>
					form.editGroup( 'refunds', { of_draft: value } )
				}
			/>
			<CheckSetting
				name="refunds.credit_cancelled"
				form={ form }
				label={ __(
					'Credit the invoice when its order is cancelled',
					'orderinvoicer'
				) }
				help={ __(
					'A final invoice is then credited in full. A draft cannot be deleted from here: its subject says that the order was cancelled, and you are asked to delete it in Sellsy.',
					'orderinvoicer'
				) }
			/>
		</Fold>
	);
}
