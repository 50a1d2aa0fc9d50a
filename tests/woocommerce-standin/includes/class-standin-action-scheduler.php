<?php
/**
 * Action Scheduler's guarantees, no better ones: an action may run more than once, a failed one is never tried again,
 * what runs longer than five minutes counts as failed, a recurring one comes again only when its run ended, and its own
 * runner starts from WP-Cron and, once a minute, from admin requests only.
 */

defined( 'ABSPATH' ) || exit;

final class Standin_Action_Scheduler {

	private const CRON      = 'action_scheduler_run_queue';
	private const AJAX      = 'as_async_request_queue_runner';
	private const TOO_LONG  = 300;
	private const BATCH     = 25;
	private const INTERVALS = 'every_minute';
	private const LOCK      = 'standin_async_runner';

	/** A recurring action that failed this often in a row is given up. */
	private const PATIENCE = 5;

	public function register(): void {
		add_action( 'init', static fn () => do_action( 'action_scheduler_init' ), 1 );
		// phpcs:ignore WordPress.WP.CronInterval -- Action Scheduler's own minute.
		add_filter( 'cron_schedules', [ $this, 'handle_cron_schedules' ] );
		add_action( 'init', [ $this, 'handle_init' ], 10 );
		add_action( self::CRON, [ $this, 'run' ] );
		add_action( 'shutdown', [ $this, 'handle_shutdown' ] );
		add_action( 'wp_ajax_nopriv_' . self::AJAX, [ $this, 'handle_ajax' ] );
		add_action( 'wp_ajax_' . self::AJAX, [ $this, 'handle_ajax' ] );
	}

	public static function install(): void {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta(
			"CREATE TABLE {$wpdb->prefix}actionscheduler_actions (
				action_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
				hook varchar(191) NOT NULL,
				status varchar(20) NOT NULL,
				scheduled_date_gmt datetime NOT NULL,
				last_attempt_gmt datetime NULL,
				args varchar(191) NOT NULL,
				group_slug varchar(191) NOT NULL,
				recurrence int NOT NULL DEFAULT 0,
				PRIMARY KEY  (action_id),
				KEY status_due (status,scheduled_date_gmt)
			) {$wpdb->get_charset_collate()};"
		);
	}

	/** @param array<string, array{interval: int, display: string}> $schedules */
	public function handle_cron_schedules( array $schedules ): array {
		$schedules[ self::INTERVALS ] = [
			'interval' => MINUTE_IN_SECONDS,
			'display'  => 'Every minute',
		];
		return $schedules;
	}

	public function handle_init(): void {
		if ( ! wp_next_scheduled( self::CRON ) ) {
			wp_schedule_event( time(), self::INTERVALS, self::CRON );
		}
		if ( is_admin() && get_transient( 'standin_ensured' ) === false ) {
			set_transient( 'standin_ensured', 1, HOUR_IN_SECONDS );
			do_action( 'action_scheduler_ensure_recurring_actions' );
		}
	}

	/** After admin requests, at most once a minute; not after a shopper's. */
	public function handle_shutdown(): void {
		if ( ! is_admin() || get_transient( self::LOCK ) !== false ) {
			return;
		}
		set_transient( self::LOCK, 1, MINUTE_IN_SECONDS );
		if ( $this->due() !== [] ) {
			wp_remote_post(
				add_query_arg(
					[
						'action' => self::AJAX,
						'nonce'  => wp_create_nonce( self::AJAX ),
					],
					admin_url( 'admin-ajax.php' )
				),
				[
					'timeout'  => 0.01,
					'blocking' => false,
					'cookies'  => $_COOKIE,
				]
			);
		}
	}

	public function handle_ajax(): void {
		check_ajax_referer( self::AJAX, 'nonce' );
		$this->run();
		wp_die();
	}

	/** @param array<int|string, mixed> $args */
	public function schedule(
		int $timestamp,
		int $recurrence,
		string $hook,
		array $args,
		string $group,
		bool $unique,
	): int {
		global $wpdb;
		if ( ! did_action( 'action_scheduler_init' ) || ( $unique && $this->has( $hook, null, $group ) ) ) {
			return 0;
		}
		$wpdb->insert(
			"{$wpdb->prefix}actionscheduler_actions",
			[
				'hook'               => $hook,
				'status'             => 'pending',
				'scheduled_date_gmt' => gmdate( 'Y-m-d H:i:s', $timestamp ),
				'args'               => wp_json_encode( $args ),
				'group_slug'         => $group,
				'recurrence'         => $recurrence,
			]
		);
		return (int) $wpdb->insert_id;
	}

	/** @param array<int|string, mixed>|null $args */
	public function has( string $hook, ?array $args, string $group ): bool {
		global $wpdb;
		[ $where, $values ] = $this->matching( $hook, $args, $group );
		// phpcs:disable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- $where holds placeholders.
		return (int) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT COUNT(*) FROM {$wpdb->prefix}actionscheduler_actions WHERE status IN ( 'pending',"
					. " 'in-progress' ) AND $where",
				$values
			)
		) > 0;
		// phpcs:enable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders
	}

	/** @param array<int|string, mixed>|null $args */
	public function next( string $hook, ?array $args, string $group ): int|bool {
		global $wpdb;
		[ $where, $values ] = $this->matching( $hook, $args, $group );
		// phpcs:disable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- $where holds placeholders.
		$row                = $wpdb->get_row(
			$wpdb->prepare(
				"SELECT status, scheduled_date_gmt FROM {$wpdb->prefix}actionscheduler_actions"
					. " WHERE status IN ( 'pending', 'in-progress' ) AND $where ORDER BY status,"
					. ' scheduled_date_gmt LIMIT 1',
				$values
			)
		);
		// phpcs:enable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders
		return match ( $row?->status ) {
			'in-progress' => true,
			'pending'     => (int) strtotime( $row->scheduled_date_gmt . ' UTC' ),
			default       => false,
		};
	}

	/**
	 * Without arguments all of the hook, or all of the group; where both are named, only actions without arguments.
	 *
	 * @param array<int|string, mixed> $args
	 */
	public function cancel( string $hook, array $args, string $group ): void {
		global $wpdb;
		$is_all            = $args === [] && ( $hook === '' || $group === '' );
		[ $where, $values ] = $this->matching( $hook, $is_all ? null : $args, $group );
		// phpcs:disable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- $where holds placeholders.
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}actionscheduler_actions SET status = 'canceled'"
					. " WHERE status = 'pending' AND $where",
				$values
			)
		);
		// phpcs:enable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders
	}

	/** @return array<int, stdClass> rows by id. */
	public function find( string $hook, string $group, string $status ): array {
		global $wpdb;
		[ $where, $values ] = $this->matching( $hook, null, $group );
		// phpcs:disable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- $where holds placeholders.
		$rows               = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT * FROM {$wpdb->prefix}actionscheduler_actions WHERE status = %s AND $where"
					. ' ORDER BY scheduled_date_gmt, action_id',
				$status,
				...$values
			)
		);
		// phpcs:enable WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders
		return array_column( $rows, null, 'action_id' );
	}

	public function run(): void {
		global $wpdb;
		$table = "{$wpdb->prefix}actionscheduler_actions";
		// phpcs:disable WordPress.DB.PreparedSQL -- our own table.
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE $table SET status = 'failed' WHERE status = 'in-progress' AND last_attempt_gmt < %s",
				gmdate( 'Y-m-d H:i:s', time() - self::TOO_LONG )
			)
		);
		// phpcs:enable WordPress.DB.PreparedSQL
		foreach ( $this->due() as $action ) {
			$is_mine = $wpdb->update(
				$table,
				[
					'status'           => 'in-progress',
					'last_attempt_gmt' => gmdate( 'Y-m-d H:i:s' ),
				],
				[
					'action_id' => $action->action_id,
					'status'    => 'pending',
				]
			);
			if ( $is_mine ) {
				$wpdb->update(
					$table,
					[ 'status' => $this->execute( $action ) ],
					[ 'action_id' => $action->action_id ]
				);
				$this->repeat( $action );
			}
		}
	}

	private function execute( stdClass $action ): string {
		if ( ! has_action( $action->hook ) ) {
			return 'failed';
		}
		try {
			// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- whoever scheduled it named it.
			do_action_ref_array( $action->hook, array_values( json_decode( $action->args, true ) ) );
			return 'complete';
		} catch ( Throwable $error ) {
			return 'failed';
		}
	}

	/** After the run: a process that dies takes the next run with it. */
	private function repeat( stdClass $action ): void {
		if ( (int) $action->recurrence > 0 && ! $this->fails_always( $action->hook ) ) {
			$this->schedule(
				time() + (int) $action->recurrence,
				(int) $action->recurrence,
				$action->hook,
				json_decode( $action->args, true ),
				$action->group_slug,
				false
			);
		}
	}

	private function fails_always( string $hook ): bool {
		global $wpdb;
		$last = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT status FROM {$wpdb->prefix}actionscheduler_actions WHERE hook = %s"
					. ' ORDER BY action_id DESC LIMIT %d',
				$hook,
				self::PATIENCE
			)
		);
		return count( $last ) === self::PATIENCE && array_unique( $last ) === [ 'failed' ];
	}

	/** @return list<stdClass> */
	private function due(): array {
		global $wpdb;
		return (array) $wpdb->get_results(
			$wpdb->prepare(
				"SELECT * FROM {$wpdb->prefix}actionscheduler_actions WHERE status = 'pending'"
					. ' AND scheduled_date_gmt <= %s ORDER BY scheduled_date_gmt, action_id LIMIT %d',
				gmdate( 'Y-m-d H:i:s' ),
				self::BATCH
			)
		);
	}

	/**
	 * @param array<int|string, mixed>|null $args
	 * @return array{string, list<string>}
	 */
	private function matching( string $hook, ?array $args, string $group ): array {
		$conditions = array_filter(
			[
				'hook = %s'       => $hook,
				'group_slug = %s' => $group,
				'args = %s'       => $args === null ? '' : (string) wp_json_encode( $args ),
			],
			'strlen'
		);
		return [ implode( ' AND ', array_keys( $conditions ) ), array_values( $conditions ) ];
	}
}
