import Big from 'big.js';
import { invalid, SellsyError } from '../errors.ts';
import { decimalsOf } from '../options.ts';
import type { Invoice, Payment } from '../state.ts';
import type { World } from '../world.ts';
import { sum, text } from './money.ts';

/** TTC not yet covered by linked payments, in the currency's own decimals. */
export function remainingDue( invoice: Invoice, world: World ): string {
	const paid = world.state.payment_links.filter(
		( link ) => link.invoice_id === invoice.id
	);
	return rest(
		invoice.total,
		paid.map( ( { amount } ) => amount ),
		invoice.currency,
		world
	);
}

export function remainingOf( payment: Payment, world: World ): string {
	const used = world.state.payment_links.filter(
		( link ) => link.payment_id === payment.id
	);
	return rest(
		payment.total,
		used.map( ( { amount } ) => amount ),
		payment.currency,
		world
	);
}

function rest(
	total: string,
	parts: readonly string[],
	currency: string,
	world: World
): string {
	const left = new Big( total ).minus(
		sum( parts.map( ( part ) => new Big( part ) ) )
	);
	return text( left, decimalsOf( currency, world.options ) );
}

/** Sellsy works these out from payments and the due date. */
export function statusOf( invoice: Invoice, world: World ): string {
	if ( invoice.status !== 'validated' ) {
		return invoice.status;
	}
	const left = new Big( remainingDue( invoice, world ) );
	if ( left.lte( 0 ) ) {
		return 'paid';
	}
	if ( invoice.due_date < world.clock.today() ) {
		return 'late';
	}
	return left.lt( invoice.total ) ? 'payinprogress' : 'due';
}

/**
 * A draft gets its number and can never be changed again.
 *
 * @throws {SellsyError} 400 where it is no draft, or its date breaks conform invoicing.
 */
export function validateInvoice(
	invoice: Invoice,
	date: string,
	world: World
): void {
	requireDraft( invoice );
	if ( world.options.conform ) {
		checkDate( date, world );
	}
	invoice.date = date;
	if ( invoice.due_date < date ) {
		invoice.due_date = date;
	}
	invoice.number = nextNumber( date, world );
	invoice.status = 'validated';
}

/** @throws {SellsyError} 400 */
export function requireDraft( invoice: Invoice ): void {
	if ( invoice.status !== 'draft' ) {
		throw new SellsyError(
			400,
			'Ce document est finalisé : il ne peut plus être modifié.',
			{
				status: 'Ce document n’est pas un brouillon.',
			}
		);
	}
}

function checkDate( date: string, world: World ): void {
	if ( date > world.clock.today() ) {
		throw invalid( { date: 'La date ne peut pas être dans le futur.' } );
	}
	const dates = validated( world ).map( ( invoice ) => invoice.date );
	if ( dates.some( ( earlier ) => date < earlier ) ) {
		throw invalid( {
			date: 'La date ne peut pas être antérieure à celle de la dernière facture.',
		} );
	}
}

function nextNumber( date: string, world: World ): string {
	const prefix = `F-${ date.slice( 0, 4 ) }-`;
	const taken = validated( world ).filter( ( { number } ) =>
		number.startsWith( prefix )
	).length;
	return prefix + String( taken + 1 ).padStart( 5, '0' );
}

function validated( world: World ): Invoice[] {
	return [ ...world.state.invoices.values() ].filter(
		( { status } ) => status !== 'draft'
	);
}
