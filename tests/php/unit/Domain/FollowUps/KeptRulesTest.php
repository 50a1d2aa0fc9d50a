<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderSheet\Foreseen;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\Prospect;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** What the rule of a document still decides, and what an order says that no rule takes. */
final class KeptRulesTest extends TestCase {

	private const TRANSFER = [
		'id'       => 12,
		'gateways' => [ 'bacs' ],
		'finalise' => 'hours:48',
		'owner_id' => 3,
		'model_id' => 4,
	];

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
		$this->world->change_settings(
			[
				'invoice' => [
					'rules'  => [ self::TRANSFER ],
					'others' => false,
				],
			]
		);
	}

	public function test_the_outcome_is_that_of_the_rule(): void {
		$this->buy( 'bacs' );
		$draft = $this->world->invoicing->created[0];

		self::assertSame(
			[ 12, 3, 4, 7 ],
			[ $this->row()?->rule_id, $draft->owner_id, $draft->model_id, $draft->rate_category_id ]
		);
		$this->world->clock->advance( 49 * 3600 );
		$this->world->pass_time( 2 );
		self::assertNotSame( '', $this->row()?->remote_number );
	}

	public function test_an_edit_that_fits_another_rule_is_shown_and_not_acted_on(): void {
		$this->buy( 'bacs' );
		self::assertSame( [], $this->sheet()->fitting );
		$this->buy( 'stripe' );

		$sheet = $this->sheet();
		$id    = (int) $this->row()?->id;
		self::assertSame( 12, $sheet->rules[ $id ]->id );
		self::assertSame( Rule::NONE, $sheet->fitting[ $id ]->id );
		$this->world->clock->advance( 49 * 3600 );
		$this->world->pass_time( 2 );
		self::assertNotSame( '', $this->row()?->remote_number, 'The rule that it was made by makes it final.' );
	}

	public function test_drafts_of_a_rule_that_was_removed_stay_drafts(): void {
		$this->buy( 'bacs' );
		$this->world->change_settings( [ 'invoice' => [ 'rules' => [ [ 'id' => 13 ] + self::TRANSFER ] ] ] );
		$this->world->clock->advance( 49 * 3600 );
		$this->world->pass_time( 2 );

		self::assertSame( '', $this->row()?->remote_number );
		self::assertTrue( $this->sheet()->rules[ (int) $this->row()?->id ]->was_taken_away() );
	}

	public function test_an_order_that_no_rule_takes_says_so_and_may_be_taken_later(): void {
		$this->buy( 'stripe' );
		self::assertNull( $this->row() );
		$foreseen = $this->sheet()->foreseen[0];
		self::assertSame( [ Prospect::Nothing, 'no_rule' ], [ $foreseen->prospect, $foreseen->problem?->code->value ] );

		$this->buy( 'bacs' );
		self::assertSame( 12, $this->row()?->rule_id );
	}

	public function test_an_order_says_that_its_rule_cannot_be_read(): void {
		$unread = [ 'products' => [ 5 ] ] + self::TRANSFER;
		$this->world->change_settings(
			[
				'invoice' => [
					'rules'  => [ $unread ],
					'others' => true,
				],
			]
		);
		$this->buy( 'stripe' );
		self::assertNull( $this->row() );
		$problem = $this->sheet()->foreseen[0]->problem;
		self::assertSame( [ 'no_rule', 'yes' ], [ $problem?->code->value, $problem?->fact( 'unread' ) ] );

		$this->world->change_settings( [ 'invoice' => [ 'rules' => [] ] ] );
		$this->buy( 'stripe', false );
		$this->world->change_settings( [ 'invoice' => [ 'rules' => [ $unread ] ] ] );
		$this->world->pass_time( 3 );
		self::assertSame(
			[ TaskState::Skipped, 'yes' ],
			[ $this->row()?->state, $this->row()?->problem?->fact( 'unread' ) ]
		);
	}

	public function test_a_row_that_waits_is_left_out_where_no_rule_takes_the_order_any_more_and_comes_back(): void {
		$this->buy( 'bacs', false );
		$this->buy( 'stripe' );
		self::assertSame(
			[ TaskState::Skipped, 'no_rule' ],
			[ $this->row()?->state, $this->row()?->problem?->code->value ]
		);

		$this->buy( 'bacs' );
		self::assertSame( TaskState::Done, $this->row()?->state );
	}

	public function test_an_order_that_does_not_tell_which_rule_takes_it_asks_and_is_made_as_a_draft(): void {
		$this->world->change_settings(
			[
				'invoice' => [
					'rules'    => [ [ 'categories' => [ 5 ] ] + self::TRANSFER, [ 'id' => 13 ] ],
					'finalise' => 'at_once',
					'others'   => true,
				],
			]
		);
		$this->buy( 'stripe' );
		self::assertSame( 13, $this->row()?->rule_id, 'Whatever was sold: it was not paid so.' );

		$this->world->order( 2 );
		$this->world->shop->orders[2]  = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[2] ),
				'payment' => new OrderPayment( 'bacs', 'bacs' ),
			]
		);
		$this->world->shop->changed[2] = $this->world->clock->now();
		self::assertSame(
			'which_rule',
			$this->world->engine->read_order_sheet()->read( 2 )->foreseen[0]->problem?->code->value
		);
		$this->world->fire( 2 );
		$this->world->pass_time( 3 );
		$key  = new TaskKey( 2, Effect::CreateInvoice );
		$task = $this->world->ledger->find_by_key( $key );
		self::assertSame( [ TaskState::Attention, 'which_rule' ], [ $task?->state, $task?->problem?->code->value ] );

		$this->world->retry->retry( $task->id ?? 0 );
		$this->world->pass_time( 3 );
		$task = $this->world->ledger->find_by_key( $key );
		self::assertSame(
			[ TaskState::Done, Rule::UNSURE, '' ],
			[ $task?->state, $task?->rule_id, $task?->remote_number ]
		);
	}

	public function test_what_a_person_asks_for_is_made_and_left_to_them(): void {
		$this->buy( 'stripe' );
		$this->world->sync_order->now( 1, DocumentKind::Invoice );
		$this->world->pass_time( 3 );

		self::assertSame( [ TaskState::Done, Rule::NONE ], [ $this->row()?->state, $this->row()?->rule_id ] );
		self::assertSame( '', $this->row()?->remote_number );
	}

	public function test_rules_of_a_kind_that_is_switched_off_stop_no_other_document(): void {
		$this->world->change_settings(
			[
				'proforma'   => [ 'rules' => [ self::TRANSFER ] ],
				'creditnote' => [ 'enabled' => true ],
				'invoice'    => [
					'rules'  => [],
					'others' => true,
				],
			]
		);
		$this->world->order( 2 );
		$handler = $this->world->open;
		$handler->catch_up( $this->world->shop->event( 2, OrderEvent::STATUS, '' ) );
		$foreseen = $this->world->engine->read_order_sheet()->read( 2 )->foreseen;

		self::assertSame( [ 'creditnote' ], array_map( static fn ( Foreseen $one ) => $one->kind->value, $foreseen ) );
		$this->buy( 'stripe' );
		self::assertSame( [ TaskState::Done, Rule::OTHERS ], [ $this->row()?->state, $this->row()?->rule_id ] );
		self::assertNotNull( $this->world->ledger->find_by_key( new TaskKey( 2, Effect::CreateInvoice ) ) );
	}

	public function test_simple_shops_see_nothing_of_rules(): void {
		$this->world->change_settings(
			[
				'invoice' => [
					'rules'  => [],
					'others' => true,
				],
			]
		);
		self::assertNull( $this->sheet_before_anything_is_made()->foreseen[0]->rule );
		$this->buy( 'bacs' );
		self::assertSame( [ [], [] ], [ $this->sheet()->rules, $this->sheet()->fitting ] );
	}

	private function sheet_before_anything_is_made(): OrderSheet {
		$this->world->order( 1 );
		return $this->sheet();
	}

	private function buy( string $gateway, bool $works = true ): void {
		$order                         = $this->world->order( 1 );
		$this->world->shop->orders[1]  = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'payment' => new OrderPayment( $gateway, $gateway ),
			]
		);
		$this->world->shop->changed[1] = $this->world->clock->now();
		$this->world->fire( 1 );
		if ( $works ) {
			$this->world->pass_time( 3 );
		}
	}

	private function row(): ?Task {
		return $this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) );
	}

	private function sheet(): OrderSheet {
		return $this->world->engine->read_order_sheet()->read( 1 );
	}
}
