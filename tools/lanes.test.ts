import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { inLanes } from './lanes.ts';

test( 'each item once, in order, never more at a time than there are lanes', async () => {
	const items = [ 30, 10, 10, 10, 1, 1 ];
	const begun: number[] = [];
	let atOnce = 0;
	let most = 0;
	await inLanes( items, 2, async ( milliseconds ) => {
		begun.push( milliseconds );
		most = Math.max( most, ++atOnce );
		await wait( milliseconds );
		atOnce--;
	} );
	assert.deepEqual( begun, items );
	assert.equal( most, 2 );
} );

test( 'a long one holds up its own lane only', async () => {
	const ended: string[] = [];
	let finishLong = (): void => {};
	const long = new Promise< void >( ( resolve ) => ( finishLong = resolve ) );
	await inLanes( [ 'long', 'a', 'b', 'c' ], 2, async ( name ) => {
		await ( name === 'long' ? long : Promise.resolve() );
		ended.push( name );
		if ( name === 'c' ) {
			finishLong();
		}
	} );
	assert.deepEqual( ended, [ 'a', 'b', 'c', 'long' ] );
} );
