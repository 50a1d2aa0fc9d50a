import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { objectOf } from '../../contract/json.ts';
import { textBody } from '../gateway.ts';
import { createRecord } from '../records.ts';
import type { World } from '../world.ts';
import { handleV1 } from './gateway.ts';

const namedItemSchema = z.strictObject( {
	type: z.enum( [ 'shipping', 'packaging' ] ),
	name: z.string(),
	/** HT. */
	price: z._default( z.string(), '0' ),
	tax_id: z._default( z.int(), 1 ),
} );

/** The old API at `/v1/`, and what tests need to see or seed of it. */
export function addV1( app: FastifyInstance, world: World ): void {
	app.post( '/v1/', ( request, reply ) => handleV1( request, reply, world ) );
	app.get( '/_sandbox/mails', () => world.v1.mails );
	app.get( '/_sandbox/stock', () => world.v1.stock );
	app.post( '/_sandbox/named-items', ( request, reply ) => {
		const body: unknown = JSON.parse( textBody( request ) );
		const wanted = namedItemSchema.safeParse( body );
		return wanted.success
			? addNamedItem( wanted.data, world )
			: reply.code( 400 ).send( { error: wanted.error.message } );
	} );
}

/** No API creates shipping or packaging: a person does, in the settings of the account. */
function addNamedItem(
	{ type, name, price, tax_id }: z.infer< typeof namedItemSchema >,
	world: World
) {
	const product = { type: 'product', reference: name, name, tax_id };
	const { body } = createRecord(
		'/items',
		{ ...product, reference_price: price },
		world
	);
	const item = world.state.items.get( Number( objectOf( body )[ 'id' ] ) );
	return item === undefined ? null : Object.assign( item, { type } );
}
