<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\Trail;

/**
 * Sellsy's own arithmetic must find the draft's totals before anything is created. Rows
 * that it computes otherwise are split; that is tried twice, because splitting at fewer decimals shows further rows.
 *
 * @assumes eco-tax
 * @assumes rounding
 * @assumes unit-price-decimals
 */
final class CheckDocument {

	private const SPLITS = 2;

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly TotalsCheck $totals,
		private readonly RowSplitter $splitter,
		private readonly Trail $trail,
	) {}

	/**
	 * @return DocumentDraft the one that Sellsy agrees with.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function check( DocumentDraft $draft ): DocumentDraft {
		for ( $splits = 0; $splits < self::SPLITS; $splits++ ) {
			$to_split = $this->rows_to_split( $draft );
			if ( $to_split === [] ) {
				return $this->agreed( $draft );
			}
			$draft = $this->splitter->split( $draft, $to_split );
		}
		$computed = $this->invoicing->compute( $draft );
		$verdict  = $this->totals->check( $draft, $computed );
		if ( $verdict->problem !== null || $verdict->rows_to_split !== [] ) {
			throw new NeedsAttention( $verdict->problem ?? $this->totals->problem( $draft, $computed ) );
		}
		return $this->agreed( $draft );
	}

	private function agreed( DocumentDraft $draft ): DocumentDraft {
		$this->trail->note( new Step( StepCode::Agreed, [ 'rows' => count( $draft->rows ) ] ) );
		return $this->with_eco_tax( $draft );
	}

	/**
	 * What Sellsy's own field for eco-participation does to totals is not documented: it is used where it changes none,
	 * and no document stops because of it.
	 */
	private function with_eco_tax( DocumentDraft $draft ): DocumentDraft {
		$has_any = array_filter( $draft->rows, static fn ( DraftRow $row ): bool => $row->eco !== null ) !== [];
		if ( ! $has_any || $draft->kind->needs_v1() ) {
			return $draft;
		}
		$other = $draft->with_rows(
			array_map( static fn ( DraftRow $row ): DraftRow => $row->with_eco_field(), $draft->rows )
		);
		try {
			$verdict = $this->totals->check( $other, $this->invoicing->compute( $other ) );
			return $verdict->problem === null && $verdict->rows_to_split === [] ? $other : $draft;
		} catch ( RemoteFailure $refused ) {
			// It only computed: nothing can have come of it.
			return in_array( $refused->kind, [ FailureKind::Rejected, FailureKind::OutcomeUnknown ], true )
				? $draft
				: throw $refused;
		}
	}

	/**
	 * @return list<int> indexes of rows, empty when Sellsy agrees.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	private function rows_to_split( DocumentDraft $draft ): array {
		try {
			$verdict = $this->totals->check( $draft, $this->invoicing->compute( $draft ) );
		} catch ( RemoteFailure $refused ) {
			$all = $this->splitter->splittable( $draft );
			if ( $refused->kind !== FailureKind::Rejected || $all === [] ) {
				throw $refused;
			}
			return $all; // Perhaps only the decimals were refused; which row it was is not said.
		}
		if ( $verdict->problem !== null ) {
			throw new NeedsAttention( $verdict->problem );
		}
		return $verdict->rows_to_split;
	}
}
