import { existsSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../tests/environment/cache.ts';
import { run } from '../tests/environment/processes.ts';
import { NEEDS, ensure } from '../tests/environment/system-packages.ts';
import { findWordPress } from '../tests/environment/wordpress.ts';
import { step } from './step.ts';

/**
 * What a suite cannot run without; the suite is then skipped, with this reason.
 */
export class Missing extends Error {}

const need = async (
	needs: Parameters< typeof ensure >[ 0 ]
): Promise< void > => {
	const missing = await ensure( needs );
	if ( missing.length > 0 ) {
		throw new Missing( `not installed: ${ missing.join( ', ' ) }` );
	}
};

const once = ( work: () => Promise< void > ): ( () => Promise< void > ) => {
	let promise: Promise< void > | undefined;
	return () => ( promise ??= work() );
};

export const phpTools = once( async () => {
	await need( NEEDS.php );
	if ( ! existsSync( path.join( PROJECT, 'vendor/autoload.php' ) ) ) {
		await step( 'Development packages, with Composer', () =>
			run(
				'composer',
				[ 'install', '--no-interaction', '--no-progress' ],
				{ cwd: PROJECT, env: { COMPOSER_ALLOW_SUPERUSER: '1' } }
			)
		);
	}
} );

export const database = once( () => need( NEEDS.site ) );

export const browser = once( () => need( NEEDS.browser ) );

export const translations = once( () => need( NEEDS.translations ) );

export const wordPress = once( async () => {
	await findWordPress();
} );

/**
 * Once for this process and those it starts: no suite rebuilds what another is serving, zipping or reading.
 */
export const build = once( async () => {
	if ( process.env[ 'ORDERINVOICER_BUILT' ] === 'yes' ) {
		return;
	}
	await step( 'Building the screens (npm run build)', () =>
		run( 'npm', [ 'run', '--silent', 'build' ], { cwd: PROJECT } )
	);
	process.env[ 'ORDERINVOICER_BUILT' ] = 'yes';
} );
