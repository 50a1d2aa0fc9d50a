<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;

/**
 * A page of Sellsy's drafts beside what the ledger and the report say after it was read. Nothing is concluded but that
 * a draft stands there as it is known: whatever differs, or is not on a page, stays unseen and is read one by one.
 */
final class DraftComparison {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Report $report,
	) {}

	/**
	 * @param list<ListedDocument> $listed
	 * @param \DateTimeImmutable   $asked_at when the page was asked for.
	 */
	public function compare( DocumentKind $kind, array $listed, \DateTimeImmutable $asked_at ): void {
		$drafts = [];
		foreach ( $listed as $one ) {
			if ( $one->document?->is_draft() === true ) {
				$drafts[ $one->id ] = $one->document;
			}
		}
		$rows  = $this->ledger->holding( $kind->value, array_keys( $drafts ) );
		$known = $this->report->documents( array_column( $rows, 'id' ) );
		$same  = array_filter(
			$rows,
			static fn ( Task $row ): bool => self::is_open( $row, $kind )
				&& self::is_worth( $drafts[ $row->remote_id ], $known[ $row->id ] ?? null )
		);
		$this->ledger->seen_as_drafts( array_values( $same ), $asked_at );
	}

	private static function is_open( Task $row, DocumentKind $kind ): bool {
		return $row->state === TaskState::Done && $row->remote_number === '' && $row->key->effect->creates() === $kind;
	}

	/** Where nobody has read yet what the document is worth, there is nothing to compare with. */
	private static function is_worth( RemoteDocument $draft, ?ReportedDocument $known ): bool {
		if ( $known === null || $known->currency === null ) {
			return true;
		}
		$now = ReportedDocument::from_document( $draft );
		return self::facts( $known ) === self::facts( $now );
	}

	/** @return array{int, string|null, int|null, int|null} */
	private static function facts( ReportedDocument $document ): array {
		return [ $document->id, $document->currency, $document->excl_tax, $document->incl_tax ];
	}
}
