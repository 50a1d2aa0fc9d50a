import { listOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { decimalsOf } from '../options.ts';
import type { Understood } from '../rules/invoice.ts';
import { remainingDue, statusOf } from '../rules/statuses.ts';
import { thirdsOf } from '../state.ts';
import type { Invoice, Third } from '../state.ts';
import type { World } from '../world.ts';

/** Fields of the body that come back as they were sent. */
const ECHOED = [
	'order_reference',
	'note',
	'assigned_staff_id',
	'issuer_address_id',
	'service_dates',
	'shipping_date',
	'shipping_volume',
	'shipping_weight',
	'vat_mode',
	'vat_mention',
	'bank_account_id',
	'eco_tax_id',
	'payment_method_ids',
	'check_label_id',
	'analytic_code',
	'sale_type',
];

/** An invoice as `GET /invoices/{id}` answers it. */
export function invoiceView( invoice: Invoice, world: World ): JsonObject {
	const { body, id } = invoice;
	const third = thirdsOf( world.state, invoice.third.type ).get(
		invoice.third.id
	);
	const contact = listOf( body[ 'related' ] ).find( ( entry ) =>
		isContact( entry )
	);
	return {
		id,
		number: invoice.number,
		status: statusOf( invoice, world ),
		date: invoice.date,
		due_date: invoice.due_date,
		created: invoice.created,
		subject: textOf( body[ 'subject' ] ),
		amounts: {
			...invoice.amounts,
			total_remaining_due_incl_tax: remainingDue( invoice, world ),
		},
		currency: invoice.currency,
		taxes: invoice.taxes,
		discount: null,
		related: body[ 'related' ] ?? [],
		public_link: {
			enabled: body[ 'public_link_enabled' ] === true,
			url: `https://sandbox.example/public/${ id }`,
		},
		payment_conditions_acceptance: { enabled: false },
		owner: { id: Number( body[ 'owner_id' ] ?? 1 ), type: 'staff' },
		fiscal_year_id: null,
		pdf_link:
			invoice.status === 'draft'
				? null
				: `https://sandbox.example/pdf/${ id }`,
		decimal_number: decimals( invoice.currency, world ),
		contact_id: isContact( contact ) ? contact.id : null,
		parent: null,
		is_deposit: false,
		rate_category_id: Number( body[ 'rate_category_id' ] ?? 1 ),
		is_sent_to_accounting: false,
		company_reference: textOf( third?.reference ),
		company_name: nameOf( third ),
		layout_id: 1,
		lang_id: 1,
		is_progress_invoice: false,
		...addressesOf( body, third ),
		...echoed( body ),
		rows: invoice.rows,
	};
}

/** What `compute` answers: no id, no number, no `decimal_number`, nothing about what is due. */
export function computeView(
	body: JsonObject,
	understood: Understood,
	world: World
): JsonObject {
	const { total_remaining_due_incl_tax, total_primes_incl_tax, ...amounts } =
		understood.totals.amounts;
	return {
		status: 'draft',
		date: understood.date,
		subject: textOf( body[ 'subject' ] ),
		amounts,
		currency: understood.currency,
		taxes: understood.totals.taxes,
		discount: null,
		related: body[ 'related' ] ?? [],
		owner: {
			id: Number(
				body[ 'owner_id' ] ?? world.state.reference.staffs[ 0 ]?.id
			),
			type: 'staff',
		},
		...pick( body, [
			'order_reference',
			'payment_method_ids',
			'shipping_weight',
		] ),
		rows: understood.totals.rows.map( ( { is_optional, ...row } ) => row ),
	};
}

function decimals( currency: string, { options }: World ): JsonObject {
	return {
		unit_price: options.unit_price_decimals,
		quantity: 4,
		main: decimalsOf( currency, options ),
	};
}

function isContact( entry: unknown ): entry is { type: 'contact'; id: number } {
	return (
		typeof entry === 'object' &&
		entry !== null &&
		'type' in entry &&
		entry.type === 'contact'
	);
}

function addressesOf( body: JsonObject, third: Third | undefined ): JsonObject {
	const addresses: JsonObject = {};
	for ( const field of [ 'invoicing_address_id', 'delivery_address_id' ] ) {
		const id = body[ field ] ?? third?.[ field ];
		if ( typeof id === 'number' ) {
			addresses[ field ] = id;
		}
	}
	return addresses;
}

function echoed( body: JsonObject ): JsonObject {
	return { order_reference: '', note: '', ...pick( body, ECHOED ) };
}

function pick( body: JsonObject, fields: readonly string[] ): JsonObject {
	return Object.fromEntries(
		Object.entries( body ).filter( ( [ name ] ) => fields.includes( name ) )
	);
}

export function nameOf( third: Third | undefined ): string {
	return (
		textOf( third?.[ 'name' ] ) ||
		[ third?.[ 'first_name' ], third?.[ 'last_name' ] ]
			.map( textOf )
			.join( ' ' )
			.trim()
	);
}
