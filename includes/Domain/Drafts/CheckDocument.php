<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * Sellsy's own arithmetic must find the draft's totals before anything is created. Rows that it computes otherwise are
 * split; that is tried twice, because splitting at fewer decimals shows further rows. Of a shape that it agreed about
 * often enough it is not asked beforehand: its answer to the draft says it too, and a draft can be corrected.
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
		private readonly Agreements $agreements,
		private readonly Trail $trail,
	) {}

	/**
	 * @param bool $is_compared what is made of it is given to `agrees()`.
	 * @return DocumentDraft the one that Sellsy agrees with.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function check( DocumentDraft $draft, bool $is_compared = false ): DocumentDraft {
		if (
			$is_compared
			&& $draft->shape !== ''
			&& $this->agreements->of( $draft->shape ) >= Agreements::ENOUGH
		) {
			return $draft;
		}
		for ( $splits = 0; $splits < self::SPLITS; $splits++ ) {
			$to_split = $this->rows_to_split( $draft );
			if ( $to_split === [] ) {
				return $this->agreed( $draft );
			}
			$this->differs( $draft );
			$draft = $this->splitter->split( $draft, $to_split );
		}
		$computed = $this->invoicing->compute( $draft );
		$verdict  = $this->totals->check( $draft, $computed );
		if ( $verdict->problem !== null || $verdict->rows_to_split !== [] ) {
			throw new NeedsAttention( $verdict->problem ?? $this->totals->problem( $draft, $computed ) );
		}
		return $this->agreed( $draft );
	}

	/**
	 * Whether the document that was made of the draft has the amounts that it must have: also each of its rows, and of
	 * its taxes those that the answer says.
	 */
	public function agrees( DocumentDraft $draft, ComputedDocument $made ): bool {
		if (
			! $this->totals->check( $draft, $made )->agrees()
			|| ! self::has_rows( $draft, $made )
			|| ! self::has_taxes( $draft, $made )
		) {
			$this->differs( $draft );
			return false;
		}
		if ( ! $draft->is_computed ) {
			$this->note( $draft );
		}
		if ( $draft->shape !== '' ) {
			$this->agreements->agreed( $draft->shape );
		}
		return true;
	}

	/** What a list says of a document has none. */
	private static function has_rows( DocumentDraft $draft, ComputedDocument $made ): bool {
		foreach ( $draft->rows as $i => $row ) {
			if ( $row->total !== null && ! isset( $made->row_totals[ $i ] ) ) {
				return false;
			}
		}
		return true;
	}

	private static function has_taxes( DocumentDraft $draft, ComputedDocument $made ): bool {
		foreach ( $made->taxes ?? [] as $tax ) {
			$vat = Decimal::of_minor( $draft->totals->by_tax[ $tax->tax_id ]['vat'] ?? 0, $draft->currency->decimals );
			if ( ! $tax->amount->equals( $vat ) ) {
				return false;
			}
		}
		return true;
	}

	private function differs( DocumentDraft $draft ): void {
		if ( $draft->shape !== '' ) {
			$this->agreements->differed( $draft->shape );
		}
	}

	private function note( DocumentDraft $draft ): void {
		$this->trail->note( new Step( StepCode::Agreed, [ 'rows' => count( $draft->rows ) ] ) );
	}

	private function agreed( DocumentDraft $draft ): DocumentDraft {
		$this->note( $draft );
		return $this->with_eco_tax( $draft )->computed();
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
