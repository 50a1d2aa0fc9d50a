<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * A paid invoice of 12.00 is credited and issued anew for another customer. The credit note pays off the old invoice,
 * the payment becomes the new one's, and the same money never stands in the books twice.
 *
 * @assumes payment-keeps-customer
 */
final class MovedPaymentTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => Finalise::NOW,
				],
				'payments'   => [
					'enabled'  => true,
					'pay_back' => true,
					'methods'  => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
						[
							'gateway'   => 'gift_card',
							'method_id' => 9,
						],
					],
				],
			]
		);
	}

	/**
	 * What is due on the old invoice and the new one, and what the credit note has left. What was received is what goes
	 * over, whatever the order is worth by now.
	 *
	 * @testWith ["10.00", "2.00", "0", "0", "0"]
	 *           ["20.00", "4.00", "0", "12", "0"]
	 *           ["5.00", "1.00", "0", "0", "0"]
	 */
	public function test_the_payment_becomes_the_new_invoices(
		string $ht,
		string $vat,
		string $old,
		string $new,
		string $credit,
	): void {
		$this->paid();
		$this->reissue_for_another( $ht, $vat );

		self::assertSame( [ $old, $new, $credit ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame( '12', $this->received() );
		$made = array_values( $this->world->payments->made )[0];
		self::assertSame( $this->world->sellsy->billed[ $this->invoice( 1 )->remote_id ], $made['customer'] );
		self::assertSame( [ 4, 'SHOP-1/1' ], [ $made['draft']->method_id, $made['draft']->note ] );
		self::assertSame( [], $this->stopped() );
		self::assertTrue( $this->row( Effect::RecordPayment, 0, 1 )?->asked, 'A person asked for all of it.' );
	}

	public function test_a_gift_card_and_the_gateway_go_over_both(): void {
		$this->paid( [ new PartPayment( 'gift_card', '77', Decimal::from_string( '5' ) ) ] );
		$this->reissue_for_another();

		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		$notes = array_map( static fn ( array $made ): string => $made['draft']->note, $this->world->payments->made );
		self::assertSame( [ 'SHOP-1/1', 'SHOP-1/gift_card:77/1' ], array_values( $notes ) );
		self::assertSame( '12', $this->received() );
	}

	public function test_switched_off_since_then_it_goes_over_all_the_same(): void {
		$this->paid();
		$this->world->change_settings( [ 'payments' => [ 'enabled' => false ] ] );
		$this->reissue_for_another( '20.00', '4.00' );

		self::assertSame( [ '12', '12' ], [ $this->received(), $this->due( 1 ) ] );
	}

	public function test_a_refund_afterwards_is_paid_back_to_the_new_customer(): void {
		$this->paid();
		$this->reissue_for_another();
		$this->refund( '5.00' );

		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		$note = $this->row( Effect::CreateCreditNote, 501 ) ?? self::fail( 'No credit note.' );
		self::assertSame( '0', $this->due_of( DocumentKind::CreditNote, $note ) );
		self::assertSame( '7', $this->received() );
		self::assertSame( [], $this->stopped() );
	}

	public function test_it_goes_over_a_second_time(): void {
		$this->paid();
		$this->reissue_for_another();
		$this->reissue_for_another( buyer: 7 );

		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->due( 2 ) ] );
		self::assertSame( [ '0', '0' ], [ $this->credit_left( 0 ), $this->credit_left( 1 ) ] );
		self::assertSame( '12', $this->received() );
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_anywhere_leaves_the_books_right( int $step ): void {
		$this->paid();
		$this->other_buyer();
		$this->world->fate->kill_at = $this->world->fate->steps + $step;
		try {
			$this->world->reissue->now( 1 );
		} catch ( Killed ) {
			$this->world->fate->revive();
			$this->world->reissue->now( 1 ); // The person, who saw no answer, presses the button again.
		}
		$this->world->fate->revive();
		for ( $minute = 0; $minute < 60; $minute++ ) {
			$this->world->pass_time( 1 );
			self::assertLessThanOrEqual( 12, (int) $this->received(), 'Never twice.' );
		}

		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame( '12', $this->received() );
		self::assertCount( 1, $this->world->payments->made );
	}

	/** @return iterable<int, array{int}> */
	public static function steps(): iterable {
		for ( $step = 1; $step <= 200; $step++ ) {
			yield $step => [ $step ];
		}
	}

	/**
	 * @testWith ["unlink_payment", true]
	 *           ["unlink_payment", false]
	 *           ["link_credit_note", true]
	 *           ["link_credit_note", false]
	 *           ["delete_payment", true]
	 *           ["delete_payment", false]
	 *           ["create_payment", true]
	 *           ["create_payment", false]
	 *           ["link_payment", true]
	 *           ["link_payment", false]
	 */
	public function test_a_lost_answer_moves_nothing_twice( string $call, bool $is_done ): void {
		$this->paid();
		$this->world->sellsy->plan( $call, FailureKind::OutcomeUnknown, $is_done );
		$this->reissue_for_another();
		$this->world->pass_time( 60 );

		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame( '12', $this->received() );
		self::assertSame( [], $this->stopped() );
	}

	/** A person has to look at it: it could not be found with another customer. */
	public function test_the_new_invoice_waits_for_a_payment_of_which_nobody_knows(): void {
		$this->world->sellsy->plan( 'create_payment', FailureKind::OutcomeUnknown, true );
		$this->world->sellsy->plan( 'find_payment', FailureKind::Rejected );
		$this->paid();
		$this->reissue_for_another();
		$this->world->pass_time( 60 );
		self::assertSame( [ '12', 0 ], [ $this->received(), $this->invoice( 1 )->remote_id ] );

		$this->world->retry->retry( $this->row( Effect::RecordPayment )->id ?? 0 );
		$this->world->pass_time( 60 );
		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame( '12', $this->received() );
	}

	public function test_where_sellsy_refuses_to_delete_it_a_person_does_and_it_goes_on(): void {
		$this->paid();
		$this->world->sellsy->plan( 'delete_payment', FailureKind::Rejected );
		$this->reissue_for_another();

		[ $stopped ] = $this->stopped();
		self::assertSame( ProblemCode::PaymentToMove, $stopped->problem?->code );
		self::assertSame(
			[
				'invoice' => $this->invoice( 1 )->remote_number,
				'amount'  => '12.00',
			],
			$stopped->problem->facts
		);
		self::assertSame( [ '12', '12' ], [ $this->received(), $this->due( 1 ) ], 'Not recorded beside it.' );

		$this->world->payments->made = []; // They delete it in Sellsy.
		$this->world->retry->retry( $stopped->id );
		$this->world->pass_time( 5 );
		self::assertSame( [ '12', '0' ], [ $this->received(), $this->due( 1 ) ] );
		self::assertSame( [], $this->stopped() );
	}

	/** @testWith ["unlink_payment"]
	 *            ["link_credit_note"]
	 */
	public function test_where_sellsy_refuses_a_step_a_person_is_told_all_of_it( string $call ): void {
		$this->paid();
		$this->world->sellsy->plan( $call, FailureKind::Rejected );
		$this->reissue_for_another();

		$row = $this->carrying();
		self::assertSame(
			[ TaskState::Attention, ProblemCode::CreditOfAnother, '12.00', '0' ],
			[ $row->state, $row->problem?->code, $row->problem?->fact( 'amount' ), $row->problem?->fact( 'movable' ) ]
		);
		self::assertSame( '12', $this->received() );

		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 5 );
		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame( '12', $this->received() );
	}

	public function test_without_a_method_nothing_is_deleted(): void {
		$this->paid();
		$this->world->change_settings( [ 'payments' => [ 'methods' => [] ] ] );
		$this->reissue_for_another();

		self::assertSame( ProblemCode::PaymentMethodUnset, $this->stopped()[0]->problem?->code );
		self::assertSame( 0, $this->world->sellsy->count( 'delete_payment' ) );
	}

	/** @return iterable<string, array{\Closure( self ): void}> */
	public static function other_ways(): iterable {
		yield 'somebody recorded it' => [
			static function ( self $test ): void {
				$test->world->change_settings( [ 'payments' => [ 'enabled' => false ] ] );
				$test->paid();
				$test->world->payments->lowered[ $test->invoice( 0 )->remote_id ] = '12';
			},
		];
		yield 'a part was refunded before' => [
			static function ( self $test ): void {
				$test->paid();
				$test->refund( '5.00' );
			},
		];
		yield 'it was deleted in Sellsy, and another stands there' => [
			static function ( self $test ): void {
				$test->paid();
				$test->world->payments->made  = [];
				$test->world->payments->links = [];
				$test->world->payments->lowered[ $test->invoice( 0 )->remote_id ] = '12';
			},
		];
	}

	/**
	 * @dataProvider other_ways
	 * @param \Closure( self ): void $pays
	 */
	public function test_what_this_plugin_did_not_record_in_full_is_left_to_a_person( \Closure $pays ): void {
		$pays( $this );
		$received = $this->received();
		$this->reissue_for_another();

		$row = $this->carrying();
		self::assertSame(
			[ TaskState::Attention, ProblemCode::CreditOfAnother, '0' ],
			[ $row->state, $row->problem?->code, $row->problem?->fact( 'movable' ) ]
		);
		self::assertSame(
			[
				$this->row( Effect::CreateCreditNote )?->remote_number,
				$this->invoice( 0 )->remote_number,
				$this->invoice( 1 )->remote_number,
			],
			[ $row->problem?->fact( 'credit_note' ), $row->problem?->fact( 'old' ), $row->problem?->fact( 'invoice' ) ]
		);
		self::assertSame( $received, $this->received() );
		self::assertSame( 0, $this->world->sellsy->count( 'unlink_payment' ) );

		self::assertTrue( $this->world->by_hand->mark( $row->id ), 'They did it in Sellsy, and say so.' );
		$this->world->pass_time( 5 );
		self::assertSame( TaskState::Skipped, $this->carrying()->state );
		self::assertSame( $received, $this->received() );
	}

	public function test_one_that_was_settled_by_hand_ends_with_a_retry(): void {
		$this->world->change_settings( [ 'payments' => [ 'enabled' => false ] ] );
		$this->paid();
		$this->world->payments->lowered[ $this->invoice( 0 )->remote_id ] = '12';
		$this->reissue_for_another();
		$this->world->payments->lowered[ $this->invoice( 1 )->remote_id ] = '12';
		$this->world->retry->retry( $this->carrying()->id );
		$this->world->pass_time( 5 );

		self::assertSame( TaskState::Done, $this->carrying()->state );
	}

	/** An order that was cancelled and is reinstated for another buyer: nobody has read what would be done. */
	public function test_where_nobody_asked_a_person_is_asked_with_the_amount(): void {
		$row  = $this->reinstated_for_another();
		$acts = $this->world->engine->answer_row();
		self::assertSame(
			[ ProblemCode::CreditOfAnother, '1', '12.00' ],
			[ $row->problem?->code, $row->problem?->fact( 'movable' ), $row->problem?->fact( 'amount' ) ]
		);
		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 5 );
		self::assertSame( TaskState::Attention, $this->carrying()->state, 'To try again does not answer it.' );
		self::assertNull( $acts->say( RowAct::MovePayment, $row, '11.00' ) );

		self::assertSame( TaskState::Done, $acts->say( RowAct::MovePayment, $row, '12.00' )?->state );
		$this->world->pass_time( 5 );
		self::assertSame( [ '0', '0', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame( '12', $this->received() );
		self::assertNull( $acts->say( RowAct::MovePayment, $row, '12.00' ) );
	}

	/** Its invoice of 24.00 has room for both: the payment that somebody recorded there may be the very one. */
	public function test_a_payment_that_somebody_recorded_on_the_new_invoice_is_not_moved_beside_it(): void {
		$row = $this->reinstated_for_another( '20.00', '4.00' );
		self::assertSame( '1', $row->problem?->fact( 'movable' ) );
		$this->record_by_hand();
		$this->world->engine->answer_row()->say( RowAct::MovePayment, $row, '12.00' );
		$this->world->pass_time( 10 );

		$row = $this->carrying();
		self::assertSame(
			[ ProblemCode::CreditOfAnother, '0', '1', '12.00' ],
			[ $row->problem?->code, ...$this->facts( $row, 'movable', 'recorded', 'amount' ) ]
		);
		self::assertSame( [ '12', 0 ], [ $this->received(), $this->world->sellsy->count( 'unlink_payment' ) ] );
	}

	public function test_nor_is_it_once_a_step_was_refused(): void {
		$this->paid();
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::Rejected );
		$this->reissue_for_another( '20.00', '4.00' );
		$this->record_by_hand();
		self::assertSame( 0, $this->world->retry->retry_all(), 'A person looks at each.' );
		$this->world->retry->retry( $this->carrying()->id );
		$this->world->pass_time( 10 );

		$row = $this->carrying();
		self::assertSame( ProblemCode::CreditOfAnother, $row->problem?->code );
		self::assertSame( [ '1', '12.00' ], $this->facts( $row, 'recorded', 'amount' ) );
		self::assertSame( [ '12', 0 ], [ $this->received(), $this->world->sellsy->count( 'delete_payment' ) ] );
	}

	public function test_nor_is_it_recorded_once_the_payment_before_was_deleted_by_hand(): void {
		$this->paid();
		$this->world->sellsy->plan( 'delete_payment', FailureKind::Rejected );
		$this->reissue_for_another( '20.00', '4.00' );
		$this->world->payments->made = [];
		$this->record_by_hand();
		self::assertSame( 0, $this->world->retry->retry_all(), 'A person looks at each.' );
		$this->world->retry->retry( $this->stopped()[0]->id );
		$this->world->pass_time( 10 );

		[ $row ] = $this->stopped();
		self::assertSame( ProblemCode::PaymentToMove, $row->problem?->code );
		self::assertSame( [ 'recorded', '12.00' ], $this->facts( $row, 'why', 'amount' ) );
		self::assertSame( [ '0', '12' ], [ $this->received(), $this->due( 1 ) ] );

		$this->world->payments->links = []; // It was another one, and they take it off again.
		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 10 );
		self::assertSame( [ '12', [] ], [ $this->received(), $this->stopped() ] );
	}

	/** @testWith ["Rejected"]
	 *            ["NotFound"]
	 */
	public function test_where_sellsy_refuses_to_record_it_again_a_person_reads_the_amount( string $kind ): void {
		$this->paid();
		$this->world->sellsy->plan( 'create_payment', constant( FailureKind::class . "::$kind" ) );
		$this->reissue_for_another();

		[ $row ] = $this->stopped();
		self::assertSame( ProblemCode::PaymentToMove, $row->problem?->code );
		self::assertSame(
			[ 'gone', '12.00', $this->invoice( 1 )->remote_number, 'Refusé' ],
			$this->facts( $row, 'why', 'amount', 'invoice', 'message' )
		);
		self::assertSame( '0', $this->received() );

		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 5 );
		self::assertSame( [ '12', '0', [] ], [ $this->received(), $this->due( 1 ), $this->stopped() ] );
	}

	/** @testWith ["NotSent", false]
	 *            ["RateLimited", false]
	 *            ["OutcomeUnknown", true]
	 */
	public function test_what_was_surely_not_deleted_is_not_looked_for( string $kind, bool $may_be_gone ): void {
		$this->paid();
		$this->world->sellsy->plan( 'delete_payment', constant( FailureKind::class . "::$kind" ) );
		$this->other_buyer();
		$this->world->reissue->now( 1 );
		$this->world->due->run( 20 );
		self::assertSame( 1, $this->world->sellsy->count( 'delete_payment' ) );
		self::assertSame( $may_be_gone, $this->row( Effect::RecordPayment, 0, 1 )?->is_unknown() );
	}

	public function test_what_it_is_worth_is_known_once_a_person_deleted_one_that_stood_elsewhere(): void {
		$this->paid();
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::Rejected );
		$this->reissue_for_another();
		$this->world->payments->links[9999][ array_key_first( $this->world->payments->made ) ] = '12';
		$this->world->retry->retry( $this->carrying()->id );
		$this->world->pass_time( 5 );
		[ $row ] = $this->stopped();
		self::assertSame( ProblemCode::PaymentToMove, $row->problem?->code );
		self::assertFalse( $row->is_unknown(), 'Nothing was sent.' );

		$this->world->payments->made  = []; // As it is told.
		$this->world->payments->links = [];
		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 5 );
		self::assertSame( [ '12', '0', [] ], [ $this->received(), $this->due( 1 ), $this->stopped() ] );
	}

	/** Somebody else's plugin no longer tells of the gift card. */
	public function test_where_the_order_no_longer_says_how_it_was_paid_a_person_does_both(): void {
		$this->paid( [ new PartPayment( 'gift_card', '77', Decimal::from_string( '5' ) ) ] );
		$this->other_buyer();
		$this->pay_by( [] );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );

		[ $row ] = $this->stopped();
		self::assertSame( ProblemCode::PaymentToMove, $row->problem?->code );
		self::assertSame( [ 'unsaid', '5.00' ], $this->facts( $row, 'why', 'amount' ) );
		self::assertSame( [ '12', '5' ], [ $this->received(), $this->due( 1 ) ] );
	}

	/** Sellsy may refuse to take off what is no longer there. */
	public function test_a_payment_that_was_taken_off_is_not_taken_off_again(): void {
		$this->paid();
		$this->world->sellsy->plan( 'unlink_payment', FailureKind::OutcomeUnknown, true );
		$this->world->sellsy->plan( 'unlink_payment', FailureKind::Rejected );
		$this->reissue_for_another();
		$this->world->pass_time( 60 );

		self::assertSame( 1, $this->world->sellsy->count( 'unlink_payment' ) );
		self::assertSame( [ '12', '0', [] ], [ $this->received(), $this->due( 1 ), $this->stopped() ] );
	}

	/** They read that what was paid stays with the customer of the old invoice. */
	public function test_what_was_asked_for_in_an_earlier_release_is_asked_about(): void {
		$this->paid();
		$this->other_buyer();
		$now = $this->world->clock->now();
		$old = $this->invoice( 0 );
		$this->world->ledger->open( $old->key->replacing_invoice(), $now, 0, asked: true );
		$this->world->ledger->open(
			new TaskKey( order_id: 1, effect: Effect::CreateCreditNote, refund_id: 0, part: '', revision: 0 ),
			$now,
			$old->id,
			asked: true
		);
		$this->world->pass_time( 60 );

		$row = $this->carrying();
		self::assertSame(
			[ TaskState::Attention, ProblemCode::CreditOfAnother, '1', '12.00' ],
			[ $row->state, $row->problem?->code, ...$this->facts( $row, 'movable', 'amount' ) ]
		);
		self::assertSame( 0, $this->world->sellsy->count( 'unlink_payment' ) );
		$this->world->engine->answer_row()->say( RowAct::MovePayment, $row, '12.00' );
		$this->world->pass_time( 5 );
		self::assertSame( [ '12', '0', [] ], [ $this->received(), $this->due( 1 ), $this->stopped() ] );
	}

	/** @param list<PartPayment> $parts */
	private function paid( array $parts = [] ): void {
		$this->world->order( 1 );
		$this->pay_by( $parts );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
	}

	/** @param list<PartPayment> $parts */
	private function pay_by( array $parts ): void {
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[1] ),
				'payment' => new OrderPayment( 'stripe', 'Test', parts: $parts ),
			]
		);
	}

	private function reissue_for_another( string $ht = '10.00', string $vat = '2.00', int $buyer = 6 ): void {
		$this->other_buyer( $ht, $vat, $buyer );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
	}

	private function other_buyer( string $ht = '10.00', string $vat = '2.00', int $buyer = 6 ): void {
		$parts = $this->world->shop->orders[1]->payment->parts;
		$this->world->order( 1, World::buyer( $buyer, "other$buyer@example.com" ), ht: $ht, vat: $vat );
		$this->pay_by( $parts );
	}

	/** Nobody asked for the new invoice. */
	private function reinstated_for_another( string $ht = '10.00', string $vat = '2.00' ): Task {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->paid();
		$this->world->order( 1, status: 'cancelled' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		$this->other_buyer( $ht, $vat );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		return $this->carrying();
	}

	/** Somebody records 12.00 in Sellsy, on the new invoice. */
	private function record_by_hand(): void {
		$this->world->payments->links[ $this->invoice( 1 )->remote_id ][9000] = '12';
	}

	/** @return list<string> */
	private function facts( Task $task, string ...$names ): array {
		return array_map( static fn ( string $name ): string => (string) $task->problem?->fact( $name ), $names );
	}

	private function refund( string $amount ): void {
		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: 501,
			amount: Decimal::from_string( $amount ),
			lines: [],
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: true
		);
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
	}

	/** Money in, less money out. */
	private function received(): string {
		$sum = Decimal::zero();
		foreach ( $this->world->payments->made as [ 'draft' => $draft ] ) {
			$sum = $draft->pays_back ? $sum->minus( $draft->amount ) : $sum->plus( $draft->amount );
		}
		return $sum->to_string();
	}

	private function due( int $revision ): string {
		return $this->due_of( DocumentKind::Invoice, $this->invoice( $revision ) );
	}

	private function credit_left( int $revision ): string {
		return $this->due_of(
			DocumentKind::CreditNote,
			$this->row( Effect::CreateCreditNote, 0, $revision ) ?? self::fail( 'No credit note.' )
		);
	}

	private function due_of( DocumentKind $kind, Task $task ): string {
		return $this->world->payments->remaining_due( $kind, $task->remote_id )->to_string();
	}

	private function invoice( int $revision ): Task {
		return $this->row( Effect::CreateInvoice, 0, $revision ) ?? self::fail( 'No invoice.' );
	}

	private function carrying(): Task {
		$key = new TaskKey(
			order_id: 1,
			effect: Effect::LinkCreditNote,
			refund_id: 0,
			part: CreditAllocationRule::NEW_INVOICE,
			revision: 0
		);
		return $this->world->ledger->find_by_key( $key ) ?? self::fail( 'Nothing goes over.' );
	}

	private function row( Effect $effect, int $refund_id = 0, int $revision = 0 ): ?Task {
		return $this->world->ledger->find_by_key(
			new TaskKey( order_id: 1, effect: $effect, refund_id: $refund_id, part: '', revision: $revision )
		);
	}

	/** @return list<Task> */
	private function stopped(): array {
		return array_values(
			array_filter(
				$this->world->ledger->for_order( 1 ),
				static fn ( Task $task ): bool => $task->state === TaskState::Attention
					&& $task->key->effect !== Effect::CheckBalance // An edited order asks about its sums too.
			)
		);
	}

	public function test_what_was_refunded_before_it_went_over_is_paid_back_from_it(): void {
		$this->paid();
		$this->world->change_settings( [ 'payments' => [ 'methods' => [] ] ] );
		$this->reissue_for_another();
		$this->refund( '5.00' );
		$this->world->pass_time( 30 );
		self::assertSame( '12', $this->received() );
		$method = [
			'gateway'   => 'stripe',
			'method_id' => 4,
		];
		$this->world->change_settings( [ 'payments' => [ 'methods' => [ $method ] ] ] );
		foreach ( $this->stopped() as $row ) {
			$this->world->retry->retry( $row->id );
		}
		$this->world->pass_time( 30 );
		self::assertSame( [ '7', [] ], [ $this->received(), $this->stopped() ] );
	}
}
