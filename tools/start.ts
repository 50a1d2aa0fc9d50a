/**
 * A shop to click through: WordPress, WooCommerce, this plugin and the Sellsy sandbox, all on this machine.
 */
import { object, parse, string, unknown } from 'zod/mini';
import { ADMIN } from '../tests/environment/site.ts';
import {
	activate,
	script,
	startPlayground,
} from '../tests/environment/playground.ts';
import { SANDBOX_CLIENT, startSandbox } from '../tests/environment/sandbox.ts';
import { CACHE } from '../tests/environment/cache.ts';
import {
	findWooCommerce,
	standinNotice,
	type WooCommerce,
} from '../tests/environment/woocommerce.ts';
import { findWordPress } from '../tests/environment/wordpress.ts';
import { port, UnusablePort } from './port.ts';
import { build } from './prepare.ts';

const step = async < T >(
	text: string,
	work: () => Promise< T >
): Promise< T > => {
	const start = Date.now();
	process.stdout.write( `${ text } … ` );
	const result = await work();
	console.log( `${ ( ( Date.now() - start ) / 1000 ).toFixed( 1 ) } s` );
	return result;
};

const FirstOrder = object( {
	order: string(),
	invoice: string(),
	problem: unknown(),
} );

type Shop = Awaited< ReturnType< typeof startShop > >;

export const startShop = async ( woocommerce: WooCommerce ) => {
	const sandboxPort = await port( 'ORDERINVOICER_SANDBOX_PORT', 4010 );
	const shopPort = await port( 'ORDERINVOICER_SHOP_PORT', 8080 );
	await step(
		'WordPress (from the npm registry, kept in the cache)',
		findWordPress
	);
	await build();
	const sandbox = await step( 'Sellsy sandbox', () =>
		startSandbox( sandboxPort )
	);
	const playground = await step( 'WordPress Playground: PHP and SQLite', () =>
		startPlayground( {
			sandboxUrl: sandbox.url,
			woocommerce,
			port: shopPort,
		} )
	);
	await step( `WooCommerce ${ woocommerce.version }`, () =>
		activate( playground, 'woocommerce/woocommerce.php' )
	);
	await step( 'French taxes, products, customers', () =>
		script( playground, 'seed' )
	);
	await step( 'Order Invoicer', () =>
		activate( playground, 'orderinvoicer/orderinvoicer.php' )
	);
	await step( 'Connecting it to the sandbox', () =>
		script( playground, 'connect' )
	);
	const order = await step( 'A first order and its invoice', () =>
		script( playground, 'first-order' )
	);
	return {
		sandbox,
		playground,
		first: parse(
			FirstOrder,
			JSON.parse( order.split( '\n' ).at( -1 ) ?? '' )
		),
	};
};

const welcome = (
	{ playground, sandbox, first }: Shop,
	customers: string
): string => `
  Shop             ${ playground.url }/shop/
  Back office      ${ playground.url }/wp-admin/   ${ ADMIN.user } / ${ ADMIN.password }
  Order Invoicer   ${ playground.url }/wp-admin/admin.php?page=orderinvoicer
  Customers        ${ customers }
  Sellsy sandbox   ${ sandbox.url }/   client ${ SANDBOX_CLIENT.id }, secret ${ SANDBOX_CLIENT.secret }
  First order      ${ first.order }: ${ first.invoice === '' ? JSON.stringify( first.problem ) : first.invoice }

  Place an order: its invoice appears in the sandbox within seconds, and the credit note of its refund too, finalised
  because this demo is set so (in a new shop they are drafts). PHP is WebAssembly here: a page takes seconds. Ctrl-C
  stops everything within ten seconds; nothing is kept but the downloads in ${ CACHE }.
`;

const main = async (): Promise< void > => {
	// Before the servers' own handlers, which end the process: PHP takes its time.
	process.on( 'SIGINT', () => console.log( '\nStopping …' ) );
	const woocommerce = await step( 'Looking for WooCommerce', () =>
		findWooCommerce()
	);
	const notice = standinNotice( woocommerce );
	if ( notice !== null ) {
		console.log( notice );
	}
	const shop = await startShop( woocommerce );
	console.log(
		welcome(
			shop,
			notice === null
				? 'client / password, entreprise / password'
				: 'none on the stand-in: choose a recorded order in the shop'
		)
	);
	if ( notice !== null ) {
		console.log( notice );
	}
};

if ( require.main === module ) {
	main().catch( ( error: unknown ) => {
		console.error( error instanceof UnusablePort ? error.message : error );
		process.exit( 1 );
	} );
}
