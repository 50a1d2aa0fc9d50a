/**
 * What each of our pages loads of our own, compressed as a web server sends it.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../tests/environment/cache.ts';

/** Of all that one page needs before it is seen. */
export const LIMIT_KB = 45;

const BYTES_PER_KB = 1024;
const BUILD = path.join( PROJECT, 'build' );

/** What each of them loads; the style is that of one direction of writing. */
const SHARED = [ 'index.js', 'index.css', 'help.js' ];

/** WooCommerce's screens of orders. */
const ORDERS = [
	'order-meta-box.js',
	'order-meta-box.css',
	'order-list.js',
	'help.js',
];

export type FirstLoad = { page: string; kb: number };

/**
 * @return What is fetched before a page is seen; of one that has steps (`pages/setup/connect.js`), before each of them.
 */
export const firstLoads = async (): Promise< FirstLoad[] > => {
	const scripts = (
		await readdir( path.join( BUILD, 'pages' ), { recursive: true } )
	)
		.filter( ( name ) => name.endsWith( '.js' ) )
		.map( ( name ) => name.split( path.sep ).join( '/' ) )
		.sort();
	if ( scripts.length === 0 ) {
		throw new Error( 'build/pages holds no script.' );
	}
	const shared = await sizeOf( SHARED );
	const pages = await Promise.all(
		scripts
			.filter( ( name ) => ! hasSteps( name, scripts ) )
			.map( async ( name ) => ( {
				page: name.replace( /\.js$/, '' ),
				kb: shared + ( await sizeOf( needed( name ) ) ),
			} ) )
	);
	return [
		...pages,
		{ page: 'WooCommerce’s orders', kb: await sizeOf( ORDERS ) },
	];
};

const hasSteps = ( name: string, scripts: string[] ): boolean =>
	scripts.some( ( other ) =>
		other.startsWith( name.replace( /\.js$/, '/' ) )
	);

/** A step stands in the folder of its page, whose script comes first. */
const needed = ( name: string ): string[] => {
	const [ page = '', step ] = name.split( '/' );
	return step === undefined
		? [ `pages/${ page }` ]
		: [ `pages/${ page }.js`, `pages/${ page }/${ step }` ];
};

const sizeOf = async ( names: string[] ): Promise< number > => {
	let bytes = 0;
	for ( const name of names ) {
		bytes += gzipSync( await readFile( path.join( BUILD, name ) ) ).length;
	}
	return bytes / BYTES_PER_KB;
};
