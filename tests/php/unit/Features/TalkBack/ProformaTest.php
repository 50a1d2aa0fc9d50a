<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Features\TalkBack\Rules\FollowDocument;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A proforma has no payments at Sellsy: its steps are noticed, and may move its order where the owner wants that. */
final class ProformaTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world              = new World();
		$this->world->seen->is_on = true;
		$this->world->change_settings(
			[
				'invoice'   => [ 'enabled' => false ],
				'proforma'  => [
					'enabled' => true,
					'trigger' => 'confirmed',
				],
				'talk_back' => [
					'proforma_accepted' => 'processing',
					'proforma_invoiced' => 'completed',
				],
				'states'    => [
					[
						'kind'   => 'proforma',
						'status' => 'processing',
						'state'  => 'cancelled',
					],
				],
			]
		);
	}

	/** @return iterable<string, array{string, list<string>}> Sellsy's word, orders that were moved. */
	public static function steps(): iterable {
		yield 'accepted' => [ 'accepted', [ '1 processing' ] ];
		yield 'invoiced' => [ 'invoiced', [ '1 completed' ] ];
		yield 'advanced' => [ 'advanced', [] ];
		yield 'expired' => [ 'expired', [] ];
	}

	/** @param list<string> $moved */
	#[DataProvider( 'steps' )]
	public function test_a_step_is_noticed_once_within_the_hour_and_sends_nothing( string $step, array $moved ): void {
		$proforma = $this->awaiting();
		$sent     = $this->sent();
		$this->give( $proforma, $step );
		$this->passes( 12 );
		self::assertSame( [ "1 $step PF-103" ], $this->noted( $step ) );
		self::assertSame( $moved, $this->world->shop->moved );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->passes( 12 );
		self::assertSame( $moved, $this->world->shop->moved );
		self::assertSame( $sent, $this->sent(), 'No state is pushed.' );
	}

	/** An update asks nothing more of Sellsy by itself. */
	public function test_by_default_proformas_are_not_looked_at(): void {
		$this->follow( '' );
		$this->give( $this->awaiting(), 'accepted' );
		$this->passes( 12 );
		self::assertSame( [ [], [] ], [ $this->noted( 'accepted' ), $this->world->shop->moved ] );
		self::assertSame( [], preg_grep( '/proforma/', array_keys( $this->world->kept->values ) ) );
	}

	public function test_with_the_webhook_it_is_noticed_and_no_order_moves(): void {
		$this->follow( '' );
		$this->world->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		$this->give( $this->awaiting(), 'accepted' );
		$this->passes( 12 );
		self::assertSame( [ [ '1 accepted PF-103' ], [] ], [ $this->noted( 'accepted' ), $this->world->shop->moved ] );
	}

	/** The shop has made proformas for long, and the owner switches it on today. */
	public function test_what_became_of_an_old_proforma_before_it_was_switched_on_is_no_news(): void {
		$this->follow( '' );
		$proforma = $this->awaiting();
		$this->give( $proforma, 'accepted' );
		$this->world->clock->advance( 3 * 86400 );
		$this->passes( 1 );
		$this->follow( 'processing' );
		$this->passes( 24 );
		self::assertSame( [ [], [] ], [ $this->noted( 'accepted' ), $this->world->shop->moved ] );
		$this->give( $proforma, 'invoiced' );
		$this->passes( 24 );
		self::assertSame( [ '1 processing' ], $this->world->shop->moved );
	}

	/** @return iterable<string, array{string}> */
	public static function past_waiting(): iterable {
		yield 'paid' => [ 'processing' ];
		yield 'cancelled' => [ 'cancelled' ];
		yield 'refunded' => [ 'refunded' ];
	}

	#[DataProvider( 'past_waiting' )]
	public function test_an_order_that_waits_for_no_payment_stays( string $status ): void {
		$proforma = $this->awaiting();
		$this->order( $status );
		$this->give( $proforma, 'invoiced' );
		$this->passes( 12 );
		self::assertSame( [], $this->world->shop->moved );
	}

	/** @return iterable<string, array{\Throwable, string}> why it cannot be read, what its row says at first. */
	public static function unreadable(): iterable {
		yield 'a damaged amount' => [ new \InvalidArgumentException( 'No.' ), 'queued unexpected_error' ];
		yield 'a read that failed' => [ new \RuntimeException( 'Refused.' ), 'queued unexpected_error' ];
		yield 'code of another plugin' => [
			new BrokenFilter( 'orderinvoicer_order_buyer', 'TypeError' ),
			'attention filter_broken',
		];
	}

	#[DataProvider( 'unreadable' )]
	public function test_an_order_that_cannot_be_read_follows_once_it_can( \Throwable $why, string $says ): void {
		$proforma                   = $this->awaiting();
		$this->world->shop->damaged = [ 1 ];
		$this->world->shop->damage  = $why;
		$this->tell( $proforma, 'accepted' );
		$this->world->due->run( 20 );
		self::assertSame( [ [], $says ], [ $this->world->shop->moved, $this->following() ] );
		$this->world->shop->damaged = [];
		$this->world->retry->retry( $this->follow_row()->id ?? 0 );
		$this->passes( 1 );
		self::assertSame( [ [ '1 processing' ], 'done ' ], [ $this->world->shop->moved, $this->following() ] );
	}

	public function test_an_order_that_is_gone_is_left_out(): void {
		$proforma = $this->awaiting();
		unset( $this->world->shop->orders[1] );
		$this->tell( $proforma, 'accepted' );
		$this->world->due->run( 20 );
		self::assertSame( [ [], 'queued order_not_found' ], [ $this->world->shop->moved, $this->following() ] );
		$this->world->pass_time( 5 );
		self::assertSame( [ [], 'skipped order_gone' ], [ $this->world->shop->moved, $this->following() ] );
	}

	public function test_a_status_that_is_refused_is_noted_and_tried_again_and_then_needs_a_person(): void {
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'accepted' );
		$this->world->due->run( 20 );
		self::assertContains( '1 status_refused', $this->world->shop->notes, 'From the first time on.' );
		self::assertSame( 'queued status_refused', $this->following() );
		$this->passes( 40 );
		self::assertSame( 'attention status_refused', $this->following() );
		self::assertSame( 4, $this->world->shop->asked_to_move );
		$this->world->shop->refuses_status = false;
		$this->passes( 40 );
		self::assertSame( [], $this->world->shop->moved, 'It is a person\'s affair now.' );
		$this->world->retry->retry( $this->follow_row()->id ?? 0 );
		$this->passes( 1 );
		self::assertSame( [ [ '1 processing' ], 'done ' ], [ $this->world->shop->moved, $this->following() ] );
	}

	public function test_a_plugin_that_refuses_it_for_a_moment_costs_nobody_anything(): void {
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'accepted' );
		$this->world->due->run( 20 );
		$this->world->shop->refuses_status = false;
		$this->passes( 2 );
		self::assertSame( [ [ '1 processing' ], 'done ' ], [ $this->world->shop->moved, $this->following() ] );
	}

	public function test_a_person_who_changes_the_status_instead_ends_it(): void {
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'accepted' );
		$this->passes( 40 );
		$this->order( 'cancelled' );
		$this->world->fire( 1 );
		$this->passes( 2 );
		self::assertSame( 'skipped step_not_wanted', $this->following() );
	}

	/** @return iterable<string, array{string, int}> status that a person sets, passes before. */
	public static function own_decisions(): iterable {
		yield 'failed, once it is theirs' => [ 'failed', 40 ];
		yield 'pending, once it is theirs' => [ 'pending', 40 ];
		yield 'failed, between the tries' => [ 'failed', 0 ];
		yield 'pending, between the tries' => [ 'pending', 0 ];
	}

	/** The order still awaits its payment in that status, and what refused the other one is mended. */
	#[DataProvider( 'own_decisions' )]
	public function test_a_persons_own_status_is_never_overridden( string $status, int $passes ): void {
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'accepted' );
		$this->world->due->run( 20 );
		$this->passes( $passes );
		$this->order( $status );
		$this->world->shop->refuses_status = false;
		$this->world->fire( 1 );
		$this->passes( 40 );
		self::assertSame( [ [], 'skipped step_not_wanted' ], [ $this->world->shop->moved, $this->following() ] );
	}

	public function test_a_proforma_that_is_accepted_once_more_moves_its_order_from_where_it_stands(): void {
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'accepted' );
		$this->world->due->run( 20 );
		$this->world->shop->refuses_status = false;
		$this->order( 'pending' );
		$this->passes( 40 );
		self::assertSame( [], $this->world->shop->moved );
		$this->tell( $proforma, 'refused' );
		$this->tell( $proforma, 'accepted' );
		$this->passes( 2 );
		self::assertSame( [ [ '1 processing' ], 'done ' ], [ $this->world->shop->moved, $this->following() ] );
	}

	/** @return iterable<string, array{string}> */
	public static function later_steps(): iterable {
		yield 'refused' => [ 'refused' ];
		yield 'cancelled' => [ 'cancelled' ];
		yield 'deleted' => [ '' ];
	}

	/** Days later a person presses *Retry*. */
	#[DataProvider( 'later_steps' )]
	public function test_a_proforma_that_went_on_since_moves_nothing( string $step ): void {
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'accepted' );
		$this->passes( 40 );
		$this->world->shop->refuses_status = false;
		if ( $step === '' ) {
			unset( $this->world->sellsy->documents[ $proforma->remote_id ] );
		} else {
			$this->give( $proforma, $step );
		}
		$this->world->retry->retry( $this->follow_row()->id ?? 0 );
		$this->world->due->run( 20 );
		self::assertSame( [ [], 'skipped step_not_wanted' ], [ $this->world->shop->moved, $this->following() ] );
	}

	/** The order would become `processing` and get its own invoice before the other row holds it. */
	public function test_an_acceptance_that_waits_leaves_the_order_to_the_invoice_that_followed_it(): void {
		$this->invoices_paid_orders();
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'accepted' );
		$this->world->due->run( 20 );
		$this->world->shop->refuses_status = false;
		$this->world->clock->advance( 600 );
		$this->give( $proforma, 'invoiced' );
		$this->world->due->run( 20 );
		self::assertSame( [ [], 'skipped step_not_wanted' ], [ $this->world->shop->moved, $this->following() ] );
		$this->passes( 24 );
		self::assertSame( [ '1 completed' ], $this->world->shop->moved );
		self::assertSame( [ 'attention', 'proforma_invoiced', 0 ], $this->invoice() );
	}

	public function test_an_invoice_made_of_the_proforma_in_sellsy_is_the_only_one(): void {
		$this->invoices_paid_orders();
		$this->give( $this->awaiting(), 'invoiced' );
		$this->passes( 12 );
		self::assertSame( [ '1 completed' ], $this->world->shop->moved );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->passes( 12 );
		self::assertSame( [ 'attention', 'proforma_invoiced', 0 ], $this->invoice() );
		self::assertContains( '1 proforma_invoiced', $this->world->shop->notes );
		self::assertSame( 0, $this->world->retry->retry_all(), 'Only one by one.' );
	}

	public function test_the_invoice_is_held_also_where_the_order_has_the_status_already(): void {
		$this->invoices_paid_orders();
		$this->follow( 'on-hold' );
		$this->give( $this->awaiting(), 'invoiced' );
		$this->passes( 12 );
		self::assertSame( [ 'attention', 'proforma_invoiced', 0 ], $this->invoice() );
		self::assertSame( [], $this->world->shop->moved );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->passes( 12 );
		self::assertSame( [ 'attention', 'proforma_invoiced', 0 ], $this->invoice(), 'The customer has paid.' );
	}

	public function test_the_invoice_is_held_also_while_the_order_cannot_be_read(): void {
		$this->invoices_paid_orders();
		$proforma                   = $this->awaiting();
		$this->world->shop->damaged = [ 1 ];
		$this->world->shop->damage  = new BrokenFilter( 'orderinvoicer_order_buyer', 'TypeError' );
		$this->tell( $proforma, 'invoiced' );
		$this->world->due->run( 20 );
		$this->world->shop->damaged = [];
		self::assertSame( [ 'attention', 'proforma_invoiced', 0 ], $this->invoice() );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->passes( 12 );
		self::assertSame( [ 'attention', 'proforma_invoiced', 0 ], $this->invoice(), 'The customer has paid.' );
	}

	/** Listeners of the problem hear of it once, and its note is written once. */
	public function test_an_invoice_that_is_held_is_said_once_whatever_becomes_of_the_order(): void {
		$this->invoices_paid_orders();
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'invoiced' );
		$this->passes( 40 );
		self::assertSame( 4, $this->world->shop->asked_to_move );
		self::assertSame( [ '1 proforma_invoiced', '1 status_refused' ], $this->world->shop->told );
	}

	/** Its text says so: "Link the invoice that was made in Sellsy". */
	public function test_an_order_whose_invoice_was_linked_meanwhile_follows_all_the_same(): void {
		$this->invoices_paid_orders();
		$proforma                          = $this->awaiting();
		$this->world->shop->refuses_status = true;
		$this->tell( $proforma, 'invoiced' );
		$this->world->due->run( 20 );
		$ledger = $this->world->ledger;
		$held   = LinkTransitions::held( $this->invoice_row() ?? self::fail(), 'token', 0, [] ) ?? self::fail();
		self::assertTrue( $ledger->save( $held ) );
		$now    = $this->world->clock->now();
		$seen   = $this->world->sellsy->documents[ $proforma->remote_id ];
		$linked = new RemoteDocument(
			...[
				...get_object_vars( $seen ),
				'kind'   => DocumentKind::Invoice,
				'id'     => 900,
				'number' => 'F-9',
				'status' => 'due',
			]
		);
		self::assertTrue( $ledger->save( LinkTransitions::linked( $held->after(), $linked, '', $now ) ) );
		$this->world->sellsy->documents[900] = $linked;
		$this->world->shop->refuses_status   = false;
		$this->passes( 2 );
		self::assertSame( [ '1 completed' ], $this->world->shop->moved );
	}

	/** @return iterable<string, array{\Closure( World, int ): mixed, array{string, string, bool}}> */
	public static function decisions(): iterable {
		yield 'it is that one' => [
			static fn ( World $world, int $row ): bool => $world->by_hand->mark( $row ),
			[ 'skipped', 'done_by_hand', false ],
		];
		yield 'one is to be made here' => [
			static fn ( World $world, int $row ) => $world->retry->retry( $row ),
			[ 'done', '', true ],
		];
	}

	/**
	 * @param \Closure( World, int ): mixed $decide
	 * @param array{string, string, bool}   $then
	 */
	#[DataProvider( 'decisions' )]
	public function test_a_person_decides_about_the_invoice_that_is_held( \Closure $decide, array $then ): void {
		$this->invoices_paid_orders();
		$this->give( $this->awaiting(), 'invoiced' );
		$this->passes( 12 );
		$decide( $this->world, $this->invoice_row()->id ?? 0 );
		$this->passes( 12 );
		[ $state, $problem, $id ] = $this->invoice();
		self::assertSame( $then, [ $state, $problem, $id > 0 ] );
	}

	/** @return iterable<string, array{string, string}> when it is due, its state at last. */
	public static function begun(): iterable {
		yield 'made' => [ 'now', 'done' ];
		yield 'to come' => [ '+1 day', 'queued' ];
	}

	#[DataProvider( 'begun' )]
	public function test_an_order_whose_invoice_was_begun_here_stays( string $due, string $state ): void {
		$this->invoices_paid_orders();
		$proforma = $this->awaiting();
		$row      = $this->invoice_row() ?? throw new \LogicException();
		$due_at   = $this->world->clock->now()->modify( $due );
		$this->world->ledger->save( TaskTransitions::due_again( $row, $due_at, asked: true ) );
		$this->give( $proforma, 'invoiced' );
		$this->passes( 12 );
		self::assertSame( [], $this->world->shop->moved );
		self::assertSame( $state, $this->invoice()[0] );
	}

	public function test_a_pass_that_dies_anywhere_holds_the_invoice_before_it_moves_the_order(): void {
		for ( $at = 1; $at < 60; $at++ ) {
			$this->setUp();
			$this->invoices_paid_orders();
			$proforma = $this->awaiting();
			$this->give( $proforma, 'invoiced' );
			$this->world->engine->document_events()->note( $this->kind( $proforma ), $proforma->remote_id );
			$this->world->fate->kill_at = $this->world->fate->steps + $at;
			try {
				$this->world->engine->look_at_sellsy()->run();
				$was_killed = false;
			} catch ( Killed ) {
				$was_killed = true;
			}
			$this->world->fate->revive();
			$this->passes( 5 );
			$this->world->fire( 1 );
			$this->passes( 5 );
			self::assertSame( [ '1 completed' ], $this->world->shop->moved, "Killed at $at." );
			self::assertSame( [ 'attention', 'proforma_invoiced', 0 ], $this->invoice(), "Killed at $at." );
			if ( ! $was_killed ) {
				return;
			}
		}
		self::fail( 'It has more steps than were tried.' );
	}

	public function test_a_pass_that_dies_anywhere_moves_the_order_once(): void {
		for ( $at = 1; $at < 60; $at++ ) {
			$this->setUp();
			$proforma = $this->awaiting();
			$sent     = $this->sent();
			$this->give( $proforma, 'accepted' );
			$this->world->engine->document_events()->note( $this->kind( $proforma ), $proforma->remote_id );
			$this->world->fate->kill_at = $this->world->fate->steps + $at;
			try {
				$this->world->engine->look_at_sellsy()->run();
				$was_killed = false;
			} catch ( Killed ) {
				$was_killed = true;
			}
			$this->world->fate->revive();
			$this->passes( 5 );
			self::assertSame( [ '1 processing' ], $this->world->shop->moved, "Killed at $at." );
			self::assertSame( $sent, $this->sent(), "Killed at $at." );
			if ( ! $was_killed ) {
				return;
			}
		}
		self::fail( 'It has more steps than were tried.' );
	}

	/** @param string $status that a proforma's steps bring an order into; empty: none. */
	private function follow( string $status ): void {
		$steps = [
			'proforma_accepted' => $status,
			'proforma_invoiced' => $status,
		];
		$this->world->change_settings( [ 'talk_back' => $steps ] );
	}

	private function invoices_paid_orders(): void {
		$invoice = [
			'enabled' => true,
			'trigger' => 'paid',
		];
		$this->world->change_settings( [ 'invoice' => $invoice ] );
	}

	private function invoice_row(): ?Task {
		return $this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) );
	}

	/** @return array{string, string, int} */
	private function invoice(): array {
		$row = $this->invoice_row();
		return [ $row->state->value ?? '', $row->problem->code->value ?? '', $row->remote_id ?? 0 ];
	}

	private function awaiting(): Task {
		$this->world->order( 1 );
		$this->order( 'on-hold' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->passes( 1 );
		return $this->world->row();
	}

	private function order( string $status ): void {
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[1] ),
				'paid_at' => null,
				'status'  => $status,
			]
		);
	}

	/** Sellsy says so at once. */
	private function tell( Task $proforma, string $status ): void {
		$this->give( $proforma, $status );
		$this->world->engine->document_events()->note( $this->kind( $proforma ), $proforma->remote_id );
		$this->world->engine->look_at_sellsy()->run();
	}

	private function follow_row(): ?Task {
		$key = FollowDocument::key( 1, DocumentKind::Proforma, Noticed::Accepted );
		return $this->world->ledger->find_by_key( $key );
	}

	/** @return string state and problem of the order's own row. */
	private function following(): string {
		$row = $this->follow_row();
		return "{$row?->state->value} {$row?->problem?->code->value}";
	}

	private function kind( Task $task ): DocumentKind {
		return $this->world->sellsy->documents[ $task->remote_id ]->kind;
	}

	private function give( Task $task, string $status ): void {
		$this->world->sellsy->documents[ $task->remote_id ] = new RemoteDocument(
			...[
				...get_object_vars( $this->world->sellsy->documents[ $task->remote_id ] ),
				'status' => $status,
			]
		);
	}

	private function passes( int $passes ): void {
		for ( $pass = 0; $pass < $passes; $pass++ ) {
			$this->world->clock->advance( 300 );
			$this->world->sweep->run();
		}
	}

	/** @return list<string> */
	private function noted( string $step ): array {
		return array_values( (array) preg_grep( "/^1 $step /", $this->world->shop->notes ) );
	}

	/** @return list<string> what Sellsy was told so far. */
	private function sent(): array {
		return array_values(
			array_filter(
				$this->world->sellsy->calls,
				static fn ( string $call ): bool => in_array( $call, [ 'create', 'update', 'set_state', 'send' ], true )
			)
		);
	}
}
