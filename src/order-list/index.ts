import { follow } from './progress';

/** Features\Bulk and Features\Archives print them, and this file only while something is worked. */
for ( const id of [ 'orderinvoicer-bulk', 'orderinvoicer-archive' ] ) {
	const host = document.getElementById( id );
	if ( host ) {
		follow( host );
	}
}
