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
use OrderInvoicer\Domain\System\Logger;

/**
 * Fetches the file of a document for its buyer, the one request of a shopper that may ask Sellsy, or for the owner.
 * Nothing is kept. A failure here says nothing about the shop's work: it pauses nothing.
 */
final class DownloadDocument {

	/** Seconds. Sellsy makes a PDF in less; a short absence is over by then, or lasts. */
	private const LATER = 300;

	public function __construct(
		private readonly DocumentFiles $files,
		private readonly DownloadLimit $limit,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	public function run( int $order_id, ShopperDocument $document ): Download {
		$wait = $this->limit->take( $order_id, $this->clock->now() );
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
		$this->limit->give_back( $order_id, $this->clock->now() );
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
}
