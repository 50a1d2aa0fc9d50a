<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\TalkBack\Rules\HoldInvoice;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRandomness;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** An invoice was made of a proforma in Sellsy: the shop's own waits for a person, unless it was begun. */
final class HoldInvoiceTest extends TestCase {

	private World $world;
	private HoldInvoice $hold;

	protected function setUp(): void {
		$world       = new World();
		$this->world = $world;
		$this->hold  = new HoldInvoice( $world->ledger, $world->shop, $world->clock, new FakeRandomness() );
		$world->order( 1 );
	}

	/** @return iterable<string, array{Task|null, bool, bool, bool}> the row; begun; held; asked about afterwards. */
	public static function rows(): iterable {
		$invoice  = Effect::CreateInvoice;
		$linked   = [ 'intent' => new Intent( Intent::LINKED ) ];
		$asks     = new Problem( ProblemCode::ProformaInvoiced, [ 'number' => 'P-1' ] );
		$unmapped = new Problem( ProblemCode::TaxUnmapped );
		$never    = new \DateTimeImmutable( '2099-01-01' );
		yield 'none' => [ null, false, true, true ];
		yield 'made' => [ Row::made( $invoice ), true, false, false ];
		yield 'linked by a person' => [ Row::made( $invoice, 71, 'F-1', ...$linked ), false, true, false ];
		yield 'in work' => [ Row::of( $invoice, state: TaskState::Working ), false, false, false ];
		yield 'to be made later' => [
			Row::of( $invoice, state: TaskState::Queued, due_at: $never ),
			true,
			false,
			false,
		];
		yield 'stopped' => [
			Row::of( $invoice, state: TaskState::Attention, problem: $unmapped ),
			true,
			false,
			false,
		];
		yield 'asked before' => [ Row::of( $invoice, state: TaskState::Attention, problem: $asks ), false, true, true ];
		yield 'left out' => [ Row::left_out( $invoice, Outcome::NothingCharged ), false, true, true ];
		yield 'a person wants none' => [ Row::left_out( $invoice, Outcome::NotWanted ), false, true, false ];
		yield 'by hand' => [ Row::left_out( $invoice, Outcome::ByHand ), false, true, false ];
		yield 'cancelled at Sellsy' => [
			Row::left_out( $invoice, Outcome::Cancelled, remote_id: 71, remote_number: 'F-1' ),
			true,
			true,
			true,
		];
	}

	#[DataProvider( 'rows' )]
	public function test_it_waits_for_a_person_where_nobody_has_begun_it(
		?Task $row,
		bool $is_begun,
		bool $is_held,
		bool $asks,
	): void {
		if ( $row !== null ) {
			$this->world->ledger->put( [ $row ] );
		}
		self::assertSame( $is_begun, $this->hold->is_begun( 1 ) );
		self::assertSame( $is_held, $this->hold->hold( 1, 'P-1' ) );
		$now = $this->world->ledger->for_order( 1 )[0] ?? null;
		self::assertSame( $asks, $now?->asks( ProblemCode::ProformaInvoiced ) );
		self::assertSame( $asks ? 'P-1' : '', $asks ? $now->problem?->fact( 'number' ) : '' );
	}
}
