import { follow } from './progress';

/** Admin\OrderList\BulkProgress prints it, and this file only while something is worked. */
const host = document.getElementById( 'orderinvoicer-bulk' );

if ( host ) {
	follow( host );
}
