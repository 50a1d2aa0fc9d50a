import Big from 'big.js';
import { textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { finalise, requireEditable, statusOf } from '../rules/statuses.ts';
import { KINDS } from '../kinds.ts';
import type { DocumentKind, SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { find } from './documents.ts';
import { V1Error, notLoadable } from './errors.ts';
import type { V1Call } from './methods.ts';
import { shippingFields } from './shipping.ts';
import { dateOf, numberOf, objectAt } from './values.ts';

const ASKED = [ 'draft', 'sent', 'read', 'accepted', 'expired', 'cancelled' ];

/** The steps somebody may ask for; the others follow from what is made of the document. */
const STEPS: Partial< Record< DocumentKind, readonly string[] > > = {
	estimate: [ ...ASKED, 'refused' ],
	order: ASKED,
	proforma: ASKED,
	delivery: [ 'draft', 'sent', 'read', 'accepted' ],
};

export function updateStep( { params, world }: V1Call ): Json {
	const { doctype, step } = objectAt( params, 'document' );
	const document = find( params[ 'docid' ], doctype, world );
	if ( document.kind === 'invoice' ) {
		return payFree( document, textOf( step ), world );
	}
	const steps = STEPS[ document.kind ];
	const isInvoiced = [ 'partialinvoiced', 'invoiced' ].includes(
		statusOf( document, world )
	);
	if ( steps === undefined || isInvoiced ) {
		throw notEditable();
	}
	if ( ! steps.includes( textOf( step ) ) ) {
		throw new V1Error(
			'E_PARAM_INVALID',
			`document.step : ${ textOf( step ) } n’est pas une étape possible`
		);
	}
	if ( world.options.v1_steps === 'done' ) {
		document.step = textOf( step );
	}
	return null;
}

/** Of invoices the steps are documented, but not which of them may be set: here one of 0.00 may become paid. */
function payFree( invoice: SellsyDocument, step: string, world: World ): Json {
	const isFree = new Big( invoice.total ).eq( 0 );
	if (
		step !== 'paid' ||
		! isFree ||
		invoice.step === 'draft' ||
		world.options.free_invoices === 'stuck'
	) {
		throw notEditable();
	}
	if ( world.options.v1_steps === 'done' ) {
		invoice.step = 'paid';
	}
	return null;
}

const DELIVERY_STEPS: Partial< Record< DocumentKind, readonly string[] > > = {
	order: [ 'none', 'wait', 'picking', 'partialsent', 'sent' ],
	delivery: [ 'none', 'wait', 'sent' ],
};

/** Says no doctype: the id alone means the document. */
export function updateDeliveryStep( { params, world }: V1Call ): Json {
	const document = anyKind( params[ 'docid' ], world );
	const step = textOf( objectAt( params, 'document' )[ 'step' ] );
	const steps = DELIVERY_STEPS[ document.kind ];
	if ( steps === undefined ) {
		throw notLoadable( 'document' );
	}
	if ( ! steps.includes( step ) ) {
		throw new V1Error(
			'E_PARAM_INVALID',
			`document.step : ${ step } n’est pas un état possible`
		);
	}
	if ( world.options.v1_steps === 'done' ) {
		document.delivery_step = step;
	}
	return null;
}

export function validate( { params, world }: V1Call ): Json {
	const document = anyKind( params[ 'docid' ], world );
	if ( ! KINDS[ document.kind ].isFinalised ) {
		throw notEditable();
	}
	const date =
		params[ 'date' ] === undefined
			? world.clock.today()
			: dateOf( params[ 'date' ] );
	finalise( document, date, world );
	return { ident: document.number };
}

/** Changes a few fields without the rows; the number of a finalised document stays what it is. */
export function updateFields( { params, world }: V1Call ): Json {
	const document = anyKind( params[ 'id' ], world );
	const fields = objectAt( params, 'document' );
	const { ident, tags, thirdident, expireDate } = fields;
	if ( ident !== undefined ) {
		requireEditable( document, world );
		document.number = textOf( ident );
	}
	if ( expireDate !== undefined ) {
		requireExpiring( document );
		document.due_date = dateOf( expireDate );
	}
	document.body = {
		...document.body,
		...( tags === undefined ? {} : { tags } ),
		...( thirdident === undefined ? {} : { thirdident } ),
		...withSettings(
			document,
			shippingFields( objectAt( params, 'shipping' ) )
		),
	};
	return null;
}

function requireExpiring( { kind }: SellsyDocument ): void {
	if ( kind !== 'estimate' && kind !== 'proforma' ) {
		throw new V1Error(
			'E_PARAM_INVALID',
			'document.expireDate : seuls les devis et les proformas expirent'
		);
	}
}

/** A tracking number alone leaves the other settings, and the parcel's other fields, as they were. */
function withSettings(
	document: SellsyDocument,
	changes: JsonObject
): JsonObject {
	const before = objectAt( document.body, 'settings' );
	const parcel = {
		...objectAt( before, 'shipping' ),
		...objectAt( objectAt( changes, 'settings' ), 'shipping' ),
	};
	return Object.keys( parcel ).length === 0
		? changes
		: { ...changes, settings: { ...before, shipping: parcel } };
}

function anyKind( id: Json | undefined, { state }: World ): SellsyDocument {
	const document = state.documents.get( numberOf( id ) );
	if ( document === undefined ) {
		throw notLoadable( 'document' );
	}
	return document;
}

function notEditable(): V1Error {
	return new V1Error( 'E_OBJ_NOT_EDITABLE', 'Object document not editable' );
}
