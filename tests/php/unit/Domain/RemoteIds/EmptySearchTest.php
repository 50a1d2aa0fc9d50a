<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\RemoteIds;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * An answer was lost, and Sellsy's searches do not show what was made: it is never made a second time by itself where
 * the account was seen to be so.
 *
 * @assumes addresses-at-once
 * @assumes search-lag
 * @assumes lost-document
 * @assumes newest-first
 * @assumes v1-list
 * @assumes payment-by-note
 * @assumes payments-of-customer
 */
final class EmptySearchTest extends TestCase {

	private const LONGER_THAN_THE_TEST = 86400;

	private World $world;

	protected function setUp(): void {
		$this->world = new World( finalise: true, create_items: true );
		$this->world->change_settings(
			[
				'delivery' => [
					'enabled' => true,
					'trigger' => 'completed',
				],
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->order( 'processing', World::buyer( company: 'Acme SARL' ) );
	}

	/** @dataProvider what_is_made */
	public function test_what_a_search_cannot_show_is_left_to_a_person(
		Assumption $otherwise,
		string $call,
		string $of,
		Effect $effect = Effect::CreateInvoice,
	): void {
		$this->world->findings->otherwise = [ $otherwise ];
		$this->lose_the_answer( $call, $effect, $effect !== Effect::RecordPayment );

		$row = $this->row( $effect );
		self::assertSame( 1, $this->calls( $call, $effect ), 'It is not sent again.' );
		self::assertSame( [ TaskState::Attention, ProblemCode::MadeUnknown ], [ $row->state, $row->problem?->code ] );
		self::assertSame( $of, $row->problem?->fact( 'of' ) );
		self::assertSame( [], array_diff( [ 'retry', 'done_by_hand' ], Row::acts( $row ) ) );
		self::assertSame( 0, $this->world->retry->retry_all(), 'One by one alone: whoever retries has looked.' );

		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 1 );
		self::assertSame( 2, $this->calls( $call, $effect ), 'A person has looked, and need not wait.' );

		$this->world->pass_time( 10 );
		self::assertSame( TaskState::Done, $this->row( $effect )->state );
	}

	/** @dataProvider what_is_made */
	public function test_what_is_found_in_the_end_is_taken_up(
		Assumption $otherwise,
		string $call,
		string $of,
		Effect $effect = Effect::CreateInvoice,
	): void {
		$this->world->findings->otherwise = [ $otherwise ];
		$this->lose_the_answer( $call, $effect );
		$this->world->sellsy->index_lag = 0;
		$this->world->retry->retry( $this->row( $effect )->id );
		$this->world->pass_time( 10 );

		self::assertSame( 1, $this->calls( $call, $effect ), $of );
		self::assertSame( TaskState::Done, $this->row( $effect )->state );
	}

	/** @dataProvider what_is_made */
	public function test_as_assumed_or_not_known_two_empty_searches_are_enough(
		Assumption $otherwise,
		string $call,
		string $of,
		Effect $effect = Effect::CreateInvoice,
	): void {
		$others                           = [ Assumption::PutKeepsCustomers, Assumption::PutKeepsItems ];
		$this->world->findings->otherwise = $others;
		$this->lose_the_answer( $call, $effect, $effect !== Effect::RecordPayment );

		self::assertSame( 2, $this->calls( $call, $effect ), "$of, whatever $otherwise->value" );
		self::assertSame( TaskState::Done, $this->row( $effect )->state );
	}

	/** @return iterable<string, array{0: Assumption, 1: string, 2: string, 3?: Effect}> */
	public static function what_is_made(): iterable {
		yield 'a customer, by a search that lags' => [ Assumption::SearchLag, 'create_customer', 'new_customer' ];
		yield 'a contact, by a search that lags' => [ Assumption::SearchLag, 'create_contact', 'contact' ];
		yield 'an item, by a search that lags' => [ Assumption::SearchLag, 'create_item', 'item' ];
		yield 'an invoice, by a search that lags' => [ Assumption::SearchLag, 'create', 'invoice' ];
		yield 'an invoice, by filters that do not find' => [ Assumption::LostDocument, 'create', 'invoice' ];
		yield 'an invoice, by a list in another order' => [ Assumption::NewestFirst, 'create', 'invoice' ];
		yield 'an invoice, by a reference that is not kept' => [ Assumption::DraftKeepsFields, 'create', 'invoice' ];
		yield 'a delivery note, by a list of v1' => [
			Assumption::V1List,
			'create',
			'delivery',
			Effect::CreateDelivery,
		];
		$payment = [ 'create_payment', 'payment', Effect::RecordPayment ];
		yield 'a payment, by a search that lags' => [ Assumption::SearchLag, ...$payment ];
		yield 'a payment, by its note' => [ Assumption::PaymentByNote, ...$payment ];
		yield 'a payment, by its customer' => [ Assumption::PaymentsOfCustomer, ...$payment ];
	}

	public function test_what_stands_in_a_whole_list_needs_no_search(): void {
		$this->world->findings->otherwise = [ Assumption::SearchLag ];
		$this->world->sellsy->plan( 'add_address', FailureKind::OutcomeUnknown );
		$this->work();
		self::assertSame( TaskState::Done, $this->world->row()->state );
	}

	/** A second line: money that stands free with the customer is never recorded once more. */
	public function test_a_payment_that_came_through_is_seen_after_all(): void {
		$this->world->findings->otherwise = [ Assumption::PaymentByNote ];
		$this->lose_the_answer( 'create_payment', Effect::RecordPayment );
		$this->world->retry->retry( $this->row( Effect::RecordPayment )->id );
		$this->world->pass_time( 10 );
		self::assertSame( ProblemCode::PaymentFree, $this->row( Effect::RecordPayment )->problem?->code );
	}

	/** Another order of the same buyer meets the same question, and the first answer is enough. */
	public function test_one_answer_serves_all_that_wait_for_the_same(): void {
		$this->world->findings->otherwise = [ Assumption::SearchLag ];
		$this->lose_the_answer( 'create_customer', Effect::CreateInvoice );
		$this->world->order( 2, World::buyer( company: 'Acme SARL' ) );
		$this->world->fire( 2 );
		$this->world->pass_time( 10 );
		$second = $this->world->ledger->find_by_key( new TaskKey( 2, Effect::CreateInvoice ) );
		self::assertSame( ProblemCode::MadeUnknown, $second?->problem?->code );

		$this->world->retry->retry( $this->world->row()->id );
		$this->world->pass_time( 5 );
		$this->world->retry->retry( $second->id );
		$this->world->pass_time( 5 );
		self::assertSame( 2, $this->world->sellsy->count( 'create_customer' ) );
	}

	/** What was sent anew and lost anew is asked about anew. */
	public function test_an_answer_counts_once(): void {
		$this->world->findings->otherwise = [ Assumption::LostDocument ];
		$this->lose_the_answer( 'create', Effect::CreateInvoice );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->retry->retry( $this->world->row()->id );
		$this->world->pass_time( 20 );

		self::assertSame( 2, $this->world->sellsy->count( 'create' ) );
		self::assertSame( ProblemCode::MadeUnknown, $this->world->row()->problem?->code );
	}

	/** @param bool $is_made whether it came through; the search does not show it either way. */
	private function lose_the_answer( string $call, Effect $effect, bool $is_made = true ): void {
		$this->world->sellsy->index_lag = self::LONGER_THAN_THE_TEST;
		if ( $effect === Effect::CreateDelivery ) {
			$this->world->sellsy->index_lag = 0;
			$this->work();
			$this->world->sellsy->index_lag = self::LONGER_THAN_THE_TEST;
			$this->order( 'completed', World::buyer( company: 'Acme SARL' ) );
		}
		$this->world->sellsy->plan( $call, FailureKind::OutcomeUnknown, $is_made );
		$this->work();
	}

	private function work(): void {
		$this->world->fire( 1 );
		$this->world->pass_time( 20 );
	}

	private function order( string $status, Buyer $buyer ): void {
		$order                         = $this->world->order( 1, $buyer, $status );
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'payment' => new OrderPayment( 'stripe', 'Carte', 'tx-1' ),
				'paid_at' => $this->world->clock->now(),
			]
		);
	}

	private function calls( string $call, Effect $effect ): int {
		$before = $effect === Effect::CreateDelivery ? 1 : 0;
		return $this->world->sellsy->count( $call ) - $before;
	}

	private function row( Effect $effect ): Task {
		return $this->world->ledger->find_by_key(
			new TaskKey( 1, $effect )
		) ?? self::fail( 'There is no row.' );
	}
}
