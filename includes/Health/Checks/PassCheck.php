<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Queue\PassState;
use OrderInvoicer\WordPress\Queue\ScheduleFacts;
use OrderInvoicer\WordPress\Queue\SweepHealth;

/**
 * The pass every five minutes, and who starts it. Whoever looks is in wp-admin, and Action Scheduler works at each
 * visit there: a pass that is on time says little of the night.
 */
final class PassCheck implements HealthCheck {

	/** Hosts that run something in the place of WP-Cron do so every few minutes, some four times an hour. */
	private const CRON_LATE = '-1 hour';

	public function __construct(
		private readonly SweepHealth $sweep,
		private readonly ScheduleFacts $schedule,
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
		$why = __(
			'Every five minutes the plugin takes up what was left undone, and looks for orders and documents that were changed.',
			'orderinvoicer'
		);
		return match ( $this->sweep->state() ) {
			PassState::OnTime  => $this->on_time(),
			PassState::First   => Verdict::unknown(
				__( 'Not known: whether the work in the background runs', 'orderinvoicer' ),
				$this->wp_cron_is_off
					? __(
						'WP-Cron is switched off in wp-config.php: a cron job of your host must run in its place.',
						'orderinvoicer'
					)
					: $why,
				__( 'Its first pass comes within a few minutes and shows it.', 'orderinvoicer' ),
				$this->url()
			),
			PassState::Late    => $this->late( $why ),
			PassState::Stopped => $this->stopped( $why ),
			PassState::Missing => Verdict::critical(
				__( 'The work in the background is not planned', 'orderinvoicer' ),
				$why,
				__(
					'Reload this page to plan it anew. If it is lost again, another plugin deletes scheduled actions.',
					'orderinvoicer'
				),
				$this->url()
			),
		};
	}

	private function on_time(): Verdict {
		$due = $this->schedule->wp_cron_due();
		return $due !== null && $due < $this->clock->now()->modify( self::CRON_LATE )
			? Verdict::recommended(
				__( 'The work in the background is started by visits to wp-admin alone', 'orderinvoicer' ),
				__( 'WP-Cron has not run for more than an hour. While nobody is in wp-admin, such as at night, no waiting order is taken up.', 'orderinvoicer' ),
				$this->without_wp_cron(),
				$this->url()
			)
			: Verdict::good(
				__( 'The plugin looks after waiting orders every five minutes', 'orderinvoicer' ),
				$this->wp_cron_is_off
					? __(
						'WP-Cron is switched off in wp-config.php, and something else runs in its place.',
						'orderinvoicer'
					)
					: ''
			);
	}

	private function late( string $why ): Verdict {
		return $this->wp_cron_is_off
			? Verdict::recommended(
				__( 'WP-Cron is switched off, and what runs in its place is late', 'orderinvoicer' ),
				$why,
				$this->without_wp_cron()
			)
			: Verdict::recommended(
				__( 'The work in the background is late', 'orderinvoicer' ),
				$why,
				__( 'On a shop with few visits this is usual at night. A cron job that opens wp-cron.php every five minutes mends it: ask your host.', 'orderinvoicer' ),
				$this->url()
			);
	}

	private function stopped( string $why ): Verdict {
		return $this->wp_cron_is_off
			? Verdict::critical(
				__( 'WP-Cron is switched off, and nothing runs in its place', 'orderinvoicer' ),
				$why,
				$this->without_wp_cron()
			)
			: Verdict::critical(
				__( 'The work in the background does not run', 'orderinvoicer' ),
				$why,
				__( 'Look in WooCommerce, Status, Scheduled Actions whether actions are past due, and ask your host for a cron job that opens wp-cron.php every five minutes.', 'orderinvoicer' ),
				$this->url()
			);
	}

	private function without_wp_cron(): string {
		return ! $this->wp_cron_is_off
			? __( 'Ask your host for a cron job that opens wp-cron.php every five minutes.', 'orderinvoicer' )
			: __( 'Ask your host for a cron job that opens wp-cron.php every five minutes, or take DISABLE_WP_CRON out of wp-config.php.', 'orderinvoicer' );
	}

	private function url(): string {
		return 'admin.php?page=wc-status&tab=action-scheduler&s=orderinvoicer';
	}
}
