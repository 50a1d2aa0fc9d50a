import * as z from 'zod/mini';
import type { Json } from '../contract/json.ts';
import type { State } from './state.ts';
import type { V1State } from './v1/state.ts';
import type { World } from './world.ts';

/** What JSON cannot hold is a list of pairs under this name. */
const MAP = '$map';

const isObject = ( value: unknown ): value is object =>
	typeof value === 'object' && value !== null;

/** The account alone: no calls, faults or tokens. Written by ourselves, so looked at no further. */
const savedSchema = z.object( {
	state: z.custom< State >( isObject ),
	v1: z.custom< V1State >( isObject ),
} );

/** The account as it stands, to be put back by `load()` in another run. */
export function save( world: World ): unknown {
	const saved: unknown = JSON.parse(
		JSON.stringify(
			{ state: world.state, v1: world.v1 },
			( _name, value: unknown ) =>
				value instanceof Map ? { [ MAP ]: [ ...value ] } : value
		)
	);
	return saved;
}

/** What was there before is gone. */
export function load( saved: Json, world: World ): unknown {
	const { state, v1 } = savedSchema.parse(
		JSON.parse( JSON.stringify( saved ), ( _name, value: unknown ) =>
			isMap( value ) ? new Map( value[ MAP ] ) : value
		)
	);
	world.state = { ...world.state, ...state };
	world.v1 = { ...world.v1, ...v1 };
	return { ok: true };
}

function isMap( value: unknown ): value is { [ MAP ]: [ unknown, unknown ][] } {
	return isObject( value ) && MAP in value;
}
