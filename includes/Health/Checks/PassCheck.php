<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Health\Heartbeat;
use OrderInvoicer\Health\HealthCheck;
use OrderInvoicer\Health\Verdict;

defined( 'ABSPATH' ) || exit;

/** The pass every five minutes, and who starts it. */
final class PassCheck implements HealthCheck {

	/** Three passes that did not come; a quiet shop with nothing but WP-Cron may miss some at night. */
	private const LATE = '-15 minutes';
	private const GONE = '-2 hours';

	public function __construct(
		private readonly Heartbeat $heartbeat,
		private readonly Clock $clock,
		private readonly bool $wp_cron_is_off,
	) {}

	public function name(): string {
		return 'pass';
	}

	public function label(): string {
		return __( 'Work in the background', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$now  = $this->clock->now();
		$last = $this->heartbeat->last_sweep();
		$why  = __( 'Every five minutes the plugin looks for orders that were missed, and for documents that changed at Sellsy.', 'orderinvoicer' );
		if ( $last !== null && $last > $now->modify( self::LATE ) ) {
			return Verdict::good( __( 'The plugin looks after waiting orders every five minutes', 'orderinvoicer' ), $this->wp_cron_is_off ? __( 'WP-Cron is switched off in wp-config.php, and something else runs in its place.', 'orderinvoicer' ) : '' );
		}
		if ( $this->wp_cron_is_off ) {
			return Verdict::critical( __( 'WP-Cron is switched off, and nothing runs in its place', 'orderinvoicer' ), $why, __( 'Ask your host for a cron job that opens wp-cron.php every five minutes, or take DISABLE_WP_CRON out of wp-config.php.', 'orderinvoicer' ) );
		}
		return $last !== null && $last > $now->modify( self::GONE )
			? Verdict::recommended( __( 'The work in the background is late', 'orderinvoicer' ), $why, __( 'On a shop with few visits this is usual at night. A cron job that opens wp-cron.php every five minutes mends it: ask your host.', 'orderinvoicer' ), $this->url() )
			: Verdict::critical( __( 'The work in the background does not run', 'orderinvoicer' ), $why, __( 'Look in WooCommerce, Status, Scheduled Actions whether actions are past due, and ask your host for a cron job that opens wp-cron.php every five minutes.', 'orderinvoicer' ), $this->url() );
	}

	private function url(): string {
		return 'admin.php?page=wc-status&tab=action-scheduler&s=orderinvoicer';
	}
}
