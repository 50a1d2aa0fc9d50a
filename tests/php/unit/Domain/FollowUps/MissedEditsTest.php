<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Edits that no hook tells of: none is missed, whenever it was saved and however many there are. */
final class MissedEditsTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
	}

	/** Switched on, invoiced and edited before the pass came for the first time. */
	public function test_an_edit_before_the_first_pass(): void {
		$this->invoice_without_a_pass( 1 );
		$this->world->clock->advance( 20 );
		$this->edit( 1 );
		$this->world->clock->advance( 240 );
		$this->world->pass_time( 5 );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->invoice( 1 )?->problem?->code );
	}

	/** Nobody can change a final invoice in Sellsy: a retry says nothing of it, only a credit note or "keep" does. */
	public function test_a_retry_does_not_settle_an_edit_after_a_final_invoice(): void {
		$this->invoice_without_a_pass( 1 );
		$this->edit( 1 );
		$this->world->pass_time( 5 );
		$this->world->retry->retry( $this->invoice( 1 )->id ?? 0 );
		$this->world->pass_time( 30 );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->invoice( 1 )?->problem?->code );
	}

	public function test_an_edit_while_the_plugin_was_switched_off(): void {
		$this->invoice_without_a_pass( 1 );
		$this->world->pass_time( 5 );
		$this->world->engine->edits_seen()->switch_off();
		$this->edit( 1 );
		$this->world->order( 2 );
		$this->saved( 2 );
		$this->world->clock->advance( 90_000 );
		$this->world->pass_time( 5 );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->invoice( 1 )?->problem?->code );
		self::assertNull( $this->invoice( 2 ), 'What came into its status meanwhile is nobody\'s but a back-fill\'s.' );
	}

	/** A thousand orders in one second, by an import: the last of them is one of ours. */
	public function test_edits_by_the_thousand_in_one_second(): void {
		$this->invoice_without_a_pass( 1500 );
		$this->world->pass_time( 2 );
		for ( $id = 1; $id < 1500; ++$id ) {
			$this->saved( $id );
		}
		$this->edit( 1500 );
		$this->world->pass_time( 2 );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->invoice( 1500 )?->problem?->code );
	}

	/** What a pass has no time for is the next one's. */
	public function test_a_pass_ends_in_time_and_the_next_one_goes_on(): void {
		foreach ( [ 1, 2, 3, 4 ] as $id ) {
			$this->invoice_without_a_pass( $id );
		}
		$this->world->pass_time( 2 );
		foreach ( [ 1, 2, 3, 4 ] as $id ) {
			$this->edit( $id );
		}
		$this->world->shop->slow = 6;
		$this->world->pass_time( 1 );
		$differing = $this->differing();
		self::assertNotContains( 4, $differing );

		$this->world->pass_time( 3 );
		self::assertSame( [ 1, 2, 3, 4 ], $this->differing() );
	}

	/** The server's clock was a day ahead when the pass came. */
	public function test_a_position_in_the_future_blinds_nobody(): void {
		$this->invoice_without_a_pass( 1 );
		$this->world->pass_time( 1 );
		$this->world->clock->advance( 86_400 );
		$this->saved( 2 );
		$this->world->pass_time( 1 );
		$this->world->clock->advance( -86_400 );
		$this->edit( 1 );
		$this->world->pass_time( 2 );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->invoice( 1 )?->problem?->code );
	}

	public function test_nor_does_a_first_row_in_the_future(): void {
		$this->world->clock->advance( 86_400 );
		$this->invoice_without_a_pass( 1 );
		$this->world->pass_time( 2 );
		$this->world->clock->advance( -86_400 );
		$this->edit( 1 );
		$this->world->pass_time( 2 );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->invoice( 1 )?->problem?->code );
	}

	public function test_an_order_that_is_as_its_documents_say_is_not_followed(): void {
		$this->invoice_without_a_pass( 1 );
		$this->world->pass_time( 5 );
		$rows = $this->world->ledger->for_order( 1 );
		$this->saved( 1 );
		$this->world->pass_time( 5 );

		self::assertEquals( $rows, $this->world->ledger->for_order( 1 ) );
		self::assertNull( $this->world->ledger->find_by_key( new TaskKey( 1, Effect::FollowOrder ) ) );
	}

	/** Its own row tells, and holds up nobody. */
	public function test_an_order_that_cannot_be_read_is_tried_again(): void {
		foreach ( [ 1, 2 ] as $id ) {
			$this->invoice_without_a_pass( $id );
		}
		$this->world->pass_time( 2 );
		$this->edit( 1 );
		$this->edit( 2 );
		$this->world->shop->damaged = [ 1 ];
		$this->world->pass_time( 1 );
		self::assertSame( [ 2 ], $this->differing() );

		$this->world->shop->damaged = [];
		$this->world->pass_time( 5 );
		self::assertSame( [ 1, 2 ], $this->differing() );
	}

	private function invoice_without_a_pass( int $id ): void {
		$this->world->order( $id );
		$this->world->fire( $id );
		$this->world->due->run( 20 );
		$this->saved( $id );
	}

	private function edit( int $id ): void {
		$this->world->order( $id, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$this->saved( $id );
	}

	private function saved( int $id ): void {
		$this->world->shop->changed[ $id ] = $this->world->clock->now();
	}

	private function invoice( int $id ): ?Task {
		return $this->world->ledger->find_by_key( new TaskKey( $id, Effect::CreateInvoice ) );
	}

	/** @return list<int> */
	private function differing(): array {
		return array_values(
			array_filter(
				[ 1, 2, 3, 4 ],
				fn ( int $id ): bool => $this->invoice( $id )?->problem?->code === ProblemCode::DiffersFromOrder
			)
		);
	}
}
