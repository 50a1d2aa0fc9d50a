import { expect, type Locator, type Page } from '@playwright/test';

const ADDRESS: [ string, string ][] = [
	[ 'first_name', 'Client' ],
	[ 'last_name', 'Test' ],
	[ 'address_1', '12 avenue de la République' ],
	[ 'postcode', '69001' ],
	[ 'city', 'Lyon' ],
];

/** What WooCommerce's blocks ask. */
const STORE = '/wp-json/wc/store/v1';

const RECEIVED = /order-received\/(\d+)/;

export const fillCart = async (
	page: Page,
	product = 'tasse-en-gres'
): Promise< void > => {
	await page.goto( `/product/${ product }/` );
	await page.locator( 'button[name="add-to-cart"]' ).click();
	// "Added to your cart": leaving earlier would cut the request off.
	await page
		.locator( '.wc-block-components-notice-banner, .woocommerce-message' )
		.first()
		.waitFor();
	// WooCommerce stores the cart after it has printed the page: only then is the response complete.
	await page.waitForLoadState( 'load' );
};

/** @param fields How their ids begin: `#shipping-` at the block checkout, `#billing_` at the classic one. */
export const fillAddress = async (
	page: Page,
	fields: '#shipping-' | '#billing_'
): Promise< void > => {
	// The block checkout sends what was typed once nobody types for 1.5 s. An order that is placed earlier crosses that
	// request, and may stay without a name.
	const sent =
		fields === '#shipping-'
			? page.waitForResponse( ( response ) =>
					/"last_name":"Test".*"city":"Lyon"/.test(
						response.request().postData() ?? ''
					)
				)
			: undefined;
	const fill = async () => {
		for ( const [ name, value ] of ADDRESS ) {
			await page.locator( `${ fields }${ name }` ).fill( value );
		}
	};
	await Promise.all( [ sent, fill() ] );
};

/** The checkout draws its payment methods again while it calculates, and may move or forget the choice. */
export const choose = async ( method: Locator ): Promise< void > => {
	await expect( async () => {
		await method.click( { timeout: 5_000 } );
		await expect( method ).toBeChecked( { timeout: 1_000 } );
	} ).toPass();
};

export const BLOCK_CHECKOUT =
	'.wc-block-components-checkout-place-order-button';

export const CLASSIC_CHECKOUT = '#place_order';

/**
 * Where PHP is WebAssembly the checkout takes seconds to send what was typed and chosen. An order that is placed before
 * that has no name, so a second click must not come early.
 */
const TAKEN_WITHIN =
	process.env[ 'ORDERINVOICER_DEMO' ] === 'yes' ? 15_000 : 2_000;

/**
 * The checkout ignores a click while it still calculates, so it is clicked until an order is on its way: that covers or
 * disables the button.
 *
 * @return The order's id.
 */
export const placeOrder = async (
	page: Page,
	button: string
): Promise< string > => {
	await expect( async () => {
		if ( ! RECEIVED.test( page.url() ) ) {
			await page.locator( button ).click( { timeout: 5_000 } );
		}
		await page.waitForURL( RECEIVED, {
			timeout: TAKEN_WITHIN,
			waitUntil: 'commit',
		} );
	} ).toPass();
	// A page that has only begun cannot be reloaded.
	await page.waitForLoadState( 'load' );
	return RECEIVED.exec( page.url() )?.[ 1 ] ?? '';
};

/**
 * Puts one product into the cart and pays it, on delivery unless said otherwise, through the block checkout.
 *
 * @return The order's id.
 */
export const buyAtCheckout = async (
	page: Page,
	product: string,
	email = `client-${ Date.now() }@example.test`,
	payment = 'cod'
): Promise< string > => {
	await fillCart( page, product );
	await page.goto( '/checkout/' );
	await page.locator( '#email' ).fill( email );
	await fillAddress( page, '#shipping-' );
	await choose(
		page.locator(
			`input[name="radio-control-wc-payment-method-options"][value="${ payment }"]`
		)
	);
	return placeOrder( page, BLOCK_CHECKOUT );
};

/**
 * What the block checkout asks of WooCommerce, without its page: an order in a tenth of the time. The page shows the
 * confirmation afterwards.
 *
 * @return The order's id.
 */
export const buyAsGuest = async (
	page: Page,
	product: string,
	email = `client-${ Date.now() }@example.test`,
	payment = 'cod'
): Promise< string > => {
	const cart = await page.request.get( STORE + '/cart' );
	const post = async ( route: string, data: unknown ): Promise< string > => {
		const response = await page.request.post( STORE + route, {
			data,
			headers: { Nonce: cart.headers()[ 'nonce' ] ?? '' },
		} );
		const body = await response.text();
		expect( response.ok(), body ).toBe( true );
		return body;
	};
	const found = await page.request.get(
		`${ STORE }/products?slug=${ product }`
	);
	await post( '/cart/add-item', {
		id: Number( /"id":(\d+)/.exec( await found.text() )?.[ 1 ] ),
		quantity: 1,
	} );
	const address = { ...Object.fromEntries( ADDRESS ), country: 'FR' };
	const placed = await post( '/checkout', {
		billing_address: { ...address, email },
		shipping_address: address,
		payment_method: payment,
	} );
	const {
		payment_result: { redirect_url: received },
	} = JSON.parse( placed );
	await page.goto( received );
	expect( page.url() ).toMatch( RECEIVED );
	return RECEIVED.exec( page.url() )?.[ 1 ] ?? '';
};

/** On the stand-in: a recorded cart. */
export const buyRecorded = async (
	page: Page,
	email = `client-${ Date.now() }@example.test`
): Promise< string > => {
	await page.goto( '/demo/' );
	await page
		.getByRole( 'radio', { name: /^Basket with VAT, private person/ } )
		.check();
	await page.getByLabel( 'The customer’s e-mail address' ).fill( email );
	await page.getByRole( 'button', { name: 'Pay on delivery' } ).click();
	await expect( page.getByRole( 'status' ) ).toBeVisible();
	return new URL( page.url() ).searchParams.get( 'order' ) ?? '';
};

/**
 * An order that is paid on delivery, on real WooCommerce and on the stand-in.
 *
 * @return The order's id.
 */
export const buy = async (
	page: Page,
	email = `client-${ Date.now() }@example.test`
): Promise< string > => {
	// Somebody who never was here: the checkout folds addresses that it knows.
	await page.context().clearCookies();
	return process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin'
		? buyRecorded( page, email )
		: buyAsGuest( page, 'tasse-en-gres', email );
};
