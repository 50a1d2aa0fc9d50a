<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Settings\Finalise;

/** Orders that are cancelled, and that come back. */
final class CancelledOrdersTest extends CreditedOrderTestCase {

	public function test_an_invoice_that_was_credited_in_full_is_history_whatever_is_edited_or_refunded_then(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->cancel();
		$this->world->order( 1, status: 'cancelled', ht: '20.00', vat: '4.00' );
		$this->delete_refunds();

		self::assertSame(
			[ TaskState::Done, TaskState::Done ],
			[ $this->row( Effect::CreateInvoice )?->state, $this->row( Effect::CreateCreditNote, 501 )?->state ]
		);
		$asked = $this->world->sellsy->count( 'get_document' );
		$this->world->pass_time( 30 );
		self::assertSame(
			$asked,
			$this->world->sellsy->count( 'get_document' ),
			'It is not looked at again and again.'
		);
	}

	public function test_a_cancelled_orders_final_invoice_is_credited_only_where_the_owner_wants_it(): void {
		$this->invoice();
		$this->cancel();
		self::assertSame( [], $this->notes() );

		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->cancel();
		self::assertSame( [ 'SHOP-1/A0', '0' ], [ $this->notes()[0]->key, $this->due() ] );
	}

	public function test_a_reinstated_order_whose_invoice_was_credited_is_invoiced_anew(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->order( 1, status: 'pending' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertNull( $this->row( Effect::CreateInvoice, 0, 1 ) );

		$this->reinstate();
		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame(
			[ 'SHOP-1/R1', '12' ],
			[
				$this->world->sellsy->documents[ $new->remote_id ?? 0 ]->key,
				$this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string(),
			]
		);

		$this->cancel();
		$this->reinstate();
		self::assertSame( [ 2, 3 ], [ count( $this->notes() ), count( $this->world->sellsy->documents ) - 2 ] );
	}

	public function test_the_new_invoice_waits_for_its_trigger_and_is_made_then(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'trigger' => 'completed' ],
				'refunds' => [ 'credit_cancelled' => true ],
			]
		);
		$this->world->order( 1, status: 'completed' );
		$this->invoice();
		$this->cancel();
		$this->reinstate( 'processing' );
		self::assertSame(
			[ 'skipped', 'no_longer_triggered' ],
			[
				$this->row( Effect::CreateInvoice, 0, 1 )?->state->value,
				$this->row( Effect::CreateInvoice, 0, 1 )?->problem?->code->value,
			]
		);

		$this->reinstate( 'completed' );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
	}

	public function test_the_new_invoice_is_made_once_invoices_are_switched_on_again(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		$this->reinstate();
		self::assertSame( 'workflow_disabled', $this->row( Effect::CreateInvoice, 0, 1 )?->problem?->code->value );
		$this->world->change_settings( [ 'invoice' => [ 'enabled' => true ] ] );
		$this->reinstate( 'completed' );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
	}

	public function test_a_credit_note_of_all_that_is_gone_is_not_looked_at_again_and_again(): void {
		$this->world->change_settings(
			[
				'creditnote' => [ 'finalise' => Finalise::MANUAL ],
				'refunds'    => [ 'credit_cancelled' => true ],
			]
		);
		$this->invoice();
		$this->cancel();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote )->remote_id ?? 0 ] );
		$this->world->pass_time( 80 );
		$asked = count( $this->world->sellsy->calls );
		$this->cancel();
		self::assertSame(
			[ 'attention', 'document_gone', $asked ],
			[
				$this->row( Effect::CreateCreditNote )?->state->value,
				$this->row( Effect::CreateCreditNote )?->problem?->code->value,
				count( $this->world->sellsy->calls ),
			]
		);
	}

	public function test_an_order_that_comes_back_before_it_was_credited_keeps_its_invoice(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->world->sellsy->is_down = true;
		$this->cancel();
		$this->reinstate();
		$this->world->sellsy->is_down = false;
		$this->world->pass_time( 80 );
		self::assertSame(
			[ 'skipped', 'no_longer_triggered', [] ],
			[
				$this->row( Effect::CreateCreditNote )?->state->value,
				$this->row( Effect::CreateCreditNote )?->problem?->code->value,
				$this->notes(),
			]
		);

		$this->refund( 501, '5.00' );
		self::assertSame( '5', $this->note( 501 )->amounts->incl_tax->to_string() );
		$this->cancel();
		self::assertSame(
			[ '5', '7' ],
			array_map(
				static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(),
				$this->notes()
			)
		);
	}

	/** @dataProvider statuses_of_a_late_payment */
	public function test_a_late_payment_that_reinstates_the_order_is_that_of_the_new_invoice(
		string $status,
		bool $is_paid,
	): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->record_payments();
		$this->reinstate( $status, $is_paid );

		$new = $this->row( Effect::CreateInvoice, 0, 1 )->remote_id ?? 0;
		self::assertCount( 1, $this->world->payments->made );
		self::assertSame( [ '12' ], array_values( $this->world->payments->links[ $new ] ?? [] ) );
	}

	/** @return iterable<string, array{string, bool}> the order's status, and whether the shop counts it as paid. */
	public static function statuses_of_a_late_payment(): iterable {
		yield 'of WooCommerce' => [ 'processing', true ];
		yield 'of another plugin' => [ 'preparing', true ];
		yield 'on hold, which is no paid one' => [ 'on-hold', false ];
	}

	public function test_while_nobody_can_tell_whether_the_order_is_sold_its_late_payment_waits(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->record_payments();
		$this->reinstate( 'checking', false );
		self::assertSame( [ null, [] ], [ $this->row( Effect::CreateInvoice, 0, 1 ), $this->world->payments->made ] );

		$this->reinstate( 'completed', true );
		$new = $this->row( Effect::CreateInvoice, 0, 1 )->remote_id ?? 0;
		self::assertSame( [ '12' ], array_values( $this->world->payments->links[ $new ] ?? [] ) );
	}

	public function test_the_new_invoice_of_an_order_that_was_asked_for_is_asked_for_too(): void {
		$this->world->change_settings(
			[
				'refunds' => [ 'credit_cancelled' => true ],
				'invoice' => [ 'enabled' => false ],
			]
		);
		$this->world->sync_order->now( 1 );
		$this->world->pass_time( 5 );
		$this->cancel();
		$this->reinstate();

		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice, 0, 1 )?->state );
	}

	public function test_the_new_invoice_of_an_old_order_is_made_although_the_workflow_would_not_take_it(): void {
		$this->world->change_settings(
			[
				'refunds' => [ 'credit_cancelled' => true ],
				'invoice' => [ 'enabled' => false ],
			]
		);
		$this->world->clock->advance( 60 );
		$this->world->old->steer->start(
			new OrderFilter(
				from: '2000-01-01',
				to: '2099-01-01',
				statuses: [ 'processing' ],
				before: $this->world->clock->now()
			),
			[ DocumentKind::Invoice ],
			false
		);
		$this->world->pass_time( 10 );
		self::assertStringStartsWith( 'F-', $this->row( Effect::CreateInvoice )->remote_number ?? '' );
		$this->cancel();
		$this->reinstate();

		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice, 0, 1 )?->state );
	}

	public function test_a_cancelled_order_that_comes_back_as_a_parcel_is_not_sold_again(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->order( 1, status: 'returned' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertNull( $this->row( Effect::CreateInvoice, 0, 1 ) );
	}

	/** Some shops count it as paid, for their reports. */
	public function test_a_cancelled_order_that_is_refunded_is_not_sold_again(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->reinstate( 'refunded', true );

		self::assertNull( $this->row( Effect::CreateInvoice, 0, 1 ) );
	}

	public function test_while_that_credit_note_is_a_draft_the_invoice_stands_and_a_person_is_asked(): void {
		$this->cancelled_with_a_draft();
		$this->reinstate();
		self::assertNull( $this->row( Effect::CreateInvoice, 0, 1 ) );
		self::assertSame( [ 'attention', 'reinstated' ], $this->of_all() );

		$this->world->invoicing->finalised( $this->notes()[0] );
		$this->world->pass_time( 140 );
		self::assertGreaterThan( 0, $this->row( Effect::CreateInvoice, 0, 1 )?->remote_id );
		self::assertSame( [ 'done', null ], $this->of_all() );
	}

	public function test_that_draft_is_deleted_and_the_invoice_is_the_orders_again(): void {
		$this->cancelled_with_a_draft();
		$this->reinstate();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote )->remote_id ?? 0 ] );
		$this->world->pass_time( 140 );
		self::assertSame( [ 'skipped', 'no_longer_triggered' ], $this->of_all() );

		$this->cancel();
		self::assertCount( 1, $this->notes() );
		self::assertSame( [ 'done', null ], $this->of_all() );
	}

	public function test_that_draft_is_right_once_the_order_is_cancelled_again(): void {
		$this->cancelled_with_a_draft();
		$this->reinstate();
		$this->cancel();
		self::assertSame( [ 'done', null ], $this->of_all() );
		self::assertCount( 1, $this->notes() );
	}

	private function cancelled_with_a_draft(): void {
		$this->world->change_settings(
			[
				'refunds'    => [ 'credit_cancelled' => true ],
				'creditnote' => [ 'finalise' => Finalise::MANUAL ],
			]
		);
		$this->invoice();
		$this->cancel();
	}

	/** @return array{string|null, string|null} state and problem. */
	private function of_all(): array {
		$row = $this->row( Effect::CreateCreditNote );
		return [ $row?->state->value, $row?->problem?->code->value ];
	}

	public function test_a_refund_after_everything_is_credited_is_left_out(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->refund( 501, '12.00' );

		self::assertSame( 'already_credited', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		self::assertCount( 1, $this->notes() );
	}

	private function record_payments(): void {
		$this->world->change_settings(
			[
				'refunds'  => [ 'credit_cancelled' => true ],
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway' => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
	}
}
