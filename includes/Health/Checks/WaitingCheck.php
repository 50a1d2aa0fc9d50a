<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Reports\StatusView;

/** Nothing waits longer than it should, neither for a runner nor for the end of a pause. */
final class WaitingCheck implements HealthCheck {

	/** A row that waits longer than this, without a pause, shows that nothing works in the background. */
	private const LATE = '-1 hour';

	public function __construct(
		private readonly StatusView $status,
		private readonly Clock $clock,
	) {}

	public function name(): string {
		return 'waiting';
	}

	public function label(): string {
		return __( 'Waiting orders', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$pause = $this->status->pause();
		if ( $pause !== null && ! isset( $pause['until'] ) ) {
			return Verdict::critical(
				__( 'Everything waits for you', 'orderinvoicer' ),
				(string) $pause['text'],
				(string) $pause['next_step'],
				AdminPage::PATH
			);
		}
		if ( $pause !== null ) {
			return Verdict::recommended(
				__( 'Everything waits at the moment', 'orderinvoicer' ),
				(string) $pause['text'],
				(string) $pause['next_step'],
				AdminPage::PATH
			);
		}
		$oldest = $this->status->oldest_due_at();
		return $oldest !== null && new \DateTimeImmutable( $oldest ) < $this->clock->now()->modify( self::LATE )
			? Verdict::critical(
				__( 'Orders have waited for their documents for more than an hour', 'orderinvoicer' ),
				__( 'Nothing works through them.', 'orderinvoicer' ),
				__( 'Check that WP-Cron or a system cron job runs on this site (WooCommerce, Status, Scheduled Actions).', 'orderinvoicer' )
			)
			: Verdict::good( __( 'No order waits for its documents longer than it should', 'orderinvoicer' ) );
	}
}
