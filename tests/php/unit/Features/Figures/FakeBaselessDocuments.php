<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Figures;

use OrderInvoicer\Features\Figures\Rules\BaselessDocument;
use OrderInvoicer\Features\Figures\Rules\BaselessDocuments;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeReport;
use OrderInvoicer\Tests\Unit\World\World;

/** The same as the one on the database, of any report. */
final class FakeBaselessDocuments implements BaselessDocuments {

	private readonly FakeReport $report;

	public function __construct( World $world ) {
		$this->report = $world->report;
	}

	public function among( int $from, int $below ): array {
		$found = [];
		foreach ( $this->report->rows as $id => [ 'document' => $document ] ) {
			$taxes = $document->taxes ?? [];
			if (
				$id >= $from && $id < $below && $document->number !== '' && $document->kind->is_validated()
				&& count( $taxes ) > 1 && in_array( null, array_column( $taxes, 'base' ), true )
			) {
				$found[ $id ] = new BaselessDocument( $id, $document->kind, $document->id, $document->number );
			}
		}
		krsort( $found );
		return array_values( $found );
	}
}
