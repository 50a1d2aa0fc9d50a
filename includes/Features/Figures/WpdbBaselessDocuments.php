<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Features\Figures\Rules\BaselessDocument;
use OrderInvoicer\Features\Figures\Rules\BaselessDocuments;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaxesColumn;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** From the report, by its key. */
final class WpdbBaselessDocuments implements BaselessDocuments {

	public function __construct( private readonly Sql $sql ) {}

	public function among( int $from, int $below ): array {
		$rows  = $this->sql->rows_now(
			"SELECT sync_id, kind, remote_id, number FROM %i WHERE sync_id >= %d AND sync_id < %d
				AND kind IN ( 'invoice', 'creditnote' ) AND number <> '' AND taxes LIKE %s AND taxes NOT LIKE %s
				AND seen_status <> 'cancelled' ORDER BY sync_id DESC",
			[
				$this->sql->table( WpdbReport::TABLE ),
				$from,
				$below,
				TaxesColumn::OF_SEVERAL,
				TaxesColumn::WITH_BASE,
			]
		);
		return array_map(
			static fn ( array $row ): BaselessDocument => new BaselessDocument(
				task_id: (int) $row['sync_id'],
				kind: DocumentKind::from( $row['kind'] ),
				id: (int) $row['remote_id'],
				number: $row['number']
			),
			$rows
		);
	}
}
