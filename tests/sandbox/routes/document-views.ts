import { isObject, listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { pdfLink } from '../files.ts';
import { KINDS } from '../kinds.ts';
import { decimalsOf } from '../options.ts';
import { remainingDue } from '../rules/remaining.ts';
import { statusOf } from '../rules/statuses.ts';
import { thirdsOf } from '../state.ts';
import type { DocumentKind, SellsyDocument, Third } from '../state.ts';
import type { World } from '../world.ts';

/** A document as `GET /<path>/{id}` answers it. */
export function documentView(
	document: SellsyDocument,
	world: World
): JsonObject {
	return {
		...sharedFields( document, world ),
		...OWN_FIELDS[ document.kind ]( document, world ),
		rows: document.rows,
	};
}

/** What the kind calls a document that has left the shop. */
const SENT: Record< DocumentKind, string > = {
	invoice: 'due',
	creditnote: 'stored',
	estimate: 'sent',
	order: 'sent',
	delivery: 'sent',
	proforma: 'sent',
};

/** Lists do not return rows. */
export function listedView(
	document: SellsyDocument,
	world: World
): JsonObject {
	const { rows, ...view } = documentView( document, world );
	return world.options.listed_status === 'own'
		? view
		: { ...view, status: SENT[ document.kind ] };
}

function sharedFields( document: SellsyDocument, world: World ): JsonObject {
	const { body, id, kind } = document;
	const third = thirdsOf( world.state, document.third.type ).get(
		document.third.id
	);
	return {
		id,
		number: document.number,
		status: statusOf( document, world ),
		date: document.date,
		created: document.created,
		subject: textOf( body[ 'subject' ] ),
		amounts: amountsWithoutDue( document ),
		currency: document.currency,
		taxes: document.taxes,
		discount: null,
		related: body[ 'related' ] ?? [],
		public_link: {
			enabled: body[ 'public_link_enabled' ] === true,
			url: publicUrl( document ),
		},
		owner: { id: Number( body[ 'owner_id' ] ?? 1 ), type: 'staff' },
		fiscal_year_id: null,
		pdf_link:
			KINDS[ kind ].isFinalised && document.step === 'draft'
				? null
				: pdfLink( document, world ),
		decimal_number: decimals( document.currency, world ),
		contact_id: contactOf( body ),
		rate_category_id: Number( body[ 'rate_category_id' ] ?? 1 ),
		company_reference: textOf( third?.reference ),
		company_name: nameOf( third ),
		...addressesOf( body, third ),
		note: '',
		...pick( body, KINDS[ kind ].echoed ),
	};
}

type OwnFields = ( document: SellsyDocument, world: World ) => JsonObject;

const ACCEPTANCE = { payment_conditions_acceptance: { enabled: false } };

const orderFields: OwnFields = ( { delivery_step, due_date } ) => ( {
	...ACCEPTANCE,
	order_status: delivery_step,
	due_date,
	deposit: null,
} );

const OWN_FIELDS: Record< DocumentKind, OwnFields > = {
	invoice: ( document, world ) => ( {
		...ACCEPTANCE,
		order_reference: textOf( document.body[ 'order_reference' ] ),
		due_date: document.due_date,
		amounts: amountsWithDue( document, world ),
		// Only these two kinds of parent are answered.
		parent:
			document.parent?.type === 'estimate' ||
			document.parent?.type === 'order'
				? { ...document.parent }
				: null,
		is_deposit: false,
		is_sent_to_accounting: false,
		layout_id: 1,
		lang_id: 1,
		is_progress_invoice: false,
	} ),
	estimate: estimateFields,
	order: orderFields,
	creditnote: ( document, world ) => ( {
		amounts: amountsWithDue( document, world ),
		is_deposit: false,
		is_sent_to_accounting: false,
	} ),
	delivery: ( { delivery_step } ) => ( { delivery_status: delivery_step } ),
	// Not in v2: seen through the control routes alone.
	proforma: orderFields,
};

/** Estimates answer under other names, and what others leave out they always hold. */
function estimateFields( document: SellsyDocument, world: World ): JsonObject {
	const { body, due_date, amounts } = document;
	const third = thirdsOf( world.state, document.third.type ).get(
		document.third.id
	);
	const isPublic = body[ 'public_link_enabled' ] === true;
	return {
		...ACCEPTANCE,
		expiry_date: due_date,
		amounts: {
			...estimateAmounts( amounts ),
			total_primes_incl_tax: amounts[ 'total_primes_incl_tax' ] ?? '',
		},
		public_link: isPublic ? publicUrl( document ) : null,
		public_link_enabled: isPublic,
		payment_method_ids: body[ 'payment_method_ids' ] ?? [],
		assigned_staff_id: Number( body[ 'assigned_staff_id' ] ?? 1 ),
		deposit: null,
		// An integer even for a third without an address: which one is not documented.
		invoicing_address_id: 0,
		delivery_address_id: 0,
		...addressesOf( body, third ),
	};
}

export function estimateAmounts( amounts: JsonObject ): JsonObject {
	return {
		shipping: amounts[ 'total_shipping' ] ?? '',
		packaging: amounts[ 'total_packaging' ] ?? '',
		total_raw_excl_tax: amounts[ 'total_raw_excl_tax' ] ?? '',
		total_after_discount_excl_tax:
			amounts[ 'total_after_discount_excl_tax' ] ?? '',
		total_excl_tax: amounts[ 'total_excl_tax' ] ?? '',
		total: amounts[ 'total_incl_tax' ] ?? '',
	};
}

function amountsWithDue( document: SellsyDocument, world: World ): JsonObject {
	return {
		...document.amounts,
		total_remaining_due_incl_tax: remainingDue( document, world ),
	};
}

export function amountsWithoutDue( {
	amounts,
}: {
	amounts: JsonObject;
} ): JsonObject {
	const { total_remaining_due_incl_tax, total_primes_incl_tax, ...others } =
		amounts;
	return others;
}

function publicUrl( { id }: SellsyDocument ): string {
	return `https://sandbox.example/public/${ id }`;
}

function decimals( currency: string, { options }: World ): JsonObject {
	return {
		unit_price: options.unit_price_decimals,
		quantity: 4,
		main: decimalsOf( currency, options ),
	};
}

/** Among the related objects; estimates name it beside them. */
export function contactOf( body: JsonObject ): number | null {
	const contact = listOf( body[ 'related' ] )
		.filter( isObject )
		.find( ( { type } ) => type === 'contact' );
	return Number( body[ 'contact_id' ] ?? contact?.[ 'id' ] ?? 0 ) || null;
}

const ADDRESS_FIELDS = [ 'invoicing_address_id', 'delivery_address_id' ];

function addressesOf( body: JsonObject, third: Third | undefined ): JsonObject {
	const known = { ...objectOf( third ), ...body };
	return Object.fromEntries(
		Object.entries( pick( known, ADDRESS_FIELDS ) ).filter(
			( [ , id ] ) => typeof id === 'number'
		)
	);
}

export function pick(
	body: JsonObject,
	fields: readonly string[]
): JsonObject {
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
