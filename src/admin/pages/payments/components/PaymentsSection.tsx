import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import type { PaymentMethods } from '../../../../generated/schemas';
import { CheckSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';
import { EarlierPayments } from './EarlierPayments';

type PaymentsSectionProps = {
	form: SettingsForm;
	/** Ways to pay of the shop; none while they are being read. */
	gateways: PaymentMethods[ 'gateways' ];
};

export function PaymentsSection( { form, gateways }: PaymentsSectionProps ) {
	const { payments, invoice } = form.value;
	return (
		<Section title={ __( 'Payments', 'orderinvoicer' ) }>
			<CheckSetting
				name="payments.enabled"
				form={ form }
				isAsked
				label={ __(
					'Record payments on the invoice',
					'orderinvoicer'
				) }
				help={ __(
					'Only money that was really received, with its day and transaction number. Gift cards and store credit are recorded as payments of their own.',
					'orderinvoicer'
				) }
			/>
			{ form.saved.payments.enabled && <EarlierPayments /> }
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
			<CheckSetting
				name="payments.pay_back"
				holds="payments.always_paid_back"
				form={ form }
				isAsked
				label={ __(
					'Record money paid back on the credit note',
					'orderinvoicer'
				) }
				help={ __(
					'For refunds that the shop paid back. Leave it off if your bank feed in Sellsy does this already.',
					'orderinvoicer'
				) }
			/>
			{ payments.pay_back && gateways.length > 0 && (
				<AlwaysPaidBack
					gateways={ gateways }
					chosen={ payments.always_paid_back }
					onChange={ ( always_paid_back ) =>
						form.editGroup( 'payments', { always_paid_back } )
					}
				/>
			) }
		</Section>
	);
}

type AlwaysPaidBackProps = {
	gateways: PaymentMethods[ 'gateways' ];
	chosen: string[];
	onChange: ( chosen: string[] ) => void;
};

/** What is chosen already stays, whether or not its gateway is still there. */
function AlwaysPaidBack( { gateways, chosen, onChange }: AlwaysPaidBackProps ) {
	return (
		<details
			className="orderinvoicer-more"
			data-setting="payments.always_paid_back"
		>
			<summary>
				{ __(
					'Refunds of these are paid back as soon as they are entered, even where WooCommerce does not say so',
					'orderinvoicer'
				) }
				<span className="orderinvoicer-muted orderinvoicer-more__set">
					{ gateways
						.filter( ( { id } ) => chosen.includes( id ) )
						.map( ( { title } ) => title )
						.join( ' · ' ) }
				</span>
			</summary>
			<div className="orderinvoicer-stack orderinvoicer-stack--tight">
				{ gateways.map( ( { id, title } ) => (
					<CheckField
						key={ id }
						label={ title }
						checked={ chosen.includes( id ) }
						onChange={ ( isChosen ) =>
							onChange(
								isChosen
									? [ ...chosen, id ]
									: chosen.filter( ( other ) => other !== id )
							)
						}
					/>
				) ) }
			</div>
		</details>
	);
}
