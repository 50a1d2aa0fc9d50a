<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

/**
 * The hooks by which work begins. Apart from those who work: each request of the site listens to them. The pass stays
 * planned, whatever removed it; looked after in background and admin requests only.
 */
final class Wakeups {

	/** Of all that Action Scheduler does for us. */
	public const GROUP = 'orderinvoicer';

	/** Action Scheduler: tasks are due. */
	public const TASKS = 'orderinvoicer_process_sync';

	/** Action Scheduler: the pass. */
	public const SWEEP = 'orderinvoicer_sweep';

	/** Action Scheduler: what is assumed of Sellsy is tried on. */
	public const DOCTOR = 'orderinvoicer_doctor';

	/** admin-ajax.php: the site asked itself, after an answer. */
	public const RUN = 'orderinvoicer_run';

	/** Seconds from one pass to the next. */
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
		if ( ! as_has_scheduled_action( self::SWEEP, [], self::GROUP ) ) {
			as_schedule_recurring_action(
				time() + self::EVERY,
				self::EVERY,
				self::SWEEP,
				[],
				self::GROUP,
				true
			);
		}
	}

	/** When the next pass is to begin; now while one runs; null when none is planned. */
	public function next(): ?\DateTimeImmutable {
		$next = as_next_scheduled_action( self::SWEEP, [], self::GROUP );
		return match ( true ) {
			is_int( $next ) => new \DateTimeImmutable( '@' . $next ),
			$next === true => new \DateTimeImmutable(),
			default         => null,
		};
	}

	/** On deactivation: wake-ups and the sweep. */
	public function unschedule_all(): void {
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( '', [], self::GROUP );
		}
	}
}
