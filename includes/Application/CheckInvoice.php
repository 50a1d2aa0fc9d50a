<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Invoicing;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentDraft;
use OrderInvoicer\Domain\Document\RowSplitter;
use OrderInvoicer\Domain\Document\TotalsCheck;

/**
 * Row 10 of the straight line: Sellsy's own arithmetic must find the draft's totals before anything is created. Rows
 * that it computes otherwise are split; that is tried twice, because splitting at fewer decimals shows further rows.
 */
final class CheckInvoice {

	private const SPLITS = 2;

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly TotalsCheck $totals,
		private readonly RowSplitter $splitter,
	) {}

	/**
	 * @return DocumentDraft the one that Sellsy agrees with.
	 * @throws CannotInvoice
	 * @throws RemoteFailure
	 */
	public function check( DocumentDraft $draft ): DocumentDraft {
		for ( $splits = 0; ; $splits++ ) {
			$result = $this->totals->check( $draft, $this->invoicing->compute( $draft ) );
			if ( $result->problem === null && $result->rows_to_split === [] ) {
				return $draft;
			}
			if ( $result->problem !== null || $splits === self::SPLITS ) {
				throw new CannotInvoice( $result->problem ?? $result->differs );
			}
			$draft = $this->splitter->split( $draft, $result->rows_to_split );
		}
	}
}
