import type { APIRequestContext } from '@playwright/test';

/**
 * Signs in by a request. WordPress's own page puts the cursor into the name field after a moment: what a test types
 * then may land in the wrong field.
 *
 * @throws Error where WordPress shows its page again.
 */
export const signIn = async (
	request: APIRequestContext,
	log: string,
	pwd: string
): Promise< void > => {
	// WordPress wants to see its test cookie come back.
	await request.get( '/wp-login.php' );
	const response = await request.post( '/wp-login.php', {
		form: { log, pwd, 'wp-submit': 'Log In' },
	} );
	if ( new URL( response.url() ).pathname === '/wp-login.php' ) {
		throw new Error( `Signing in failed: ${ response.url() }` );
	}
};
