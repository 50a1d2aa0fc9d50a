<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\SameOrder;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\SameOrder\OrderMark;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The id of an order comes again: after a partial restore, or where the database begins to count anew. */
final class TellApartTest extends TestCase {

	private const FIRST  = 'wc_order_first';
	private const SECOND = 'wc_order_second';

	private World $world;

	protected function setUp(): void {
		$this->world = new World( finalise: true );
	}

	/** @return iterable<string, array{string, string, string, bool}> key, number, e-mail; whether it is another. */
	public static function newcomers(): iterable {
		yield 'the same order' => [ self::FIRST, '1', 'a@example.com', false ];
		yield 'its e-mail was corrected' => [ self::FIRST, '1', 'b@example.com', false ];
		yield 'it was numbered anew' => [ self::FIRST, 'W-17', 'a@example.com', false ];
		yield 'its key was made anew' => [ self::SECOND, '1', 'A@example.com ', false ];
		yield 'its key was lost' => [ '', '2', 'b@example.com', false ];
		yield 'another buyer' => [ self::SECOND, '1', 'b@example.com', true ];
		yield 'another number' => [ self::SECOND, 'W-17', 'a@example.com', true ];
	}

	#[DataProvider( 'newcomers' )]
	public function test_another_order_has_another_key_and_another_number_or_email(
		string $key,
		string $number,
		string $email,
		bool $is_another,
	): void {
		$kept = OrderMark::of( self::FIRST, '1', 'a@example.com' )->text();
		self::assertSame( $is_another, OrderMark::of( $key, $number, $email )->is_of_another( $kept ) );
		self::assertFalse( OrderMark::of( $key, $number, $email )->is_of_another( '' ), 'Nothing was known.' );
		self::assertLessThanOrEqual( 80, strlen( $kept ) );
		self::assertStringStartsWith( hash( 'sha256', self::FIRST ), $kept );
		self::assertStringNotContainsString( 'example', $kept );
	}

	public function test_the_newcomer_asks_and_gets_a_document_of_its_own_when_a_person_says_so(): void {
		$this->placed( self::FIRST, 'a@example.com' );
		$this->world->pass_time( 10 );
		$former = $this->invoices( 1 )[0];
		self::assertSame( TaskState::Done, $former->state );
		self::assertNotSame( '', $former->order_mark, 'Written down before the request.' );

		$this->placed( self::SECOND, 'b@example.com' );
		$this->world->pass_time( 10 );
		$asks = $this->invoices( 1 );
		self::assertCount( 1, $asks );
		self::assertSame( ProblemCode::IdUsedBefore, $asks[0]->problem?->code );
		self::assertSame( 0, $asks[0]->remote_id );
		self::assertNotSame( 1, $this->world->ledger->find( $former->id )?->key->order_id );
		self::assertTrue( $this->world->ledger->find( $former->id )?->has_document(), 'It is still known.' );
		self::assertCount( 1, $this->world->sellsy->documents, 'Nothing was made.' );

		$this->world->fire( 1, OrderEvent::STATUS );
		$this->world->pass_time( 10 );
		self::assertSame( ProblemCode::IdUsedBefore, $this->invoices( 1 )[0]->problem?->code, 'A person says.' );

		$this->world->retry->retry_all();
		$this->world->pass_time( 10 );
		self::assertSame( TaskState::Done, $this->invoices( 1 )[0]->state );
		self::assertCount( 2, $this->world->sellsy->documents );
		self::assertNotSame( $former->remote_id, $this->invoices( 1 )[0]->remote_id );
	}

	public function test_a_refund_of_the_newcomer_credits_nothing_of_the_former(): void {
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => 'at_once',
				],
			]
		);
		$this->placed( self::FIRST, 'a@example.com' );
		$this->world->pass_time( 10 );
		$this->placed( self::SECOND, 'b@example.com' );
		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: 501,
			amount: Decimal::from_string( '12.00' ),
			lines: [],
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: false
		);
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 20 );
		self::assertCount( 1, $this->world->sellsy->documents );
	}

	/** A row of an earlier release knows no mark: the next read is its first. */
	public function test_a_first_value_is_no_difference(): void {
		$this->placed( '', 'a@example.com' );
		$this->world->pass_time( 10 );
		self::assertSame( '', $this->invoices( 1 )[0]->order_mark );
		$this->placed( self::SECOND, 'b@example.com' );
		$this->world->pass_time( 10 );
		self::assertSame( TaskState::Done, $this->invoices( 1 )[0]->state );
		self::assertNotSame( '', $this->invoices( 1 )[0]->order_mark );
	}

	/** Each id may come again more than once. */
	public function test_a_third_order_asks_as_well(): void {
		foreach ( [ 'a', 'b', 'c' ] as $buyer ) {
			$this->placed( "wc_order_$buyer", "$buyer@example.com" );
			$this->world->pass_time( 10 );
			$this->world->retry->retry_all();
			$this->world->pass_time( 10 );
		}
		self::assertCount( 3, $this->world->sellsy->documents );
		self::assertCount( 1, $this->invoices( 1 ) );
		self::assertNull( $this->world->ledger->find_by_key( new TaskKey( 1, Effect::ValidateCreditNote ) ) );
	}

	/** A restore that takes many orders back is one question, with what becomes final by it, not one for each. */
	public function test_many_are_answered_together_and_those_by_hand_stay_left_out(): void {
		for ( $id = 1; $id <= 6; $id++ ) {
			$this->placed( self::FIRST . $id, 'a@example.com', $id );
		}
		$this->world->pass_time( 10 );
		for ( $id = 1; $id <= 6; $id++ ) {
			$this->placed( self::SECOND . $id, 'b@example.com', $id );
		}
		$this->world->pass_time( 10 );
		$acts = $this->world->engine->task_acts();
		$acts->carry_out( RowAct::DoneByHand, $this->invoices( 2 )[0] );

		$these    = new TaskFilter( problem: ProblemCode::IdUsedBefore->value );
		[ $plan ] = $this->world->engine->plan_retry_all()->finals( $these );
		self::assertCount( 5, $plan->steps, 'One question, with their number and total.' );
		self::assertSame( 5, $this->world->retry->retryable( $these ) );
		self::assertSame( 5, $this->world->retry->retry_all( $these ) );
		$this->world->pass_time( 10 );
		self::assertCount( 6 + 5, $this->world->sellsy->documents, 'Each has its own.' );
		self::assertTrue( $this->invoices( 2 )[0]->is_by_hand() );
		self::assertSame( 0, $this->world->retry->retryable( $these ) );
	}

	private function placed( string $key, string $email, int $id = 1 ): void {
		$this->world->shop->urls = []; // They stood in the former order.
		$buyer = new Buyer(
			...[
				...get_object_vars( World::buyer() ),
				'email' => $email,
			]
		);
		$order = $this->world->order( $id, $buyer );
		$this->world->shop->orders[ $id ] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'key_hash' => OrderMark::key_hash( $key ),
			]
		);
		$this->world->fire( $id, OrderEvent::STATUS );
	}

	/** @return list<Task> */
	private function invoices( int $order_id ): array {
		return array_values(
			array_filter(
				$this->world->ledger->for_order( $order_id ),
				static fn ( Task $task ): bool => $task->key->effect === Effect::CreateInvoice
			)
		);
	}

	/** A row of an earlier release says by it whose order it was. */
	public function test_an_order_has_the_same_mark_for_ever(): void {
		self::assertSame(
			'acbdb3dc77c03b7601b998a6b0e7cfa75484711a858494a0264fda2354d923cc:ca41:adea',
			OrderMark::of( 'wc_order_1', '1001', ' Client@example.com' )->text()
		);
		self::assertSame( '', OrderMark::of( '', '1001', 'client@example.com' )->text() );
	}
}
