<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;

/** Why it is right that nothing was made. Two sentences each: what happened and why, and what to do next. */
final class LeftOutTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return null; // They stop no order.
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::OrderGone =>
				__( 'The order was deleted or is in the bin, so nothing was made for it.', 'orderinvoicer' ),
			ProblemCode::NoLongerTriggered => $problem->fact( 'asked' ) === ''
				? sprintf(
					/* translators: %s: order status. */
					__( 'The order is now "%s", which does not call for this document.', 'orderinvoicer' ),
					$problem->fact( 'status' )
				)
				: sprintf(
					/* translators: %s: order status. */
					__( 'The order is "%s": that is no sale, so no document is made of it.', 'orderinvoicer' ),
					$problem->fact( 'status' )
				),
			ProblemCode::WorkflowDisabled =>
				__( 'Documents of this kind are switched off in the settings.', 'orderinvoicer' ),
			ProblemCode::BeforeStartDate => sprintf(
				/* translators: %s: date. */
				__( 'The order is older than the start date, %s.', 'orderinvoicer' ),
				$problem->fact( 'start_date' )
			),
			ProblemCode::InvoicedElsewhere => __(
				'The order carries the link of such a document that was made by another tool, so it is not made again.',
				'orderinvoicer'
			),
			ProblemCode::FinalisedByHand =>
				__( 'Since it was planned, the settings say that a person makes documents final.', 'orderinvoicer' ),
			ProblemCode::NoRule => $problem->fact( 'unread' ) === ''
				? __( 'None of your rules makes this document of such an order.', 'orderinvoicer' )
				: __(
					'One of your rules cannot be read and may be meant for this order, so nothing was made.',
					'orderinvoicer'
				),
			ProblemCode::NothingToInvoice =>
				__( 'Nothing in the order costs anything, so there is nothing to invoice.', 'orderinvoicer' ),
			ProblemCode::FreeOrder =>
				__( 'The order charges nothing, and the settings make no documents of such orders.', 'orderinvoicer' ),
			ProblemCode::FreeInvoiceDue => $problem->fact( 'right' ) === '1'
				? sprintf(
					/* translators: %s: number of an invoice. */
					__( 'Invoice %s is of 0.00, but stays due in Sellsy: setting it to paid needs the right to Sellsy’s older interface.', 'orderinvoicer' ),
					$problem->fact( 'number' )
				)
				: sprintf(
					/* translators: %s: number of an invoice. */
					__(
						'Invoice %s is of 0.00, but stays due in Sellsy, which did not take it as paid.',
						'orderinvoicer'
					),
					$problem->fact( 'number' )
				),
			ProblemCode::NotFollowed => __(
				'Another plugin or code of this site leaves this order out (filter orderinvoicer_order_is_followed).',
				'orderinvoicer'
			),
			ProblemCode::NothingCharged =>
				__( 'The order charges nothing any more: it was cancelled or refunded in full.', 'orderinvoicer' ),
			ProblemCode::DoneByHand => match ( OutcomeProblem::told_by( $problem ) ) {
				Outcome::ByHand => __( 'Somebody did this by hand at Sellsy, so it is left alone.', 'orderinvoicer' ),
				Outcome::LeftToPerson =>
					__( 'You look after this payment yourself, so none is recorded.', 'orderinvoicer' ),
				default => $problem->fact( 'cancelled' ) === ''
					? __( 'The document was deleted at Sellsy on purpose, so it is not made again.', 'orderinvoicer' )
					: sprintf(
						/* translators: %s: number of a document at Sellsy, such as F-2026-00012. */
						__( '%s was cancelled at Sellsy on purpose, so it is not made again.', 'orderinvoicer' ),
						$problem->fact( 'cancelled' )
					),
			},
			default => null,
		};
	}

	public function next_step( Problem $problem ): ?string {
		$is_credit_note = $problem->fact( 'document' ) === DocumentKind::CreditNote->value;
		if ( $problem->fact( 'unread' ) !== '' ) {
			return __( 'Look at the rules under Documents: update the plugin, or remove that rule.', 'orderinvoicer' );
		}
		return ( $is_credit_note ? $this->without_credit_note( $problem->code ) : null ) ?? match ( $problem->code ) {
			ProblemCode::OrderGone =>
				__( 'Restore the order and ask again if it should have this document.', 'orderinvoicer' ),
			ProblemCode::NoLongerTriggered => $problem->fact( 'asked' ) === ''
				? __( 'Nothing to do: the document is made when the order gets there again.', 'orderinvoicer' )
				: __(
					'If it is a sale after all, change its status first, then ask for the document.',
					'orderinvoicer'
				),
			ProblemCode::WorkflowDisabled =>
				__( 'Switch them on, or ask for this one document from the order.', 'orderinvoicer' ),
			ProblemCode::BeforeStartDate =>
				__( 'Nothing to do; to have the document all the same, ask for it from the order.', 'orderinvoicer' ),
			ProblemCode::InvoicedElsewhere =>
				__( 'Nothing to do. If that document does not exist, remove its link from the order (for an invoice the field orderinvoicer.invoice_url) and ask again.', 'orderinvoicer' ),
			ProblemCode::FinalisedByHand =>
				__( 'Make it final from the order or in Sellsy when you have checked it.', 'orderinvoicer' ),
			ProblemCode::NoRule => __(
				'Nothing to do. To have the document all the same, ask for it from the order, or change the rules under Documents.',
				'orderinvoicer'
			),
			ProblemCode::NothingToInvoice => __( 'Nothing to do.', 'orderinvoicer' ),
			ProblemCode::FreeOrder, ProblemCode::NotFollowed =>
				__( 'Nothing to do; to have the document all the same, ask for it from the order.', 'orderinvoicer' ),
			ProblemCode::FreeInvoiceDue =>
				__( 'Nothing else depends on it. Set it to paid in Sellsy, or retry.', 'orderinvoicer' ),
			ProblemCode::NothingCharged =>
				__( 'Nothing to do: another document is made if the order comes back.', 'orderinvoicer' ),
			ProblemCode::DoneByHand => __(
				'Nothing to do: nothing is made for it any more, unless you ask for it yourself.',
				'orderinvoicer'
			),
			default => null,
		};
	}

	/** One cannot be asked for from the order: it belongs to a refund. */
	private function without_credit_note( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::WorkflowDisabled => __(
				'Switch credit notes on in the settings under Documents, or make this one by hand in Sellsy.',
				'orderinvoicer'
			),
			ProblemCode::NoRule => __(
				'To have the credit note all the same, make it by hand in Sellsy, or change the rules under Documents and retry.',
				'orderinvoicer'
			),
			ProblemCode::BeforeStartDate => __(
				'To have the credit note all the same, make it by hand in Sellsy.',
				'orderinvoicer'
			),
			default => null,
		};
	}
}
