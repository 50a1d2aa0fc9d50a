<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Downloads\DocumentFiles;
use OrderInvoicer\Domain\Downloads\DownloadLimit;
use OrderInvoicer\Domain\Downloads\RecentDownloads;
use OrderInvoicer\Domain\Downloads\ShopperDocument;

/** Files as Sellsy hands them out, and the count of them, in memory. */
final class FakeDownloads implements DocumentFiles, DownloadLimit {

	/** What is thrown in place of a file. */
	public ?\Exception $fails = null;

	/** @var list<string> numbers of the documents that were asked for. */
	public array $asked = [];

	private string $recent = '';

	public function pdf( ShopperDocument $document ): string {
		$this->asked[] = $document->number;
		return $this->fails === null ? "%PDF-1.4 $document->number" : throw $this->fails;
	}

	public function take( int $order_id, \DateTimeImmutable $now ): int {
		$recent = RecentDownloads::read( $this->recent, $now->getTimestamp() );
		$wait   = $recent->wait( $order_id );
		if ( $wait === 0 ) {
			$this->recent = $recent->with( $order_id )->to_text();
		}
		return $wait;
	}

	public function give_back( int $order_id, \DateTimeImmutable $now ): void {
		$this->recent = RecentDownloads::read( $this->recent, $now->getTimestamp() )->without( $order_id )->to_text();
	}
}
