import { __ } from '@wordpress/i18n';
import {
	CheckField,
	RadioField,
	SelectField,
	TextField,
} from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { Shop } from '../../../../schemas/shop';
import type { SettingsForm } from '../../../settings/useSettings';
import {
	statusOptions,
	triggerChoice,
	type TriggerKind,
	triggerOf,
} from '../useInvoices';

type WhenSectionProps = { form: SettingsForm; shop: Shop };

export function WhenSection( { form, shop }: WhenSectionProps ) {
	const { invoice } = form.value;
	return (
		<Section title={ __( 'When an invoice is made', 'orderinvoicer' ) }>
			<CheckField
				label={ __( 'Make invoices from orders', 'orderinvoicer' ) }
				help={ __(
					'Without this, nothing happens by itself; an order can still be invoiced from its own screen.',
					'orderinvoicer'
				) }
				checked={ invoice.enabled }
				onChange={ ( enabled ) => form.editInvoice( { enabled } ) }
			/>
			<TriggerFields form={ form } shop={ shop } />
			<TextField
				label={ __( 'Orders created from', 'orderinvoicer' ) }
				help={ __(
					'Older orders are never touched by themselves. Starts at the day Sellsy was connected.',
					'orderinvoicer'
				) }
				type="date"
				value={ invoice.start_date }
				onChange={ ( value ) =>
					form.editInvoice( { start_date: value } )
				}
				className="orderinvoicer-short"
			/>
		</Section>
	);
}

function TriggerFields( { form, shop }: WhenSectionProps ) {
	const choice = triggerChoice( form.value.invoice.trigger );
	const set = ( kind: TriggerKind, status: string ) =>
		form.editInvoice( { trigger: triggerOf( { kind, status } ) } );
	const first = shop.order_statuses[ 0 ]?.slug ?? 'completed';
	return (
		<>
			<RadioField
				label={ __( 'As soon as the order is', 'orderinvoicer' ) }
				value={ choice.kind }
				options={ triggerOptions() }
				onChange={ ( kind ) => set( kind, choice.status || first ) }
			/>
			{ choice.kind === 'status' && (
				<SelectField
					label={ __( 'Order status', 'orderinvoicer' ) }
					value={ choice.status }
					options={ statusOptions(
						shop.order_statuses,
						choice.status
					) }
					onChange={ ( status ) => set( 'status', status ) }
				/>
			) }
		</>
	);
}

const triggerOptions = (): Array< {
	value: TriggerKind;
	label: string;
	description: string;
} > => [
	{
		value: 'confirmed',
		label: __( 'Confirmed', 'orderinvoicer' ),
		description: __(
			'On hold, processing or completed, whichever comes first: also before a bank transfer arrives.',
			'orderinvoicer'
		),
	},
	{
		value: 'paid',
		label: __( 'Paid', 'orderinvoicer' ),
		description: __(
			'The payment was received, whatever the status is called.',
			'orderinvoicer'
		),
	},
	{
		value: 'completed',
		label: __( 'Completed', 'orderinvoicer' ),
		description: __( 'Shipped or delivered: closed.', 'orderinvoicer' ),
	},
	{
		value: 'status',
		label: __( 'In a status of your choice', 'orderinvoicer' ),
		description: __(
			'Any status of this shop, also one that another plugin added.',
			'orderinvoicer'
		),
	},
];
