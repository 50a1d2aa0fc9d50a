/** Goods, what Sellsy calls them, and their stock. */
import {
	ForgottenSchema,
	ProductsCheckedSchema,
	ProductsSchema,
	type StockAct,
	StockSchema,
	WarehousesSchema,
} from '../generated/schemas';
import type { PageQuery } from './endpoints';
import { pageOf, PER_PAGE, readPage } from './pages';
import { request, requestPage } from './request';

export const getProducts = (
	{ page: asked, ...query }: PageQuery & { problem: string },
	signal: AbortSignal
) =>
	readPage( asked, PER_PAGE, ( page ) =>
		requestPage( ProductsSchema, {
			path: `/products?${ pageOf( page, query ) }`,
			signal,
		} )
	);

export const checkProducts = ( ids: number[] ) =>
	request( ProductsCheckedSchema, {
		path: '/products/check',
		method: 'POST',
		data: { ids },
	} );

export const forgetProduct = ( id: number ) =>
	request( ForgottenSchema, {
		path: `/products/${ id }/link`,
		method: 'DELETE',
	} );

export const getStock = ( signal: AbortSignal ) =>
	request( StockSchema, { path: '/stock', signal } );

export const actOnStock = ( data: StockAct ) =>
	request( StockSchema, { path: '/stock', method: 'POST', data } );

export const getWarehouses = ( signal: AbortSignal ) =>
	request( WarehousesSchema, { path: '/stock/warehouses', signal } );
