<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** How far old documents have been filled in: first the ledger is gone through, then each kind's list is read. */
final class FillPosition {

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

	/** Nothing was compared yet. */
	public static function beginning(): self {
		return new self( PHP_INT_MAX );
	}

	/** The beginning of the next kind's list. */
	public function next_kind(): self {
		$kinds = self::kinds();
		$next  = $this->kind === null ? 0 : (int) array_search( $this->kind, $kinds, true ) + 1;
		return isset( $kinds[ $next ] ) ? new self( 0, $kinds[ $next ] ) : new self( 0, is_done: true );
	}

	public function on_page( string $page ): self {
		return new self( 0, $this->kind, $page );
	}

	/**
	 * What is asked for most comes first, API v1 last: its documents wait for their orders' currency. The sequence
	 * stays: a position that is stored names the kind alone, and those before it count as read.
	 *
	 * @return list<DocumentKind>
	 */
	private static function kinds(): array {
		$kinds = DocumentKind::cases();
		$place = static fn ( DocumentKind $kind ): int => match ( true ) {
			$kind->is_validated()         => 0,
			$kind === DocumentKind::Order => 1,
			$kind->needs_v1()             => 3,
			default                       => 2,
		};
		usort( $kinds, static fn ( DocumentKind $a, DocumentKind $b ): int => $place( $a ) <=> $place( $b ) );
		return $kinds;
	}
}
