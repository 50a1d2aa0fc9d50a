<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * Passes of a shop whose database is read from a copy that is a pass behind (tests/environment/db.php,
 * ORDERINVOICER_DATABASE as `split` and as `replica`). Whatever a runner does not see yet: everything is done once and
 * to the cent.
 */
#[Group( 'faults' )]
#[Group( 'real-woocommerce' )]
final class DelayedReplicaTest extends CommittedTestCase {

	private const COPIES = [ 'behind_first', 'behind_second' ];
	private const PASSES = 6;

	protected function setUp(): void {
		parent::setUp();
		if ( ! $GLOBALS['wpdb'] instanceof \Split_Database ) {
			self::markTestSkipped( 'Only with a database of several servers.' );
		}
	}

	protected function tearDown(): void {
		$this->catch_up();
		foreach ( self::COPIES as $copy ) {
			$this->database()->query( "DROP DATABASE IF EXISTS $copy" );
		}
		parent::tearDown();
	}

	/** @param class-string<Scene> $class */
	#[DataProvider( 'scenes' )]
	public function test_a_copy_that_is_a_pass_behind( string $class ): void {
		$shop  = new SandboxShop( $this->allow_sandbox() );
		$scene = new $class( $shop );
		$scene->open();
		$this->copy_to( self::COPIES[0] );
		$scene->prepare();
		for ( $pass = 0; $pass < self::PASSES; $pass++ ) {
			$this->copy_to( self::COPIES[ ( $pass + 1 ) % 2 ] );
			$shop->lapse_leases();
			$shop->make_all_due();
			$this->read_from( self::COPIES[ $pass % 2 ] );
			$this->pass( $scene );
			$this->catch_up();
		}
		$scene->resume();
		$scene->check( 'read from a copy that was behind' );
	}

	/** WooCommerce reads each note that it has just written, which the copy does not know. */
	private function pass( Scene $scene ): void {
		set_error_handler(
			static fn ( int $level, string $message, string $file ): bool =>
				basename( $file ) === 'class-wc-comments.php',
			E_WARNING
		);
		try {
			$scene->pass();
		} finally {
			restore_error_handler();
		}
	}

	/** @return iterable<string, array{class-string<Scene>}> */
	public static function scenes(): iterable {
		return FaultWalkTest::scenes();
	}

	/** What is there now is all that the copy will know. */
	private function copy_to( string $copy ): void {
		$database = $this->database();
		$database->query( "DROP DATABASE IF EXISTS $copy" );
		$database->query( "CREATE DATABASE $copy" );
		$database->written = true;
		foreach ( $database->get_col( "SHOW TABLES LIKE '{$database->prefix}%'" ) as $table ) {
			$database->query( "CREATE TABLE $copy.$table LIKE $table" );
			$database->query( "INSERT INTO $copy.$table SELECT * FROM $table" );
		}
	}

	/** As a process that begins does. */
	private function read_from( string $copy ): void {
		wp_cache_flush();
		$this->database()->forget_what_was_written();
		$this->database()->copy = $copy;
	}

	private function catch_up(): void {
		$this->database()->copy = '';
		wp_cache_flush();
	}

	private function database(): \Split_Database {
		assert( $GLOBALS['wpdb'] instanceof \Split_Database );
		return $GLOBALS['wpdb'];
	}
}
