import { listOf, textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { createDocument } from '../documents.ts';
import type { DocumentKind } from '../state.ts';
import type { World } from '../world.ts';
import { V1Error, notLoadable } from './errors.ts';
import type { V1Call } from './methods.ts';
import { translateRows } from './rows.ts';
import { shippingFields } from './shipping.ts';
import { dateOf, numberOf, objectAt } from './values.ts';

/** `Document.create`, for what v2 cannot write: everything else has its route there. */
export function create( { params, staff, world }: V1Call ): Json {
	const fields = objectAt( params, 'document' );
	const { doctype } = fields;
	if ( doctype !== 'delivery' && doctype !== 'proforma' ) {
		throw new V1Error(
			'E_PARAM_INVALID',
			'doctype : la version 2 de l’API crée ce document'
		);
	}
	checkServiceDates( fields );
	const document = createDocument(
		doctype,
		bodyOf( doctype, fields, params, staff, world ),
		world
	);
	return { doc_id: document.id };
}

function checkServiceDates( fields: JsonObject ): void {
	const isMissing = [ 'serviceDateStart', 'serviceDateStop' ].find(
		( name ) => fields[ name ] === undefined
	);
	if ( fields[ 'useServiceDates' ] === 'Y' && isMissing !== undefined ) {
		throw new V1Error( 'E_PARAM_REQUIRED', `document.${ isMissing }` );
	}
}

/** The same document in v2's words, so that both APIs share their rules. */
function bodyOf(
	kind: DocumentKind,
	fields: JsonObject,
	params: JsonObject,
	staff: number,
	world: World
): JsonObject {
	const body: JsonObject = {
		related: related( fields, world ),
		rows: translateRows( params, world ),
		owner_id: staff,
		...given( fields, 'displayedDate', 'date', dateOf ),
		...given( fields, 'ident', 'number', textOf ),
		...given( fields, 'subject', 'subject', textOf ),
		...given( fields, 'notes', 'note', textOf ),
		...given( fields, 'rateCategory', 'rate_category_id', numberOf ),
		...given( fields, 'docspeakerStaffId', 'assigned_staff_id', numberOf ),
		...given( fields, 'orderIdent', 'order_reference', textOf ),
		...given( fields, 'thirdident', 'thirdident', textOf ),
		...given( fields, 'displayShipAddress', 'displayShipAddress', textOf ),
		...given(
			objectAt( params, 'thirdaddress' ),
			'id',
			'invoicing_address_id',
			numberOf
		),
		...given(
			objectAt( params, 'shipaddress' ),
			'id',
			'delivery_address_id',
			numberOf
		),
		...given( fields, 'currency', 'currency', ( id ) =>
			currencyOf( id, world )
		),
		...given( fields, 'parentId', 'parent', ( id ) =>
			parentOf( id, world )
		),
		...given( fields, 'payMediums', 'payment_method_ids', ( ids ) =>
			listOf( ids ).map( Number )
		),
		...given( params, 'paydate', 'payment_terms', () => ( {
			id: numberOf( objectAt( params, 'paydate' )[ 'id' ] ),
		} ) ),
		...given( fields, 'tags', 'tags', ( tags ) =>
			textOf( tags ).split( ',' )
		),
		...serviceDates( fields ),
		...globalDiscount( fields ),
		...shippingFields( objectAt( params, 'shipping' ) ),
	};
	return kind === 'proforma'
		? { ...body, ...given( fields, 'expireDate', 'due_date', dateOf ) }
		: body;
}

function given(
	from: JsonObject,
	name: string,
	to: string,
	translate: ( value: Json | undefined ) => Json
): JsonObject {
	const value = from[ name ];
	return value === undefined ? {} : { [ to ]: translate( value ) };
}

/** Companies and individuals share their ids, and `thirdid` means either. */
function related( fields: JsonObject, { state }: World ): JsonObject[] {
	const id = numberOf( fields[ 'thirdid' ] );
	const third = {
		id,
		type: state.companies.has( id ) ? 'company' : 'individual',
	};
	return fields[ 'contactId' ] === undefined
		? [ third ]
		: [ third, { id: numberOf( fields[ 'contactId' ] ), type: 'contact' } ];
}

function currencyOf( id: Json | undefined, { state }: World ): string {
	const currency = state.reference.currencies.find(
		( candidate ) => candidate[ 'id' ] === numberOf( id )
	);
	if ( currency === undefined ) {
		throw notLoadable( 'currency' );
	}
	return textOf( currency[ 'code' ] );
}

/** The old API names a parent by its id alone. */
function parentOf( id: Json | undefined, { state }: World ): JsonObject {
	const parent = state.documents.get( numberOf( id ) );
	if ( parent === undefined ) {
		throw notLoadable( 'document' );
	}
	return { id: parent.id, type: parent.kind };
}

function serviceDates( fields: JsonObject ): JsonObject {
	return fields[ 'useServiceDates' ] === 'Y'
		? {
				service_dates: {
					start: dateOf( fields[ 'serviceDateStart' ] ),
					end: dateOf( fields[ 'serviceDateStop' ] ),
				},
			}
		: {};
}

function globalDiscount( fields: JsonObject ): JsonObject {
	const value = fields[ 'globalDiscount' ];
	return value === undefined || Number( value ) === 0
		? {}
		: {
				discount: {
					type: textOf( fields[ 'globalDiscountUnit' ] ) || 'percent',
					value: String( value ),
				},
			};
}
