<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Whether a document at Sellsy still has the amounts that were sent. It may have been edited by hand, and so may the
 * order.
 */
final class StandingAmounts {

	/** @param string $excl_tax HT as it was sent, decimal string. */
	public function problem( OrderSnapshot $order, string $excl_tax, ComputedDocument $found ): ?Problem {
		$charged = $order->total;
		if ( ! $found->incl_tax->equals( $charged ) ) {
			return $this->differ( $charged, $found->incl_tax, '' );
		}
		return $this->problem_of_sent( $excl_tax, $found );
	}

	/** What was just made: delivery notes and proformas cannot be computed beforehand as what they are. */
	public function problem_of_made( DocumentDraft $draft, ComputedDocument $made ): ?Problem {
		$decimals = $draft->currency->decimals;
		$charged  = Decimal::of_minor( $draft->totals->incl_tax, $decimals );
		return $made->incl_tax->equals( $charged )
			? $this->problem_of_sent( Decimal::of_minor( $draft->totals->excl_tax, $decimals )->to_string(), $made )
			: $this->differ( $charged, $made->incl_tax, '' );
	}

	/** Where only what was sent is known. */
	public function problem_of_sent( string $excl_tax, ComputedDocument $found ): ?Problem {
		$sent = Decimal::from_string( $excl_tax );
		return $found->excl_tax->equals( $sent ) ? null : $this->differ( $sent, $found->excl_tax, ' HT' );
	}

	private function differ( Decimal $ours, Decimal $theirs, string $side ): Problem {
		$facts = [
			'order_total'  => $ours->to_string() . $side,
			'sellsy_total' => $theirs->to_string() . $side,
		];
		return new Problem( ProblemCode::TotalsDiffer, $facts );
	}
}
