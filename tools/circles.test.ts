import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circlesOf, importsOf } from './circles.ts';

test( 'no file of the screens needs one that needs it', () => {
	assert.deepEqual( circlesOf( importsOf() ), [] );
} );

test( 'a circle is found once, with all its files', () => {
	const imports = new Map( [
		[ 'a', [ 'b' ] ],
		[ 'b', [ 'c', 'd' ] ],
		[ 'c', [ 'a' ] ],
		[ 'd', [] ],
	] );
	assert.deepEqual( circlesOf( imports ), [ [ 'a', 'b', 'c' ] ] );
} );

test( 'a file that is fetched later is imported too', () => {
	const imports = [ ...importsOf() ].find( ( [ name ] ) =>
		name.endsWith( 'src/admin/pages.ts' )
	)?.[ 1 ];
	assert.ok(
		imports?.some( ( name ) => name.endsWith( 'pages/tasks/index.tsx' ) )
	);
} );
