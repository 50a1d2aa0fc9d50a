<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Site;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WordPress\Options\FreshOptions;

/**
 * An object cache that goes on saying what the database no longer does: asked at the same moment as the table, before
 * and after a change. A copy of the database that is behind answers both alike, and is no fault of the cache.
 */
final class CacheCheck implements HealthCheck {

	public const OPTION = 'orderinvoicer_cache_probe';

	public function __construct( private readonly FreshOptions $options ) {}

	public function name(): string {
		return 'cache';
	}

	public function label(): string {
		return __( 'Object cache', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		if ( wp_using_ext_object_cache() !== true ) {
			return Verdict::good( __( 'No object cache keeps what has changed', 'orderinvoicer' ) );
		}
		// The first look is at what a request of before left, the second at what this one changed.
		$is_right = $this->agrees();
		update_option( self::OPTION, wp_generate_uuid4(), false );
		return $this->agrees() && $is_right
			? Verdict::good( __( 'The object cache says what the database says', 'orderinvoicer' ) )
			: Verdict::critical(
				__( 'The object cache keeps what has changed since', 'orderinvoicer' ),
				__( 'WordPress reads orders and settings as they were before: documents may be made late, or from an older state of the order.', 'orderinvoicer' ),
				__(
					'Empty the object cache and update its plugin, or switch it off. Your host can help.',
					'orderinvoicer'
				),
				'plugins.php'
			);
	}

	private function agrees(): bool {
		// Somebody else may look at this moment: what differs then agrees the second time.
		return get_option( self::OPTION, '' ) === $this->options->get( self::OPTION )
			|| wp_cache_get( self::OPTION, 'options', true ) === $this->options->get( self::OPTION );
	}
}
