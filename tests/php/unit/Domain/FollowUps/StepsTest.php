<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** States of documents that exist, e-mails, and orders edited since. */
final class StepsTest extends TestCase {

	public function test_an_order_document_is_shipped_when_the_parcel_has_its_tracking_number(): void {
		$world = $this->world_of_order();
		$world->change_settings( [ 'shipped' => [ 'tracking' ] ] );
		self::assertSame( [], $world->steps->states );

		$this->change(
			$world,
			[ 'delivery' => new OrderDelivery( shipments: [ new Shipment( 'Colissimo', '6A1', '' ) ] ) ]
		);
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( [ DocumentState::Shipped ], array_values( $world->steps->states ) );
	}

	public function test_a_document_follows_the_mapped_statuses_forward_and_back_and_again(): void {
		$world = $this->world_of_order();
		$this->map(
			$world,
			[
				'processing' => 'sent',
				'completed' => 'shipped',
				'on-hold' => 'draft',
			]
		);
		$seen = [];
		foreach ( [ 'processing', 'completed', 'on-hold', 'processing', 'completed' ] as $status ) {
			$this->change( $world, [ 'status' => $status ] );
			$world->fire( 1 );
			$world->pass_time( 1 );
			$seen[] = array_values( $world->steps->states )[0]->value ?? '';
		}
		self::assertSame( [ 'sent', 'shipped', 'draft', 'sent', 'shipped' ], $seen );
		self::assertSame( 'as assumed: done', $world->observations->seen['v1-success'] ?? '' );
	}

	public function test_what_a_person_changed_at_sellsy_is_left_alone_while_the_order_stays(): void {
		$world = $this->world_of_order();
		$this->map( $world, [ 'processing' => 'sent' ] );
		$world->fire( 1 );
		$world->pass_time( 1 );
		$id = $world->row()->remote_id;
		self::assertSame( DocumentState::Sent, $world->steps->states[ $id ] );

		$world->steps->states[ $id ] = DocumentState::Cancelled;
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( [], $world->observations->seen, 'What a person did shows nothing of it.' );
		self::assertSame( DocumentState::Cancelled, $world->steps->states[ $id ] );
	}

	public function test_what_the_customer_accepted_is_not_made_merely_sent_but_may_be_cancelled(): void {
		$world = $this->world_of_order();
		$this->map(
			$world,
			[
				'processing' => 'sent',
				'cancelled'  => 'cancelled',
			]
		);
		$id                          = $world->row()->remote_id;
		$world->steps->states[ $id ] = null;
		$world->fire( 1 );
		$world->pass_time( 1 );
		self::assertSame(
			[ null, TaskState::Done ],
			[ $world->steps->states[ $id ], $this->row( $world, Effect::ChangeState, 'order:sent' )->state ]
		);

		$this->change( $world, [ 'status' => 'cancelled' ] );
		$world->fire( 1 );
		$world->pass_time( 1 );
		self::assertSame( DocumentState::Cancelled, $world->steps->states[ $id ] );
	}

	public function test_a_mapping_makes_no_document(): void {
		$world = new World();
		$this->map( $world, [ 'processing' => 'sent' ] );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( [ [], 0 ], [ $world->steps->states, $world->sellsy->count( 'set_state' ) ] );
	}

	public function test_an_order_that_moved_on_is_not_moved_to_where_it_was(): void {
		$world = $this->world_of_order();
		$this->map(
			$world,
			[
				'processing' => 'sent',
				'cancelled' => 'cancelled',
			]
		);
		$world->sellsy->plan( 'get_state', FailureKind::OutcomeUnknown );
		$world->fire( 1 );
		$world->due->run( 20 );
		$this->change( $world, [ 'status' => 'cancelled' ] );
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( [ DocumentState::Cancelled ], array_values( $world->steps->states ) );
		self::assertSame( TaskState::Skipped, $this->row( $world, Effect::ChangeState, 'order:sent' )->state );
	}

	/**
	 * @testWith [true]
	 *           [false]
	 */
	public function test_a_state_whose_answer_was_lost_is_set_once_more_without_harm( bool $after_effect ): void {
		$world = $this->world_of_order();
		$this->map( $world, [ 'processing' => 'sent' ] );
		$world->sellsy->plan( 'set_state', FailureKind::OutcomeUnknown, $after_effect );
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertSame( [ DocumentState::Sent ], array_values( $world->steps->states ) );
		self::assertSame( $after_effect ? 1 : 2, $world->sellsy->count( 'set_state' ) );
	}

	public function test_a_final_invoice_is_sent_once_and_a_draft_is_not(): void {
		$world = $this->world_of_mail( finalise: false );
		self::assertSame( [], $world->steps->mails );

		$world->make_final();
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertSame( [ "invoice {$world->row()->remote_id} client@example.com" ], $world->steps->mails );
	}

	/**
	 * @testWith [true]
	 *           [false]
	 */
	public function test_an_email_without_answer_is_never_repeated_by_itself( bool $after_effect ): void {
		$world = $this->world_of_mail( fault: $after_effect );
		$world->fire( 1 );
		$world->pass_time( 60 );
		$row = $this->row( $world, Effect::SendDocument, 'invoice' );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], [ $row->state, $row->problem?->code ] );
		self::assertSame( 1, $world->sellsy->count( 'send' ) );

		self::assertSame( 0, $world->retry->retry_all(), 'Only a person who looked at this one may say so.' );
		$world->retry->retry( $row->id );
		$world->pass_time( 2 );
		self::assertSame(
			[ TaskState::Done, 2 ],
			[ $this->row( $world, Effect::SendDocument, 'invoice' )->state, $world->sellsy->count( 'send' ) ]
		);
	}

	/** Who wants it again has said so, though all work stands still at that moment; a second loss asks again. */
	public function test_a_pause_takes_no_answer_away(): void {
		$world = $this->world_of_mail( fault: true );
		$world->fire( 1 );
		$world->pass_time( 10 );
		$row = $this->row( $world, Effect::SendDocument, 'invoice' );
		$world->retry->retry( $row->id );
		$away = new Problem( ProblemCode::SellsyDown );
		$now  = $world->clock->now();
		$held = $world->ledger->claim( $row->id, $now, 'token', $now->modify( '+5 minutes' ) ) ?? self::fail();
		$world->ledger->save( TaskTransitions::released( $held, $now->modify( '+5 minutes' ), $away, false ) );
		$world->sellsy->plan( 'send', FailureKind::OutcomeUnknown, after_effect: true );
		$world->pass_time( 10 );
		$row = $this->row( $world, Effect::SendDocument, 'invoice' );
		self::assertSame(
			[ TaskState::Attention, ProblemCode::SendUnknown, 2 ],
			[ $row->state, $row->problem?->code, $world->sellsy->count( 'send' ) ]
		);
		$world->pass_time( 60 );
		self::assertSame( 2, $world->sellsy->count( 'send' ) );
	}

	public function test_a_person_may_say_that_an_email_left_and_nothing_is_sent_again(): void {
		$world = $this->world_of_mail( fault: true );
		$world->fire( 1 );
		$world->pass_time( 10 );
		$row = $this->row( $world, Effect::SendDocument, 'invoice' );
		$say = $world->engine->answer_row();
		$say->say( RowAct::MarkSent, $world->row() );
		self::assertSame( TaskState::Done, $world->row()->state, 'A row that asks nothing is left alone.' );
		$say->say( RowAct::MarkSent, $row );
		self::assertContains(
			[
				'task'    => $row->id,
				'attempt' => 0,
				'outcome' => 'done',
				'code'    => '',
			],
			$world->shop->tries
		);
		$world->pass_time( 60 );
		self::assertSame(
			[ TaskState::Done, null, 1 ],
			[
				$this->row( $world, Effect::SendDocument, 'invoice' )->state,
				$this->row( $world, Effect::SendDocument, 'invoice' )->problem,
				$world->sellsy->count( 'send' ),
			]
		);
	}

	public function test_an_email_that_was_refused_or_never_left_may_be_tried_again(): void {
		$world = $this->world_of_mail( finalise: false );
		$world->sellsy->plan( 'send', FailureKind::NotSent );
		$world->make_final();
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertCount( 1, $world->steps->mails );
	}

	public function test_killed_at_every_step_an_email_is_sent_at_most_once(): void {
		$steps = $this->world_of_mail()->fate->steps;
		$asked = 0;
		for ( $step = 1; $step <= $steps; $step++ ) {
			$world = $this->world_of_mail( kill_at: $step );
			$world->fate->revive();
			$world->fire( 1 );
			$world->pass_time( 20 );
			$row = $this->row( $world, Effect::SendDocument, 'invoice' );
			self::assertLessThanOrEqual( 1, count( $world->steps->mails ), "killed at step $step" );
			self::assertSame(
				$row->state === TaskState::Done ? 1 : 0,
				(int) ( $row->state === TaskState::Done && count( $world->steps->mails ) === 1 ),
				"killed at step $step"
			);
			self::assertContains( $row->problem?->code, [ null, ProblemCode::SendUnknown ], "killed at step $step" );
			$asked += $row->problem === null ? 0 : 1;
		}
		self::assertLessThan( 6, $asked, 'A person is asked only where the request may have left.' );
		self::assertGreaterThan( 0, $asked );
	}

	public function test_without_an_address_a_person_is_told(): void {
		$world = new World( finalise: true );
		$world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$world->order( 1, World::buyer( 5, '' ) );
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( ProblemCode::NoEmail, $this->row( $world, Effect::SendDocument, 'invoice' )->problem?->code );
	}

	public function test_documents_of_before_the_setting_are_not_sent(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( 8 * 86400 );
		$world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$world->fire( 1 );
		$world->pass_time( 2 );
		self::assertSame( [], $world->steps->mails );
	}

	public function test_a_document_that_could_not_be_made_for_days_is_sent_once_it_is(): void {
		$world = new World();
		$world->change_settings(
			[
				'invoice'   => [ 'enabled' => false ],
				'estimate'  => [
					'enabled' => true,
					'email'   => true,
				],
				'tax_rates' => [],
			]
		);
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( 8 * 86400 );
		$world->shop->settings = World::settings( false, false );
		$world->change_settings(
			[
				'estimate' => [
					'enabled' => true,
					'email'   => true,
				],
			]
		);
		$world->retry->retry_all();
		$world->due->run( 20 );

		self::assertCount( 1, $world->steps->mails );
	}

	public function test_an_edited_order_takes_its_draft_with_it_without_any_hook(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 2 );
		$world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$world->shop->changed[1] = $world->clock->now();
		$world->pass_time( 2 );

		self::assertSame(
			'13.2',
			$world->sellsy->documents[ $world->row()->remote_id ]->amounts->incl_tax->to_string()
		);
		self::assertSame(
			[ TaskState::Done, 1, 1 ],
			[ $world->row()->state, $world->sellsy->count( 'create' ), $world->sellsy->count( 'update' ) ]
		);

		$world->pass_time( 30 );
		self::assertSame( 1, $world->sellsy->count( 'update' ), 'Once per edit.' );
	}

	/** Edited and moved on at once: an order document that was sent follows no more. */
	public function test_a_draft_follows_its_order_before_it_is_moved_on(): void {
		$world = $this->world_of_order();
		$world->change_settings(
			[
				'states' => [
					[
						'status' => 'completed',
						'kind'   => 'order',
						'state'  => 'sent',
					],
				],
			]
		);
		$world->sellsy->plan( 'update', FailureKind::NotSent );
		$world->order( 1, null, 'completed', 'SKU-1', '11.00', '2.20' );
		$world->fire( 1 );
		$world->pass_time( 40 );

		$calls = array_values( array_intersect( $world->sellsy->calls, [ 'update', 'set_state' ] ) );
		self::assertSame( [ 'update', 'update', 'set_state' ], $calls );
		self::assertSame(
			'13.2',
			$world->sellsy->documents[ $world->row()->remote_id ]->amounts->incl_tax->to_string()
		);
	}

	public function test_a_final_invoice_is_left_alone_and_the_difference_is_told(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 2 );
		$world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$world->shop->changed[1] = $world->clock->now();
		$world->pass_time( 3 );

		self::assertSame(
			[ TaskState::Attention, ProblemCode::DiffersFromOrder ],
			[ $world->row()->state, $world->row()->problem?->code ]
		);
		self::assertSame( '12', $world->sellsy->documents[ $world->row()->remote_id ]->amounts->incl_tax->to_string() );
	}

	/** @dataProvider kinds_of_v1 */
	public function test_a_draft_that_api_v1_cannot_change_is_changed_by_hand_and_a_retry_says_so(
		string $kind,
	): void {
		$world = new World();
		$world->change_settings(
			[
				'invoice' => [ 'enabled' => false ],
				$kind     => [ 'enabled' => true ],
			]
		);
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 2 );
		$world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame(
			[ ProblemCode::DraftNotWritable, $kind ],
			[ $world->row()->problem?->code, $world->row()->problem?->fact( 'kind' ) ]
		);

		$world->retry->retry_all();
		$world->pass_time( 3 );
		self::assertSame( TaskState::Attention, $world->row()->state, 'Nobody has looked at it.' );

		$world->retry->retry( $world->row()->id );
		$world->pass_time( 3 );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( [ TaskState::Done, null ], [ $world->row()->state, $world->row()->problem ] );
	}

	/** @return iterable<string, array{string}> */
	public static function kinds_of_v1(): iterable {
		yield 'a delivery note' => [ 'delivery' ];
		yield 'a proforma' => [ 'proforma' ];
	}

	public function test_what_a_person_looked_after_is_not_forgotten_when_sellsy_is_away(): void {
		$world = new World();
		$world->change_settings(
			[
				'invoice'  => [ 'enabled' => false ],
				'delivery' => [ 'enabled' => true ],
			]
		);
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 2 );
		$world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$world->fire( 1 );
		$world->pass_time( 3 );
		$world->retry->retry( $world->row()->id );
		$world->sellsy->plan( 'get_document', FailureKind::RateLimited );
		$world->pass_time( 30 );
		self::assertSame( [ TaskState::Done, null ], [ $world->row()->state, $world->row()->problem ] );

		$world->order( 1, null, 'processing', 'SKU-1', '12.00', '2.40' );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame(
			ProblemCode::DraftNotWritable,
			$world->row()->problem?->code,
			'Another edit is another question.'
		);
	}

	public function test_no_edit_is_overlooked_however_many_were_saved_in_one_second(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 2 );
		$moment = $world->clock->now();
		for ( $id = 2; $id < 900; $id++ ) {
			$world->shop->changed[ $id ] = $moment;
		}
		$world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$world->shop->changed[1] = $moment;
		$world->clock->advance( 3 * 86400 );
		$world->pass_time( 20 );
		self::assertSame( 1, $world->sellsy->count( 'update' ) );
	}

	private function world_of_order(): World {
		$world = new World();
		$world->change_settings(
			[
				'invoice' => [ 'enabled' => false ],
				'order'   => [ 'enabled' => true ],
			]
		);
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		return $world;
	}

	private function world_of_mail( bool $finalise = true, ?bool $fault = null, ?int $kill_at = null ): World {
		$world = new World( finalise: $finalise );
		$world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$world->order( 1 );
		if ( $fault !== null ) {
			$world->sellsy->plan( 'send', FailureKind::OutcomeUnknown, $fault );
		}
		$world->fate->kill_at = $kill_at;
		try {
			$world->fire( 1 );
			$world->due->run( 20 );
		} catch ( Killed ) {
			return $world;
		}
		return $world;
	}

	/** @param array<string, string> $states of order documents, by order status. */
	private function map( World $world, array $states ): void {
		$rules = [];
		foreach ( $states as $status => $state ) {
			$rules[] = [
				'kind'   => 'order',
				'status' => $status,
				'state'  => $state,
			];
		}
		$world->change_settings( [ 'states' => $rules ] );
	}

	/** @param array<string, mixed> $changes */
	private function change( World $world, array $changes ): void {
		$world->shop->orders[1] = new OrderSnapshot(
			...[ ...get_object_vars( $world->shop->orders[1] ), ...$changes ]
		);
	}

	private function row( World $world, Effect $effect, string $part ): Task {
		return $world->ledger->find_by_key( new TaskKey( order_id: 1, effect: $effect, refund_id: 0, part: $part ) )
			?? throw new \LogicException( 'No such row.' );
	}
}
