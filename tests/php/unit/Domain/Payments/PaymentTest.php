<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What was paid is recorded once, on the final invoice, and linked.
 *
 * @assumes payment-by-note
 * @assumes payment-on-draft
 */
final class PaymentTest extends TestCase {

	public function test_a_paid_order_is_recorded_with_its_date_transaction_and_key(): void {
		$world = $this->world();
		$this->work( $world );

		$made = $this->only( $world );
		self::assertSame(
			[ false, 4, '12.00', 'tx-1', 'SHOP-1' ],
			[ $made->pays_back, $made->method_id, $made->amount->to_scale( 2 ), $made->number, $made->note ]
		);
		self::assertSame( '2026-02-27', $made->paid_at->format( 'Y-m-d' ) );
		self::assertSame( [ [ '12' ] ], array_values( array_map( 'array_values', $world->payments->links ) ) );
		self::assertSame( TaskState::Done, $this->row( $world )->state );
	}

	public function test_nothing_is_recorded_while_the_invoice_is_a_draft_and_all_of_it_once_it_is_final(): void {
		$world = $this->world( finalise: false );
		$this->work( $world );
		self::assertSame( [], $world->payments->made );

		$world->invoicing->finalised( $world->sellsy->documents[ $world->row()->remote_id ] );
		$world->pass_time( 65 );
		$world->fire( 1 );
		$world->pass_time( 2 );
		self::assertCount( 1, $world->payments->made );
	}

	public function test_cash_on_delivery_is_recorded_when_it_was_paid(): void {
		$world = $this->world();
		$this->change( $world, [ 'paid_at' => null ] );
		$this->work( $world );
		self::assertSame(
			[ [], null ],
			[ $world->payments->made, $world->ledger->find_by_key( new TaskKey( 1, Effect::RecordPayment ) ) ]
		);

		$this->change(
			$world,
			[
				'paid_at' => $world->clock->now(),
				'status' => 'completed',
			]
		);
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertCount( 1, $world->payments->made );
	}

	public function test_switched_off_nothing_is_recorded(): void {
		$world = $this->world();
		$world->change_settings( [ 'payments' => [ 'enabled' => false ] ] );
		$this->work( $world );
		self::assertSame( [], $world->payments->made );
	}

	public function test_a_gateway_without_a_method_is_named_and_goes_on_when_it_has_one(): void {
		$world = $this->world();
		$world->change_settings( [ 'payments' => [ 'methods' => [] ] ] );
		$this->work( $world );
		self::assertSame(
			[ ProblemCode::PaymentMethodUnset, [ 'gateway' => 'Carte' ] ],
			[ $this->row( $world )->problem?->code, $this->row( $world )->problem?->facts ]
		);

		$world->change_settings( $this->settings() );
		$world->retry->retry( $this->row( $world )->id );
		$world->due->run( 20 );
		self::assertCount( 1, $world->payments->made );
	}

	public function test_an_order_that_does_not_say_what_paid_it_has_a_method_of_its_own(): void {
		$world = $this->world();
		$this->change( $world, [ 'payment' => new OrderPayment( '', '' ) ] );
		$this->work( $world );
		self::assertSame(
			[ ProblemCode::PaymentMethodUnset, [ 'gateway' => '' ] ],
			[ $this->row( $world )->problem?->code, $this->row( $world )->problem?->facts ]
		);

		$unnamed = [
			'gateway'   => PaymentSettings::UNNAMED,
			'method_id' => 3,
		];
		$world->change_settings( [ 'payments' => [ 'methods' => [ $unnamed ] ] ] );
		$world->retry->retry( $this->row( $world )->id );
		$world->due->run( 20 );
		self::assertSame( 3, $this->only( $world )->method_id );
	}

	public function test_a_gift_card_and_the_gateway_are_two_payments(): void {
		$world = $this->world();
		$this->change(
			$world,
			[
				'payment' => new OrderPayment(
					gateway: 'stripe',
					title: 'Carte',
					transaction_id: 'tx-1',
					parts: [ new PartPayment( 'gift_card', '77', Decimal::from_string( '5' ) ) ]
				),
			]
		);
		$this->work( $world );

		$made = array_map(
			static fn ( array $payment ): array => [
				$payment['draft']->method_id,
				$payment['draft']->amount->to_scale( 2 ),
				$payment['draft']->number,
				$payment['draft']->note,
			],
			array_values( $world->payments->made )
		);
		self::assertSame( [ [ 4, '7.00', 'tx-1', 'SHOP-1' ], [ 9, '5.00', '', 'SHOP-1/gift_card:77' ] ], $made );
		self::assertSame( [ '7', '5' ], array_values( array_values( $world->payments->links )[0] ) );
	}

	/** An earlier release took the fee for a discount: the invoice bills 12.00, which is paid. */
	public function test_a_wallet_that_an_earlier_release_took_for_a_discount_is_no_payment_of_that_invoice(): void {
		$world = $this->world();
		$this->work( $world );
		$wallet = new PartPayment( 'stripe', '77', Decimal::from_string( '10' ), 77 );
		$whole  = [
			'total'   => Decimal::from_string( '22' ),
			'payment' => new OrderPayment( gateway: 'stripe', title: 'Carte', transaction_id: '', parts: [ $wallet ] ),
		];
		$this->change( $world, $whole );
		$this->work( $world );
		self::assertSame( '12.00', $this->only( $world )->amount->to_scale( 2 ) );
		self::assertSame( ProblemCode::DiffersFromOrder, $world->row()->problem?->code );
	}

	public function test_a_wallet_and_the_gateway_are_two_payments(): void {
		$world  = $this->world();
		$wallet = new PartPayment( 'gift_card', '77', Decimal::from_string( '5' ), 77 );
		$this->change(
			$world,
			[
				'payment' => new OrderPayment( gateway: 'stripe', title: '', transaction_id: '', parts: [ $wallet ] ),
			]
		);
		$this->work( $world );
		self::assertCount( 2, $world->payments->made );
	}

	/** A buyer who orders the same twice: what was recorded for the other order is not this one's. */
	public function test_a_payment_of_another_order_that_stands_free_asks_nothing(): void {
		$world = $this->world();
		$this->work( $world );
		$world->payments->links = [];
		$paid    = $world->order( 2 );
		$awaited = [ 'paid_at' => null ] + get_object_vars( $paid );
		$world->shop->orders[2] = new OrderSnapshot( ...$awaited );
		$world->fire( 2 );
		$world->pass_time( 5 );
		$world->shop->orders[2] = $paid;
		$world->fire( 2 );
		$world->pass_time( 5 );
		$row = $world->ledger->find_by_key( new TaskKey( 2, Effect::RecordPayment ) );
		self::assertSame( [ TaskState::Done, null ], [ $row?->state, $row?->problem?->code ] );
	}

	public function test_an_order_paid_by_gift_card_alone_has_no_payment_of_the_gateway(): void {
		$world = $this->world();
		$this->change(
			$world,
			[
				'payment' => new OrderPayment(
					gateway: '',
					title: '',
					transaction_id: '',
					parts: [ new PartPayment( 'gift_card', '77', Decimal::from_string( '12.00' ) ) ]
				),
			]
		);
		$this->work( $world );
		self::assertSame( 'SHOP-1/gift_card:77', $this->only( $world )->note );
	}

	public function test_what_somebody_recorded_at_sellsy_is_not_recorded_again(): void {
		$world = $this->world( finalise: false );
		$this->work( $world );
		$payment = $world->newest_payments->by_hand( $world->row()->remote_id, '12' );
		$world->make_final();
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame( [], $world->payments->made );
		$row = $this->row( $world );
		self::assertSame( [ TaskState::Done, $payment, null ], [ $row->state, $row->remote_id, $row->sent_at ] );
	}

	/** @dataProvider lost_answers */
	public function test_an_unknown_outcome_is_looked_up( string $method, bool $after_effect ): void {
		$world = $this->world();
		$world->sellsy->plan( $method, FailureKind::OutcomeUnknown, $after_effect );
		$this->work( $world );
		$world->pass_time( 20 );
		$this->assert_recorded_once( $world, $method );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function lost_answers(): iterable {
		foreach ( [ 'create_payment', 'link_payment', 'linked_payments', 'remaining_due' ] as $method ) {
			yield "$method, not done" => [ $method, false ];
			yield "$method, done, answer lost" => [ $method, true ];
		}
	}

	public function test_a_search_without_answer_creates_nothing(): void {
		$world = $this->world();
		$world->sellsy->plan( 'create_payment', FailureKind::OutcomeUnknown, true );
		$world->sellsy->plan( 'find_payment', FailureKind::OutcomeUnknown );
		$this->work( $world );
		$world->pass_time( 30 );
		$this->assert_recorded_once( $world, 'search failed' );
	}

	/** @return iterable<string, array{int, bool, int, TaskState}> */
	public static function customers_of_thousands(): iterable {
		yield 'recorded the day before' => [ 1440, true, 2, TaskState::Done ];
		yield 'recorded just before: the clocks may differ' => [ 30, true, 1, TaskState::Attention ];
		yield 'the same id in another account' => [ 1440, false, 1, TaskState::Attention ];
	}

	/** Some shops keep all their sales at one customer: how far its list is read once an answer was lost. */
	#[DataProvider( 'customers_of_thousands' )]
	public function test_a_list_is_read_back_to_what_was_surely_recorded_before(
		int $minutes,
		bool $is_ours,
		int $made,
		TaskState $state,
	): void {
		$world = $this->world();
		$this->work( $world );
		$first = array_key_first( $world->payments->made );
		foreach ( [ 1, 2, 3, 900_001, 900_002, 900_003, 900_004 ] as $id ) {
			$world->payments->by_hand[ $id ] = [
				'customer' => $world->payments->made[ $first ]['customer'],
				'status'   => 'confirmed',
				'currency' => 'EUR',
				'total'    => '5.00',
				'is_debit' => false,
				'paid_at'  => new \DateTimeImmutable( '2025-01-01' ),
			];
		}
		[ $world->payments->page, $world->payments->pages ] = [ 2, 3 ];
		if ( ! $is_ours ) {
			$draft = [ 'note' => 'OTHER-1' ] + get_object_vars( $world->payments->made[ $first ]['draft'] );
			$world->payments->made[ $first ]['draft'] = new PaymentDraft( ...$draft );
		}
		$world->pass_time( $minutes );
		$world->sellsy->plan( 'create_payment', FailureKind::OutcomeUnknown );
		$world->order( 2 );
		$world->fire( 2 );
		$world->pass_time( 4000 );

		$row = $world->ledger->find_by_key( new TaskKey( 2, Effect::RecordPayment ) );
		self::assertSame( [ $made, $state ], [ count( $world->payments->made ), $row?->state ] );
	}

	/** What was recorded after the lost one seems older than it then. */
	public function test_a_clock_that_was_ahead_hides_no_lost_payment(): void {
		$world = $this->world();
		[ $world->payments->page, $world->payments->pages, $world->payments->newest ] = [ 3, 50, 9 ];
		$world->clock->advance( 3 * 3600 );
		$world->order( 1 );
		$world->sellsy->plan( 'create_payment', FailureKind::OutcomeUnknown, true );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( -3 * 3600 );
		for ( $order = 2; $order <= 15; $order++ ) {
			$world->order( $order );
			$world->fire( $order );
			$world->pass_time( 2 );
		}
		$world->pass_time( 300 );

		$notes = array_map( static fn ( array $made ): string => $made['draft']->note, $world->payments->made );
		self::assertSame( 1, array_count_values( $notes )['SHOP-1'] ?? 0 );
	}

	public function test_killed_at_every_step_and_resumed_there_is_one_payment_and_one_link(): void {
		$whole = $this->world();
		$this->work( $whole );
		for ( $step = 1; $step <= $whole->fate->steps; $step++ ) {
			$world                = $this->world();
			$world->fate->kill_at = $step;
			try {
				$this->work( $world );
			} catch ( Killed ) {
				$world->fate->revive();
			}
			$world->fate->revive();
			$world->fire( 1 );
			$world->pass_time( 20 );
			$this->assert_recorded_once( $world, "killed at step $step" );
		}
		self::assertGreaterThan( 60, $step );
	}

	private function assert_recorded_once( World $world, string $when ): void {
		self::assertCount( 1, $world->payments->made, $when );
		self::assertSame( [ [ '12' ] ], array_values( array_map( 'array_values', $world->payments->links ) ), $when );
		self::assertSame( TaskState::Done, $this->row( $world )->state, $when );
	}

	private function world( bool $finalise = true ): World {
		$world = new World( finalise: $finalise );
		$world->order( 1 );
		$this->change(
			$world,
			[
				'payment' => new OrderPayment( 'stripe', 'Carte', 'tx-1' ),
				'paid_at' => new \DateTimeImmutable( '2026-02-27 10:00:00' ),
			]
		);
		$world->change_settings( $this->settings() );
		return $world;
	}

	/** @return array<string, mixed> */
	private function settings(): array {
		$method = static fn ( string $gateway, int $id ): array => [
			'gateway'   => $gateway,
			'method_id' => $id,
		];
		return [
			'payments' => [
				'enabled' => true,
				'methods' => [ $method( 'stripe', 4 ), $method( 'gift_card', 9 ) ],
			],
		];
	}

	/** @param array<string, mixed> $changes */
	private function change( World $world, array $changes ): void {
		$world->shop->orders[1] = new OrderSnapshot(
			...[ ...get_object_vars( $world->shop->orders[1] ), ...$changes ]
		);
	}

	private function work( World $world ): void {
		$world->fire( 1 );
		$world->due->run( 20 );
	}

	private function only( World $world ): PaymentDraft {
		self::assertCount( 1, $world->payments->made );
		return array_values( $world->payments->made )[0]['draft'];
	}

	private function row( World $world ): Task {
		return $world->ledger->find_by_key( new TaskKey( 1, Effect::RecordPayment ) )
			?? throw new \LogicException( 'Nothing was to be recorded.' );
	}
}
