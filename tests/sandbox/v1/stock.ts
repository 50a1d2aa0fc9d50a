import Big from 'big.js';
import type { Json, JsonObject } from '../../contract/json.ts';
import type { World } from '../world.ts';
import { V1Error, notLoadable } from './errors.ts';
import type { V1Call } from './methods.ts';
import type { StockLine } from './state.ts';
import { decimalOf, keyed, nine, numberOf, objectAt } from './values.ts';

export function getWarehouses( { world }: V1Call ): Json {
	return keyed(
		world.v1.warehouses.map( ( { id, label, is_default } ) => [
			id,
			{
				id: String( id ),
				corpid: '1',
				status: 'ok',
				label,
				addrid: '0',
				isdefault: is_default ? 'Y' : 'N',
			},
		] )
	);
}

/** A declination's stock is asked for in one warehouse, an item's in all of them too. */
export function getForItem( { params, world }: V1Call ): Json {
	const { itemid, declid, warehouseid } = params;
	requireItem( itemid, declid, world );
	if ( declid !== undefined && warehouseid === undefined ) {
		throw new V1Error( 'E_PARAM_REQUIRED', 'warehouseid' );
	}
	const lines = world.v1.stock.filter(
		( line ) =>
			line.item_id === numberOf( itemid ) &&
			( declid === undefined ||
				line.declination_id === numberOf( declid ) ) &&
			( warehouseid === undefined ||
				line.warehouse_id === numberOf( warehouseid ) )
	);
	return keyed( lines.map( ( line ) => [ line.id, view( line ) ] ) );
}

function view( line: StockLine ): JsonObject {
	return {
		id: String( line.id ),
		corpid: '1',
		itemid: String( line.item_id ),
		whid: String( line.warehouse_id ),
		qt: nine( line.quantity ),
		formatted_qt: new Big( line.quantity ).toFixed( 2 ).replace( '.', ',' ),
	};
}

/** From now on stock is kept for the item, starting with `initialqt`. */
export function activate( { params, world }: V1Call ): Json {
	const { itemid, warehouseid } = params;
	requireItem( itemid, undefined, world );
	requireWarehouse( warehouseid, world );
	if ( isKept( numberOf( itemid ), world ) ) {
		throw new V1Error( 'E_OBJ_NOT_EDITABLE', 'Stock déjà activé' );
	}
	const start = decimalOf( objectAt( params, 'stock' )[ 'initialqt' ] );
	change( numberOf( itemid ), null, numberOf( warehouseid ), start, world );
	return null;
}

/** Adds to what is there: twice is twice as much. From another warehouse it is taken away there. */
export function add( { params, world }: V1Call ): Json {
	const { itemid, declid } = params;
	const stock = objectAt( params, 'stock' );
	requireItem( itemid, declid, world );
	requireWarehouse( stock[ 'warehouseid_to' ], world );
	const item = numberOf( itemid );
	if ( ! isKept( item, world ) && world.options.v1_stock_activation ) {
		throw notLoadable( 'stock' );
	}
	const declination = declid === undefined ? null : numberOf( declid );
	let quantity = decimalOf( stock[ 'quantity' ] );
	if ( new Big( quantity ).lt( 0 ) ) {
		if ( world.options.v1_stock_below_zero === 'refuse' ) {
			throw new V1Error( 'E_PARAM_INVALID', 'quantity' );
		}
		if ( world.options.v1_stock_below_zero === 'ignore' ) {
			return null;
		}
		if ( world.options.v1_stock_below_zero === 'turn' ) {
			quantity = new Big( quantity ).abs().toFixed();
		}
	}
	if ( stock[ 'movetype' ] === 'warehouse' ) {
		requireWarehouse( stock[ 'warehouseid_from' ], world );
		const from = numberOf( stock[ 'warehouseid_from' ] );
		change( item, declination, from, `-${ quantity }`, world );
	}
	change(
		item,
		declination,
		numberOf( stock[ 'warehouseid_to' ] ),
		quantity,
		world
	);
	return null;
}

function requireItem(
	itemid: Json | undefined,
	declid: Json | undefined,
	{ state }: World
): void {
	const item = numberOf( itemid );
	if ( ! state.items.has( item ) ) {
		throw notLoadable( 'item' );
	}
	if (
		declid !== undefined &&
		state.declinations.get( numberOf( declid ) )?.item_id !== item
	) {
		throw notLoadable( 'declination' );
	}
}

function requireWarehouse( id: Json | undefined, { v1 }: World ): void {
	if (
		! v1.warehouses.some( ( warehouse ) => warehouse.id === numberOf( id ) )
	) {
		throw notLoadable( 'warehouse' );
	}
}

function isKept( item: number, { v1 }: World ): boolean {
	return v1.stock.some( ( line ) => line.item_id === item );
}

function change(
	item: number,
	declination: number | null,
	warehouse: number,
	quantity: string,
	{ v1 }: World
): void {
	const line = v1.stock.find(
		( known ) =>
			known.item_id === item &&
			known.declination_id === declination &&
			known.warehouse_id === warehouse
	);
	if ( line === undefined ) {
		v1.stock.push( {
			id: v1.stock.length + 1,
			item_id: item,
			declination_id: declination,
			warehouse_id: warehouse,
			quantity: new Big( quantity ).toFixed(),
		} );
	} else {
		line.quantity = new Big( line.quantity ).plus( quantity ).toFixed();
	}
}
