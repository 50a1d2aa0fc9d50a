import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { PROJECT, cached } from './cache.ts';

export const WOOCOMMERCE_VERSION = '10.5.0';

export const zipOf = ( version: string ): string =>
	`https://downloads.wordpress.org/plugin/woocommerce.${ version }.zip`;

const DOWNLOAD_SECONDS = 90;

export type WooCommerce = {
	kind: 'real' | 'standin';
	directory: string;
	version: string;
};

export const STANDIN: WooCommerce = {
	kind: 'standin',
	directory: path.join( PROJECT, 'tests/woocommerce-standin' ),
	version: 'stand-in',
};

const isWooCommerce = ( directory: string ): boolean =>
	existsSync( path.join( directory, 'woocommerce.php' ) );

const versionOf = async ( directory: string ): Promise< string > => {
	const header = await readFile(
		path.join( directory, 'woocommerce.php' ),
		'utf8'
	);
	return /^ \* Version: (\S+)/m.exec( header )?.[ 1 ] ?? 'unknown';
};

const unzip = async ( zip: Buffer, directory: string ): Promise< void > => {
	for ( const [ name, content ] of Object.entries( unzipSync( zip ) ) ) {
		// The archive holds one folder, "woocommerce"; the cache keeps what is in it.
		const file = path.join(
			directory,
			name.replace( /^woocommerce\//, '' )
		);
		if (
			! file.startsWith( directory + path.sep ) ||
			name.endsWith( '/' )
		) {
			continue;
		}
		await mkdir( path.dirname( file ), { recursive: true } );
		await writeFile( file, content );
	}
};

/**
 * In the cache; the zip is asked for where it is not there yet.
 *
 * @throws Error where the zip holds no WooCommerce.
 */
export const keepWooCommerce = (
	zip: () => Promise< Buffer >,
	version = WOOCOMMERCE_VERSION
): Promise< string > =>
	cached( `woocommerce-${ version }`, async ( into ) => {
		await unzip( await zip(), into );
		if ( ! isWooCommerce( into ) ) {
			throw new Error( 'This zip holds no WooCommerce.' );
		}
	} );

const download = async ( version: string ): Promise< Buffer > => {
	const response = await fetch( zipOf( version ), {
		signal: AbortSignal.timeout( DOWNLOAD_SECONDS * 1000 ),
	} );
	if ( ! response.ok ) {
		throw new Error( `wordpress.org answered ${ response.status }.` );
	}
	return Buffer.from( await response.arrayBuffer() );
};

/**
 * WOOCOMMERCE_DIR, the cache, wordpress.org, the stand-in: in this order. ORDERINVOICER_WOOCOMMERCE=standin forces the
 * stand-in.
 */
export const findWooCommerce = async (
	version = WOOCOMMERCE_VERSION
): Promise< WooCommerce > => {
	if ( process.env[ 'ORDERINVOICER_WOOCOMMERCE' ] === 'standin' ) {
		return STANDIN;
	}
	const given = process.env[ 'WOOCOMMERCE_DIR' ];
	if ( given !== undefined && given !== '' ) {
		if ( ! isWooCommerce( given ) ) {
			throw new Error(
				`WOOCOMMERCE_DIR holds no WooCommerce: ${ given }`
			);
		}
		return {
			kind: 'real',
			directory: path.resolve( given ),
			version: await versionOf( given ),
		};
	}
	try {
		const directory = await keepWooCommerce(
			() => download( version ),
			version
		);
		return { kind: 'real', directory, version };
	} catch {
		return STANDIN;
	}
};

/**
 * Said at the start and at the end of a run on the stand-in; null with the real one.
 */
export const standinNotice = ( woocommerce: WooCommerce ): string | null => {
	if ( woocommerce.kind === 'real' ) {
		return null;
	}
	const why =
		process.env[ 'ORDERINVOICER_WOOCOMMERCE' ] === 'standin'
			? 'WooCommerce was not asked for (ORDERINVOICER_WOOCOMMERCE=standin)'
			: 'WooCommerce could not be had. This brings it: npm run woocommerce';
	return `${ why }. Recorded orders take its place.`;
};
