<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

final class FinaliseNowTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
	}

	private function finalise( int $task_id ): ?TaskState {
		$world = $this->world;
		return $world->engine->finalise_now()->finalise( $task_id )?->state;
	}

	public function test_a_draft_becomes_final_although_the_settings_leave_it_to_a_person(): void {
		self::assertSame( TaskState::Done, $this->finalise( 1 ) );
		self::assertSame( 'F-0001', $this->world->row( 1 )->remote_number );
	}

	public function test_what_is_final_is_not_made_final_again(): void {
		$this->finalise( 1 );

		self::assertNull( $this->finalise( 1 ) );
		self::assertCount( 1, $this->world->sellsy->validated );
	}

	public function test_only_a_row_that_made_a_document_can_be_made_final(): void {
		self::assertNull( $this->finalise( 99 ) );
		$this->finalise( 1 );
		self::assertNull( $this->finalise( 2 ) );
	}

	public function test_a_draft_that_no_longer_fits_its_order_stays_one_until_it_does(): void {
		$this->world->invoicing->edited( $this->world->row()->remote_id, '11', '13.2' );
		self::assertSame( TaskState::Attention, $this->finalise( 1 ) );

		$this->world->invoicing->edited( $this->world->row()->remote_id, '10', '12' );
		self::assertSame( TaskState::Done, $this->finalise( 1 ) );
	}
}
