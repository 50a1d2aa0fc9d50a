<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Row;

/** A final invoice that differs from its order is credited and made anew. */
final class CreditAndReissueTest extends CreditedOrderTestCase {

	public function test_a_credit_note_deleted_at_sellsy_does_not_hold_up_credit_and_reissue(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->pass_time( 70 );
		self::assertSame( 'document_gone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 20 );

		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame(
			[ '12', '12' ],
			[
				$this->notes()[0]->amounts->incl_tax->to_string(),
				$this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string(),
			]
		);

		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 20 );
		self::assertSame(
			[ '5', $new?->id ],
			[
				$this->note( 501 )->amounts->incl_tax->to_string(),
				$this->row( Effect::CreateCreditNote, 501 )?->parent_id,
			]
		);
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
	}

	public function test_credit_and_reissue_does_both_in_order(): void {
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled' => false,
					'finalise' => Finalise::MANUAL,
				],
			]
		);
		$this->invoice();
		$first = $this->invoice_document();
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 'differs_from_order', $this->row( Effect::CreateInvoice )?->problem?->code->value );

		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );

		self::assertSame(
			[ 'SHOP-1/A0', '12' ],
			[ $this->notes()[0]->key, $this->notes()[0]->amounts->incl_tax->to_string() ]
		);
		self::assertSame(
			'0',
			$this->world->payments->remaining_due( DocumentKind::Invoice, $first->id )->to_string()
		);
		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame(
			[ 'SHOP-1/R1', '24' ],
			[
				$this->world->sellsy->documents[ $new->remote_id ?? 0 ]->key,
				$this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string(),
			]
		);
		self::assertGreaterThan( $this->notes()[0]->id, $new?->remote_id );
		self::assertSame(
			[ TaskState::Done, null ],
			[ $this->row( Effect::CreateInvoice )?->state, $this->row( Effect::CreateInvoice )?->problem ]
		);
	}

	public function test_a_second_click_does_not_credit_the_invoice_that_took_the_place_of_the_first(): void {
		$this->invoice();
		$meant = $this->row( Effect::CreateInvoice )->id ?? 0;

		self::assertNotNull( $this->world->reissue->now( 1, $meant ) );
		$this->world->pass_time( 10 );
		self::assertNotSame( '', $this->row( Effect::CreateInvoice, 0, 1 )?->remote_number );

		self::assertNull( $this->world->reissue->now( 1, $meant ) );
		$this->world->pass_time( 10 );
		self::assertNull( $this->row( Effect::CreateInvoice, 0, 2 ) );
		self::assertCount( 1, $this->notes() );
	}

	public function test_a_reissued_invoice_does_not_bill_what_was_refunded_before(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );

		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame(
			'7',
			$this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string()
		);
		self::assertSame(
			[ '5', '7' ],
			array_map(
				static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(),
				$this->notes()
			)
		);
	}

	public function test_refunds_that_wait_for_one_that_stopped_do_not_hold_it_up(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '5.00' );
		$this->refund( 502, '2.00' );
		$this->refund( 503, '1.00' );
		$waits = $this->row( Effect::CreateCreditNote, 503 );
		self::assertSame( [ 'stopped_refund', 900 ], [ $waits?->problem?->fact( 'for' ), Row::wait( $waits ) ] );

		$this->world->reissue->now( 1 );
		$this->world->pass_time( 40 );
		self::assertSame( '12', $this->notes()[0]->amounts->incl_tax->to_string() );
		self::assertSame(
			[ '5', '2', '1' ],
			array_map(
				fn ( int $refund ): string => $this->note( $refund )->amounts->incl_tax->to_string(),
				[ 501, 502, 503 ]
			)
		);
	}

	public function test_an_order_that_was_refunded_in_full_is_not_invoiced_anew_at_nothing(): void {
		$this->invoice();
		$this->refund( 501, '12.00' );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );

		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame(
			[ 'skipped', 'nothing_charged', 0 ],
			[ $new?->state->value, $new?->problem?->code->value, $new?->remote_id ]
		);
	}

	/** Nobody has a button for it: its order opens it. */
	public function test_an_order_without_lines_is_invoiced_anew_once_it_has_some(): void {
		$this->invoice();
		$order = $this->world->shop->orders[1];
		$empty = [
			'lines' => [],
			'total' => Decimal::zero(),
		];
		$this->edited( new OrderSnapshot( ...[ ...get_object_vars( $order ), ...$empty ] ) );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 30 );
		self::assertSame( 'nothing_to_invoice', $this->row( Effect::CreateInvoice, 0, 1 )?->problem?->code->value );

		$this->edited( $order );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
	}

	private function edited( OrderSnapshot $order ): void {
		$this->world->shop->orders[1]  = $order;
		$this->world->shop->changed[1] = $this->world->clock->now();
		$this->world->fire( 1 );
		$this->world->pass_time( 30 );
	}

	public function test_what_is_cut_short_goes_on_by_itself(): void {
		for ( $at = 1; $at < 200; $at++ ) {
			$this->setUp();
			$this->invoice();
			$this->world->fate->kill_at = $this->world->fate->steps + $at;
			try {
				$this->world->reissue->now( 1, $this->row( Effect::CreateInvoice )->id ?? 0 );
			} catch ( Killed ) {
				$this->addToAssertionCount( 1 );
			}
			$is_over = $this->world->fate->steps < $this->world->fate->kill_at;
			$this->world->fate->revive();
			$this->world->pass_time( 60 );
			self::assertLessThanOrEqual( 1, count( $this->notes() ), "cut at $at" );
			self::assertSame(
				$this->notes() !== [],
				( $this->row( Effect::CreateInvoice, 0, 1 )->remote_number ?? '' ) !== '',
				"cut at $at"
			);
			if ( $is_over ) {
				self::assertGreaterThan( 20, $at, 'There was something to survive.' );
				return;
			}
		}
	}

	public function test_an_invoice_that_was_replaced_is_history_and_the_order_shows_the_new_one(): void {
		$this->invoice();
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		$differs = $this->row( Effect::CreateInvoice )?->problem;
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
		$url = $this->world->shop->urls[1];
		$this->world->ledger->save(
			LossTransitions::lost(
				$this->world->ledger->find( $this->row( Effect::CreateInvoice )->id ?? 0 ) ?? self::fail(),
				$differs ?? self::fail(),
				$this->world->clock->now()
			)
		);
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ TaskState::Done, $url ],
			[ $this->row( Effect::CreateInvoice )?->state, $this->world->shop->urls[1] ]
		);
	}

	public function test_an_order_that_is_edited_back_is_what_its_invoice_says(): void {
		$this->invoice();
		foreach (
			[ [ '20.00', '4.00', 'differs_from_order' ], [ '10.00', '2.00', null ] ] as [ $ht, $vat, $problem ]
		) {
			$this->world->order( 1, ht: $ht, vat: $vat );
			$this->world->fire( 1 );
			$this->world->pass_time( 10 );
			self::assertSame( $problem, $this->row( Effect::CreateInvoice )?->problem?->code->value );
		}
		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )?->state );
	}

	public function test_what_is_left_with_a_cent_of_rounding_asks_for_its_tax(): void {
		$this->world->change_settings( [ 'rounding_tax_id' => null ] );
		$this->invoice();
		$this->refund( 501, '0.02', '0.02', '0.00' );
		$this->refund( 502, '0.02', '0.02', '0.00' );
		$this->world->reissue->now( 1 );

		$problem = $this->row( Effect::CreateCreditNote )?->problem;
		self::assertSame( [ 'rounding_tax_unset', '0.01' ], [ $problem?->code->value, $problem?->fact( 'amount' ) ] );
	}

	public function test_a_draft_is_not_reissued(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();

		self::assertNull( $this->world->reissue->now( 1 ) );
		self::assertNull( $this->row( Effect::CreateCreditNote ) );
	}
}
