<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** How far old documents have been filled in: first the ledger is gone through, then each kind's list is read. */
final class FillPosition {

	/** What is asked for most comes first, API v1 last: its documents wait for their orders' currency. */
	private const KINDS = [
		DocumentKind::Invoice,
		DocumentKind::CreditNote,
		DocumentKind::Order,
		DocumentKind::Estimate,
		DocumentKind::Delivery,
		DocumentKind::Proforma,
	];

	/**
	 * @param int               $below   tasks with a lower id are still to be compared; 0 once all are.
	 * @param DocumentKind|null $kind    whose list is read; null once all have been, or none yet.
	 * @param string            $page    Sellsy's position in that list; empty for its beginning.
	 * @param bool              $is_done nothing is left to do.
	 */
	public function __construct(
		public readonly int $below,
		public readonly ?DocumentKind $kind = null,
		public readonly string $page = '',
		public readonly bool $is_done = false,
	) {}

	/** The beginning of the next kind's list. */
	public function next_kind(): self {
		$next = $this->kind === null ? 0 : (int) array_search( $this->kind, self::KINDS, true ) + 1;
		return isset( self::KINDS[ $next ] ) ? new self( 0, self::KINDS[ $next ] ) : new self( 0, is_done: true );
	}

	public function on_page( string $page ): self {
		return new self( 0, $this->kind, $page );
	}
}
