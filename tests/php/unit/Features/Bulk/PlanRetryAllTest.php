<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Bulk;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Features\Bulk\Rules\BulkPlan;
use OrderInvoicer\Features\Bulk\Rules\LeftOut;
use OrderInvoicer\Features\Bulk\Rules\OfferedActs;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What would become final if all that stopped were tried again. */
final class PlanRetryAllTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		foreach ( [ 1, 2 ] as $id ) {
			$this->world->order( $id );
			$this->world->fire( $id );
		}
		$this->world->pass_time( 3 );
	}

	public function test_invoices_that_the_settings_make_final_are_counted_with_their_total(): void {
		$plan = $this->finals();
		self::assertSame( [ 2, [ 'EUR' => '24.00' ] ], [ count( $plan->steps ), BulkPlan::totals( $plan->steps ) ] );
		self::assertSame( '2|2|24.00 EUR', $plan->mark() );
	}

	public function test_drafts_are_not(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		self::assertSame( [], $this->finals()->steps );
	}

	public function test_nor_what_the_list_leaves_out(): void {
		self::assertCount( 1, $this->finals( new TaskFilter( order_ids: [ 2 ] ) )->steps );
		self::assertSame( [], $this->finals( new TaskFilter( effects: [ Effect::RecordPayment ] ) )->steps );
		$this->world->by_hand->mark( 1 );
		self::assertCount( 1, $this->finals()->steps );
	}

	/** @return iterable<string, array{array<string, mixed>, LeftOut|null}> */
	public static function failures(): iterable {
		$now    = new \DateTimeImmutable( Row::AT );
		$later  = [
			'state'   => TaskState::Queued,
			'due_at'  => $now->modify( '+1 hour' ),
			'problem' => new Problem( ProblemCode::NotSent ),
		];
		$waits  = new Problem(
			ProblemCode::WaitsForParent,
			[
				'kind'    => 'order',
				'problem' => 'tax_unmapped',
			]
		);
		$filled = new Origin( backfill_id: 7 );
		yield 'a try that failed, and the next is later' => [ $later, null ];
		yield 'the next try is due now' => [ [ 'due_at' => $now ] + $later, LeftOut::NotFailed ];
		yield 'no try has failed' => [ [ 'problem' => null ] + $later, LeftOut::NotFailed ];
		yield 'it waits for another document' => [ [ 'problem' => $waits ] + $later, LeftOut::NotFailed ];
		yield 'a back-fill holds it' => [ [ 'origin' => $filled ] + $later, LeftOut::NotFailed ];
		yield 'it stopped' => [ [ 'state' => TaskState::Attention ] + $later, null ];
		yield 'it is done' => [ [ 'state' => TaskState::Done ] + $later, LeftOut::NotFailed ];
	}

	/** @param array<string, mixed> $row */
	#[DataProvider( 'failures' )]
	public function test_what_is_tried_again( array $row, ?LeftOut $left_out ): void {
		$task = Row::of( Effect::CreateInvoice, ...$row );
		$now  = new \DateTimeImmutable( Row::AT );
		self::assertSame( $left_out, OfferedActs::not_retried( new Offers( null, [ $task ] ), $task, $now ) );
	}

	private function finals( TaskFilter $listed = new TaskFilter() ): BulkPlan {
		return $this->world->engine->plan_retry_all()->finals( $listed )[0];
	}
}
