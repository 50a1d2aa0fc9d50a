/**
 * A shop to click through: WordPress, WooCommerce, this plugin and the Sellsy sandbox, all on this machine.
 */
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
import { build } from './prepare.ts';

const port = ( name: string, usual: number ): number =>
	Number( process.env[ name ] ?? usual );

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

type Shop = Awaited< ReturnType< typeof startShop > >;

export const startShop = async ( woocommerce: WooCommerce ) => {
	await step(
		'WordPress (from the npm registry, kept in the cache)',
		findWordPress
	);
	await build();
	const sandbox = await step( 'Sellsy sandbox', () =>
		startSandbox( port( 'ORDERINVOICER_SANDBOX_PORT', 4010 ) )
	);
	const playground = await step( 'WordPress Playground: PHP and SQLite', () =>
		startPlayground( {
			sandboxUrl: sandbox.url,
			woocommerce,
			port: port( 'ORDERINVOICER_SHOP_PORT', 8080 ),
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
	return { sandbox, playground, order: order.split( '\n' ).at( -1 ) ?? '' };
};

const welcome = ( { playground, sandbox, order }: Shop ): string => `
  Shop             ${ playground.url }/shop/
  Back office      ${ playground.url }/wp-admin/   ${ ADMIN.user } / ${ ADMIN.password }
  Settings         ${ playground.url }/wp-admin/admin.php?page=orderinvoicer
  Customers        client / password, entreprise / password
  Sellsy sandbox   ${ sandbox.url }/   client ${ SANDBOX_CLIENT.id }, secret ${ SANDBOX_CLIENT.secret }
  First order      ${ order }

  Place an order and pay it (cash on delivery, cheque, bank transfer): its invoice appears in the sandbox within
  seconds. Ctrl-C stops everything; nothing is kept but the downloads in ${ CACHE }.
`;

const main = async (): Promise< void > => {
	const woocommerce = await step( 'Looking for WooCommerce', () =>
		findWooCommerce()
	);
	const notice = standinNotice( woocommerce );
	if ( notice !== null ) {
		console.log( notice );
	}
	const shop = await startShop( woocommerce );
	console.log( welcome( shop ) );
	if ( notice !== null ) {
		console.log( notice );
	}
};

if ( require.main === module ) {
	main().catch( ( error: unknown ) => {
		console.error( error );
		process.exit( 1 );
	} );
}
