<?php
declare( strict_types=1 );

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Features\Archives\ArchiveFlag;
use OrderInvoicer\Features\Archives\Rules\Archives;
use OrderInvoicer\Features\Archives\UploadsFolder;
use OrderInvoicer\Features\Bulk\BulkRuns;
use OrderInvoicer\Features\Network\SiteList;
use OrderInvoicer\Features\ShopperDocuments\AttachedPdf;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\Wiring\Leaving;
use OrderInvoicer\WordPress\Options\OptionConnection;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- tables of others and options known by their beginning, once.

/**
 * Leaves each site of the installation as the owner asked. Called by uninstall.php, with nothing else of the plugin
 * running.
 */
final class Uninstall {

	private const OPTION_PREFIX = 'orderinvoicer_';

	/** What WooCommerce keeps of our e-mails. */
	private const EMAIL_PREFIX = 'woocommerce_orderinvoicer_';

	/**
	 * Beginnings of what goes whatever the owner chose: secrets, who was connected, names of staff, a lock nobody
	 * needs, and what features say.
	 */
	private const ALWAYS = [
		SodiumSecretStore::OPTION_PREFIX,
		OptionConnection::OPTION,
		'orderinvoicer_token_lock',
		Archives::OPTION,
		...Features::GO_ALWAYS,
		'_transient_orderinvoicer_',
		'_transient_timeout_orderinvoicer_',
	];

	private const PRIVATE_META = '_orderinvoicer_';

	/**
	 * One site that cannot be cleaned keeps no other from it.
	 *
	 * @throws DatabaseRefused the first of them: no secret may be left behind without a word.
	 */
	public function run(): void {
		global $wpdb;
		assert( $wpdb instanceof \wpdb );
		defined( 'ORDERINVOICER_VERSION' ) || define( 'ORDERINVOICER_VERSION', 'uninstall' ); // What requests name.
		$leaving = new Leaving( $wpdb );
		AttachedPdf::remove_old();
		if ( ! is_multisite() ) {
			$this->clean( $leaving );
			return;
		}
		$refused = null;
		foreach ( get_sites( [ 'fields' => 'ids' ] + [ 'number' => 0 ] ) as $site_id ) {
			switch_to_blog( (int) $site_id );
			try {
				$this->clean( $leaving );
			} catch ( DatabaseRefused $one ) {
				$refused ??= $one;
			} finally {
				restore_current_blog();
			}
		}
		delete_metadata( 'blog', 0, SiteList::META, '', true );
		if ( $refused !== null ) {
			throw $refused;
		}
	}

	private function clean( Leaving $leaving ): void {
		global $wpdb;
		assert( $wpdb instanceof \wpdb );
		$all = $this->owner_wants_all_gone();
		$leaving->remove_webhook( for_good: true );
		$this->delete_schedules( $wpdb );
		array_map( fn( string $prefix ) => $this->delete_options( $wpdb, $prefix ), self::ALWAYS );
		AccountIdentity::forget_name();
		UploadsFolder::remove_all();
		foreach ( [ BulkRuns::OPTION, ArchiveFlag::OPTION ] as $option ) {
			delete_metadata( 'user', 0, $wpdb->get_blog_prefix() . $option, '', true );
		}
		if ( $all ) {
			( new Schema( $wpdb, Features::TABLES ) )->drop();
			$this->delete_options( $wpdb, self::OPTION_PREFIX );
			$this->delete_options( $wpdb, self::EMAIL_PREFIX );
			$this->delete_private_meta( $wpdb );
		}
	}

	private function owner_wants_all_gone(): bool {
		$settings = new OptionSettings( new SettingsArray() );
		return $settings->get()->delete_data_on_uninstall
			|| ( defined( 'WC_REMOVE_ALL_DATA' ) && WC_REMOVE_ALL_DATA === true );
	}

	/** WooCommerce may be gone already, so that Action Scheduler's functions are too: its tables are asked directly. */
	private function delete_schedules( \wpdb $wpdb ): void {
		$suppressed = $wpdb->suppress_errors();
		$sql        = $wpdb->prepare(
			"UPDATE %i SET status = 'canceled' WHERE status = 'pending' AND group_id IN ( SELECT group_id"
				. ' FROM %i WHERE slug = %s )',
			$wpdb->prefix . 'actionscheduler_actions',
			$wpdb->prefix . 'actionscheduler_groups',
			ActionSchedulerQueue::GROUP
		);
		// phpcs:ignore WordPress.DB.PreparedSQL -- prepared above.
		$wpdb->query( (string) $sql );
		$wpdb->suppress_errors( $suppressed );
	}

	/** In both of WooCommerce's places for orders, of which one may not exist; by then WooCommerce may not either. */
	private function delete_private_meta( \wpdb $wpdb ): void {
		$suppressed = $wpdb->suppress_errors();
		foreach ( [ $wpdb->postmeta, $wpdb->prefix . 'wc_orders_meta' ] as $table ) {
			$sql = $wpdb->prepare(
				'DELETE FROM %i WHERE meta_key LIKE %s',
				$table,
				$wpdb->esc_like( self::PRIVATE_META ) . '%'
			);
			// phpcs:ignore WordPress.DB.PreparedSQL -- prepared above.
			$wpdb->query( (string) $sql );
		}
		$wpdb->suppress_errors( $suppressed );
	}

	/** @throws DatabaseRefused where the names cannot be read: no secret may be left behind without a word. */
	private function delete_options( \wpdb $wpdb, string $prefix ): void {
		$sql = new Sql( $wpdb );
		foreach ( $sql->rows(
			'SELECT option_name FROM %i WHERE option_name LIKE %s',
			[ $sql->options_table(), $sql->like( $prefix ) . '%' ]
		) as $row ) {
			delete_option( $row['option_name'] ?? '' );
		}
	}
}
