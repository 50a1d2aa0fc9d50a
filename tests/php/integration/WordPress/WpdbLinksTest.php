<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;

final class WpdbLinksTest extends IntegrationTestCase {

	private WpdbRemoteIds $links;
	private \DateTimeImmutable $now;

	protected function setUp(): void {
		parent::setUp();
		$this->links = new WpdbRemoteIds( new Sql( $GLOBALS['wpdb'] ), new SystemClock() );
		$this->now   = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
	}

	public function test_one_claims_and_the_others_wait_until_it_remembers(): void {
		self::assertTrue( $this->claim( 'a' ) );
		self::assertFalse( $this->claim( 'b' ) );
		self::assertNull( $this->links->find( 'acc', 'customer', 'C1' ) );

		$this->links->remember( 'acc', 'customer', 'C1', 'company', 40, 'chosen' );
		self::assertSame(
			[
				'type'   => 'company',
				'id'     => 40,
				'origin' => 'chosen',
			],
			$this->links->find( 'acc', 'customer', 'C1' )
		);
		self::assertTrue( $this->claim( 'b' ) );
		self::assertSame(
			40,
			$this->links->find( 'acc', 'customer', 'C1' )['id'] ?? 0,
			'A claim keeps what is known.'
		);
	}

	/** Else all documents would wait five minutes to be made final. */
	public function test_a_release_that_the_database_refuses_is_tried_again(): void {
		$this->claim( 'a' );
		$refusals = 1;
		$refuse   = static function ( string $sql ) use ( &$refusals ): string {
			return str_contains( $sql, "lock_token = ''" ) && $refusals-- > 0 ? 'NO SQL' : $sql;
		};
		$GLOBALS['wpdb']->suppress_errors( true );
		add_filter( 'query', $refuse );
		$this->links->release( 'acc', 'customer', 'C1', 'a' );
		remove_filter( 'query', $refuse );
		$GLOBALS['wpdb']->suppress_errors( false );
		self::assertTrue( $this->claim( 'b' ) );
	}

	public function test_a_claim_is_released_by_its_holder_only_and_lapses(): void {
		$this->claim( 'a' );
		$this->links->release( 'acc', 'customer', 'C1', 'b' );
		self::assertFalse( $this->claim( 'b' ) );
		$this->links->release( 'acc', 'customer', 'C1', 'a' );
		self::assertTrue( $this->claim( 'b' ) );
		self::assertTrue(
			$this->links->claim(
				'acc',
				'customer',
				'C1',
				'c',
				$this->now->modify( '+121 seconds' ),
				$this->now->modify( '+4 minutes' )
			)
		);
	}

	public function test_a_creation_is_open_until_it_is_remembered_or_refused(): void {
		$this->claim( 'a' );
		self::assertNull( $this->links->sent( 'acc', 'customer', 'C1' ) );
		self::assertFalse(
			$this->links->mark_sent( 'acc', 'customer', 'C1', 'b', $this->now ),
			'The claim is somebody else\'s.'
		);
		self::assertTrue( $this->links->mark_sent( 'acc', 'customer', 'C1', 'a', $this->now ) );
		$this->links->release( 'acc', 'customer', 'C1', 'a' );
		self::assertSame(
			[ 'empty_search_at' => null ],
			$this->links->sent( 'acc', 'customer', 'C1' ),
			'Letting go closes nothing.'
		);

		$this->links->found_nothing( 'acc', 'customer', 'C1', $this->now );
		self::assertEquals( [ 'empty_search_at' => $this->now ], $this->links->sent( 'acc', 'customer', 'C1' ) );
		$this->claim( 'c' );
		self::assertTrue( $this->links->mark_sent( 'acc', 'customer', 'C1', 'c', $this->now ) );
		self::assertSame(
			[ 'empty_search_at' => null ],
			$this->links->sent( 'acc', 'customer', 'C1' ),
			'Sent again: the looks begin anew.'
		);
		$this->links->clear_sent( 'acc', 'customer', 'C1' );
		self::assertNull( $this->links->sent( 'acc', 'customer', 'C1' ) );

		$this->links->mark_sent( 'acc', 'customer', 'C1', 'c', $this->now );
		$this->links->remember( 'acc', 'customer', 'C1', 'company', 40 );
		self::assertNull( $this->links->sent( 'acc', 'customer', 'C1' ) );
	}

	public function test_accounts_do_not_share_and_forgetting_forgets(): void {
		$this->links->remember( 'acc', 'customer', 'C1', 'company', 40 );
		self::assertNull( $this->links->find( 'other', 'customer', 'C1' ) );
		$this->links->remember( 'acc', 'customer', 'C1', 'individual', 41 );
		self::assertSame( 41, $this->links->find( 'acc', 'customer', 'C1' )['id'] ?? 0 );
		$this->links->forget( 'acc', 'customer', 'C1' );
		self::assertNull( $this->links->find( 'acc', 'customer', 'C1' ) );
	}

	/** What a document was sent for is looked up here: taken for nothing, it would be made a second time. */
	public function test_a_look_that_the_database_refuses_is_not_nothing(): void {
		global $wpdb;
		$this->links->remember( 'acc', 'sent_for', '7', 'company', 40 );
		$refuse = static fn ( string $query ): string =>
			str_contains( $query, 'sent_for' ) ? str_replace( 'local_key', 'no_such_column', $query ) : $query;
		add_filter( 'query', $refuse );
		$suppressed = $wpdb->suppress_errors();
		$this->expectException( \RuntimeException::class );
		try {
			$this->links->find( 'acc', 'sent_for', '7' );
		} finally {
			$wpdb->suppress_errors( $suppressed );
			remove_filter( 'query', $refuse );
		}
	}

	private function claim( string $token ): bool {
		return $this->links->claim( 'acc', 'customer', 'C1', $token, $this->now, $this->now->modify( '+2 minutes' ) );
	}
}
