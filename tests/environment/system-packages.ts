import { existsSync } from 'node:fs';
import { findBrowser } from './browser.ts';
import { execute, isInstalled, run } from './processes.ts';

type Need = {
	name: string;
	packages: string[];
	isThere: () => Promise< boolean >;
};

const php = ( extension: string, debianName: string ): Need => ( {
	name: `PHP extension ${ extension }`,
	packages: [ `php-${ debianName }` ],
	isThere: async () =>
		/^1/.test(
			(
				await execute( 'php', [
					'-r',
					`echo (int) extension_loaded( '${ extension }' );`,
				] )
			).output
		),
} );

const command = ( name: string, ...packages: string[] ): Need => ( {
	name,
	packages,
	isThere: () => isInstalled( name ),
} );

export const NEEDS = {
	php: [
		command( 'php', 'php-cli' ),
		command( 'composer', 'composer' ),
		php( 'mbstring', 'mbstring' ),
		php( 'dom', 'xml' ),
		php( 'curl', 'curl' ),
	],
	site: [
		php( 'mysqli', 'mysql' ),
		php( 'zip', 'zip' ),
		php( 'intl', 'intl' ),
		command( 'mariadbd', 'mariadb-server' ),
		command( 'openssl', 'openssl' ),
	],
	browser: [
		{
			name: 'chromium',
			packages: [ 'chromium-headless-shell' ],
			isThere: async () => findBrowser() !== null,
		},
	],
	translations: [ command( 'msgfmt', 'gettext' ) ],
};

const missing = async ( needs: Need[] ): Promise< Need[] > => {
	const there = await Promise.all( needs.map( ( need ) => need.isThere() ) );
	return needs.filter( ( _, index ) => there[ index ] !== true );
};

const install = async ( needs: Need[] ): Promise< string[] > => {
	const wanted = await missing( needs );
	if ( wanted.length === 0 ) {
		return [];
	}
	if ( process.getuid?.() === 0 && existsSync( '/usr/bin/apt-get' ) ) {
		const packages = wanted.flatMap( ( need ) => need.packages );
		console.log( `Installing with apt-get: ${ packages.join( ' ' ) }` );
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		await execute( 'apt-get', [ 'update', '-q' ], { env } );
		await run(
			'apt-get',
			[ 'install', '-q', '-y', '--no-install-recommends', ...packages ],
			{ env }
		).catch( ( error: unknown ) => console.log( String( error ) ) );
	}
	return ( await missing( wanted ) ).map( ( need ) => need.name );
};

let one: Promise< unknown > = Promise.resolve();

/**
 * Installs what is missing where that is possible: as root on Debian, for one suite after the other.
 *
 * @return The names of what is missing still.
 */
export const ensure = ( needs: Need[] ): Promise< string[] > => {
	const installed = one.then( () => install( needs ) );
	one = installed.catch( () => {} );
	return installed;
};
