import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPlayground } from '../../environment/playground.ts';

/** The tables that a shop of schema 5 had. */
const OLDER = `
	require_once WP_PLUGIN_DIR . '/orderinvoicer/includes/autoload.php';
	$schema = new OrderInvoicer\\Persistence\\Schema( $wpdb );
	$schema->install();
	$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP INDEX sent" );
	update_option( 'orderinvoicer_schema_version', 5 );`;

test( 'on SQLite too, an older shop gets the index that is new', async () => {
	const playground = await startPlayground( {
		sandboxUrl: 'http://127.0.0.1:9',
		woocommerce: null,
		workers: 1,
	} );
	try {
		const answer = await playground.php( `${ OLDER }
			$before  = $schema->missing();
			$missing = $schema->install();
			echo '>', wp_json_encode( [ $before, $missing, $schema->missing(), $schema->is_current() ] );` );
		assert.deepEqual( JSON.parse( answer.split( '>' ).at( -1 ) ?? '' ), [
			[ 'orderinvoicer_sync.sent' ],
			[],
			[],
			true,
		] );
	} finally {
		await playground.stop();
	}
} );
