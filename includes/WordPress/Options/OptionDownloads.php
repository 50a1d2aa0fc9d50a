<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Downloads\DownloadLimit;
use OrderInvoicer\Domain\Downloads\RecentDownloads;

/** The downloads of the last hour in one option, changed only from what was seen: each of two at once counts. */
final class OptionDownloads implements DownloadLimit {

	private const OPTION = 'orderinvoicer_downloads';

	private const TRIES = 20;

	/** Seconds. So many at once that none got its turn. */
	private const CROWDED = 5;

	public function __construct( private readonly FreshOptions $options ) {}

	public function take( int $order_id, \DateTimeImmutable $now ): int {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored = $this->options->get( self::OPTION );
			$recent = RecentDownloads::read( $stored, $now->getTimestamp() );
			$wait   = $recent->wait( $order_id );
			if ( $wait > 0 ) {
				return $wait;
			}
			$with = $recent->with( $order_id )->to_text();
			if ( $this->options->swap( self::OPTION, $stored, $with ) ) {
				return 0;
			}
		}
		return self::CROWDED;
	}

	public function give_back( int $order_id, \DateTimeImmutable $now ): void {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored  = $this->options->get( self::OPTION );
			$without = RecentDownloads::read( $stored, $now->getTimestamp() )->without( $order_id )->to_text();
			if ( $stored === '' || $this->options->replace( self::OPTION, $stored, $without ) ) {
				return;
			}
		}
	}
}
