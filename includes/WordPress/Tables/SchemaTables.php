<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * The tables in dbDelta's own dialect (two spaces after PRIMARY KEY, KEY instead of INDEX). Times are UTC. NOT NULL
 * with defaults wherever a column is part of a UNIQUE key: NULLs are distinct there.
 */
final class SchemaTables {

	/** What `WordPress/Counts/LedgerParts` counted. */
	public const COUNTS = 'orderinvoicer_counts';

	/** @return array<string, string> what makes each table, by its name without the site's prefix. */
	public static function sql( \wpdb $wpdb ): array {
		$collate = $wpdb->get_charset_collate();
		$tables  = [
			'orderinvoicer_sync'     => self::sync( ... ),
			'orderinvoicer_links'    => self::links( ... ),
			'orderinvoicer_attempts' => self::attempts( ... ),
			'orderinvoicer_amounts'  => self::amounts( ... ),
			self::COUNTS             => self::counts( ... ),
		];
		foreach ( $tables as $name => $sql ) {
			$tables[ $name ] = $sql( $wpdb->prefix . $name, $collate );
		}
		return $tables;
	}

	/** @return list<string> the columns and indexes of a table that is made like this. */
	public static function names( string $sql ): array {
		preg_match_all( '/^\s*(?:(?:UNIQUE )?KEY )?(\w+)/m', explode( "\n", $sql, 2 )[1], $names );
		return $names[1];
	}

	/** Whoever deletes rows says so: what is gone shows no change. */
	public static function count_again( Sql $sql, int $from ): void {
		$sql->change( 'UPDATE %i SET counted_at = NULL WHERE last_id >= %d', [ $sql->table( self::COUNTS ), $from ] );
	}

	private static function sync( string $table, string $collate ): string {
		$keys = self::sync_keys();
		return "CREATE TABLE $table (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			order_id bigint(20) unsigned NOT NULL,
			refund_id bigint(20) unsigned NOT NULL DEFAULT 0,
			effect varchar(32) NOT NULL,
			part varchar(64) NOT NULL DEFAULT '',
			revision int(10) unsigned NOT NULL DEFAULT 0,
			workflow_id int(10) unsigned NOT NULL DEFAULT 0,
			parent_id bigint(20) unsigned NOT NULL DEFAULT 0,
			asked tinyint(1) NOT NULL DEFAULT 0,
			awaits_person tinyint(1) NOT NULL DEFAULT 0,
			moves_payments tinyint(1) NOT NULL DEFAULT 0,
			backfill_id int(10) unsigned NOT NULL DEFAULT 0,
			stays_draft tinyint(1) NOT NULL DEFAULT 0,
			state varchar(16) NOT NULL DEFAULT 'queued',
			attempts int(10) NOT NULL DEFAULT 0,
			due_at datetime NOT NULL,
			lock_token varchar(32) NOT NULL DEFAULT '',
			locked_until datetime DEFAULT NULL,
			sent_at datetime DEFAULT NULL,
			sent_key varchar(100) NOT NULL DEFAULT '',
			sent_excl_tax varchar(40) NOT NULL DEFAULT '',
			snapshot_hash varchar(64) NOT NULL DEFAULT '',
			order_mark varchar(80) DEFAULT NULL,
			answers varchar(500) NOT NULL DEFAULT '',
			outcome varchar(32) NOT NULL DEFAULT '',
			remote_type varchar(32) NOT NULL DEFAULT '',
			remote_id bigint(20) unsigned NOT NULL DEFAULT 0,
			remote_number varchar(64) NOT NULL DEFAULT '',
			error_code varchar(64) NOT NULL DEFAULT '',
			error_message text NOT NULL,
			checked_at datetime DEFAULT NULL,
			made_at datetime DEFAULT NULL,
			created_at datetime NOT NULL,
			updated_at datetime NOT NULL,
			$keys
		) $collate;";
	}

	private static function sync_keys(): string {
		return 'PRIMARY KEY  (id),
			UNIQUE KEY effect_once (order_id,refund_id,effect,part,revision),
			KEY state_due (state,due_at),
			KEY remote (remote_type,remote_id),
			KEY parent (parent_id),
			KEY progress (backfill_id,state,effect,made_at),
			KEY state_checked (state,checked_at),
			KEY drafts (effect,state,remote_number,checked_at),
			KEY made (made_at,effect),
			KEY cause (state,error_code,order_id,effect),
			KEY sent (sent_key),
			KEY by_effect (effect),
			KEY by_effect_state (effect,state),
			KEY by_problem (error_code),
			KEY changed (updated_at,effect)';
	}

	private static function links( string $table, string $collate ): string {
		return "CREATE TABLE $table (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			account varchar(64) NOT NULL,
			kind varchar(32) NOT NULL,
			local_key varchar(96) NOT NULL,
			remote_type varchar(32) NOT NULL DEFAULT '',
			remote_id bigint(20) unsigned NOT NULL DEFAULT 0,
			origin varchar(32) NOT NULL DEFAULT '',
			order_id bigint(20) unsigned NOT NULL DEFAULT 0,
			lock_token varchar(32) NOT NULL DEFAULT '',
			locked_until datetime DEFAULT NULL,
			sent_at datetime DEFAULT NULL,
			empty_search_at datetime DEFAULT NULL,
			facts text DEFAULT NULL,
			updated_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY key_once (account,kind,local_key),
			KEY customer (remote_id,kind)
		) $collate;";
	}

	private static function attempts( string $table, string $collate ): string {
		return "CREATE TABLE $table (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			sync_id bigint(20) unsigned NOT NULL,
			attempt int(10) unsigned NOT NULL,
			outcome varchar(16) NOT NULL,
			error_code varchar(64) NOT NULL DEFAULT '',
			error_message text NOT NULL,
			steps text DEFAULT NULL,
			created_at datetime NOT NULL,
			PRIMARY KEY  (id),
			KEY sync (sync_id),
			KEY created (created_at),
			KEY by_outcome (outcome,created_at)
		) $collate;";
	}

	/**
	 * Amounts are whole minor units of their currency; NULL is unknown. `made_at` and `read_at` are ours, not Sellsy's.
	 * `changed_at` is the last change of what is counted of a row (`Domain/Report/MoneyFigures`).
	 */
	private static function amounts( string $table, string $collate ): string {
		return "CREATE TABLE $table (
			sync_id bigint(20) unsigned NOT NULL,
			order_id bigint(20) unsigned NOT NULL,
			refund_id bigint(20) unsigned NOT NULL DEFAULT 0,
			kind varchar(32) NOT NULL,
			remote_id bigint(20) unsigned NOT NULL,
			made_at datetime DEFAULT NULL,
			read_at datetime DEFAULT NULL,
			number varchar(64) NOT NULL DEFAULT '',
			document_date date DEFAULT NULL,
			currency varchar(8) DEFAULT NULL,
			excl_tax bigint(20) DEFAULT NULL,
			incl_tax bigint(20) DEFAULT NULL,
			taxes text DEFAULT NULL,
			order_read_at datetime DEFAULT NULL,
			order_created_at datetime DEFAULT NULL,
			order_paid_at datetime DEFAULT NULL,
			gateway varchar(191) DEFAULT NULL,
			country varchar(8) DEFAULT NULL,
			buyer varchar(16) DEFAULT NULL,
			order_currency varchar(8) DEFAULT NULL,
			order_total bigint(20) DEFAULT NULL,
			seen_status varchar(32) NOT NULL DEFAULT '',
			seen_due bigint(20) DEFAULT NULL,
			seen_at datetime DEFAULT NULL,
			hinted_at datetime DEFAULT NULL,
			changed_at datetime DEFAULT NULL,
			PRIMARY KEY  (sync_id),
			KEY of_order (order_id),
			KEY unread (read_at,kind,remote_id),
			KEY dated (document_date,kind),
			KEY made (made_at,kind),
			KEY unpaid (order_paid_at,order_created_at),
			KEY document (kind,remote_id),
			KEY turns (kind,seen_status,seen_at),
			KEY hinted (hinted_at),
			KEY changed (changed_at)
		) $collate;";
	}

	/** A part of the ledger up to a task; NULL is to be counted again. */
	private static function counts( string $table, string $collate ): string {
		return "CREATE TABLE $table (
			last_id bigint(20) unsigned NOT NULL,
			counted_at datetime DEFAULT NULL,
			figures mediumtext NOT NULL,
			PRIMARY KEY  (last_id)
		) $collate;";
	}
}
