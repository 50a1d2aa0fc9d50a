<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Site;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WordPress\Queue\Heartbeat;

/** What PHP allows the work in the background, as the last pass met it: a page of wp-admin has limits of its own. */
final class LimitsCheck implements HealthCheck {

	private const MEMORY = 128 * 1024 * 1024;

	/** A turn of the work takes twenty, and the call that ends it a few more. */
	private const SECONDS = 30;

	public function __construct( private readonly Heartbeat $heartbeat ) {}

	public function name(): string {
		return 'limits';
	}

	public function label(): string {
		return __( 'Limits of PHP', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$limits = $this->heartbeat->limits();
		if ( $limits === null ) {
			return Verdict::unknown(
				__( 'Not known: what PHP allows the work in the background', 'orderinvoicer' ),
				__( 'It has not run so far.', 'orderinvoicer' ),
				__( 'The next pass, every five minutes, shows it.', 'orderinvoicer' )
			);
		}
		$memory = wp_convert_hr_to_bytes( $limits['memory'] );
		return match ( true ) {
			$memory > 0 && $memory < self::MEMORY => Verdict::recommended(
				/* translators: %s: size, such as "64M". */
				sprintf( __( 'PHP has little memory: %s', 'orderinvoicer' ), $limits['memory'] ),
				__( 'A large order or its PDF may not fit: its work is cut off and begun again.', 'orderinvoicer' )
					. ' ' . SeenOn::text( $limits['at'] ),
				__( 'Ask your host for 256M, or set WP_MAX_MEMORY_LIMIT in wp-config.php.', 'orderinvoicer' )
			),
			$limits['seconds'] > 0 && $limits['seconds'] < self::SECONDS => Verdict::recommended(
				sprintf(
					/* translators: %s: number of seconds. */
					_n(
						'PHP ends all work after %s second',
						'PHP ends all work after %s seconds',
						$limits['seconds'],
						'orderinvoicer'
					),
					number_format_i18n( $limits['seconds'] )
				),
				__( 'Work that is cut off is taken up again minutes later.', 'orderinvoicer' )
					. ' ' . SeenOn::text( $limits['at'] ),
				__( 'Ask your host to set max_execution_time to 60.', 'orderinvoicer' )
			),
			default => Verdict::good(
				__( 'PHP leaves the work in the background enough room and time', 'orderinvoicer' ),
				SeenOn::text( $limits['at'] )
			),
		};
	}
}
