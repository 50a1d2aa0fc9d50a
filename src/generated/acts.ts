/** Written by tests/php/unit/Wording/ExportedFactsTest.php, which says how; the facts themselves stand in PHP. */
import { __, sprintf } from '@wordpress/i18n';
import type { ROW_ACTS } from './facts';

/** `order`: its number. */
type Said = ( order: string ) => string;

/** `path`: the end of its route; what each text is: `Wording\ActText`. */
export const ACTS: Readonly<
	Record<
		( typeof ROW_ACTS )[ number ],
		{ path?: string; settles?: true; done?: Said; goesOn: Said }
	>
> = {
	choose_customer: {
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'The customer of order %s is chosen and remembered for later orders; this one goes on by itself.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	accept_company: {
		path: 'accept-company',
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s has the company’s billing data now. Its documents follow; what needs you stands with the order.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	refuse_company: {
		settles: true,
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: refused. The customer reads why with the order.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	mark_sent: {
		path: 'sent',
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: the e-mail counts as sent.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	send_again: {
		path: 'retry',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s went back to the queue.', 'orderinvoicer' ), order ),
	},
	retry: {
		path: 'retry',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s went back to the queue.', 'orderinvoicer' ), order ),
	},
	accept_rounding: {
		path: 'accept-rounding',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	bill_parent: {
		path: 'bill-parent',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	bill_children: {
		path: 'bill-children',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	bill_nobody: {
		path: 'bill-nobody',
		settles: true,
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	one_refund: {
		path: 'one-refund',
		settles: true,
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	two_refunds: {
		path: 'two-refunds',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	credit_dispute: {
		path: 'credit-dispute',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	leave_unpaid: {
		path: 'leave-unpaid',
		settles: true,
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	record_payment: {
		path: 'record-payment',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	leave_it: {
		path: 'leave-it',
		settles: true,
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this payment is left to you.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	move_payment: {
		path: 'move-payment',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	leave_out: {
		path: 'leave-out',
		settles: true,
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this is left without a document.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	done_by_hand: {
		path: 'done-by-hand',
		settles: true,
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this counts as done by hand.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	make_now: {
		path: 'make-now',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	all_right: {
		path: 'all-right',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	keep: {
		path: 'keep',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	reissue: {
		path: 'reissue',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	finalise: {
		path: 'finalise',
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	unlink: {
		path: 'unlink',
		settles: true,
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: its document is unlinked.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
};
