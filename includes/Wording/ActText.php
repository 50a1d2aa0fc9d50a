<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;

/**
 * What an act is called, what is asked before it and what is said after it: on the order's screen, in REST and, by
 * src/generated/acts.ts, in the log. Plain text, to be escaped.
 */
final class ActText {

	/** Its name, on each button. */
	public function label( RowAct $act ): string {
		return match ( $act ) {
			RowAct::ChooseCustomer => __( 'Choose the customer', 'orderinvoicer' ),
			RowAct::AcceptCompany => __( 'Accept', 'orderinvoicer' ),
			RowAct::RefuseCompany => __( 'Refuse', 'orderinvoicer' ),
			RowAct::MarkSent => __( 'It was sent', 'orderinvoicer' ),
			RowAct::SendAgain => __( 'Send it again', 'orderinvoicer' ),
			RowAct::Retry => __( 'Retry', 'orderinvoicer' ),
			RowAct::AcceptRounding => __( 'Accept this rounding', 'orderinvoicer' ),
			RowAct::BillParent => __( 'Invoice the customer’s order', 'orderinvoicer' ),
			RowAct::BillChildren => __( 'Invoice the sellers’ orders', 'orderinvoicer' ),
			RowAct::BillNobody => __( 'Invoice neither', 'orderinvoicer' ),
			RowAct::OneRefund => __( 'It is the same refund', 'orderinvoicer' ),
			RowAct::TwoRefunds => __( 'It is another refund', 'orderinvoicer' ),
			RowAct::CreditDispute => __( 'Make a credit note', 'orderinvoicer' ),
			RowAct::LeaveUnpaid => __( 'It is unpaid again', 'orderinvoicer' ),
			RowAct::RecordPayment => __( 'Record this amount', 'orderinvoicer' ),
			RowAct::LeaveIt => __( 'Leave it to me', 'orderinvoicer' ),
			RowAct::MovePayment => __( 'Move the payment', 'orderinvoicer' ),
			RowAct::LeaveOut => __( 'Do not make it again', 'orderinvoicer' ),
			RowAct::DoneByHand => __( 'Done by hand', 'orderinvoicer' ),
			RowAct::MakeNow => __( 'Make it now', 'orderinvoicer' ),
			RowAct::AllRight => __( 'I have seen it, it is right', 'orderinvoicer' ),
			RowAct::Keep => __( 'Keep the invoice as it is', 'orderinvoicer' ),
			RowAct::Reissue => __( 'Credit and re-issue', 'orderinvoicer' ),
			RowAct::Finalise => __( 'Make it final', 'orderinvoicer' ),
			RowAct::Unlink => __( 'Unlink', 'orderinvoicer' ),
		};
	}

	/** The button in the order box. It warns in its own text where no dialog can ask. */
	public function button( RowAct $act, Effect $effect ): string {
		return match ( true ) {
			$act === RowAct::Reissue && $effect !== Effect::CreateInvoice =>
				__( 'Credit and re-issue the invoice (cannot be undone)', 'orderinvoicer' ),
			$act->is_for_good() =>
				/* translators: %s: what a button does, such as Make it final. */
				sprintf( __( '%s (cannot be undone)', 'orderinvoicer' ), $this->label( $act ) ),
			default => $this->label( $act ),
		};
	}

	/**
	 * What is asked first, with %s for the number of the order; empty where nothing is: it can be done again, or
	 * undone. To try again is asked only where something becomes final by it.
	 */
	public function question( RowAct $act ): string {
		return match ( $act ) {
			/* translators: %s: number of an order. */
			RowAct::AcceptCompany => __( 'Invoice in the company’s name? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::SendAgain => __( 'Send it again? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::Retry => __( 'Retry? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::AcceptRounding => __( 'Accept this rounding? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::BillParent => __( 'From now on, invoice the customers’ orders? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::BillChildren => __( 'From now on, invoice the sellers’ orders? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::BillNobody => __( 'From now on, invoice neither? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::OneRefund => __( 'The same refund, entered twice? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::TwoRefunds => __( 'Another refund, to be credited? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::CreditDispute => __( 'Credit what the dispute took? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::LeaveUnpaid => __( 'Does the customer owe it again? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::RecordPayment => __( 'Record this amount in Sellsy? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::LeaveIt => __( 'Leave the payment to you? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::MovePayment => __( 'Move the payment to the new invoice? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::LeaveOut => __( 'Leave it without this document? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::DoneByHand => __( 'Done by hand? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::MakeNow => __( 'Make the document now? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::AllRight => __( 'Are both sums right? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::Keep => __( 'Keep the invoice as it is? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::Reissue => __( 'Credit and re-issue? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::Finalise => __( 'Make it final? Order %s', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::Unlink => __( 'Unlink this document? Order %s', 'orderinvoicer' ),
			default => '',
		};
	}

	/** What the question says; empty where it says what becomes final (`FinalText`). */
	public function warning( RowAct $act ): string {
		return match ( $act ) {
			RowAct::SendAgain => __(
				'Find out first: if the customer received the e-mail after all, they get it twice.',
				'orderinvoicer'
			),
			RowAct::BillParent =>
				__( 'Each sale of several sellers gets one invoice, that of the order which the customer placed; the sellers’ orders get none. This one goes on now, and becomes final where your settings say so. What has an invoice keeps it.', 'orderinvoicer' ),
			RowAct::BillChildren =>
				__( 'Each sale of several sellers gets an invoice for each seller’s order; the order which the customer placed gets none. This one goes on now, and becomes final where your settings say so. What has an invoice keeps it.', 'orderinvoicer' ),
			RowAct::BillNobody =>
				__( 'Sales of several sellers get no document from here, such as where the sellers invoice them. What has an invoice keeps it.', 'orderinvoicer' ),
			RowAct::OneRefund =>
				__( 'The customer got this money back once: no credit note is made for it.', 'orderinvoicer' ),
			RowAct::TwoRefunds =>
				__( 'The customer got money back twice: a credit note is made for this one too, and becomes final where your settings say so.', 'orderinvoicer' ),
			RowAct::CreditDispute =>
				__( 'The sale counts as undone: a credit note is made like for a refund, and becomes final where your settings say so.', 'orderinvoicer' ),
			RowAct::LeaveUnpaid =>
				__( 'The invoice stays and is due again: the payment that was recorded here is taken off it, and beside it stands that the money went back. No credit note is made.', 'orderinvoicer' ),
			RowAct::LeaveOut =>
				__( 'It no longer stands in Sellsy, and none is made in its place, whatever becomes of the order, unless you ask for it yourself.', 'orderinvoicer' ),
			RowAct::DoneByHand =>
				__( 'Say so once it is done in Sellsy. Nothing is made for it here any more, whatever becomes of the order, unless you ask for it yourself; what waited for it goes on. If it is a document with a number, rather link it on the order: refunds are then credited on it.', 'orderinvoicer' ),
			RowAct::LeaveIt =>
				__( 'Nothing is recorded in Sellsy for this payment, now or later, and you are not asked about it again. What stands in Sellsy is yours to look after.', 'orderinvoicer' ),
			RowAct::Unlink =>
				__( 'The order loses its link to this document, in which nothing changes; payments that were recorded on it stay there. None is made in its place unless you ask for it, or link another: on that one, what your settings say about payments is done anew.', 'orderinvoicer' ),
			RowAct::AllRight => __(
				'Nothing changes, here or in Sellsy. Where other sums differ, you are asked again.',
				'orderinvoicer'
			),
			RowAct::Keep =>
				__( 'The order was edited after its invoice became final, but its amounts are the same. Look at both first: lines, addresses or the customer’s numbers may differ. “Credit and re-issue” is then offered again only once the order is edited again.', 'orderinvoicer' ),
			default => '',
		};
	}

	/**
	 * The same as sentences, wherever the act is asked about: beside what becomes final.
	 *
	 * @return list<string>
	 */
	public function asks( RowAct $act ): array {
		$warning = $this->warning( $act );
		return $warning === '' ? [] : [ $warning ];
	}

	/**
	 * What is said after it, with %s for the number of the order; empty where that depends on what became of the row.
	 */
	public function done( RowAct $act ): string {
		return match ( $act ) {
			/* translators: %s: number of an order. */
			RowAct::ChooseCustomer => __(
				'The customer of order %s is chosen and remembered for later orders; this one goes on by itself.',
				'orderinvoicer'
			),
			/* translators: %s: number of an order. */
			RowAct::AcceptCompany => __(
				'Order %s has the company’s billing data now. Its documents follow; what needs you stands with the order.',
				'orderinvoicer'
			),
			/* translators: %s: number of an order. */
			RowAct::RefuseCompany => __( 'Order %s: refused. The customer reads why with the order.', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::MarkSent => __( 'Order %s: the e-mail counts as sent.', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::LeaveOut => __( 'Order %s: this is left without a document.', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::DoneByHand => __( 'Order %s: this counts as done by hand.', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::LeaveIt => __( 'Order %s: this payment is left to you.', 'orderinvoicer' ),
			/* translators: %s: number of an order. */
			RowAct::Unlink => __( 'Order %s: its document is unlinked.', 'orderinvoicer' ),
			default => '',
		};
	}

	/** While the row is not done, with %s for the number of the order. */
	public function goes_on( RowAct $act ): string {
		return in_array( $act, [ RowAct::SendAgain, RowAct::Retry ], true )
			/* translators: %s: number of an order. */
			? __( 'Order %s went back to the queue.', 'orderinvoicer' )
			/* translators: %s: number of an order. */
			: __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' );
	}

	/** Why nothing was done. */
	public function refusal( RowAct $act ): string {
		return match ( $act ) {
			RowAct::MarkSent => __(
				'It is known by now whether this e-mail left. Refresh the list to see how it stands.',
				'orderinvoicer'
			),
			RowAct::LeaveOut =>
				__( 'This entry no longer needs you, or its document stands at Sellsy. Refresh the list to see how it stands.', 'orderinvoicer' ),
			RowAct::DoneByHand =>
				__( 'This entry no longer needs you, its document stands at Sellsy by now, or its invoice cannot be credited: it is a draft or was credited in full. Refresh the list to see how it stands.', 'orderinvoicer' ),
			RowAct::Keep =>
				__( 'This entry no longer needs you, or its order was edited once more since. Refresh the list to see how it stands.', 'orderinvoicer' ),
			RowAct::AcceptCompany =>
				__( 'This request was answered, or its invoice has changed since you looked. Refresh the list, read what would be done, and decide again.', 'orderinvoicer' ),
			RowAct::RefuseCompany => __(
				'This request was answered by now, or you gave no reason. Refresh the list to see how it stands.',
				'orderinvoicer'
			),
			RowAct::Finalise => __( 'This entry has no draft that could become final.', 'orderinvoicer' ),
			RowAct::Unlink =>
				__( 'This document cannot be unlinked (any more, or not yet): another document was made of it, such as a credit note, or something is being done about it right now. Refresh the list to see how it stands.', 'orderinvoicer' ),
			default => __(
				'This entry does not offer that any more. Refresh the list to see how it stands.',
				'orderinvoicer'
			),
		};
	}
}
