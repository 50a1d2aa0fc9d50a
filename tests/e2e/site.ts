import { expect, type APIRequestContext } from '@playwright/test';

/** A route of the site's REST API, as the person who is signed in. */
export const call = async (
	request: APIRequestContext,
	method: 'GET' | 'POST' | 'DELETE',
	route: string,
	data?: unknown
): Promise< unknown > => {
	const nonce = await request.get(
		'/wp-admin/admin-ajax.php?action=rest-nonce'
	);
	const response = await request.fetch( `/?rest_route=${ route }`, {
		method,
		headers: { 'X-WP-Nonce': await nonce.text() },
		...( data === undefined ? {} : { data } ),
	} );
	expect( response.ok(), await response.text() ).toBe( true );
	const body: unknown = await response.json();
	return body;
};

/** @return the id of what was made. */
export const create = async (
	request: APIRequestContext,
	route: string,
	data: unknown
): Promise< number > => {
	const made = await call( request, 'POST', route, data );
	return typeof made === 'object' && made !== null && 'id' in made
		? Number( made.id )
		: 0;
};
