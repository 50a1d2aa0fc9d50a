<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\Filled;

/**
 * This site's tables. dbDelta fails silently, so columns and indexes are looked at afterwards; a stored version
 * that is newer than this code counts as installed, so that going back to an older release is safe.
 */
final class Schema {

	public const VERSION        = 16;
	public const VERSION_OPTION = 'orderinvoicer_schema_version';

	private ?Sql $sql = null;

	/** @param list<class-string<FeatureTable>> $features */
	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly array $features,
	) {}

	private function sql(): Sql {
		return $this->sql ??= new Sql( $this->wpdb );
	}

	public static function is_current(): bool {
		$version = get_option( self::VERSION_OPTION );
		return is_numeric( $version ) && (int) $version >= self::VERSION;
	}

	/**
	 * Asks the database itself, not the version: tables are lost by a backup without them, or a tool that cleans.
	 *
	 * @param (\Closure(): void)|null $fill what earlier rows lack, before the tables count as today's.
	 * @return list<string> what is missing afterwards, such as `orderinvoicer_sync.state_due`; empty when all is well.
	 */
	public function install( ?\Closure $fill = null ): array {
		if ( self::is_current() && $this->missing() === [] ) {
			return [];
		}
		if ( ! $this->is_there( WpdbReport::TABLE ) ) {
			delete_option( Filled::OPTION ); // A new one is empty.
		}
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		foreach ( $this->tables() as $sql ) {
			dbDelta( $sql );
		}
		$missing = $this->missing();
		if ( $missing === [] ) {
			if ( $fill !== null ) {
				$fill();
			}
			update_option( self::VERSION_OPTION, self::VERSION, true );
		}
		return $missing;
	}

	/** @return array<string, string> what makes each table, by its name without the site's prefix. */
	public function tables(): array {
		$tables = SchemaTables::sql( $this->wpdb );
		foreach ( $this->features as $table ) {
			$tables[ $table::NAME ] = $table::sql(
				$this->wpdb->prefix . $table::NAME,
				$this->wpdb->get_charset_collate()
			);
		}
		return $tables;
	}

	/**
	 * @return list<string>
	 * @throws DatabaseRefused
	 */
	public function missing(): array {
		$missing = [];
		foreach ( $this->tables() as $table => $sql ) {
			$there = $this->columns_and_indexes( $table );
			foreach ( array_diff( SchemaTables::names( $sql ), $there ) as $name ) {
				$missing[] = "$table.$name";
			}
		}
		return $missing;
	}

	public function drop(): void {
		foreach ( array_keys( $this->tables() ) as $table ) {
			$this->sql()->change( 'DROP TABLE IF EXISTS %i', [ $this->sql()->table( $table ) ] );
		}
		delete_option( self::VERSION_OPTION );
	}

	/** Of the current site. One whose tables were never made has no rows; one that cannot be asked may have some. */
	public function is_there( string $table ): bool {
		$sql = $this->sql();
		return $sql->rows( 'SHOW TABLES LIKE %s', [ $sql->like( $sql->table( $table ) ) ] ) !== [];
	}

	/** @return list<string> */
	private function columns_and_indexes( string $table ): array {
		if ( ! $this->is_there( $table ) ) {
			return [];
		}
		$name    = $this->sql()->table( $table );
		$columns = array_column( $this->sql()->rows( 'SHOW COLUMNS FROM %i', [ $name ] ), 'Field' );
		$indexes = array_column(
			$this->sql()->rows( 'SHOW INDEX FROM %i', [ $name ] ),
			'Key_name'
		);
		return [ ...$columns, ...$indexes ];
	}
}
