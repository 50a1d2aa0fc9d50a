<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\OrderBook\DocumentFiles;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\KeptValues;
use OrderInvoicer\Domain\System\Logger;

/**
 * Fetches the file of a document for its buyer, the one request of a shopper that may ask Sellsy, or for the owner.
 * Nothing is kept. A failure here says nothing about the shop's work: it pauses nothing.
 *
 * How often they are fetched: the downloads of the last hour in one option, changed only from what was seen, so that
 * each of two at once counts.
 */
final class DownloadDocument {

	/** Seconds. Sellsy makes a PDF in less; a short absence is over by then, or lasts. */
	private const LATER = 300;

	private const OPTION = 'orderinvoicer_downloads';
	private const TRIES = 20;
	/** Seconds. So many at once that none got its turn. */
	private const CROWDED = 5;

	public function __construct(
		private readonly DocumentFiles $files,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly KeptValues $values,
	) {}

	public function run( int $order_id, ShopperDocument $document ): Download {
		$wait = $this->take( $order_id, $this->clock->now() );
		if ( $wait > 0 ) {
			return Download::refused( DownloadRefusal::TooMany, $wait );
		}
		return $this->fetch( $order_id, $document );
	}

	/** Whoever may edit the order is not counted. */
	public function for_owner( int $order_id, ShopperDocument $document ): Download {
		return $this->fetch( $order_id, $document );
	}

	private function fetch( int $order_id, ShopperDocument $document ): Download {
		try {
			return Download::file( $this->files->pdf( $document ) );
		} catch ( NoFile $none ) {
			$this->note( $order_id, $none->getMessage() );
			return $none->may_come ? $this->later( $order_id ) : Download::refused( DownloadRefusal::Gone );
		} catch ( RemoteFailure $failure ) {
			$this->note( $order_id, $failure->kind->value );
			return $failure->kind === FailureKind::NotFound
				? Download::refused( DownloadRefusal::Gone )
				: $this->later( $order_id, $failure->retry_after ?? 0 );
		}
	}

	/** It does not use up what the buyer may ask for. */
	private function later( int $order_id, int $seconds = 0 ): Download {
		$this->give_back( $order_id, $this->clock->now() );
		return Download::refused( DownloadRefusal::Later, max( self::LATER, $seconds ) );
	}

	private function note( int $order_id, string $code ): void {
		$this->logger->info(
			'A document was asked for, and there was no file.',
			[
				'order_id' => $order_id,
				'code'     => $code,
			]
		);
	}

	/**
	 * Counts one more, unless there were too many. Of two at once each is counted.
	 *
	 * @return int seconds until one more is allowed; 0: this one is, and was counted.
	 */
	private function take( int $order_id, \DateTimeImmutable $now ): int {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored = $this->values->get( self::OPTION );
			$recent = RecentDownloads::read( $stored, $now->getTimestamp() );
			$wait   = $recent->wait( $order_id );
			if ( $wait > 0 ) {
				return $wait;
			}
			$with = $recent->with( $order_id )->to_text();
			if ( $this->values->swap( self::OPTION, $stored, $with ) ) {
				return 0;
			}
		}
		return self::CROWDED;
	}

	/** The one that was counted last brought nothing, by no fault of the buyer. */
	private function give_back( int $order_id, \DateTimeImmutable $now ): void {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored  = $this->values->get( self::OPTION );
			$without = RecentDownloads::read( $stored, $now->getTimestamp() )->without( $order_id )->to_text();
			if ( $stored === '' || $this->values->swap( self::OPTION, $stored, $without ) ) {
				return;
			}
		}
	}
}
