/**
 * A shop to click through: WordPress, WooCommerce, this plugin and the Sellsy sandbox, all on this machine.
 */
import { randomUUID } from 'node:crypto';
import { object, parse, string, unknown } from 'zod/mini';
import { ADMIN } from '../tests/environment/site.ts';
import {
	NEWEST_PHP,
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
import { step } from './step.ts';

const FirstOrder = object( {
	order: string(),
	invoice: string(),
	problem: unknown(),
} );

/** Opens the demo's page as its owner: as good as the password that is printed beside it. */
const KEY = randomUUID();

type Shop = Awaited< ReturnType< typeof startShop > >;

/** On the newest PHP, which tells what is deprecated. */
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
			php: NEWEST_PHP,
			port: shopPort,
			constants: { ORDERINVOICER_DEMO: KEY },
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
	await step( 'Invoices once paid, payments, documents for customers', () =>
		script( playground, 'demo' )
	);
	const order = await step( 'A first order and its invoice', () =>
		script( playground, 'first-order' )
	);
	return {
		sandbox,
		playground,
		begin: `${ playground.url }/demo/?key=${ KEY }`,
		first: parse(
			FirstOrder,
			JSON.parse( order.split( '\n' ).at( -1 ) ?? '' )
		),
	};
};

const welcome = (
	{ playground, sandbox, begin, first }: Shop,
	{ kind }: WooCommerce
): string => `
  Begin here       ${ begin }

  Back office      ${ playground.url }/wp-admin/   ${ ADMIN.user } / ${
		ADMIN.password
  }${
		kind === 'real'
			? `
  Shop             ${ playground.url }/shop/   client / password, entreprise / password`
			: ''
  }
  Sellsy sandbox   ${ sandbox.url }/   client ${ SANDBOX_CLIENT.id }, secret ${
		SANDBOX_CLIENT.secret
  }
  First order      ${ first.order }: ${
		first.invoice === '' ? JSON.stringify( first.problem ) : first.invoice
  }

  In this demo invoices and credit notes are finalised (in a new shop they are drafts). PHP is WebAssembly here: a page
  takes seconds. Ctrl-C stops everything within ten seconds; nothing is kept but the downloads in ${ CACHE }.
`;

/** What there will be to see. */
const lookForWooCommerce = async (): Promise< WooCommerce > => {
	const woocommerce = await step(
		'Looking for WooCommerce, downloaded where it is not there',
		findWooCommerce
	);
	console.log(
		standinNotice( woocommerce ) ?? `WooCommerce ${ woocommerce.version }`
	);
	return woocommerce;
};

const main = async (): Promise< void > => {
	// Before the servers' own handlers, which end the process: PHP takes its time.
	process.on( 'SIGINT', () => console.log( '\nStopping …' ) );
	const woocommerce = await lookForWooCommerce();
	const shop = await startShop( woocommerce );
	console.log( welcome( shop, woocommerce ) );
	const notice = standinNotice( woocommerce );
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
