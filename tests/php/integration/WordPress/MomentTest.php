<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\Moment;
use OrderInvoicer\WordPress\Tables\Sql;

/** Another process changes what this one has read: how long this one may go by it. */
final class MomentTest extends IntegrationTestCase {

	private const NAME = 'orderinvoicer_test_moment';

	private Moment $moment;
	private FreshOptions $options;

	protected function setUp(): void {
		parent::setUp();
		$this->moment  = new Moment();
		$this->options = new FreshOptions( new Sql( $GLOBALS['wpdb'], $this->moment ) );
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

	/** A lock is a write: what is read behind it is what its last holder left. */
	public function test_a_write_ends_it(): void {
		$this->another_process_writes_after_a_read();

		$this->options->delete( 'orderinvoicer_test_lock' );

		self::assertSame( 'new', $this->options->get( self::NAME ) );
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

	private function another_process_writes_after_a_read(): void {
		global $wpdb;
		self::assertSame( 'old', $this->options->get( self::NAME ) );
		$sql = $wpdb->prepare(
			'UPDATE %i SET option_value = %s WHERE option_name = %s',
			$wpdb->options,
			'new',
			self::NAME
		);
		// phpcs:ignore WordPress.DB.RestrictedFunctions -- As another process, not seen by this one.
		mysqli_query( $wpdb->dbh, $sql );
		self::assertSame( 'old', $this->options->get( self::NAME ) );
	}
}
