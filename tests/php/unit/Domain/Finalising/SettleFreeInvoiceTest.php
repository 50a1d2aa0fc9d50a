<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Finalising;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * A final invoice of 0.00 is not left due, and no other invoice is ever set to paid.
 *
 * @assumes free-invoice-paid
 * @assumes nothing-to-pay
 */
final class SettleFreeInvoiceTest extends TestCase {

	public function test_until_the_owner_wants_it_nothing_is_asked(): void {
		$world = $this->world( false );
		$this->invoiced( $world );

		self::assertSame( [ 'due', null ], [ $this->invoice( $world )->status, $this->row( $world ) ] );
	}

	public function test_one_that_sellsy_leaves_due_becomes_paid_once(): void {
		$world = $this->world();
		$this->invoiced( $world );
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( 'paid', $this->invoice( $world )->status );
		self::assertSame( 1, $world->sellsy->count( 'set_free_paid' ) );
		self::assertSame( TaskState::Done, $this->row( $world )?->state );
		self::assertSame( [], $world->payments->made );
		self::assertSame(
			[
				'nothing-to-pay'    => 'otherwise: due',
				'v1-success'        => 'as assumed: done',
				'free-invoice-paid' => 'as assumed: paid',
			],
			$world->observations->seen
		);
	}

	public function test_one_that_sellsy_calls_paid_itself_is_left_alone(): void {
		$world = $this->world( false );
		$this->invoiced( $world );
		$this->becomes( $world, [ 'status' => 'paid' ] );
		$world->change_settings( [ 'free_orders_paid' => true ] );
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( 0, $world->sellsy->count( 'set_free_paid' ) );
		self::assertSame( TaskState::Done, $this->row( $world )?->state );
		self::assertSame( [ 'nothing-to-pay' => 'as assumed: not-due' ], $world->observations->seen );
	}

	public function test_one_that_was_cancelled_shows_nothing(): void {
		$world = $this->world( false );
		$this->invoiced( $world );
		$this->becomes( $world, [ 'status' => 'cancelled' ] );
		$world->change_settings( [ 'free_orders_paid' => true ] );
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( 0, $world->sellsy->count( 'set_free_paid' ) );
		self::assertSame( [], $world->observations->seen );
	}

	public function test_a_draft_and_one_that_a_person_linked_are_left_alone(): void {
		$draft = $this->world();
		$draft->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$draft->order( 1, ht: '0.00', vat: '0.00' );
		$draft->fire( 1 );
		$draft->pass_time( 10 );
		self::assertSame( [ '', null ], [ $draft->row()->remote_number, $this->row( $draft ) ] );

		$linked = $this->world( false );
		$this->invoiced( $linked );
		$linked->ledger->put( [ $linked->row()->with( [ 'intent' => new Intent( Intent::LINKED ) ] ) ] );
		$linked->change_settings( [ 'free_orders_paid' => true ] );
		$linked->fire( 1 );
		$linked->pass_time( 5 );
		self::assertNull( $this->row( $linked ) );
	}

	/** @return iterable<string, array{\Closure( World ): void, string, array<string, string>}> */
	public static function refusals(): iterable {
		yield 'without the right' => [
			static function ( World $world ): void {
				$world->sellsy->has_v1 = false;
			},
			'1',
			[],
		];
		yield 'refused' => [
			static fn ( World $world ) => $world->sellsy->plan( 'set_free_paid', FailureKind::Rejected ),
			'0',
			[ 'free-invoice-paid' => 'otherwise: refused' ],
		];
		yield 'taken, and due all the same' => [
			static function ( World $world ): void {
				$world->steps->leaves_due = true;
			},
			'0',
			[
				'v1-success'        => 'otherwise: not-done',
				'free-invoice-paid' => 'otherwise: due',
			],
		];
	}

	/**
	 * @dataProvider refusals
	 * @param \Closure( World ): void $refuse
	 * @param array<string, string>    $seen
	 */
	public function test_where_it_stays_due_the_order_says_so_and_nothing_fails(
		\Closure $refuse,
		string $right,
		array $seen,
	): void {
		$world = $this->world();
		$refuse( $world );
		$this->invoiced( $world );
		$world->fire( 1 );
		$world->pass_time( 30 );

		$row = $this->row( $world );
		self::assertSame(
			[ TaskState::Skipped, ProblemCode::FreeInvoiceDue, $right ],
			[ $row?->state, $row?->problem?->code, $row?->problem?->fact( 'right' ) ]
		);
		self::assertSame( 1, $world->sellsy->count( 'set_free_paid' ), 'It is not asked again and again.' );
		self::assertSame( [ 'nothing-to-pay' => 'otherwise: due' ] + $seen, $world->observations->seen );

		$world->sellsy->has_v1    = true;
		$world->steps->leaves_due = false;
		$world->retry->retry( $row->id ?? 0 );
		$world->pass_time( 2 );
		self::assertSame( 'paid', $this->invoice( $world )->status, 'A person tries again.' );
	}

	public function test_a_lost_answer_is_looked_up(): void {
		$world = $this->world();
		$world->sellsy->plan( 'set_free_paid', FailureKind::OutcomeUnknown, true );
		$this->invoiced( $world );

		self::assertSame( 'paid', $this->invoice( $world )->status );
		self::assertSame( 1, $world->sellsy->count( 'set_free_paid' ) );
		self::assertSame( TaskState::Done, $this->row( $world )?->state );
	}

	/** The order is edited to 0.00 once its invoice of 12.00 is final: what counts is what Sellsy says. */
	public function test_an_invoice_of_any_other_amount_is_never_touched(): void {
		$world = $this->world();
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertNull( $this->row( $world ) );
		$world->order( 1, ht: '0.00', vat: '0.00' );
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( 0, $world->sellsy->count( 'set_free_paid' ) );
		self::assertSame( 'due', $this->invoice( $world )->status );
	}

	/** @testWith ["0.01", "0.01"]
	 *            ["0.00", "0.01"]
	 */
	public function test_nor_one_that_says_anything_but_zero_by_then( string $ht, string $ttc ): void {
		$world = $this->world( false );
		$this->invoiced( $world );
		$amounts = new ComputedDocument( [], Decimal::from_string( $ht ), Decimal::from_string( $ttc ) );
		$this->becomes( $world, [ 'amounts' => $amounts ] );
		$world->change_settings( [ 'free_orders_paid' => true ] );
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( 0, $world->sellsy->count( 'set_free_paid' ) );
		self::assertSame( ProblemCode::StepNotWanted, $this->row( $world )?->problem?->code );
	}

	private function world( bool $sets_paid = true ): World {
		$world = new World( true );
		$world->change_settings(
			[
				'free_orders_paid' => $sets_paid,
				'payments'         => [ 'enabled' => true ],
			]
		);
		return $world;
	}

	private function invoiced( World $world ): void {
		$world->order( 1, ht: '0.00', vat: '0.00' );
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertNotSame( '', $world->row()->remote_number );
	}

	private function invoice( World $world ): RemoteDocument {
		return $world->sellsy->documents[ $world->row()->remote_id ];
	}

	/** @param array<string, mixed> $changed */
	private function becomes( World $world, array $changed ): void {
		$invoice = $this->invoice( $world );
		$fields  = [ ...get_object_vars( $invoice ), ...$changed ];

		$world->sellsy->documents[ $invoice->id ] = new RemoteDocument( ...$fields );
	}

	private function row( World $world ): ?Task {
		return $world->ledger->find_by_key(
			new TaskKey( order_id: 1, effect: Effect::ChangeState, refund_id: 0, part: DocumentStateRule::FREE )
		);
	}
}
