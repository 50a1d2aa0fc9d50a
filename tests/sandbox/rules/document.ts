import { isObject, listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { addDays, endOfMonth } from '../clock.ts';
import { invalid } from '../errors.ts';
import { KINDS } from '../kinds.ts';
import { decimalsOf } from '../options.ts';
import type { Options } from '../options.ts';
import { thirdsOf } from '../state.ts';
import type { DocumentKind, ThirdKind } from '../state.ts';
import type { World } from '../world.ts';
import { checkReferences } from './third.ts';
import { computeTotals } from './totals.ts';
import type { Totals } from './totals.ts';

type Details = Record< string, string >;

/** What a body means: whose document, in which currency, over how much. */
export interface Understood {
	third: { id: number; type: ThirdKind };
	currency: string;
	date: string;
	/** Of an estimate: until when it holds. */
	due_date: string;
	totals: Totals;
}

/** @throws SellsyError 400 with every broken rule. */
export function understand(
	kind: DocumentKind,
	body: JsonObject,
	world: World
): Understood {
	const details: Details = {};
	const third = thirdOf( kind, body, world, details );
	const category = rateCategoryOf( body, world, details );
	const currency =
		textOf( body[ 'currency' ] ) ||
		( world.options.nameless_category === 'another' ? 'USD' : 'EUR' );
	checkCurrency( currency, world, details );
	checkAddresses( body, third, world, details );
	checkIds( body, world, details );
	checkNumber( kind, body, details );
	const date = textOf( body[ 'date' ] ) || world.clock.today();
	if ( Object.keys( details ).length > 0 || third === null ) {
		throw invalid( details );
	}
	checkReferences( body, world );
	const totals = computeTotals( body, {
		state: world.state,
		options: rowOptions( kind, world ),
		decimals: decimalsOf( currency, world.options ),
		includesTaxes: category?.includes_taxes === true,
	} );
	return {
		third,
		currency,
		date,
		due_date: dueDate( kind, body, date ),
		totals,
	};
}

/** The amounts of a credit note are positive, whatever other documents may hold. */
function rowOptions( kind: DocumentKind, { options }: World ): Options {
	if ( kind === 'creditnote' ) {
		return { ...options, negative_rows: 'refuse' };
	}
	return [ 'delivery', 'proforma' ].includes( kind ) &&
		options.v1_vat_rounding === 'row'
		? { ...options, vat_rounding: 'row' }
		: options;
}

/** Exactly one company or individual, of a type that this kind of document takes. */
function thirdOf(
	kind: DocumentKind,
	body: JsonObject,
	world: World,
	details: Details
): Understood[ 'third' ] | null {
	const related = listOf( body[ 'related' ] ).filter( isObject );
	const thirds = related.flatMap( ( { id, type } ) =>
		type === 'company' || type === 'individual'
			? [ { id: Number( id ), type: kindOf( type ) } ]
			: []
	);
	const [ third ] = thirds;
	if ( third === undefined || thirds.length > 1 ) {
		details[ 'related' ] =
			'Un document doit être lié à une société ou à un particulier, et à un seul.';
		return null;
	}
	const known = thirdsOf( world.state, third.type ).get( third.id );
	if ( known === undefined ) {
		details[ 'related' ] = 'Ce tiers est introuvable.';
	} else if ( ! KINDS[ kind ].thirdTypes.includes( known.type ) ) {
		details[ 'related' ] = 'Ce tiers n’est pas un client.';
	}
	if ( ! isContactKnown( body, world ) ) {
		details[ 'contact_id' ] = 'Cet objet est introuvable.';
	}
	for ( const { id, type } of related ) {
		const isMissing =
			type === 'opportunity' ||
			( type === 'contact' &&
				! world.state.contacts.has( Number( id ) ) );
		if ( isMissing ) {
			details[ 'related' ] = 'Cet objet est introuvable.';
		}
	}
	return third;
}

/** Estimates name their contact beside the third instead of among `related`. */
function isContactKnown( body: JsonObject, { state }: World ): boolean {
	const id = body[ 'contact_id' ] ?? null;
	return id === null || state.contacts.has( Number( id ) );
}

function kindOf( type: 'company' | 'individual' ): ThirdKind {
	return type;
}

function rateCategoryOf( body: JsonObject, world: World, details: Details ) {
	const categories = world.state.reference.rate_categories;
	const wanted = body[ 'rate_category_id' ];
	const category = categories.find( ( { id, is_default } ) =>
		wanted === undefined ? is_default : id === wanted
	);
	if ( category === undefined ) {
		details[ 'rate_category_id' ] =
			'Cette catégorie tarifaire est introuvable.';
	} else if (
		category.includes_taxes &&
		world.options.inclusive_rate_category === 'refuse'
	) {
		details[ 'rate_category_id' ] = 'Cette catégorie tarifaire est TTC.';
	}
	return category;
}

function checkCurrency(
	currency: string,
	world: World,
	details: Details
): void {
	if (
		! world.state.reference.currencies.some(
			( { code } ) => code === currency
		)
	) {
		details[ 'currency' ] = 'Cette devise n’est pas activée sur le compte.';
	}
}

function checkAddresses(
	body: JsonObject,
	third: Understood[ 'third' ] | null,
	world: World,
	details: Details
): void {
	for ( const field of [ 'invoicing_address_id', 'delivery_address_id' ] ) {
		const id = body[ field ];
		if (
			typeof id === 'number' &&
			world.state.addresses.get( id )?.owner !== third?.id
		) {
			details[ field ] = 'Cette adresse est introuvable.';
		}
	}
}

function checkIds( body: JsonObject, world: World, details: Details ): void {
	const { payment_methods, payment_terms, staffs } = world.state.reference;
	const isKnown = ( list: readonly JsonObject[], wanted: unknown ) =>
		list.some( ( { id } ) => id === wanted );
	for ( const [ index, id ] of listOf(
		body[ 'payment_method_ids' ]
	).entries() ) {
		if ( ! isKnown( payment_methods, id ) ) {
			details[ `payment_method_ids[${ index }]` ] =
				'Ce moyen de paiement est introuvable.';
		}
	}
	if (
		isObject( body[ 'payment_terms' ] ) &&
		! isKnown( payment_terms, body[ 'payment_terms' ][ 'id' ] )
	) {
		details[ 'payment_terms.id' ] =
			'Cette condition de paiement est introuvable.';
	}
	if (
		body[ 'assigned_staff_id' ] !== undefined &&
		! isKnown( staffs, body[ 'assigned_staff_id' ] )
	) {
		details[ 'assigned_staff_id' ] = 'Ce collaborateur est introuvable.';
	}
}

/** Invoices and credit notes get their number when they are made final. */
function checkNumber(
	kind: DocumentKind,
	body: JsonObject,
	details: Details
): void {
	if ( KINDS[ kind ].isFinalised && body[ 'number' ] !== undefined ) {
		details[ 'number' ] =
			'La numérotation des brouillons est active : ce champ ne doit pas être fourni.';
	}
}

/** How long an estimate without a date of its own holds is a setting of the account. */
const ESTIMATE_DAYS = 30;

function dueDate( kind: DocumentKind, body: JsonObject, date: string ): string {
	switch ( kind ) {
		case 'invoice':
			return dueByTerms( objectOf( body[ 'payment_terms' ] ), date );
		case 'estimate':
			return (
				textOf( body[ 'expiry_date' ] ) ||
				addDays( date, ESTIMATE_DAYS )
			);
		default:
			return textOf( body[ 'due_date' ] ) || date;
	}
}

function dueByTerms( terms: JsonObject, date: string ): string {
	const code = textOf( terms[ 'code' ] );
	if ( code === 'custom' ) {
		return textOf( terms[ 'due_date' ] );
	}
	const days =
		/^(\d+)days$/.exec( code )?.[ 1 ] ??
		( code === 'xdays' ? terms[ 'x_days' ] : 0 );
	const due = addDays( date, Number( days ) );
	return terms[ 'end_of_month' ] === true || code === 'endmonth'
		? endOfMonth( due )
		: due;
}
