/**
 * The named files of tests in one process, each as a suite of its own. In processes of their own each would read the
 * sandbox, its schemas and OpenAPI anew: two thirds of the time.
 */
import path from 'node:path';
import { describe } from 'node:test';

for ( const file of process.argv.slice( 2 ) ) {
	describe( file, () => {
		require( path.resolve( file ) );
	} );
}
