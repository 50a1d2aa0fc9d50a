<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Features\TalkBack\Rules\FollowDocument;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** A proforma that was accepted is no money, also where its order comes into a paid status by it. */
final class AcceptedTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world              = new World( finalise: true );
		$this->world->seen->is_on = true;
		$this->world->change_settings(
			[
				'invoice'   => [
					'enabled' => true,
					'trigger' => 'paid',
				],
				'proforma'  => [
					'enabled' => true,
					'trigger' => 'confirmed',
				],
				'payments'  => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 3,
						],
					],
				],
				'talk_back' => [ 'proforma_accepted' => 'processing' ],
			]
		);
	}

	public function test_its_invoice_is_made_and_no_payment_is_recorded(): void {
		$this->accepted();
		self::assertSame( [ '1 processing' ], $this->world->shop->moved );
		self::assertNotSame( '', $this->invoice()->remote_number );
		self::assertSame( [ 0, null ], [ $this->recorded_at_sellsy(), $this->payment() ] );
	}

	/** Whether or not the owner wants other orders to become paid. */
	public function test_a_payment_on_its_invoice_in_sellsy_is_its_money(): void {
		$this->accepted();
		$payment = $this->world->newest_payments->by_hand( $this->invoice()->remote_id, '12' );
		$this->passes( 3 );
		$order = $this->world->shop->orders[1];
		self::assertNotNull( $order->paid_at );
		self::assertSame( [ 'processing', false ], [ $order->status, $order->payment->is_accepted ] );
		self::assertSame( [ 0, $payment ], [ $this->recorded_at_sellsy(), $this->payment()?->remote_id ] );
	}

	public function test_its_payment_is_recorded_once_its_money_is_there(): void {
		$this->accepted();
		$this->believe();
		self::assertSame( 1, $this->recorded_at_sellsy() );
	}

	public function test_a_person_says_that_the_money_is_there(): void {
		$this->accepted();
		$act = $this->world->engine->money_came();
		self::assertSame( [ true, false ], [ $act->say( 1 ), $act->say( 1 ) ] );
		$this->passes( 3 );
		self::assertSame( 1, $this->recorded_at_sellsy() );
	}

	/** Of the release before: the order counts as paid, and its invoice is still a draft. */
	public function test_an_order_of_before_is_told_of_once_and_gets_no_payment(): void {
		$this->accepted_before();
		$this->passes( 1 );
		self::assertSame( 'attention accepted_not_paid ', $this->following() );
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'now' ] ] );
		$this->world->fire( 1 );
		$this->passes( 12 );
		self::assertSame( 0, $this->recorded_at_sellsy() );
		$this->world->retry->retry( $this->follow_row()->id ?? 0 );
		$this->passes( 12 );
		self::assertSame( 'done  ', $this->following() );
		self::assertSame( [ '1 accepted_not_paid' ], $this->told() );
	}

	/** Its row is newer, and comes first. */
	public function test_an_order_that_cannot_be_read_holds_up_no_other(): void {
		$this->accepted_before();
		$ledger = $this->world->ledger;
		$now    = $this->world->clock->now();
		$key    = new TaskKey( order_id: 2, effect: Effect::FollowDocument, part: 'proforma:accepted' );
		$held   = $ledger->claim( $ledger->open( $key, $now ) ?? 0, $now, 'token', $now->modify( '+5 minutes' ) );
		$ledger->save( TaskTransitions::done( $held ?? self::fail(), '', 0, $now ) );
		$this->world->shop->damaged = [ 2 ];
		$this->passes( 1 );
		self::assertSame( 'attention accepted_not_paid ', $this->following() );
		self::assertSame( 'again at', $this->walk(), 'It is looked at once more.' );
		$this->passes( 1 );
		self::assertSame( 'done', $this->walk(), 'And no more.' );
	}

	/** A shop in which many were: a page of them in each pass, and one question for all. */
	public function test_many_orders_of_before_are_told_of_together(): void {
		$this->accepted_before();
		$ledger = $this->world->ledger;
		$now    = $this->world->clock->now();
		for ( $id = 1001; $id <= 1130; $id++ ) {
			$key  = new TaskKey( order_id: $id, effect: Effect::FollowDocument, part: 'proforma:accepted' );
			$held = $ledger->claim( $ledger->open( $key, $now ) ?? 0, $now, 'token', $now->modify( '+5 minutes' ) );
			$ledger->save( TaskTransitions::done( $held ?? self::fail(), '', 0, $now ) );
			$this->world->order( $id );
		}
		$this->world->sweep->run();
		$is_accepted = static fn ( OrderSnapshot $order ): bool => $order->payment->is_accepted;
		$accepted    = fn (): int => count( array_filter( $this->world->shop->orders, $is_accepted ) );
		self::assertSame( 50, $accepted() );
		$this->passes( 12 );
		self::assertSame( 131, $accepted() );
		$asking = array_values(
			array_filter(
				array_map( static fn ( int $id ): Task => $ledger->for_order( $id )[0], range( 1001, 1130 ) ),
				static fn ( Task $task ): bool => $task->state === TaskState::Attention
			)
		);
		self::assertCount( 1, $asking );
		self::assertSame( '131', $asking[0]->problem?->fact( 'orders' ) );
		self::assertSame( 'done  ', $this->following() );

		$this->world->retry->retry( $asking[0]->id );
		$this->passes( 12 );
		self::assertSame( 131, $accepted() );
		self::assertNotSame( TaskState::Attention, $ledger->find( $asking[0]->id )?->state );
	}

	/** Whatever was done by then: what counts as accepted has been told. */
	public function test_a_runner_that_dies_meanwhile_leaves_nothing_untold(): void {
		for ( $at = 1, $is_over = false; ! $is_over; ++$at ) {
			$this->setUp();
			$this->accepted_before();
			$this->world->fate->kill_at = $this->world->fate->steps + $at;
			try {
				$this->passes( 1 );
			} catch ( Killed $killed ) { // Most parts of a pass catch it.
				unset( $killed );
			}
			$is_over = $this->world->fate->steps < $this->world->fate->kill_at;
			$this->world->fate->revive();
			$this->passes( 5 );
			self::assertTrue( $this->world->shop->orders[1]->payment->is_accepted, "Killed at $at." );
			self::assertSame( 'attention accepted_not_paid ', $this->following(), "Killed at $at." );
			self::assertSame( '1', $this->follow_row()?->problem?->fact( 'orders' ), "Killed at $at." );
		}
		self::assertGreaterThan( 5, $at );
	}

	public function test_what_a_person_was_told_ends_once_the_money_is_there(): void {
		$this->accepted_before();
		$this->passes( 1 );
		$this->believe();
		self::assertSame( 'done  ', $this->following() );
	}

	public function test_a_payment_that_was_recorded_before_is_named_and_stays(): void {
		$this->accepted_before();
		$row = $this->world->ledger->open( new TaskKey( 1, Effect::RecordPayment ), $this->world->clock->now() );
		$now  = $this->world->clock->now();
		$held = $this->world->ledger->claim( $row ?? 0, $now, 'token', $now->modify( '+5 minutes' ) );
		$done = TaskTransitions::done( $held ?? self::fail(), 'payment', 900, $now );
		self::assertTrue( $this->world->ledger->save( $done ?? self::fail() ) );
		$this->passes( 12 );
		self::assertSame( 'attention accepted_not_paid yes', $this->following() );
		self::assertSame( 0, $this->recorded_at_sellsy() );
	}

	/** Dated long after the proforma was accepted: by a person, or a gateway. */
	public function test_an_order_that_was_paid_later_is_left_alone(): void {
		$this->accepted_before( paid_later: 3600 );
		$this->passes( 1 );
		self::assertSame( 'done  ', $this->following() );
		self::assertNotNull( $this->world->shop->orders[1]->paid_at );
		self::assertSame( 'done', $this->walk(), 'It was read: nothing is looked at a second time.' );
	}

	private function walk(): string {
		return $this->world->engine->remote_ids()->known( 'done_once', 'accepted_before' )['type'] ?? '';
	}

	private function accepted(): void {
		$this->world->order( 1 );
		$this->change( 'on-hold', null, is_accepted: false );
		$this->world->fire( 1 );
		$this->passes( 1 );
		$this->give( $this->proforma(), 'accepted' );
		$this->passes( 12 );
		$this->world->fire( 1 );
		$this->passes( 2 );
	}

	private function accepted_before( int $paid_later = 0 ): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$this->accepted();
		$at = ( $this->follow_row() ?? self::fail() )->updated_at->modify( "+$paid_later seconds" );
		$this->change( 'processing', $at, is_accepted: false );
		$this->world->engine->remote_ids()->forget( 'done_once', 'accepted_before' );
	}

	private function believe(): void {
		$this->change( 'processing', $this->world->clock->now(), is_accepted: false );
		$this->world->fire( 1 );
		$this->passes( 3 );
	}

	private function change( string $status, ?\DateTimeImmutable $paid_at, bool $is_accepted ): void {
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[1] ),
				'paid_at' => $paid_at,
				'status'  => $status,
				'payment' => new OrderPayment( 'stripe', 'Test', is_accepted: $is_accepted ),
			]
		);
	}

	private function proforma(): Task {
		return $this->row( Effect::CreateProforma ) ?? self::fail();
	}

	private function invoice(): Task {
		return $this->row( Effect::CreateInvoice ) ?? self::fail();
	}

	private function payment(): ?Task {
		return $this->row( Effect::RecordPayment );
	}

	private function row( Effect $effect ): ?Task {
		return $this->world->ledger->find_by_key( new TaskKey( 1, $effect ) );
	}

	private function follow_row(): ?Task {
		$key = FollowDocument::key( 1, DocumentKind::Proforma, Noticed::Accepted );
		return $this->world->ledger->find_by_key( $key );
	}

	private function following(): string {
		$row = $this->follow_row();
		return "{$row?->state->value} {$row?->problem?->code->value} {$row?->problem?->fact( 'recorded' )}";
	}

	/** @return list<string> */
	private function told(): array {
		return array_values( (array) preg_grep( '/accepted_not_paid/', $this->world->shop->told ) );
	}

	private function recorded_at_sellsy(): int {
		return $this->world->sellsy->count( 'create_payment' );
	}

	private function give( Task $proforma, string $status ): void {
		$this->world->sellsy->documents[ $proforma->remote_id ] = new RemoteDocument(
			...[
				...get_object_vars( $this->world->sellsy->documents[ $proforma->remote_id ] ),
				'status' => $status,
			]
		);
	}

	private function passes( int $passes ): void {
		for ( $pass = 0; $pass < $passes; $pass++ ) {
			$this->world->clock->advance( 300 );
			$this->world->sweep->run();
			$this->world->due->run( 20 );
		}
	}
}
