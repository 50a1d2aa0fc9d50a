import type { CreditNotePreviewRequest } from '../generated/schemas';

const ROWS = '.woocommerce_order_items tr[data-order_item_id]';

const valueOf = ( field: Element | null ): string =>
	field instanceof HTMLInputElement ? field.value.trim() : '';

const isWorth = ( amount: string ): boolean => /[1-9]/.test( amount );

/** One row of WooCommerce's items box; null where nothing is entered. */
function line( row: HTMLElement ) {
	const taxes = [
		...row.querySelectorAll< HTMLElement >( 'input.refund_line_tax' ),
	]
		.map( ( field ) => ( {
			rate_id: Number( field.dataset[ 'tax_id' ] ),
			amount: valueOf( field ),
		} ) )
		.filter( ( { amount } ) => isWorth( amount ) );
	const total = valueOf( row.querySelector( 'input.refund_line_total' ) );
	return isWorth( total ) || taxes.length > 0
		? {
				line_id: Number( row.dataset[ 'order_item_id' ] ),
				quantity: valueOf(
					row.querySelector( 'input.refund_order_item_qty' )
				),
				total,
				taxes,
			}
		: null;
}

/** The refund that stands in WooCommerce's own refund panel, read and never changed; null while there is none. */
export function enteredRefund(): CreditNotePreviewRequest | null {
	const amount = valueOf( document.querySelector( '#refund_amount' ) );
	const lines = [
		...document.querySelectorAll< HTMLElement >( ROWS ),
	].flatMap( ( row ) => line( row ) ?? [] );
	return isWorth( amount ) ? { amount, lines } : null;
}
