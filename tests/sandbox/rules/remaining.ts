import Big from 'big.js';
import { decimalsOf } from '../options.ts';
import type { Payment, SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { sum, text } from './money.ts';

/**
 * TTC not yet covered by linked payments and credits, in the currency's own decimals. What is on its way, or never
 * came, pays nothing.
 */
export function remainingDue( document: SellsyDocument, world: World ): string {
	const { payments, payment_links, credit_links } = world.state;
	return rest(
		document.total,
		[
			...payment_links.filter(
				( link ) =>
					link.document_id === document.id &&
					payments.get( link.payment_id )?.status === 'confirmed'
			),
			...credit_links.filter(
				( link ) =>
					link.invoice_id === document.id ||
					link.credit_note_id === document.id
			),
		],
		document.currency,
		world
	);
}

/** What is left of a payment. */
export function remainingOf( payment: Payment, world: World ): string {
	const { payment_links, documents } = world.state;
	const isUsed = ( id: number ) =>
		world.options.payments_of_parents === 'used' ||
		! [ 'order', 'estimate' ].includes( documents.get( id )?.kind ?? '' );
	return rest(
		payment.total,
		payment_links.filter(
			( link ) =>
				link.payment_id === payment.id && isUsed( link.document_id )
		),
		payment.currency,
		world
	);
}

function rest(
	total: string,
	parts: readonly { amount: string }[],
	currency: string,
	world: World
): string {
	const left = new Big( total ).minus(
		sum( parts.map( ( { amount } ) => new Big( amount ) ) )
	);
	return text( left, decimalsOf( currency, world.options ) );
}
