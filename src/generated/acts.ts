/** Written by tests/php/unit/Wording/ExportedFactsTest.php, which says how; the facts themselves stand in PHP. */
import { __, sprintf } from '@wordpress/i18n';
import type { ROW_ACTS } from './facts';

/** `order`: its number. */
type Said = ( order: string ) => string;

/** `path`: the end of its route; what each text is: `Wording\ActText`. */
export const ACTS: Readonly<
	Record<
		( typeof ROW_ACTS )[ number ],
		{ path?: string; label: () => string; question?: Said; warning?: () => string; done?: Said; goesOn: Said }
	>
> = {
	choose_customer: {
		label: () => __( 'Choose the customer', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'The customer of order %s is chosen and remembered for later orders; this one goes on by itself.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	accept_company: {
		path: 'accept-company',
		label: () => __( 'Accept', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Invoice in the company’s name? Order %s', 'orderinvoicer' ), order ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s has the company’s billing data now. Its documents follow; what needs you stands with the order.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	refuse_company: {
		label: () => __( 'Refuse', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: refused. The customer reads why with the order.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	mark_sent: {
		path: 'sent',
		label: () => __( 'It was sent', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: the e-mail counts as sent.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	send_again: {
		path: 'retry',
		label: () => __( 'Send it again', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Send it again? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Find out first: if the customer received the e-mail after all, they get it twice.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s went back to the queue.', 'orderinvoicer' ), order ),
	},
	retry: {
		path: 'retry',
		label: () => __( 'Retry', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Retry? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s went back to the queue.', 'orderinvoicer' ), order ),
	},
	accept_rounding: {
		path: 'accept-rounding',
		label: () => __( 'Accept this rounding', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Accept this rounding? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	bill_parent: {
		path: 'bill-parent',
		label: () => __( 'Invoice the customer’s order', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'From now on, invoice the customers’ orders? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Each sale of several sellers gets one invoice, that of the order which the customer placed; the sellers’ orders get none. This one goes on now, and becomes final where your settings say so. What has an invoice keeps it.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	bill_children: {
		path: 'bill-children',
		label: () => __( 'Invoice the sellers’ orders', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'From now on, invoice the sellers’ orders? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Each sale of several sellers gets an invoice for each seller’s order; the order which the customer placed gets none. This one goes on now, and becomes final where your settings say so. What has an invoice keeps it.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	bill_nobody: {
		path: 'bill-nobody',
		label: () => __( 'Invoice neither', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'From now on, invoice neither? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Sales of several sellers get no document from here, such as where the sellers invoice them. What has an invoice keeps it.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	one_refund: {
		path: 'one-refund',
		label: () => __( 'It is the same refund', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'The same refund, entered twice? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The customer got this money back once: no credit note is made for it.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	two_refunds: {
		path: 'two-refunds',
		label: () => __( 'It is another refund', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Another refund, to be credited? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The customer got money back twice: a credit note is made for this one too, and becomes final where your settings say so.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	credit_dispute: {
		path: 'credit-dispute',
		label: () => __( 'Make a credit note', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Credit what the dispute took? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The sale counts as undone: a credit note is made like for a refund, and becomes final where your settings say so.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	leave_unpaid: {
		path: 'leave-unpaid',
		label: () => __( 'It is unpaid again', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Does the customer owe it again? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The invoice stays and is due again: the payment that was recorded here is taken off it, and beside it stands that the money went back. No credit note is made.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	record_payment: {
		path: 'record-payment',
		label: () => __( 'Record this amount', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Record this amount in Sellsy? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	leave_it: {
		path: 'leave-it',
		label: () => __( 'Leave it to me', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Leave the payment to you? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Nothing is recorded in Sellsy for this payment, now or later, and you are not asked about it again. What stands in Sellsy is yours to look after.', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this payment is left to you.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	move_payment: {
		path: 'move-payment',
		label: () => __( 'Move the payment', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Move the payment to the new invoice? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	leave_out: {
		path: 'leave-out',
		label: () => __( 'Do not make it again', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Leave it without this document? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'It no longer stands in Sellsy, and none is made in its place, whatever becomes of the order, unless you ask for it yourself.', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this is left without a document.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	done_by_hand: {
		path: 'done-by-hand',
		label: () => __( 'Done by hand', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Done by hand? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Say so once it is done in Sellsy. Nothing is made for it here any more, whatever becomes of the order, unless you ask for it yourself; what waited for it goes on. If it is a document with a number, rather link it on the order: refunds are then credited on it.', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this counts as done by hand.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	make_now: {
		label: () => __( 'Make it now', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Make the document now? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	all_right: {
		path: 'all-right',
		label: () => __( 'I have seen it, it is right', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Are both sums right? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Nothing changes, here or in Sellsy. Where other sums differ, you are asked again.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	keep: {
		path: 'keep',
		label: () => __( 'Keep the invoice as it is', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Keep the invoice as it is? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The order was edited after its invoice became final, but its amounts are the same. Look at both first: lines, addresses or the customer’s numbers may differ. “Credit and re-issue” is then offered again only once the order is edited again.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	reissue: {
		label: () => __( 'Credit and re-issue', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Credit and re-issue? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	finalise: {
		path: 'finalise',
		label: () => __( 'Make it final', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Make it final? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	unlink: {
		path: 'unlink',
		label: () => __( 'Unlink', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Unlink this document? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The order loses its link to this document, in which nothing changes; payments that were recorded on it stay there. None is made in its place unless you ask for it, or link another: on that one, what your settings say about payments is done anew.', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: its document is unlinked.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
};
