import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { CACHE, PROJECT, cached } from './cache.ts';

export const WOOCOMMERCE_VERSION = '10.5.0';

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

const download = async ( version: string, into: string ): Promise< void > => {
	const response = await fetch(
		`https://downloads.wordpress.org/plugin/woocommerce.${ version }.zip`,
		{ signal: AbortSignal.timeout( DOWNLOAD_SECONDS * 1000 ) }
	);
	if ( ! response.ok ) {
		throw new Error( `wordpress.org answered ${ response.status }.` );
	}
	await unzip( Buffer.from( await response.arrayBuffer() ), into );
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
		const directory = await cached( `woocommerce-${ version }`, ( into ) =>
			download( version, into )
		);
		return { kind: 'real', directory, version };
	} catch {
		return STANDIN;
	}
};

/**
 * Said at the start and at the end of a run on the stand-in; null with the real one.
 */
export const standinNotice = ( woocommerce: WooCommerce ): string | null =>
	woocommerce.kind === 'real'
		? null
		: `A stand-in takes the place of WooCommerce, which could not be had. For the real one unpack https://downloads.wordpress.org/plugin/woocommerce.${ WOOCOMMERCE_VERSION }.zip into ${ CACHE }/woocommerce-${ WOOCOMMERCE_VERSION } or set WOOCOMMERCE_DIR.`;
