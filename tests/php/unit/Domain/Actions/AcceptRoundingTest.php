<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Preview\DryOutcome;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** 5.00 of VAT at 20 % on 24.98 are 4.996: the order charged 4.99, which is a cent of rounding. None is allowed. */
final class AcceptRoundingTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings( [ 'rounding_cap' => 0 ] );
		foreach ( [ 1, 2 ] as $id ) {
			$this->stopped( $id );
		}
	}

	public function test_what_is_offered_is_accepted_and_counts_for_this_order_alone(): void {
		$row = $this->row( 1 );
		self::assertSame( ProblemCode::RoundingOverCap, $row->problem?->code );
		self::assertTrue( ( new Offers() )->accepts( RowAct::AcceptRounding, $row ) );

		$accept = $this->world->engine->accept_rounding();
		$amount = ( new Offers() )->offer( RowAct::AcceptRounding, $row )?->amount() ?? '';
		self::assertTrue( $accept->accept( $row->id, $amount ) );
		$this->world->pass_time( 5 );

		self::assertSame( TaskState::Done, $this->row( 1 )->state );
		$made = $this->world->sellsy->documents[ $this->row( 1 )->remote_id ];
		self::assertSame( '29.97', $made->amounts->incl_tax->to_string() );
		self::assertSame( TaskState::Attention, $this->row( 2 )->state );
		$this->world->retry->retry( $this->row( 2 )->id );
		$this->world->pass_time( 5 );
		self::assertSame( ProblemCode::RoundingOverCap, $this->row( 2 )->problem?->code );
		self::assertSame( 0, $this->world->shop->settings->rounding_cap );
	}

	public function test_a_larger_one_of_the_same_order_is_asked_again(): void {
		$this->world->order( 1, ht: '24.98', vat: '4.98' );
		$row = $this->row( 1 );
		$this->world->engine->accept_rounding()->accept( $row->id, RowAct::AcceptRounding->shown( $row ) );
		$this->world->pass_time( 5 );
		self::assertNotSame( TaskState::Done, $this->row( 1 )->state );
	}

	public function test_only_what_was_shown_is_accepted(): void {
		$row   = $this->row( 1 );
		$shown = RowAct::AcceptRounding->shown( $row );
		self::assertNotSame( '', $shown );
		$this->world->order( 1, ht: '24.98', vat: '4.98' );
		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 5 );
		self::assertNotSame( $shown, RowAct::AcceptRounding->shown( $this->row( 1 ) ) );
		$accept = $this->world->engine->accept_rounding();
		self::assertFalse( $accept->accept( $row->id, $shown ) );
		self::assertFalse( $accept->accept( $row->id, '' ) );
		self::assertSame( TaskState::Attention, $this->row( 1 )->state );
	}

	public function test_a_row_that_asks_something_else_is_left_alone(): void {
		$this->world->by_hand->mark( $this->row( 1 )->id );
		self::assertFalse( $this->world->engine->accept_rounding()->accept( $this->row( 1 )->id, '0.01' ) );
	}

	public function test_the_dry_run_knows_what_was_accepted_for_an_order(): void {
		self::assertSame(
			[
				1 => DryOutcome::Stops,
				2 => DryOutcome::Stops,
			],
			$this->tried()
		);
		$row = $this->row( 1 );
		$this->world->engine->accept_rounding()->accept( $row->id, RowAct::AcceptRounding->shown( $row ) );
		self::assertSame(
			[
				1 => DryOutcome::Made,
				2 => DryOutcome::Stops,
			],
			$this->tried()
		);
	}

	/** @return array<int, DryOutcome> of the invoice by order. */
	private function tried(): array {
		$outcomes = [];
		$run      = $this->world->engine->dry_run();
		foreach ( $run->page( $this->world->shop->settings, 10, 0 ) as $tried ) {
			foreach ( $tried->documents as $document ) {
				if ( $document->kind === DocumentKind::Invoice ) {
					$outcomes[ $tried->order->id ] = $document->outcome;
				}
			}
		}
		ksort( $outcomes );
		return $outcomes;
	}

	private function stopped( int $id ): void {
		$this->world->order( $id, ht: '24.98', vat: '4.99' );
		$this->world->fire( $id );
		$this->world->pass_time( 5 );
	}

	private function row( int $order_id ): Task {
		return $this->world->ledger->find_by_key( new TaskKey( $order_id, Effect::CreateInvoice ) ) ?? self::fail();
	}
}
