<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Several documents of one order: each once, each made from the one before it. */
final class DocumentChainTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
		$this->world->change_settings( [ 'order' => [ 'enabled' => true ] ] );
	}

	public function test_an_invoice_is_made_from_the_order_document(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );

		$order = $this->row( DocumentKind::Order );
		self::assertSame(
			[ TaskState::Done, TaskState::Done ],
			[ $order->state, $this->row( DocumentKind::Invoice )->state ]
		);
		self::assertSame(
			[ DocumentKind::Order, $order->remote_id ],
			[ $this->draft( DocumentKind::Invoice )->parent?->kind, $this->draft( DocumentKind::Invoice )->parent?->id ]
		);
		self::assertNull( $this->draft( DocumentKind::Order )->parent );
	}

	public function test_the_model_gives_way_to_the_parent(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'model_id' => 5 ],
				'order'   => [ 'model_id' => 6 ],
			]
		);
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame(
			[ 6, null ],
			[ $this->draft( DocumentKind::Order )->model_id, $this->draft( DocumentKind::Invoice )->model_id ]
		);
	}

	/** Sellsy changes no order document that is invoiced. */
	public function test_what_an_invoice_is_made_from_is_brought_up_to_date_first(): void {
		$this->world->change_settings( [ 'invoice' => [ 'trigger' => 'status:completed' ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		$this->world->order( 1, null, 'completed', 'SKU-1', '11.00', '2.20' );
		$this->world->fire( 1 );
		$this->world->pass_time( 3 );

		self::assertSame(
			[ TaskState::Done, TaskState::Done ],
			[ $this->row( DocumentKind::Order )->state, $this->row( DocumentKind::Invoice )->state ]
		);
		self::assertSame(
			[ '13.2', '13.2' ],
			array_map(
				fn ( DocumentKind $kind ): string =>
					$this->world->sellsy->documents[ $this->row( $kind )->remote_id ]->amounts->incl_tax->to_string(),
				[ DocumentKind::Order, DocumentKind::Invoice ]
			)
		);
		$writes = array_values( array_intersect( $this->world->sellsy->calls, [ 'create', 'update' ] ) );
		self::assertSame( [ 'create', 'update', 'create' ], $writes );
		self::assertSame( DocumentKind::Order, $this->draft( DocumentKind::Invoice )->parent?->kind );
	}

	public function test_what_comes_first_is_woken_first_although_its_row_is_the_younger_one(): void {
		$this->world->change_settings( [ 'order' => [ 'enabled' => false ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		$this->world->change_settings( [ 'order' => [ 'enabled' => true ] ] );
		$this->world->sync_order->now( 1, DocumentKind::Order );
		$this->world->pass_time( 2 );
		[ $invoice, $order ] = [ $this->row( DocumentKind::Invoice ), $this->row( DocumentKind::Order ) ];
		self::assertLessThan( $order->id, $invoice->id );
		$this->world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$this->world->shop->woken = [];
		$this->world->fire( 1 );
		$this->world->pass_time( 1 );

		self::assertSame(
			[ $order->id, $invoice->id ],
			array_values( array_intersect( $this->world->shop->woken, [ $order->id, $invoice->id ] ) )
		);
	}

	/** Its own row may be there already, for another runner or for later. */
	public function test_nothing_is_made_from_what_is_just_brought_up_to_date(): void {
		$this->world->change_settings( [ 'invoice' => [ 'trigger' => 'status:completed' ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		$this->world->order( 1, null, 'completed', 'SKU-1', '11.00', '2.20' );
		$this->world->fire( 1 );
		FreshTask::change(
			$this->world->ledger,
			$this->row( DocumentKind::Order )->key,
			fn ( Task $task ): ?TaskChange => TaskTransitions::reopened( $task, $this->world->clock->now(), 0, true )
		);
		self::assertSame( TaskState::Queued, $this->row( DocumentKind::Order )->state );

		$waits = [];
		for ( $try = 1; $try <= 3; $try++ ) {
			$this->world->process->process( $this->row( DocumentKind::Invoice )->id );
			$invoice = $this->row( DocumentKind::Invoice );
			$waits[] = Row::wait( $invoice );
			self::assertSame(
				[ TaskState::Queued, ProblemCode::WaitsForParent ],
				[ $invoice->state, $invoice->problem?->code ]
			);
			$this->world->clock->advance( $waits[ $try - 1 ] );
		}
		self::assertSame( [ 60, 120, 240 ], $waits, 'Less and less often.' );
		$this->world->pass_time( 3 );
		self::assertSame(
			[ 'create', 'update', 'create' ],
			array_values( array_intersect( $this->world->sellsy->calls, [ 'create', 'update' ] ) )
		);
	}

	public function test_asked_for_by_a_person_the_one_before_comes_first_too(): void {
		$this->world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		$this->world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );

		self::assertSame( TaskState::Done, $this->world->sync_order->now( 1 )?->state );
		self::assertSame(
			[ 'create', 'update', 'create' ],
			array_values( array_intersect( $this->world->sellsy->calls, [ 'create', 'update' ] ) )
		);
	}

	/** It says so itself, and a person knows. */
	public function test_one_that_cannot_follow_holds_up_no_invoice(): void {
		$this->world->change_settings( [ 'invoice' => [ 'trigger' => 'status:completed' ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		$this->world->invoicing->finalised(
			$this->world->sellsy->documents[ $this->row( DocumentKind::Order )->remote_id ]
		);
		$this->world->order( 1, null, 'completed', 'SKU-1', '11.00', '2.20' );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );

		self::assertSame(
			[ ProblemCode::DiffersFromOrder, TaskState::Done ],
			[ $this->row( DocumentKind::Order )->problem?->code, $this->row( DocumentKind::Invoice )->state ]
		);
	}

	public function test_our_key_stands_in_the_subject_where_there_is_no_reference(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame(
			[ 'Commande 1 [SHOP-1]', 'Commande 1' ],
			[ $this->draft( DocumentKind::Order )->subject, $this->draft( DocumentKind::Invoice )->subject ]
		);
	}

	public function test_a_parent_that_stopped_explains_why_the_child_waits_and_asking_goes_on_without_it(): void {
		$this->world->change_settings( [ 'order' => [ 'rate_category_id' => null ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );

		$invoice = $this->row( DocumentKind::Invoice );
		self::assertSame( TaskState::Attention, $this->row( DocumentKind::Order )->state );
		self::assertSame(
			[ TaskState::Queued, ProblemCode::WaitsForParent ],
			[ $invoice->state, $invoice->problem?->code ]
		);
		self::assertSame(
			[ 'order', 'rate_category_unset' ],
			[ $invoice->problem?->fact( 'kind' ), $invoice->problem?->fact( 'problem' ) ]
		);
		self::assertSame( [ 0, 900 ], [ $invoice->attempts, Row::wait( $invoice ) ] );

		$this->world->sync_order->now( 1 );
		self::assertSame( TaskState::Done, $this->row( DocumentKind::Invoice )->state );
		self::assertNull( $this->draft( DocumentKind::Invoice )->parent );
	}

	public function test_a_child_waits_until_its_parent_is_repaired(): void {
		$this->world->change_settings( [ 'order' => [ 'rate_category_id' => null ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->change_settings( [ 'order' => [ 'rate_category_id' => 7 ] ] );
		$this->world->retry->retry_all();
		$this->world->due->run( 20 );
		self::assertSame( DocumentKind::Order, $this->draft( DocumentKind::Invoice )->parent?->kind );
	}

	public function test_a_document_that_came_out_otherwise_than_computed_is_linked_and_shown_to_a_person(): void {
		$this->world->change_settings(
			[
				'order'    => [ 'enabled' => false ],
				'invoice'  => [ 'enabled' => false ],
				'delivery' => [
					'enabled' => true,
					'trigger' => 'paid',
				],
			]
		);
		$this->world->sellsy->made_worth = new ComputedDocument(
			[],
			Decimal::from_string( '10' ),
			Decimal::from_string( '12.01' )
		);
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );

		$row = $this->world->row();
		self::assertSame( [ TaskState::Attention, ProblemCode::TotalsDiffer ], [ $row->state, $row->problem?->code ] );
		self::assertSame(
			[ '12', '12.01' ],
			[ $row->problem?->fact( 'order_total' ), $row->problem?->fact( 'sellsy_total' ) ]
		);
		self::assertSame( [ 'delivery' ], $this->made() );
		self::assertSame( 'otherwise: differs', $this->world->observations->seen['v1-arithmetic'] ?? '' );
	}

	public function test_each_kind_has_its_own_trigger_and_may_be_left_out_alone(): void {
		$this->world->change_settings(
			[
				'order'    => [ 'trigger' => 'confirmed' ],
				'delivery' => [
					'enabled' => true,
					'trigger' => 'completed',
				],
				'invoice'  => [ 'trigger' => 'paid' ],
			]
		);
		$this->world->order( 1, null, 'on-hold' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( [ 'order' ], $this->made() );

		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( [ 'order', 'invoice' ], $this->made() );

		$this->world->order( 1, null, 'completed' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( [ 'order', 'invoice', 'delivery' ], $this->made() );
		self::assertSame( DocumentKind::Order, $this->draft( DocumentKind::Delivery )->parent?->kind );
	}

	public function test_a_draft_is_made_final_when_its_status_comes_and_not_before(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'mapping' ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( '', $this->row( DocumentKind::Invoice )->remote_number );

		$this->world->order( 1, null, 'completed' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( 'F-0001', $this->row( DocumentKind::Invoice )->remote_number );
	}

	/** @return iterable<string, array{list<array<string, string>>, bool}> rules of states, and whether it is final. */
	public static function state_rules(): iterable {
		$rule = static fn ( string $kind, string $status, string $state ): array => [
			'kind'   => $kind,
			'status' => $status,
			'state'  => $state,
		];
		yield 'of this document and status' => [ [ $rule( 'invoice', 'processing', 'finalised' ) ], true ];
		yield 'of another status' => [ [ $rule( 'invoice', 'completed', 'finalised' ) ], false ];
		yield 'of another document' => [ [ $rule( 'creditnote', 'processing', 'finalised' ) ], false ];
		yield 'to another state' => [ [ $rule( 'estimate', 'processing', 'accepted' ) ], false ];
		yield 'the second of two' => [
			[ $rule( 'estimate', 'processing', 'accepted' ), $rule( 'invoice', 'processing', 'finalised' ) ],
			true,
		];
		yield 'of a parcel that has not left' => [ [ $rule( 'invoice', 'shipped', 'finalised' ) ], false ];
		yield 'none' => [ [], false ];
	}

	/** @param list<array<string, string>> $rules */
	#[DataProvider( 'state_rules' )]
	public function test_a_status_makes_that_document_final( array $rules, bool $is_final ): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => 'mapping' ],
				'states'  => $rules,
			]
		);
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( $is_final, $this->row( DocumentKind::Invoice )->remote_number !== '' );
	}

	public function test_a_draft_is_made_final_after_some_hours_unless_the_owner_takes_it_back(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'hours:2' ] ] );
		$this->world->order( 1 );
		$this->world->order( 2 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->pass_time( 60 );
		self::assertSame( '', $this->row( DocumentKind::Invoice )->remote_number );
		$this->world->pass_time( 61 );
		self::assertSame( 'F-0001', $this->row( DocumentKind::Invoice )->remote_number );

		$this->world->fire( 2 );
		$this->world->due->run( 20 );
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$this->world->pass_time( 150 );
		self::assertSame( '', $this->row( DocumentKind::Invoice, 2 )->remote_number );
		self::assertSame(
			ProblemCode::FinalisedByHand,
			$this->world->ledger->find_by_key( new TaskKey( 2, Effect::ValidateInvoice ) )?->problem?->code
		);
	}

	public function test_those_hours_begin_when_the_draft_is_made_however_long_its_order_was_stopped(): void {
		$rates = [ 'tax_rates' => ( new SettingsArray() )->to_array( $this->world->shop->settings )['tax_rates'] ];
		$this->world->change_settings(
			[
				'invoice'   => [ 'finalise' => 'hours:2' ],
				'tax_rates' => [],
			]
		);
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->clock->advance( 3 * 86400 );
		$this->world->change_settings( $rates );
		$this->world->retry->retry_all();
		$this->world->pass_time( 60 );
		self::assertSame(
			[ TaskState::Done, '' ],
			[ $this->row( DocumentKind::Invoice )->state, $this->row( DocumentKind::Invoice )->remote_number ]
		);

		$this->world->pass_time( 62 );
		self::assertSame( 'F-0001', $this->row( DocumentKind::Invoice )->remote_number );
	}

	private function row( DocumentKind $kind, int $order_id = 1 ): Task {
		return $this->world->ledger->find_by_key( new TaskKey( $order_id, Effect::create( $kind ) ) )
			?? throw new \LogicException( "No {$kind->value}." );
	}

	private function draft( DocumentKind $kind ): DocumentDraft {
		$drafts = array_filter(
			$this->world->invoicing->created,
			static fn( DocumentDraft $draft ): bool => $draft->kind === $kind
		);
		self::assertCount( 1, $drafts );
		return array_values( $drafts )[0];
	}

	/** @return list<string> kinds in the sequence of their creation. */
	private function made(): array {
		return array_map(
			static fn( DocumentDraft $draft ): string => $draft->kind->value,
			$this->world->invoicing->created
		);
	}
}
