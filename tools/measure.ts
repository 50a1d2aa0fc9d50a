/**
 * What the plugin adds to a change of an order's status, and what its screens cost with many tasks, on a real site:
 * `npm run measure`.
 */
import { spawnSync } from 'node:child_process';
import { startMariaDb } from '../tests/environment/mariadb.ts';
import { startSandbox } from '../tests/environment/sandbox.ts';
import { startSite } from '../tests/environment/site.ts';
import { findWooCommerce } from '../tests/environment/woocommerce.ts';

const PARTS = [ 'status-change.php', 'large-ledger.php' ];

const main = async (): Promise< number > => {
	const woocommerce = await findWooCommerce();
	const sandbox = await startSandbox();
	const database = await startMariaDb();
	const site = await startSite( {
		database,
		sandboxUrl: sandbox.url,
		woocommerce,
	} );
	const statuses = PARTS.map(
		( part ) =>
			spawnSync( 'php', [ `tests/php/measure/${ part }` ], {
				stdio: 'inherit',
				env: { ...process.env, ...site.environment },
			} ).status ?? 1
	);
	return Math.max( ...statuses );
};

main()
	.then( ( status ) => process.exit( status ) )
	.catch( ( error: unknown ) => {
		console.error( error );
		process.exit( 1 );
	} );
