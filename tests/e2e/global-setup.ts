import { request, type FullConfig } from '@playwright/test';
import { speak } from './language.ts';
import { signIn } from './sign-in.ts';

/**
 * Signs the administrator in once, in English whatever the site speaks; guests start from an empty state (see
 * fixtures.ts).
 */
const signAdministratorIn = async ( config: FullConfig ): Promise< void > => {
	const baseURL = config.projects[ 0 ]?.use.baseURL ?? '';
	const context = await request.newContext( { baseURL } );
	await signIn( context, 'admin', 'password' );
	await speak( context, 'en_US' );
	const file = config.projects[ 0 ]?.use.storageState;
	await context.storageState(
		typeof file === 'string' ? { path: file } : {}
	);
	await context.dispose();
};

export default signAdministratorIn;
