import { isObject, listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { addDays, endOfMonth } from '../clock.ts';
import { invalid } from '../errors.ts';
import { decimalsOf } from '../options.ts';
import { thirdsOf } from '../state.ts';
import type { ThirdKind } from '../state.ts';
import type { World } from '../world.ts';
import { checkReferences } from './third.ts';
import { computeTotals } from './totals.ts';
import type { Totals } from './totals.ts';

type Details = Record< string, string >;

/** What a body means: whose invoice, in which currency, over how much. */
export interface Understood {
	third: { id: number; type: ThirdKind };
	currency: string;
	date: string;
	due_date: string;
	totals: Totals;
}

/** @throws SellsyError 400 with every broken rule. */
export function understand( body: JsonObject, world: World ): Understood {
	const details: Details = {};
	const third = thirdOf( body, world, details );
	const category = rateCategoryOf( body, world, details );
	const currency = textOf( body[ 'currency' ] ) || 'EUR';
	checkCurrency( currency, world, details );
	checkAddresses( body, third, world, details );
	checkIds( body, world, details );
	const date = textOf( body[ 'date' ] ) || world.clock.today();
	if ( Object.keys( details ).length > 0 || third === null ) {
		throw invalid( details );
	}
	checkReferences( body, world );
	const totals = computeTotals( body, {
		state: world.state,
		options: world.options,
		decimals: decimalsOf( currency, world.options ),
		includesTaxes: category?.includes_taxes === true,
	} );
	return { third, currency, date, due_date: dueDate( body, date ), totals };
}

/** Exactly one company or individual, of type client. */
function thirdOf(
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
	} else if ( known.type !== 'client' ) {
		details[ 'related' ] = 'Ce tiers n’est pas un client.';
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
	const { payment_methods, payment_terms, models, staffs } =
		world.state.reference;
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
	const parent = body[ 'parent' ];
	if (
		isObject( parent ) &&
		! ( parent[ 'type' ] === 'model' && isKnown( models, parent[ 'id' ] ) )
	) {
		details[ 'parent.id' ] = 'Ce document est introuvable.';
	}
	if (
		body[ 'assigned_staff_id' ] !== undefined &&
		! isKnown( staffs, body[ 'assigned_staff_id' ] )
	) {
		details[ 'assigned_staff_id' ] = 'Ce collaborateur est introuvable.';
	}
	if ( body[ 'number' ] !== undefined ) {
		details[ 'number' ] =
			'La numérotation des brouillons est active : ce champ ne doit pas être fourni.';
	}
}

function dueDate( body: JsonObject, date: string ): string {
	const terms = objectOf( body[ 'payment_terms' ] );
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
