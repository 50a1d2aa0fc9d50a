<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** A customer, contact, address or item whose creation got no clear answer, at a Sellsy whose searches lag a minute. */
final class MadeOnceTest extends TestCase {

	/** Seconds. Two minutes more, and the second search would not find it either. */
	private const LONGER_THAN_A_CLAIM = 400;

	private World $world;

	protected function setUp(): void {
		$this->world                    = new World( create_items: true );
		$this->world->sellsy->index_lag = 75;
	}

	/** @dataProvider creations */
	public function test_an_answer_that_was_lost_makes_no_second_one( string $create ): void {
		$this->world->sellsy->plan( $create, FailureKind::OutcomeUnknown, true );
		$this->bill();
		$this->world->pass_time( 20 );
		$this->assert_one_of_each( $create );
	}

	/**
	 * Its claim lapses after five minutes, which the searches lag behind as well.
	 *
	 * @dataProvider creations
	 */
	public function test_a_runner_that_died_over_a_creation_makes_no_second_one( string $create ): void {
		$this->world->sellsy->index_lag = self::LONGER_THAN_A_CLAIM;
		$this->world->sellsy->dies_at( $create, true );
		$this->die_over( $this->bill( ... ) );
		self::assertSame(
			[ 1, TaskState::Working ],
			[ $this->world->sellsy->count( $create ), $this->world->row()->state ]
		);
		$this->world->fate->revive();
		$this->world->pass_time( 20 );
		$this->assert_one_of_each( $create );
	}

	public function test_killed_at_any_step_there_is_one_of_each(): void {
		$this->bill();
		$steps = $this->world->fate->steps;
		for ( $step = 1; $step <= $steps; $step++ ) {
			$this->setUp();
			$this->world->sellsy->index_lag = self::LONGER_THAN_A_CLAIM;
			$this->world->fate->kill_at = $step;
			try {
				$this->bill();
			} catch ( Killed ) {
				$this->world->order( 1, World::buyer( 5, 'client@example.com', 'Acme SARL' ) );
			}
			$this->world->fate->revive();
			$this->world->fire( 1 );
			$this->world->pass_time( 30 );
			$this->assert_one_of_each( "killed at step $step" );
		}
	}

	/** @dataProvider creations */
	public function test_what_never_reached_sellsy_is_made_by_the_next_try( string $create ): void {
		$this->world->sellsy->plan( $create, FailureKind::NotSent );
		$this->bill();
		$this->world->pass_time( 2 );
		$this->assert_one_of_each( $create );
	}

	/** @dataProvider creations */
	public function test_what_is_not_there_after_two_looks_is_made( string $create ): void {
		$this->world->sellsy->plan( $create, FailureKind::OutcomeUnknown );
		$this->bill();
		$this->world->pass_time( 2 );
		self::assertSame(
			[ ProblemCode::OutcomeUnknown, 1 ],
			[ $this->world->row()->problem?->code, $this->world->row()->attempts ],
			'Waiting for the second look costs no try.'
		);
		self::assertSame( 1, $this->world->sellsy->count( $create ) );
		$this->world->pass_time( 3 );
		self::assertSame( 2, $this->world->sellsy->count( $create ) );
		$this->assert_one_of_each( $create );
	}

	/** @return iterable<string, array{string}> */
	public static function creations(): iterable {
		yield 'company' => [ 'create_customer' ];
		yield 'contact' => [ 'create_contact' ];
		yield 'address' => [ 'add_address' ];
		yield 'item' => [ 'create_item' ];
	}

	/** Two orders of one buyer and one product come to it in turn: neither knows what the other sent. */
	public function test_another_order_that_needs_the_same_waits_as_well(): void {
		$this->world->sellsy->plan( 'create_customer', FailureKind::OutcomeUnknown, true );
		$this->bill( 1 );
		$this->bill( 2 );
		$this->world->pass_time( 20 );
		self::assertSame( TaskState::Done, $this->world->row( 2 )->state );
		$this->assert_one_of_each( 'two orders' );
	}

	public function test_a_search_that_fails_is_no_look(): void {
		$this->world->sellsy->index_lag = 3600;
		$this->world->sellsy->plan( 'create_item', FailureKind::OutcomeUnknown, true );
		$this->bill();
		for ( $i = 0; $i < 30; $i++ ) {
			$this->world->sellsy->plan( 'find_item', FailureKind::OutcomeUnknown );
		}
		$this->world->pass_time( 30 );
		self::assertCount( 1, $this->world->sellsy->items );
	}

	/** What the shop remembers counts more than a search that does not find it yet. */
	public function test_an_order_and_the_next_one_have_one_contact(): void {
		$this->world->sellsy->index_lag = 3600;
		$this->bill( 1 );
		$this->bill( 2 );
		$this->assert_one_of_each( 'two orders' );
		$contacts = array_map( static fn( $draft ): ?int => $draft->contact_id, $this->world->invoicing->created );
		self::assertSame( [ array_key_first( $this->world->sellsy->contacts ) ], array_unique( $contacts ) );
	}

	public function test_a_contact_that_could_not_be_linked_is_not_made_again(): void {
		$this->world->sellsy->index_lag = 3600;
		$this->world->sellsy->plan( 'link_contact', FailureKind::NotSent );
		$this->bill();
		$this->world->pass_time( 3 );
		$this->assert_one_of_each( 'linked by the second try' );
	}

	public function test_a_contact_that_sellsy_no_longer_has_is_made_again(): void {
		$this->bill( 1 );
		$this->world->sellsy->contacts = [];
		$this->bill( 2 );
		self::assertCount( 1, $this->world->sellsy->contacts );
		self::assertSame( TaskState::Done, $this->world->row( 2 )->state );
	}

	/** Wherever the death is noticed: handlers on its way up catch it as they would any error. */
	private function die_over( \Closure $work ): void {
		try {
			$work();
		} catch ( Killed ) {
			return;
		}
	}

	private function bill( int $order_id = 1 ): void {
		$this->world->order( $order_id, World::buyer( 5, 'client@example.com', 'Acme SARL' ) );
		$this->world->fire( $order_id );
		$this->world->due->run( 20 );
	}

	private function assert_one_of_each( string $when ): void {
		self::assertSame( TaskState::Done, $this->world->row()->state, $when );
		self::assertCount( 1, $this->world->sellsy->customers, $when );
		self::assertCount( 1, $this->world->sellsy->contacts, $when );
		self::assertCount( 1, array_merge( ...array_values( $this->world->sellsy->addresses ) ), $when );
		self::assertCount( 1, $this->world->sellsy->items, $when );
	}
}
