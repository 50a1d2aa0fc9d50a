/**
 * What `npm run measure` measures itself against. A count or a share beyond its limit fails the run; a time never does:
 * it is of one machine. `before` is release 0.1.0 at 13317d7, `kept` what was measured last (docs/PERFORMANCE.md).
 */
export type Figure = {
	name: string;
	before: number | null;
	kept: number;
	/** No more than that; of a share, no less. Null for a time. */
	limit: number | null;
	isShare?: true;
};

const count = (
	name: string,
	before: number | null,
	kept: number,
	limit: number
): Figure => ( { name, before, kept, limit } );

const time = (
	name: string,
	before: number | null,
	kept: number
): Figure => ( {
	name,
	before,
	kept,
	limit: null,
} );

const calls = ( way: string, before: number | null, kept: number ): Figure =>
	count( `calls: ${ way }`, before, kept, kept );

const pace = ( phase: string ): Figure[] => [
	{
		name: `back-fill, ${ phase }: % of the quota`,
		before: null,
		kept: 94,
		limit: 90,
		isShare: true,
	},
	count( `back-fill, ${ phase }: refusals`, 5, 0, 0 ),
	count(
		`back-fill, ${ phase }: seconds that an order of today waits`,
		48,
		2.35,
		10
	),
];

export const FIGURES: Figure[] = [
	// Before: of an order worked in the second in which it was placed.
	count( 'order: SQL queries', 575, 90, 91 ),
	count( 'order: calls of Sellsy', 12, 5, 5 ),
	time( 'order: CPU, ms', 140.7, 38.1 ),
	time( 'order: from paid to final, ms', null, 600 ),
	time( 'WooCommerce places an order: CPU, ms', 53.7, 52.5 ),
	// Half of the baseline is the limit; but a quotient of two times is a time.
	time( 'order: CPU, in orders placed', 2.62, 0.97 ),
	// With what WooCommerce's e-mails ask of its documents.
	count( 'an order is paid: queries of ours', null, 5, 6 ),
	count( 'checkout, by card: queries of ours', null, 2, 2 ),
	count( 'checkout, on delivery: queries of ours', null, 2, 2 ),
	count( 'checkout, by transfer: queries of ours', null, 1, 1 ),
	count( 'checkout, by card: queries afterwards', null, 3, 5 ),
	count( 'order screen, documents: 1, queries', null, 13, 16 ),
	count( 'order screen, documents: 5, queries', null, 18, 22 ),
	count( 'order screen, documents: 30, queries', null, 18, 22 ),
	count( 'My account, a list of orders: queries', null, 2, 3 ),
	count( 'talk-back, a pass that pays an order: queries', null, 200, 215 ),
	count( 'talk-back, a pass that finds nothing: queries', null, 54, 60 ),
	calls( 'paid and final', 11, 4 ),
	calls( 'paid and final, of an account that is new', null, 5 ),
	calls( 'paid and final, a company', 12, 4 ),
	calls( 'paid, final and sent', 12, 5 ),
	calls( 'paid and final, nothing embedded', null, 6 ),
	calls( 'a draft only', 4, 1 ),
	calls( 'final without payment', 6, 2 ),
	calls( 'a new person and a new product', 20, 11 ),
	calls( 'a new company and a new product', 27, 15 ),
	calls( 'refund of a paid invoice', 10, 4 ),
	calls( 'refund of a paid invoice, paid back', 14, 6 ),
	calls( 'refund of an unpaid invoice', 11, 5 ),
	// The delivery note is written by one call more.
	calls( 'estimate, order, delivery note and final invoice', 17, 6 ),
	count( '100 calls over TLS, one connection: connections', 100, 1, 1 ),
	time( '100 calls over TLS, one connection: CPU of a call, ms', 17.9, 0.7 ),
	time(
		'100 calls over TLS, one connection each: CPU of a call, ms',
		17.9,
		18
	),
	...pace( 'as the minute begins' ),
	...pace( 'in its midst' ),
	...pace( 'at its end' ),
	count( 'change of status: queries added', 1, 1, 4 ),
	time( 'change of status: ms added', 0.9, 0.5 ),
	count( 'a page of wp-admin that is not ours: queries', 17, 4, 4 ),
	count(
		'a page of wp-admin that is not ours: files of the plugin',
		324,
		43,
		60
	),
	// 5.4 at 5b1f3ed9, on the same machine.
	time( 'a page of wp-admin that is not ours: CPU added, ms', null, 2.7 ),
	time( 'a page of wp-admin without the plugin: CPU, ms', null, 73.6 ),
	count( 'a page of the shop: queries', null, 0, 0 ),
	count( 'a page of the shop: files of the plugin', 417, 11, 30 ),
];

/** Of a screen, whatever the number of tasks. */
export const MOST_ROWS = 5000;

/** Of what changed in it. */
export const MOST_ROWS_OF_AN_HOUR = 20_000;

/** Its rows are looked at three times. */
export const MOST_ROWS_OF_A_DAY = 2 * MOST_ROWS;
