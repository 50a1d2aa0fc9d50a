import { request, type FullConfig } from '@playwright/test';
import { speak } from './language.ts';

/**
 * Signs the administrator in once, in English whatever the site speaks; guests start from an empty state (see
 * fixtures.ts).
 */
const signIn = async ( config: FullConfig ): Promise< void > => {
	const baseURL = config.projects[ 0 ]?.use.baseURL ?? '';
	const context = await request.newContext( { baseURL } );
	await context.get( '/wp-login.php' );
	const response = await context.post( '/wp-login.php', {
		form: {
			log: 'admin',
			pwd: 'password',
			'wp-submit': 'Log In',
			redirect_to: '/wp-admin/profile.php',
		},
	} );
	if ( ! response.url().includes( '/wp-admin/' ) ) {
		throw new Error( `Signing in failed: ${ response.url() }` );
	}
	await speak( context, 'en_US' );
	const file = config.projects[ 0 ]?.use.storageState;
	await context.storageState(
		typeof file === 'string' ? { path: file } : {}
	);
	await context.dispose();
};

export default signIn;
