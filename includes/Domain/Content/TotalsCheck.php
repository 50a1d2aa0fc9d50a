<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;

/** Compares what we expect with Sellsy's own arithmetic, in minor units, before anything is created or validated. */
final class TotalsCheck {

	public function __construct( private readonly RowSplitter $splitter ) {}

	public function check( DocumentDraft $draft, ComputedDocument $computed ): TotalsVerdict {
		$differing = $this->differing_rows( $draft, $computed );
		$agrees    = $this->is( $computed->excl_tax, $draft->totals->excl_tax, $draft )
			&& $this->is( $computed->incl_tax, $draft->totals->incl_tax, $draft );
		if ( $agrees && $differing === [] ) {
			return new TotalsVerdict();
		}
		$to_split = $differing === [] ? $this->splitter->splittable( $draft ) : $differing;
		$fixed    = array_filter( $to_split, fn ( int $i ): bool => ! $this->splitter->can_split( $draft, $i ) );
		$can_mend = $to_split !== [] && $fixed === [];
		return $can_mend
			? new TotalsVerdict( null, $to_split )
			: new TotalsVerdict( $this->problem( $draft, $computed ) );
	}

	/**
	 * Indexes of rows that Sellsy rounds in another way. Where it gives no total for a row, the document's total
	 * decides.
	 *
	 * @return list<int>
	 */
	private function differing_rows( DocumentDraft $draft, ComputedDocument $computed ): array {
		$differing = [];
		foreach ( $draft->rows as $i => $row ) {
			$found = $computed->row_totals[ $i ] ?? null;
			if ( $row->total !== null && $found !== null && ! $this->is( $found, $row->total, $draft ) ) {
				$differing[] = $i;
			}
		}
		return $differing;
	}

	private function is( Decimal $found, int $expected, DocumentDraft $draft ): bool {
		return $found->equals( $this->amount( $expected, $draft ) );
	}

	/** Sellsy keeps fewer decimals than the currency has where it only lacks what lies behind its own. */
	public function problem( DocumentDraft $draft, ComputedDocument $computed ): Problem {
		$expected = $this->amount( $draft->totals->incl_tax, $draft );
		$text     = $expected->to_scale( $draft->currency->decimals );
		if ( $draft->currency->decimals > 2 && $expected->scale() > 2 && $computed->incl_tax->scale() <= 2 ) {
			$facts = [
				'amount'   => $text,
				'currency' => $draft->currency->code,
			];
			return new Problem( ProblemCode::AmountNotWritable, $facts );
		}
		$found = $computed->incl_tax;
		$facts = [
			'order_total'  => $text,
			'sellsy_total' => $draft->currency->text( $found ),
		];
		return new Problem( ProblemCode::TotalsDiffer, $facts );
	}

	private function amount( int $minor, DocumentDraft $draft ): Decimal {
		return Decimal::of_minor( $minor, $draft->currency->decimals );
	}
}
