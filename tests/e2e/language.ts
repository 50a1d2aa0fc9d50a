import { expect, type APIRequestContext } from '@playwright/test';

/**
 * The language of the person who is signed in, whatever the site speaks.
 */
export const speak = async (
	request: APIRequestContext,
	locale: 'en_US' | 'fr_FR'
): Promise< void > => {
	const nonce = await request.get(
		'/wp-admin/admin-ajax.php?action=rest-nonce'
	);
	const response = await request.post( '/?rest_route=/wp/v2/users/me', {
		headers: { 'X-WP-Nonce': await nonce.text() },
		data: { locale },
	} );
	expect( response.ok(), await response.text() ).toBe( true );
};
