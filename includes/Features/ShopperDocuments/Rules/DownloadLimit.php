<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\KeptValues;

/**
 * How often the documents of an order are fetched from Sellsy.
 *
 * The downloads of the last hour in one option, changed only from what was seen: each of two at once counts.
 */
final class DownloadLimit {

	private const OPTION = 'orderinvoicer_downloads';

	private const TRIES = 20;

	/** Seconds. So many at once that none got its turn. */
	private const CROWDED = 5;

	public function __construct( private readonly KeptValues $values ) {}

	/**
	 * Counts one more, unless there were too many. Of two at once each is counted.
	 *
	 * @return int seconds until one more is allowed; 0: this one is, and was counted.
	 */
	public function take( int $order_id, \DateTimeImmutable $now ): int {
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
	public function give_back( int $order_id, \DateTimeImmutable $now ): void {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored  = $this->values->get( self::OPTION );
			$without = RecentDownloads::read( $stored, $now->getTimestamp() )->without( $order_id )->to_text();
			if ( $stored === '' || $this->values->swap( self::OPTION, $stored, $without ) ) {
				return;
			}
		}
	}
}
