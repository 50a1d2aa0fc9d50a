import type { BrowserContext } from '@playwright/test';

type Kept = {
	context: BrowserContext;
	/** Of a browser that is new, such as those of who is signed in. */
	cookies: Awaited< ReturnType< BrowserContext[ 'cookies' ] > >;
};

const kept = new Map< string, Promise< Kept > >();

const keep = async ( making: Promise< BrowserContext > ): Promise< Kept > => {
	const context = await making;
	return { context, cookies: await context.cookies() };
};

/** All but what it has fetched. */
const forget = async (
	{ context, cookies }: Kept,
	origin: string
): Promise< void > => {
	const [ page ] = context.pages();
	if ( page !== undefined ) {
		const session = await context.newCDPSession( page );
		await session.send( 'Storage.clearDataForOrigin', {
			origin,
			storageTypes: 'all',
		} );
	}
	await Promise.all( context.pages().map( ( one ) => one.close() ) );
	await context.clearPermissions();
	await context.clearCookies();
	await context.addCookies( cookies );
};

/**
 * One test after the other gets the same browser context, as new but for the scripts and styles that it has fetched: to
 * fetch and compile all of WordPress's again takes as long as the page itself.
 */
export const lend = async (
	name: string,
	make: () => Promise< BrowserContext >,
	origin: string,
	use: ( context: BrowserContext ) => Promise< void >
): Promise< void > => {
	const made = kept.get( name ) ?? keep( make() );
	kept.set( name, made );
	const it = await made;
	await use( it.context );
	await forget( it, origin );
};
