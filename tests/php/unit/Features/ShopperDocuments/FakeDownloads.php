<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\ShopperDocuments;

use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\OrderBook\DocumentFiles;

/** Files as Sellsy hands them out, and the count of them, in memory. */
final class FakeDownloads implements DocumentFiles {

	/** What is thrown in place of a file. */
	public ?\Exception $fails = null;

	/** @var list<string> numbers of the documents that were asked for. */
	public array $asked = [];

	public function pdf( ShopperDocument $document ): string {
		$this->asked[] = $document->number;
		return $this->fails === null ? "%PDF-1.4 $document->number" : throw $this->fails;
	}
}
