<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

/** The hooks by which work begins. Apart from those who work: each request of the site listens to them. */
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
}
