<?php
declare( strict_types=1 );

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OpenSetup;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\Network\SiteList;
use OrderInvoicer\Features\OwnerMail\OwnerEmails;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\Wiring\Leaving;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Queue\FillOutcomes;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Activation, upgrade, deactivation, and the sites of a network. Tables are also made on an ordinary request when they
 * are missing: files replaced by hand or by a deployment never run the activation hook.
 */
final class Lifecycle {

	private const RETRY_OPTION = 'orderinvoicer_schema_tried_at';

	/** Version of the tables whose rows say who is to make their drafts final. */
	private const SAYS_WHO_FINALISES = 14;

	/** @param \Closure(): Logger $logger */
	public function __construct(
		private readonly string $file,
		private readonly \Closure $logger,
		private readonly \wpdb $wpdb,
	) {}

	public function register(): void {
		register_activation_hook( $this->file, [ $this, 'handle_activation' ] );
		register_deactivation_hook( $this->file, [ $this, 'handle_deactivation' ] );
		add_action( 'wp_initialize_site', [ $this, 'handle_wp_initialize_site' ], 100 );
		add_filter( 'wpmu_drop_tables', [ $this, 'handle_wpmu_drop_tables' ] );
	}

	/** @internal */
	public function handle_activation( bool $network_wide ): void {
		$is_new = get_option( OptionSettings::OPTION ) === false;
		$this->on_each_site( $network_wide, fn() => $this->install() );
		if ( $is_new && ! $network_wide ) {
			OpenSetup::ask();
		}
	}

	/**
	 * E-mails of this request's site that wait for their document leave: nobody will be there who sends them. Those of
	 * other sites of a network stay, because WooCommerce would write them with the settings of this one.
	 *
	 * The webhook goes where Sellsy answers and the access is there; it is made anew when the plugin is active again.
	 *
	 * Unschedules everything of ours; what else waits in the ledger goes on when the plugin is active again. The last
	 * pass before says nothing about what runs then, and orders of the time between are left to a back-fill: somebody
	 * may have invoiced them by hand.
	 *
	 * @internal
	 */
	public function handle_deactivation( bool $network_wide ): void {
		$leaving = new Leaving( $this->wpdb );
		$this->on_each_site(
			$network_wide,
			function ( bool $is_here ) use ( $leaving ): void {
				$this->let_emails_go( $leaving, $is_here );
				$leaving->remove_webhook( for_good: false );
				( new Wakeups() )->unschedule_all();
				delete_option( Heartbeat::SWEEP_OPTION );
				( new EditsSeen( new FreshOptions( new Sql( $this->wpdb ) ) ) )->switch_off();
				( new SiteList() )->remove( get_current_blog_id() );
			}
		);
	}

	private function let_emails_go( Leaving $leaving, bool $is_here ): void {
		$facts = [ 'site_id' => get_current_blog_id() ];
		try {
			$waiting = $leaving->let_emails_go( $is_here );
			if ( $waiting > 0 ) {
				( $this->logger )()->error(
					'E-mails still wait for their document. They leave when the plugin is active again.',
					$facts + [ 'waiting' => $waiting ]
				);
			}
		} catch ( \Throwable $error ) {
			$facts['error'] = $error::class;
			( $this->logger )()->error( 'E-mails that waited may not have left.', $facts );
		}
	}

	/** @internal */
	public function handle_wp_initialize_site( \WP_Site $site ): void {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		if ( ! is_plugin_active_for_network( plugin_basename( $this->file ) ) ) {
			return;
		}
		switch_to_blog( (int) $site->blog_id );
		$this->install();
		restore_current_blog();
	}

	/**
	 * A deleted site takes its tables with it.
	 *
	 * @internal
	 * @param list<string> $tables
	 * @return list<string>
	 */
	public function handle_wpmu_drop_tables( array $tables ): array {
		return [
			...$tables,
			...array_map(
				fn( string $table ): string => $this->wpdb->prefix . $table,
				array_keys( $this->schema()->tables() )
			),
		];
	}

	/**
	 * The tables are not those of this release.
	 *
	 * @return bool whether that was tried.
	 */
	public function catch_up(): bool {
		$is_tried = ! $this->tried_lately();
		if ( $is_tried ) {
			$this->install();
		}
		return $is_tried;
	}

	private function install(): void {
		if ( ! Requirements::tables_are_known() ) {
			return; // Of a network's site: as `Requirements` says there.
		}
		( new SiteList() )->add( get_current_blog_id() );
		update_option( self::RETRY_OPTION, time(), true );
		try {
			$this->add_settings();
			$version = get_option( Schema::VERSION_OPTION );
			$missing = $this->schema()->install(
				function () use ( $version ): void {
					delete_option( FillOutcomes::OPTION ); // A column that is new is empty.
					if ( ! is_numeric( $version ) || (int) $version < self::SAYS_WHO_FINALISES ) {
						$this->leave_drafts_to_people();
					}
				}
			);
		} catch ( DatabaseRefused ) {
			// Tried again later; the page of the shopper opens all the same.
			$missing = [ 'not known: the database does not answer' ];
		}
		if ( $missing === [] ) {
			delete_option( self::RETRY_OPTION );
			return;
		}
		( $this->logger )()->error( 'Tables could not be created.', [ 'missing' => implode( ', ', $missing ) ] );
	}

	/**
	 * They are asked for on each request: what is not there would cost a query each time. WordPress takes for absent
	 * what it could not read, and adding that writes over it.
	 *
	 * @throws DatabaseRefused
	 */
	private function add_settings(): void {
		$options = new FreshOptions( new Sql( $this->wpdb ) );
		if (
			$options->get( OptionSettings::OPTION ) === ''
			&& add_option( OptionSettings::OPTION, [], '', true )
		) {
			OwnerEmails::switch_on();
		}
	}

	/**
	 * Rows of earlier releases do not say who is to make their drafts final. By the settings of this moment it is a
	 * person, or it is not: a setting that is saved later changes nothing about them. Nor about what was sent and not
	 * answered, and about rules that are gone, which an import may bring back.
	 */
	private function leave_drafts_to_people(): void {
		$settings = ( new OptionSettings( new SettingsArray() ) )->get();
		$sql      = new Sql( $this->wpdb );
		foreach ( DocumentKind::cases() as $kind ) {
			if ( ! $kind->is_validated() ) {
				continue;
			}
			$workflow = $settings->workflow( $kind );
			$final    = array_filter(
				[ Rule::OTHERS, ...array_column( $workflow->rules, 'id' ) ],
				static fn ( int $id ): bool => $workflow->under( $id )->finalise->value !== Finalise::MANUAL
			);
			$sql->change(
				"UPDATE %i SET awaits_person = 1 WHERE effect = %s AND remote_number = ''
					AND ( remote_id > 0 OR sent_at IS NOT NULL )
					AND state IN ( 'queued', 'working', 'done', 'attention' ) AND workflow_id NOT IN ( %d )",
				[
					$sql->table( 'orderinvoicer_sync' ),
					Effect::create( $kind )->value,
					[ Rule::NONE, ...$final ], // A person does what no rule makes anyway.
				]
			);
		}
	}

	/** A database user without the right to make tables must not cost every request a try. */
	private function tried_lately(): bool {
		$tried_at = get_option( self::RETRY_OPTION );
		return is_numeric( $tried_at ) && (int) $tried_at > time() - HOUR_IN_SECONDS;
	}

	private function schema(): Schema {
		return new Schema( $this->wpdb, Features::TABLES );
	}

	/** @param \Closure( bool ): void $task is told whether it is the site of this request. */
	private function on_each_site( bool $network_wide, \Closure $task ): void {
		if ( ! $network_wide || ! is_multisite() ) {
			$task( true );
			return;
		}
		$here = get_current_blog_id();
		foreach ( get_sites( [ 'fields' => 'ids' ] + [ 'number' => 0 ] ) as $site_id ) {
			switch_to_blog( (int) $site_id );
			$task( (int) $site_id === $here );
			restore_current_blog();
		}
	}
}
