<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Features\Bulk\Rules\OfferedActs;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\TestWith;

/** Whatever became of a document, a person can have it taken up again; what cannot be done is not begun. */
final class NoDeadEndTest extends CreditedOrderTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
	}

	#[TestWith( [ 'processing' ] )]
	#[TestWith( [ 'cancelled' ] )]
	public function test_whatever_needs_a_person_offers_them_something( string $status ): void {
		$dead = [];
		foreach ( Effect::cases() as $effect ) {
			foreach ( ProblemCode::cases() as $code ) {
				foreach ( [ [ 0, '' ], [ 71, '' ], [ 71, 'F-1' ] ] as [ $id, $number ] ) {
					$row     = Row::of(
						$effect,
						id: 2,
						parent_id: 1,
						state: TaskState::Attention,
						remote_id: $id,
						remote_number: $number,
						problem: new Problem( $code )
					);
					$invoice = Row::made( Effect::CreateInvoice, 70, 'F-0' );
					$rows    = $effect === Effect::CreateInvoice ? [ $row ] : [ $invoice, $row ];
					if ( Row::acts( $row, $rows, $status ) === [] ) {
						$dead[] = "$effect->value $code->value $id $number";
					}
				}
			}
		}
		// No draft says so: it follows its order (`DraftUpdater`).
		self::assertSame( [ 'create_invoice differs_from_order 71 ' ], $dead );
	}

	/** Its row was left out, and the draft of it stands. */
	public function test_a_draft_that_was_given_up_with_an_order_in_the_bin_is_taken_up_with_it(): void {
		$this->edited( fn () => $this->world->sellsy->plan( 'update', FailureKind::NotSent ) );
		$back = $this->world->shop->orders[1];
		unset( $this->world->shop->orders[1] );
		$this->world->pass_time( 30 );
		$row = $this->row( Effect::CreateInvoice );
		self::assertSame( 'order_gone', $row?->problem?->code->value );
		self::assertTrue( $this->world->by_hand->mark( $row->id ) );
		$this->world->shop->orders[1] = $back;
		$this->world->pass_time( 10 );
		$row = $this->row( Effect::CreateInvoice );
		self::assertTrue( $row?->is_by_hand() );

		$offer = ( new Offers( 'processing', $this->world->ledger->for_order( 1 ) ) )->make( DocumentKind::Invoice );
		self::assertSame( [ null, true ], [ $offer->why_not, $offer->is_needed ] );
		self::assertNull( $this->world->sync_order->of_row( $row, false ), 'Nobody said: all the same.' );
		self::assertSame( TaskState::Done, $this->world->sync_order->of_row( $row, true )?->state );
		self::assertSame( '24', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertCount( 1, $this->world->sellsy->documents );
	}

	/** Its update failed, and the next try is hours away: it is brought up to date as soon as somebody asks. */
	public function test_a_draft_that_waits_for_its_next_try_is_taken_up(): void {
		$this->edited( fn () => $this->world->sellsy->plan( 'update', FailureKind::NotSent ) );
		self::assertSame( TaskState::Queued, $this->row( Effect::CreateInvoice )?->state );
		$offer = ( new Offers( 'processing', $this->world->ledger->for_order( 1 ) ) )->make( DocumentKind::Invoice );
		self::assertSame( [ null, true ], [ $offer->why_not, $offer->is_needed ] );
		$this->world->sync_order->now( 1 );
		self::assertSame( '24', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	public function test_a_draft_that_stopped_is_brought_up_to_date(): void {
		$rates = $this->world->shop->settings;
		$this->edited( fn () => $this->world->change_settings( [ 'tax_rates' => [] ] ) );
		self::assertSame( 'tax_unmapped', $this->row( Effect::CreateInvoice )?->problem?->code->value );
		$this->world->shop->settings = $rates;
		$this->world->sync_order->now( 1 );
		self::assertSame( '24', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	private function edited( \Closure $goes_wrong ): void {
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$goes_wrong();
		$this->world->fire( 1 );
		$this->world->pass_time( 1 );
	}

	/** It may have been deleted on purpose. */
	public function test_what_stood_at_sellsy_is_not_made_for_many_at_once(): void {
		$row   = Row::left_out( Effect::CreateInvoice, Outcome::Cancelled, remote_id: 71 );
		$offer = ( new Offers( 'processing', [ $row ] ) )->make( DocumentKind::Invoice );
		self::assertNull( $offer->why_not );
		self::assertSame( 'made', OfferedActs::not_created( $offer )?->value );
	}

	public function test_nothing_becomes_final_for_an_order_that_is_gone(): void {
		unset( $this->world->shop->orders[1] );
		$row = $this->row( Effect::CreateInvoice );
		self::assertNull( $this->world->engine->finalise_now()->finalise( $row->id ?? 0 ) );
		self::assertNull( $this->row( Effect::ValidateInvoice ) );
	}
}
