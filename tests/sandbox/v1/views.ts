import Big from 'big.js';
import { isObject, listOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { nameOf } from '../routes/document-views.ts';
import { sum } from '../rules/money.ts';
import { statusOf } from '../rules/statuses.ts';
import { thirdsOf } from '../state.ts';
import type { SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { shippingView } from './shipping.ts';
import { decimalOf, nine, numberOf, objectAt } from './values.ts';

/** v2's row types under their old names. */
const ROW_TYPES: Record< string, string > = {
	single: 'once',
	catalog: 'item',
	shipping: 'shipping',
	packaging: 'packaging',
	'sub-total': 'sum',
	title: 'title',
	comment: 'comment',
	'break-page': 'break',
	'break-line': 'empty',
};

/** A document as a list of the old API answers it: scalars alone, all of them texts. */
export function summary( document: SellsyDocument, world: World ): JsonObject {
	const { body, third, parent } = document;
	const known = thirdsOf( world.state, third.type ).get( third.id );
	return {
		id: String( document.id ),
		doctypeid: String( document.id ),
		linkedtype: document.kind,
		linkedid: String( document.id ),
		ident: document.number,
		status: 'ok',
		step: statusOf( document, world ),
		deliverystep: document.delivery_step,
		parentid: String( parent?.id ?? 0 ),
		thirdid: String( third.id ),
		thirdident:
			textOf( body[ 'thirdident' ] ) || textOf( known?.reference ),
		thirdname: nameOf( known ),
		contactId: contactOf( body ),
		displayedDate: document.date,
		created: document.created.slice( 0, 19 ).replace( 'T', ' ' ),
		expireDate: document.due_date,
		subject: textOf( body[ 'subject' ] ),
		notes: textOf( body[ 'note' ] ),
		...amounts( document ),
		...currency( document, world ),
		...shippingView( body ),
		...settings( body ),
		corpid: '1',
		tags: listOf( body[ 'tags' ] ).map( ( word ) => ( {
			word: String( word ),
		} ) ),
	};
}

export function fullView( document: SellsyDocument, world: World ): JsonObject {
	return {
		...summary( document, world ),
		map: {
			docid: String( document.id ),
			id: String( document.id ),
			rows: Object.fromEntries(
				document.rows.map( ( row, index ) => [
					String( row[ 'id' ] ),
					rowView( row, index + 1, world ),
				] )
			),
		},
	};
}

function settings( body: JsonObject ): JsonObject {
	const id = ( name: string, otherwise: number ) =>
		String( numberOf( body[ name ] ?? otherwise ) );
	return {
		rateCategory: id( 'rate_category_id', 1 ),
		displayShipAddress: textOf( body[ 'displayShipAddress' ] ) || 'N',
		ownerid: id( 'owner_id', 1 ),
		docspeakerStaffId: id( 'assigned_staff_id', 0 ),
		thirdaddressid: id( 'invoicing_address_id', 0 ),
		shipaddressid: id( 'delivery_address_id', 0 ),
	};
}

function amounts( { amounts: own, total, taxes }: SellsyDocument ): JsonObject {
	const amount = ( name: string ) => nine( textOf( own[ name ] ) );
	const vat = sum(
		taxes.map( ( tax ) => new Big( textOf( tax[ 'amount' ] ) ) )
	);
	return {
		rowsAmount: amount( 'total_raw_excl_tax' ),
		packagingsAmount: amount( 'total_packaging' ),
		shippingsAmount: amount( 'total_shipping' ),
		totalAmountTaxesFree: amount( 'total_excl_tax' ),
		taxesAmountSum: nine( vat.toFixed() ),
		totalAmount: nine( total ),
	};
}

function currency( document: SellsyDocument, { state }: World ): JsonObject {
	const known = state.reference.currencies.find(
		( { code } ) => code === document.currency
	);
	return {
		currencyid: String( known?.[ 'id' ] ?? '' ),
		currencysymbol: textOf( known?.[ 'symbol' ] ),
	};
}

function contactOf( body: JsonObject ): string {
	const contact = listOf( body[ 'related' ] )
		.filter( isObject )
		.find( ( { type } ) => type === 'contact' );
	return String( numberOf( contact?.[ 'id' ] ) );
}

function rowView( row: JsonObject, rank: number, world: World ): JsonObject {
	const related = objectAt( row, 'related' );
	const discount = objectAt( row, 'discount' );
	const unit = world.state.reference.units.find(
		( { id } ) => id === row[ 'unit_id' ]
	);
	const amount = ( name: string ) => nine( decimalOf( row[ name ] ) );
	return {
		id: String( row[ 'id' ] ),
		parentid: '0',
		status: 'ok',
		rank: String( rank ),
		type: ROW_TYPES[ textOf( row[ 'type' ] ) ] ?? '',
		linkedid: String( numberOf( related[ 'id' ] ) ),
		declid: String( numberOf( related[ 'declination_id' ] ) ),
		name: textOf( row[ 'reference' ] ),
		notes: textOf( row[ 'description' ] ) || textOf( row[ 'text' ] ),
		unitAmount: amount( 'unit_amount' ),
		unitText: unit?.label ?? '',
		qt: amount( 'quantity' ),
		discount: nine( decimalOf( discount[ 'value' ] ) ),
		discountUnit: textOf( discount[ 'type' ] ) || 'percent',
		taxid: String( numberOf( row[ 'tax_id' ] ) ),
		taxrate: nine( decimalOf( row[ 'tax_rate' ] ) ),
		isOption: row[ 'is_optional' ] === true ? 'Y' : 'N',
		totalAmount: amount( 'amount_tax_exc' ),
		taxAmount: amount( 'tax_amount' ),
	};
}
