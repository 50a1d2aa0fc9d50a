<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Site;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Sellsy\Transport\SeenQuota;

/** The server's clock beside Sellsy's, as Sellsy's last answer said it. */
final class ClockCheck implements HealthCheck {

	/** Seconds. */
	private const MOST = 120;

	public function __construct( private readonly SeenQuota $seen_quota ) {}

	public function name(): string {
		return 'clock';
	}

	public function label(): string {
		return __( 'Clock of the server', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$seen = $this->seen_quota->clock();
		if ( $seen === null ) {
			return Verdict::unknown(
				__( 'Not known: whether the clock of the server is right', 'orderinvoicer' ),
				__( 'It is compared with the answers of Sellsy, and none has come so far.', 'orderinvoicer' ),
				__( 'The next answer of Sellsy shows it: test the connection.', 'orderinvoicer' )
			);
		}
		$minutes = intdiv( abs( $seen['ahead'] ), 60 );
		$off     = sprintf(
			$seen['ahead'] > 0
				/* translators: %s: number of minutes. */
				? _n(
					'The clock of the server is %s minute fast',
					'The clock of the server is %s minutes fast',
					$minutes,
					'orderinvoicer'
				)
				/* translators: %s: number of minutes. */
				: _n(
					'The clock of the server is %s minute slow',
					'The clock of the server is %s minutes slow',
					$minutes,
					'orderinvoicer'
				),
			number_format_i18n( $minutes )
		);
		return abs( $seen['ahead'] ) <= self::MOST
			? Verdict::good( __( 'The clock of the server is right', 'orderinvoicer' ), SeenOn::text( $seen['at'] ) )
			: Verdict::recommended(
				$off,
				__( 'Around midnight documents and payments get the wrong day, and the access to Sellsy is renewed too early or too late.', 'orderinvoicer' )
					. ' ' . SeenOn::text( $seen['at'] ),
				__( 'Ask your host to set the clock of the server by the network (NTP).', 'orderinvoicer' )
			);
	}
}
