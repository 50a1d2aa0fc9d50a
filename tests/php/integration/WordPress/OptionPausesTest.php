<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Tables\Sql;

/** What runners tell each other, always read from the database. */
final class OptionPausesTest extends IntegrationTestCase {

	private FreshOptions $options;
	private OptionPauses $pauses;
	private \DateTimeImmutable $now;

	protected function setUp(): void {
		parent::setUp();
		$this->options = new FreshOptions( new Sql( $GLOBALS['wpdb'] ) );
		$this->pauses  = new OptionPauses( $this->options );
		$this->now     = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
		foreach ( ProblemCode::cases() as $code ) {
			$this->pauses->end( $code );
		}
	}

	public function test_a_pause_stands_until_it_is_ended_and_keeps_its_beginning(): void {
		self::assertNull( $this->pauses->current() );
		$this->pause( ProblemCode::SellsyDown, $this->now, $this->now->modify( '+60 seconds' ) );
		$this->pause(
			ProblemCode::SellsyDown,
			$this->now->modify( '+90 seconds' ),
			$this->now->modify( '+150 seconds' )
		);
		$pause = $this->pauses->current();
		self::assertEquals( [ $this->now, $this->now->modify( '+150 seconds' ) ], [ $pause?->since, $pause?->until ] );
		self::assertTrue( $this->pauses->end( ProblemCode::SellsyDown ) );
		self::assertFalse( $this->pauses->end( ProblemCode::SellsyDown ) );
		self::assertNull( $this->pauses->current() );
	}

	public function test_the_one_that_needs_a_person_comes_first(): void {
		$this->pause( ProblemCode::RateLimited, $this->now, $this->now );
		$this->pause( ProblemCode::Unauthorized, $this->now, $this->now );
		$this->pause(
			ProblemCode::CopiedSite,
			$this->now,
			null,
			[
				'known' => 'a',
				'current' => 'b',
			]
		);
		self::assertSame(
			[
				'known' => 'a',
				'current' => 'b',
			],
			$this->pauses->current()?->problem->facts
		);
		$this->pauses->end( ProblemCode::CopiedSite );
		self::assertSame( ProblemCode::Unauthorized, $this->pauses->current()?->problem->code );
	}

	public function test_a_kind_of_work_waits_alone_and_ends_alone(): void {
		$until   = $this->now->modify( '+300 seconds' );
		$problem = new Problem( ProblemCode::AccountBlocked, [ 'scope' => 'estimates.write' ] );
		$this->pauses->begin(
			new Pause( problem: $problem, since: $this->now, until: $until, only: Effect::CreateEstimate )
		);
		$this->pauses->begin(
			new Pause( problem: $problem, since: $this->now, until: $until, only: Effect::RecordPayment )
		);

		self::assertNull( $this->pauses->current() );
		self::assertNull( $this->pauses->pause( Effect::CreateInvoice ) );
		self::assertEquals(
			new Pause( problem: $problem, since: $this->now, until: $until, only: Effect::CreateEstimate ),
			$this->pauses->pause( Effect::CreateEstimate )
		);
		self::assertCount( 2, $this->pauses->partial() );

		$this->pauses->end_of( Effect::CreateEstimate );
		self::assertNull( $this->pauses->pause( Effect::CreateEstimate ) );
		$this->pauses->end( ProblemCode::AccountBlocked );
		self::assertSame( [], $this->pauses->partial() );
	}

	public function test_one_runner_takes_the_probe(): void {
		$this->pause( ProblemCode::SellsyDown, $this->now, $this->now );
		$seen = $this->pauses->current();
		self::assertNotNull( $seen );
		self::assertTrue( $this->pauses->take_probe( $seen, $this->now->modify( '+60 seconds' ) ) );
		self::assertFalse( $this->pauses->take_probe( $seen, $this->now->modify( '+61 seconds' ) ) );
	}

	public function test_another_process_is_heard_despite_this_ones_cache(): void {
		global $wpdb;
		self::assertFalse( get_option( 'orderinvoicer_pause_sellsy_down' ) );
		$this->pause( ProblemCode::SellsyDown, $this->now, $this->now );
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name = 'orderinvoicer_pause_sellsy_down'" );
		self::assertNull( $this->pauses->current() );
	}

	public function test_failures_are_counted_over_all_runners(): void {
		$count = new FailureCount( $this->options );
		$count->reset();
		self::assertSame(
			[ 1, 2, 3 ],
			[ $count->add(), $count->add(), ( new FailureCount( $this->options ) )->add() ]
		);
		$count->reset();
		self::assertSame( 1, $count->add() );
	}

	/** @dataProvider addresses */
	public function test_a_copy_is_told_from_a_move_to_https( string $home, bool $is_same ): void {
		$site = new OptionSite( $this->options );
		add_filter( 'option_home', $answer = static fn(): string => 'http://www.shop.example.com' );
		$site->remember( $site->address(), 'acc', new \DateTimeImmutable() );
		remove_filter( 'option_home', $answer );
		add_filter( 'option_home', $answer = static fn(): string => $home );
		self::assertSame( $is_same, $site->known_address() === $site->address() );
		remove_filter( 'option_home', $answer );
		self::assertSame( 'acc', $site->known_account() );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function addresses(): iterable {
		yield 'https' => [ 'https://www.shop.example.com', true ];
		yield 'without www' => [ 'https://Shop.example.com/', true ];
		yield 'staging host' => [ 'https://staging.shop.example.com', false ];
		yield 'folder' => [ 'https://shop.example.com/staging', false ];
		yield 'port' => [ 'http://shop.example.com:8080', false ];
	}

	public function test_an_address_in_other_letters_is_known_again(): void {
		$site = new OptionSite( $this->options );
		$site->remember( 'épicerie.example.com/boutique', 'acc', new \DateTimeImmutable() );
		self::assertSame(
			[ 'épicerie.example.com/boutique', 'acc' ],
			[ $site->known_address(), $site->known_account() ]
		);
	}

	public function test_a_copy_comes_before_another_account_whichever_was_first(): void {
		$this->pause( ProblemCode::OtherAccount, $this->now, null );
		$this->pause( ProblemCode::CopiedSite, $this->now, null, [ 'decision' => 'copy' ] );
		self::assertSame( ProblemCode::CopiedSite, $this->pauses->current()?->problem->code );
	}

	/** By whatever address: a copy has another database, or another server. */
	public function test_a_database_is_the_shops_since_sellsy_was_connected_there(): void {
		$site = new OptionSite( $this->options );
		self::assertFalse( $site->is_at_home(), 'Nobody knows yet.' );
		$site->settle();
		self::assertSame( '', $site->known_address(), 'Not connected.' );
		$site->remember( 'shop.example.com', 'acc', $this->now );
		self::assertTrue( $site->is_at_home() );

		foreach ( [
			'an earlier release' => [],
			'another database' => [ 'other' ],
		] as $of => $database ) {
			$known = json_decode( $this->options->get( 'orderinvoicer_known_site' ), true );
			$this->options->set(
				'orderinvoicer_known_site',
				(string) wp_json_encode( [ ...array_slice( $known, 0, 3 ), ...$database ] )
			);
			self::assertFalse( $site->is_at_home(), $of );
			$site->settle();
			self::assertTrue( $site->is_at_home(), $of );
			self::assertSame(
				[ 'shop.example.com', 'acc', $this->now->getTimestamp() ],
				[ $site->known_address(), $site->known_account(), $site->known_since()?->getTimestamp() ]
			);
		}
	}

	public function test_a_search_and_replace_over_the_database_does_not_hide_the_copy(): void {
		( new OptionSite( $this->options ) )->remember( 'shop.example.com', 'acc', new \DateTimeImmutable() );
		self::assertStringNotContainsString( 'shop.example.com', $this->options->get( 'orderinvoicer_known_site' ) );
	}

	/** @param array<string, string|int> $facts */
	private function pause(
		ProblemCode $code,
		\DateTimeImmutable $since,
		?\DateTimeImmutable $until,
		array $facts = [],
	): void {
		$this->pauses->begin( new Pause( new Problem( $code, $facts ), $since, $until ) );
	}
}
