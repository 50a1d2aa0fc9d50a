import { textOf } from '../../contract/json.ts';
import { invalid } from '../errors.ts';
import { exempt, rate } from '../seed.ts';
import { nextId } from '../state.ts';
import type { Tax } from '../state.ts';
import type { Answer, ApiCall, Routes } from '../world.ts';

export const taxRoutes: Routes = { 'POST /taxes': create };

/** Sellsy takes odd labels and rates, and two taxes of one rate; only 0 without a reason is refused. */
function create( { world, body }: ApiCall ): Answer {
	if ( body[ 'rate' ] === 0 ) {
		throw invalid( {
			rate: 'La création d’une taxe à 0 % n’est plus possible : utilisez une taxe exonérée.',
		} );
	}
	const id = nextId( world.state, 'tax' );
	const label = textOf( body[ 'label' ] );
	const tax: Tax = {
		...( typeof body[ 'rate' ] === 'number'
			? rate( id, body[ 'rate' ], label )
			: exempt(
					id,
					textOf( body[ 'category' ] ),
					textOf( body[ 'vatex' ] ),
					label
				) ),
		is_active: body[ 'is_active' ] !== false,
	};
	world.state.reference.taxes.push( tax );
	return { status: 201, body: tax };
}
