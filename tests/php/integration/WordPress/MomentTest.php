<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Moment;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;
use PHPUnit\Framework\Attributes\DataProvider;

/** Another process changes what this one has read: how long this one may go by it. */
final class MomentTest extends IntegrationTestCase {

	private const NAME = 'orderinvoicer_test_moment';

	private Moment $moment;
	private Sql $sql;
	private \DateTimeImmutable $now;
	private FreshOptions $options;

	protected function setUp(): void {
		parent::setUp();
		$this->moment  = new Moment();
		$this->now     = new \DateTimeImmutable();
		$this->sql     = new Sql( $GLOBALS['wpdb'], $this->moment );
		$this->options = new FreshOptions( $this->sql );
		$this->options->set( self::NAME, 'old' );
		$this->moment->hold();
	}

	protected function tearDown(): void {
		$this->moment->release();
		parent::tearDown();
	}

	public function test_one_question_reads_all_of_ours_for_a_moment(): void {
		global $wpdb;
		$before = $wpdb->num_queries;

		self::assertSame( 'old', $this->options->get( self::NAME ) );
		self::assertSame( '', $this->options->get( 'orderinvoicer_test_nothing' ) );
		self::assertSame( [ 'old' ], $this->options->starting_with( self::NAME ) );
		self::assertSame( 'old', $this->options->get( self::NAME ) );

		self::assertSame( 1, $wpdb->num_queries - $before );
	}

	public function test_a_write_to_its_table_ends_it(): void {
		$this->another_process_writes_after_a_read();

		$this->options->delete( 'orderinvoicer_test_else' );

		self::assertSame( 'new', $this->options->get( self::NAME ) );
	}

	public function test_a_write_to_another_table_of_ours_does_not(): void {
		$this->another_process_writes_after_a_read();

		( new WpdbAttemptLog( $this->sql ) )->add( 1, 1, new \DateTimeImmutable(), 'done', null );

		self::assertSame( 'old', $this->options->get( self::NAME ) );
	}

	/** What is read behind it is what its last holder left. */
	public function test_a_lock_ends_it(): void {
		$this->another_process_writes_after_a_read();

		$this->links()->claim( '', 'lock', 'test', 'token', $this->now, $this->now->modify( '+1 minute' ) );

		self::assertSame( 'new', $this->options->get( self::NAME ) );
	}

	public function test_a_lock_of_another_ends_it(): void {
		$until = $this->now->modify( '+1 minute' );
		$this->links()->claim( '', 'lock', 'test', 'first', $this->now, $until );
		$this->another_process_writes_after_a_read();

		self::assertFalse( $this->links()->claim( '', 'lock', 'test', 'second', $this->now, $until ) );

		self::assertSame( 'new', $this->options->get( self::NAME ) );
	}

	/** What it may have changed is the shop's: our own tables only we write. */
	public function test_other_code_that_writes_leaves_what_was_read_of_our_tables(): void {
		global $wpdb;
		$links = $this->links();
		$links->remember( 'account', 'item', 'key', 'item', 7 );
		self::assertSame( 7, $links->find( 'account', 'item', 'key' )['id'] ?? 0 );
		$before = $wpdb->num_queries;

		$wpdb->delete( $wpdb->options, [ 'option_name' => 'test_lock_of_another_plugin' ] );
		self::assertSame( 7, $links->find( 'account', 'item', 'key' )['id'] ?? 0 );

		self::assertSame( 1, $wpdb->num_queries - $before );
		$links->forget( 'account', 'item', 'key' );
		self::assertNull( $links->find( 'account', 'item', 'key' ) );
	}

	public function test_a_write_of_somebody_else_in_this_process_ends_it(): void {
		global $wpdb;
		$this->another_process_writes_after_a_read();

		$wpdb->delete( $wpdb->options, [ 'option_name' => 'test_lock_of_another_plugin' ] );

		self::assertSame( 'new', $this->options->get( self::NAME ) );
	}

	public function test_a_request_ends_it(): void {
		$this->another_process_writes_after_a_read();
		$answer = static fn (): array => [
			'response' => [ 'code' => 200 ],
			'body'     => '',
		];
		add_filter( 'pre_http_request', $answer );

		wp_remote_get( 'https://example.com/' );

		remove_filter( 'pre_http_request', $answer );
		self::assertSame( 'new', $this->options->get( self::NAME ) );
	}

	public function test_a_second_ends_it(): void {
		$this->another_process_writes_after_a_read();

		usleep( 1_050_000 );

		self::assertSame( 'new', $this->options->get( self::NAME ) );
	}

	public function test_the_end_of_the_row_ends_it(): void {
		$this->another_process_writes_after_a_read();

		$this->moment->release();

		self::assertSame( 'new', $this->options->get( self::NAME ) );
	}

	/** Somebody who changes something and makes a row due for it is heard by that row. */
	public function test_the_next_row_of_a_pass_reads_anew(): void {
		$this->another_process_writes_after_a_read();

		$this->moment->hold();

		self::assertSame( 'new', $this->options->get( self::NAME ) );
		$this->moment->release();
	}

	public function test_a_row_within_a_pass_ends_and_the_pass_goes_on(): void {
		$this->moment->hold();
		$this->another_process_writes_after_a_read();

		$this->moment->release();

		self::assertSame( 'new', $this->options->get( self::NAME ) );
		self::assertTrue( $this->moment->is_held() );
		$this->moment->release();
		$this->moment->release();
		self::assertFalse( $this->moment->is_held() );
		$this->moment->hold();
		self::assertTrue( $this->moment->is_held() );
	}

	public function test_what_wrote_while_it_read_is_read_again(): void {
		$reads = 0;
		$read  = function () use ( &$reads ): int {
			$this->options->delete( 'orderinvoicer_test_lock' );
			$this->options->get( self::NAME );
			return ++$reads;
		};
		$this->moment->remember( 'question', $read );

		self::assertSame( 2, $this->moment->remember( 'question', $read ) );
	}

	public function test_what_is_expected_of_sellsy_is_asked_in_one_question(): void {
		global $wpdb;
		$links = $this->links();
		$links->remember( 'account', 'item', 'first', 'item', 7 );
		$links->remember( 'account', 'address', '21', 'address', 8 );
		$links->remember( 'another', 'item', 'second', 'item', 9 );
		$links->expect( 'account', 'item', [ 'first', 'second' ] );
		$links->expect( 'account', 'unrecorded', [ 'none' ] );
		$before = $wpdb->num_queries;

		self::assertSame( 8, $links->find( 'account', 'address', '21' )['id'] ?? 0 );
		self::assertSame( [ 'first' ], array_keys( $links->find_all( 'account', 'item', [ 'first', 'second' ] ) ) );
		self::assertNull( $links->find( 'account', 'unrecorded', 'none' ) );
		self::assertSame( 1, $wpdb->num_queries - $before );

		self::assertSame( 9, $links->find( 'another', 'item', 'second' )['id'] ?? 0 );
		self::assertSame( 2, $wpdb->num_queries - $before );
	}

	/** @return array<string, array{\Closure( self ): mixed}> */
	public static function ends(): array {
		return [
			'a write'   => [ static fn ( self $test ) => $test->links()->forget( 'account', 'item', 'else' ) ],
			'a lock'    => [ static fn ( self $test ) => $test->sql->begin_anew() ],
			'a row'     => [ static fn ( self $test ) => $test->moment->hold() ],
			'a request' => [ static fn () => do_action( 'http_api_debug' ) ],
			'a site'    => [ static fn () => do_action( 'switch_blog', 2, 1, 'switch' ) ],
			'a second'  => [ static fn () => usleep( 1_050_000 ) ],
		];
	}

	/** @param \Closure( self ): mixed $end */
	#[DataProvider( 'ends' )]
	public function test_what_was_found_of_sellsy_ends_as_all_that_was_read( \Closure $end ): void {
		$links = $this->links();
		$links->remember( 'account', 'item', 'key', 'item', 7 );
		$links->expect( 'account', 'unrecorded', [ 'key' ] );
		self::assertSame( 7, $links->find( 'account', 'item', 'key' )['id'] ?? 0 );
		$this->another_process( 'UPDATE %i SET remote_id = 8', $this->sql->table( 'orderinvoicer_links' ) );
		self::assertSame( 7, $links->find( 'account', 'item', 'key' )['id'] ?? 0 );

		$end( $this );

		self::assertSame( 8, $links->find( 'account', 'item', 'key' )['id'] ?? 0 );
		$this->another_process( 'UPDATE %i SET remote_id = 0', $this->sql->table( 'orderinvoicer_links' ) );
	}

	private function links(): WpdbRemoteIds {
		return new WpdbRemoteIds( $this->sql, new SystemClock(), $this->moment );
	}

	private function another_process_writes_after_a_read(): void {
		global $wpdb;
		self::assertSame( 'old', $this->options->get( self::NAME ) );
		$sql = 'UPDATE %i SET option_value = %s WHERE option_name = %s';
		$this->another_process( $sql, $wpdb->options, 'new', self::NAME );
		self::assertSame( 'old', $this->options->get( self::NAME ) );
	}

	private function another_process( string $sql, string ...$values ): void {
		global $wpdb;
		// phpcs:ignore WordPress.DB -- As another process, not seen by this one.
		mysqli_query( $wpdb->dbh, $wpdb->prepare( $sql, ...$values ) );
	}
}
