import { __, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { CheckField, RadioField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import type { Sellsy } from '../../../../schemas/sellsy';
import type { SettingsForm } from '../../../settings/useSettings';
import { choicesOf } from '../useInvoices';
import { SellsyChoice } from './SellsyChoice';

type DocumentSectionProps = {
	form: SettingsForm;
	sellsy: View< Sellsy >;
	/** The shop's. */
	currency: string;
};

export function DocumentSection( props: DocumentSectionProps ) {
	const { form } = props;
	return (
		<Section title={ __( 'The invoice in Sellsy', 'orderinvoicer' ) }>
			<RadioField
				label={ __( 'Invoices are made as', 'orderinvoicer' ) }
				value={ form.value.invoice.finalise === 'at_once' ? 'final' : 'draft' }
				options={ stageOptions() }
				onChange={ ( stage ) =>
					form.editInvoice( {
						finalise: stage === 'final' ? 'at_once' : 'manual',
					} )
				}
			/>
			<RateCategoryField { ...props } />
			<ChoiceFields { ...props } />
			<CheckField
				label={ __(
					'Create products that Sellsy does not have',
					'orderinvoicer'
				) }
				help={ __(
					'Products are found by their SKU. Without this, or without an SKU, the invoice has a free line.',
					'orderinvoicer'
				) }
				checked={ form.value.items.create }
				onChange={ ( value ) => form.edit( {
						items: { ...form.value.items, create: value },
					} ) }
			/>
		</Section>
	);
}

const stageOptions = (): Array< {
	value: 'draft' | 'final';
	label: string;
	description: string;
} > => [
	{
		value: 'draft',
		label: __( 'Drafts', 'orderinvoicer' ),
		description: __(
			'You check and finalise each one in Sellsy. Best while you are trying things out.',
			'orderinvoicer'
		),
	},
	{
		value: 'final',
		label: __( 'Final invoices', 'orderinvoicer' ),
		description: __(
			'Numbered at once. A final invoice cannot be changed any more, only credited.',
			'orderinvoicer'
		),
	},
];

function RateCategoryField( { form, sellsy, currency }: DocumentSectionProps ) {
	const choices = choicesOf( sellsy, 'rate_categories', currency );
	const { rate_category_id: id } = form.value.invoice;
	const isMissing = choices.status === 'ready' && choices.items.length === 0;
	return (
		<>
			<SellsyChoice
				label={ __( 'Rate category', 'orderinvoicer' ) }
				help={ sprintf(
					/* translators: %s: currency code, such as EUR. */
					__(
						'Needed. Only categories without taxes included and in %s are listed; it is sent with every invoice and never taken from the customer.',
						'orderinvoicer'
					),
					currency
				) }
				emptyLabel={ __( 'Choose…', 'orderinvoicer' ) }
				value={ id }
				choices={ choices }
				onChange={ ( value ) =>
					form.editInvoice( { rate_category_id: value } )
				}
			/>
			{ isMissing && (
				<Message status="warning">
					<p>
						{ sprintf(
							/* translators: %s: currency code, such as EUR. */
							__(
								'Sellsy has no rate category without taxes included in %s. Create one in Sellsy (Settings › Catalogue), then read the lists again.',
								'orderinvoicer'
							),
							currency
						) }
					</p>
				</Message>
			) }
		</>
	);
}

function ChoiceFields( { form, sellsy, currency }: DocumentSectionProps ) {
	const { invoice } = form.value;
	return (
		<>
			<SellsyChoice
				label={ __( 'Owner', 'orderinvoicer' ) }
				emptyLabel={ __( 'Whoever is connected', 'orderinvoicer' ) }
				value={ invoice.owner_id }
				choices={ choicesOf( sellsy, 'staffs', currency ) }
				onChange={ ( value ) =>
					form.editInvoice( { owner_id: value } )
				}
			/>
			<SellsyChoice
				label={ __( 'Document model', 'orderinvoicer' ) }
				emptyLabel={ __( 'None', 'orderinvoicer' ) }
				value={ invoice.model_id }
				choices={ choicesOf( sellsy, 'models', currency ) }
				onChange={ ( value ) =>
					form.editInvoice( { model_id: value } )
				}
			/>
			<SellsyChoice
				label={ __( 'Payment terms', 'orderinvoicer' ) }
				emptyLabel={ __( 'As Sellsy decides', 'orderinvoicer' ) }
				value={ invoice.payment_term_id }
				choices={ choicesOf( sellsy, 'payment_terms', currency ) }
				onChange={ ( value ) =>
					form.editInvoice( { payment_term_id: value } )
				}
			/>
		</>
	);
}
