/**
 * What each of our pages loads of our own, compressed as a web server sends it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { FIRST_LOADS, WITH_RULES } from '../src/test/firstLoads.ts';
import { PROJECT } from '../tests/environment/cache.ts';

/** Of all that one page asks for by itself. */
const LIMIT_KB = 45;

/** Seen once, when a shop is set up: what tries the last orders and the account comes below what is seen first. */
const OTHER_LIMITS: Partial< Record< string, number > > = {
	'setup/check': 55,
};

const BYTES_PER_KB = 1024;
const BUILD = path.join( PROJECT, 'build' );

/** What each of them loads; the style is that of one direction of writing. */
const SHARED = [ 'index.js', 'index.css', 'help.js' ];

/** WooCommerce's screens of orders. */
const ORDERS = [
	'order-meta-box.js',
	'order-meta-box.css',
	'pages/order-box.js',
	'order-list.js',
	'help.js',
];

export type FirstLoad = { page: string; kb: number; limit: number };

/** What comes before a page is seen, and what it asks for by itself then. What somebody opens comes later. */
export const firstLoads = async (): Promise< FirstLoad[] > => {
	const shared = await sizeOf( SHARED );
	const pages = await Promise.all(
		Object.entries( {
			...FIRST_LOADS,
			'documents with rules': WITH_RULES,
		} ).map( async ( [ page, scripts ] ) => ( {
			page,
			kb:
				shared +
				( await sizeOf(
					scripts.map( ( name ) => `pages/${ name }.js` )
				) ),
			limit: OTHER_LIMITS[ page ] ?? LIMIT_KB,
		} ) )
	);
	return [
		...pages,
		{
			page: 'WooCommerce’s orders',
			kb: await sizeOf( ORDERS ),
			limit: LIMIT_KB,
		},
	];
};

const sizeOf = async ( names: string[] ): Promise< number > => {
	let bytes = 0;
	for ( const name of names ) {
		bytes += gzipSync( await readFile( path.join( BUILD, name ) ) ).length;
	}
	return bytes / BYTES_PER_KB;
};
