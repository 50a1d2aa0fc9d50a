<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;



/** Keeps the five-minute sweep scheduled, whatever removed it; looked after in background and admin requests only. */
final class SweepSchedule {

	public const HOOK = Wakeups::SWEEP;

	private const EVERY = 300;

	public function register(): void {
		add_action( 'action_scheduler_init', [ $this, 'handle_action_scheduler_init' ] );
		add_action( 'action_scheduler_ensure_recurring_actions', [ $this, 'reconcile' ] );
	}

	/** @internal */
	public function handle_action_scheduler_init(): void {
		if ( ( is_admin() && ! wp_doing_ajax() ) || wp_doing_cron() || ( defined( 'WP_CLI' ) && WP_CLI === true ) ) {
			$this->reconcile();
		}
	}

	/** Unique: the action has no arguments, so that Action Scheduler's uniqueness means what it says. */
	public function reconcile(): void {
		if ( ! as_has_scheduled_action( self::HOOK, [], Wakeups::GROUP ) ) {
			as_schedule_recurring_action(
				time() + self::EVERY,
				self::EVERY,
				self::HOOK,
				[],
				Wakeups::GROUP,
				true
			);
		}
	}

	/** When the next pass is to begin; now while one runs; null when none is planned. */
	public function next(): ?\DateTimeImmutable {
		$next = as_next_scheduled_action( self::HOOK, [], Wakeups::GROUP );
		return match ( true ) {
			is_int( $next ) => new \DateTimeImmutable( '@' . $next ),
			$next === true => new \DateTimeImmutable(),
			default         => null,
		};
	}

	/** On deactivation: wake-ups and the sweep. */
	public function unschedule_all(): void {
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( '', [], Wakeups::GROUP );
		}
	}
}
