<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Settings\Biller;

/**
 * Sales that stand in the shop twice: as one order, and as an order for each seller. And orders of which nobody knows
 * what is to be made of them.
 */
final class SaleTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::WhichRule => __( 'Which of your rules takes an order?', 'orderinvoicer' ),
			ProblemCode::WhoBills => __( 'A sale stands in several orders: who invoices it?', 'orderinvoicer' ),
			ProblemCode::RefundTwice => __( 'A refund may have been entered twice', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::WhichRule =>
				__( 'One of your rules asks for what this order does not tell any more, such as the category of a product that was deleted. Nobody knows whether that rule takes it, so nothing was made.', 'orderinvoicer' ),
			ProblemCode::WhoBills => $this->asked( $problem ),
			ProblemCode::PartOfSale => $this->elsewhere( $problem ),
			ProblemCode::RefundTwice => sprintf(
				/* translators: %s: amount of money. */
				__( 'A refund of %s was entered on another order of the same sale than the one before, some time after it. It may be the same money, or more.', 'orderinvoicer' ),
				$problem->fact( 'refund' )
			),
			ProblemCode::RefundTold =>
				__( 'This refund was entered on two orders of one sale, and is credited once.', 'orderinvoicer' ),
			ProblemCode::WaitsForParts =>
				__( 'This order was placed just now, and others of the same sale may follow.', 'orderinvoicer' ),
			default => null,
		};
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::WhichRule =>
				__( 'Retry to have it made as a draft, which you make final and send yourself. Or change the rules under Documents first.', 'orderinvoicer' ),
			ProblemCode::WhoBills =>
				__( 'Say once who invoices such sales: the order of the customer, the orders of the sellers, or nobody here. You find it under Documents too; then retry what waits.', 'orderinvoicer' ),
			ProblemCode::RefundTwice =>
				__( 'Say whether it is the same refund, which is credited already, or another.', 'orderinvoicer' ),
			ProblemCode::RefundTold =>
				__( 'If it is another refund after all, retry: you are asked again.', 'orderinvoicer' ),
			ProblemCode::PartOfSale => __( 'Nothing to do: its refunds count on what is invoiced.', 'orderinvoicer' ),
			ProblemCode::WaitsForParts => __( 'Nothing to do: it goes on in half a minute.', 'orderinvoicer' ),
			default => null,
		};
	}

	private function asked( Problem $problem ): string {
		$by   = $problem->fact( 'by' );
		$text = sprintf(
			$by === ''
				/* translators: 1: number of an order, 2: numbers of orders. */
				? __( 'Order %1$s stands in the shop once more, as %2$s: the totals are the same. So that nothing is invoiced twice, nothing was made.', 'orderinvoicer' )
				/* translators: 1: number of an order, 2: numbers of orders, 3: name of a plugin. */
				: __( 'Order %1$s stands in the shop once more, as %2$s: %3$s made an order for each seller. So that nothing is invoiced twice, nothing was made.', 'orderinvoicer' ),
			$problem->fact( 'number' ),
			$problem->fact( 'children' ),
			$by
		);
		return $problem->fact( 'amount' ) === '' ? $text : $text . ' ' . sprintf(
			/* translators: 1: amount of money, 2: number of an order. */
			__( 'They differ by %1$s, which stands on order %2$s alone, such as its delivery: the sellers’ orders would not invoice it.', 'orderinvoicer' ),
			$problem->fact( 'amount' ),
			$problem->fact( 'number' )
		);
	}

	private function elsewhere( Problem $problem ): string {
		return match ( $problem->fact( 'biller' ) ) {
			Biller::Parent->value => sprintf(
				/* translators: %s: number of an order. */
				__( 'It is a part of order %s, which invoices the whole sale.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			),
			Biller::Children->value => sprintf(
				/* translators: %s: numbers of orders. */
				__( 'The sellers’ orders invoice this sale: %s.', 'orderinvoicer' ),
				$problem->fact( 'children' )
			),
			default => __( 'Your settings say that sales of several sellers are not invoiced here.', 'orderinvoicer' ),
		};
	}
}
