<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use PHPUnit\Framework\Attributes\Group;

// what is broken here is the database.
// phpcs:disable WordPress.DB.RestrictedClasses, WordPress.DB.RestrictedFunctions, WordPress.DB.PreparedSQL

/** What goes wrong in databases, done to a real one in the middle of a pass. */
#[Group( 'faults' )]
#[Group( 'real-woocommerce' )]
final class RealFaultsTest extends CommittedTestCase {

	private PaidOrder $scene;
	private \mysqli $other;
	private string $table;
	private string $mounted = '';

	protected function setUp(): void {
		parent::setUp();
		$this->table = $GLOBALS['wpdb']->prefix . 'orderinvoicer_sync';
		$this->scene = new PaidOrder( new SandboxShop( $this->allow_sandbox() ) );
		$this->scene->open();
		$this->scene->prepare();
		$this->other = new \mysqli( null, 'root', '', DB_NAME, 0, (string) getenv( 'ORDERINVOICER_SITE_SOCKET' ) );
	}

	protected function tearDown(): void {
		$this->other->close();
		parent::tearDown();
		if ( $this->mounted !== '' ) {
			exec( 'umount -l ' . escapeshellarg( $this->mounted ) );
			rmdir( $this->mounted );
		}
	}

	/** Two connections wait for each other; the database chooses the one that has written less, which is ours. */
	public function test_a_deadlock(): void {
		global $wpdb;
		$errors = $this->pass_with(
			'/^\s*UPDATE .*sent_at = \'/s',
			function () use ( $wpdb ): void {
				// What the pass asks after the deadlock waits for the other connection too.
				$this->ours( 'SET SESSION innodb_lock_wait_timeout = 2' );
				$this->ours( 'START TRANSACTION' );
				$this->ours( "SELECT * FROM {$wpdb->options} WHERE option_name = 'siteurl' FOR UPDATE" );
				$this->other->query( 'START TRANSACTION' );
				$this->other->query( "UPDATE {$wpdb->usermeta} SET meta_key = CONCAT( meta_key, '-' )" );
				$this->other->query( "SELECT * FROM {$this->table} FOR UPDATE" );
				$this->other->query(
					"UPDATE {$wpdb->options} SET option_value = 'other' WHERE option_name = 'siteurl'",
					MYSQLI_ASYNC
				);
				usleep( 300_000 );
			}
		);
		$this->other->reap_async_query();
		$this->other->query( 'ROLLBACK' );
		$this->ours( 'SET SESSION innodb_lock_wait_timeout = DEFAULT' );
		self::assertMatchesRegularExpression( '/Deadlock found/', $errors );
		$this->comes_right();
	}

	public function test_a_killed_query(): void {
		$errors = $this->pass_with(
			'/^\s*SELECT .*orderinvoicer_sync.*order_id IN/s',
			function (): void {
				$this->other->query( "LOCK TABLES {$this->table} WRITE" );
				$kill = 'sleep 0.4; mariadb --no-defaults --user=root --socket="$1" -e "KILL QUERY $2"; sleep 0.2;'
					. ' mariadb --no-defaults --user=root --socket="$1" -e "KILL $3"';
				proc_open(
					[
						'sh',
						'-c',
						$kill,
						'kill',
						(string) getenv( 'ORDERINVOICER_SITE_SOCKET' ),
						(string) $GLOBALS['wpdb']->dbh->thread_id,
						(string) $this->other->thread_id,
					],
					[],
					$pipes
				);
			}
		);
		self::assertMatchesRegularExpression( '/interrupted/', $errors );
		$this->comes_right();
	}

	public function test_a_full_disk(): void {
		$this->move_to_a_small_disk();
		$errors = $this->pass_with( '/^\s*INSERT IGNORE INTO `[a-z_]+_sync`/s', static fn () => null );
		self::assertMatchesRegularExpression( '/is full/', $errors );
		exec( 'mount -o remount,size=64m ' . escapeshellarg( $this->mounted ) );
		$this->comes_right();
	}

	public function test_a_crashed_table(): void {
		global $wpdb;
		$wpdb->query( "ALTER TABLE {$this->table} ENGINE = MyISAM" );
		$index  = $wpdb->get_var( 'SELECT @@datadir' ) . DB_NAME . "/{$this->table}.MYI";
		$errors = $this->pass_with(
			'/^\s*SELECT .*orderinvoicer_sync.*order_id IN/s',
			function () use ( $index ): void {
				$this->other->query( "FLUSH TABLES {$this->table}" );
				$file = fopen( $index, 'r+' );
				self::assertIsResource( $file, 'The files of the database cannot be reached.' );
				ftruncate( $file, 100 );
				fclose( $file );
			}
		);
		self::assertNotSame( '', $errors );
		self::assertStringContainsString(
			'OK',
			(string) wp_json_encode( $wpdb->get_results( "REPAIR TABLE {$this->table} USE_FRM" ) )
		);
		$wpdb->query( "ALTER TABLE {$this->table} ENGINE = InnoDB" );
		$this->comes_right();
	}

	/**
	 * @param callable(): void $fault done once, right before the first such question.
	 * @return string what the database said.
	 */
	private function pass_with( string $question, callable $fault ): string {
		global $wpdb;
		$GLOBALS['EZSQL_ERROR'] = []; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- wpdb's own list.
		$is_done                = false;
		$handle                 = static function ( string $query ) use ( $question, $fault, &$is_done ): string {
			if ( ! $is_done && preg_match( $question, $query ) === 1 ) {
				$is_done = true;
				$fault();
			}
			return $query;
		};
		add_filter( 'query', $handle );
		$suppressed = $wpdb->suppress_errors();
		$this->scene->pass();
		$wpdb->suppress_errors( $suppressed );
		remove_filter( 'query', $handle );
		self::assertTrue( $is_done, 'There was such a question.' );
		return implode( "\n", array_column( $GLOBALS['EZSQL_ERROR'], 'error_str' ) );
	}

	private function comes_right(): void {
		$this->scene->resume();
		$this->scene->check( $this->name() );
	}

	/** Past WordPress's filters. */
	private function ours( string $query ): void {
		mysqli_query( $GLOBALS['wpdb']->dbh, $query );
	}

	private function move_to_a_small_disk(): void {
		global $wpdb;
		$this->mounted = sys_get_temp_dir() . '/orderinvoicer-full-' . getmypid();
		mkdir( $this->mounted, 0777 );
		exec(
			'mount -t tmpfs -o size=512k,mode=777 tmpfs ' . escapeshellarg( $this->mounted ) . ' 2>&1',
			$output,
			$code
		);
		if ( $code !== 0 ) {
			rmdir( $this->mounted );
			$this->mounted = '';
			self::markTestSkipped( 'A small disk can be made by root only.' );
		}
		$create = (string) $wpdb->get_row( "SHOW CREATE TABLE {$this->table}", 'ARRAY_N' )[1];
		$wpdb->query( "RENAME TABLE {$this->table} TO {$this->table}_before" );
		$this->ours( "$create DATA DIRECTORY = '{$this->mounted}'" );
		$this->ours( "INSERT INTO {$this->table} SELECT * FROM {$this->table}_before" );
		$wpdb->query( "DROP TABLE {$this->table}_before" );
		$suppressed = $wpdb->suppress_errors();
		foreach ( [ 4000, 0 ] as $length ) {
			do {
				$went_in = $wpdb->query(
					$wpdb->prepare(
						'INSERT INTO %i ( order_id, effect, state, due_at, error_message, checked_at, created_at,'
							. " updated_at ) SELECT 900000 + COUNT(*), 'create_invoice', 'done', NOW(), REPEAT( 'x',"
							. ' %d ), NOW(), NOW(), NOW() FROM %i',
						$this->table,
						$length,
						$this->table
					)
				);
			} while ( $went_in !== false );
		}
		$wpdb->suppress_errors( $suppressed );
		self::assertStringContainsString( 'full', $wpdb->last_error );
	}
}
