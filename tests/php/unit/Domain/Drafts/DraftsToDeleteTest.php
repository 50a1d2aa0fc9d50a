<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;

/** Drafts of orders that charge nothing any more, which a person is asked to delete at Sellsy. */
final class DraftsToDeleteTest extends CreditedOrderTestCase {

	public function test_a_cancelled_orders_draft_says_so_and_asks_for_its_deletion(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->cancel();

		self::assertStringStartsWith( 'ANNULÉE – Commande 1', $this->world->invoicing->updated[0]->subject );
		self::assertSame(
			[ 'attention', 'draft_to_delete' ],
			[
				$this->row( Effect::CreateInvoice )?->state->value,
				$this->row( Effect::CreateInvoice )?->problem?->code->value,
			]
		);
		self::assertCount( 1, $this->world->invoicing->updated );

		$this->world->pass_time( 10 );
		self::assertCount( 1, $this->world->invoicing->updated );
	}

	public function test_the_task_closes_itself_once_the_draft_is_deleted(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$draft = $this->invoice_document();
		$this->cancel();
		$this->world->pass_time( 70 );
		self::assertSame(
			'draft_to_delete',
			$this->row( Effect::CreateInvoice )?->problem?->code->value,
			'It stands.'
		);

		unset( $this->world->sellsy->documents[ $draft->id ] );
		$this->world->pass_time( 70 );
		$row = $this->row( Effect::CreateInvoice );
		self::assertSame(
			[ 'skipped', 'nothing_charged', 0, null ],
			[ $row?->state->value, $row?->problem?->code->value, $row?->remote_id, $this->world->shop->urls[1] ?? null ]
		);

		$this->reinstate();
		self::assertSame(
			[ 'done', 'SHOP-1', '12' ],
			[
				$this->row( Effect::CreateInvoice )?->state->value,
				$this->invoice_document()->key,
				$this->invoice_document()->amounts->incl_tax->to_string(),
			]
		);
	}

	public function test_a_draft_that_was_missed_is_missed_no_more_once_its_order_is_cancelled(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->world->sellsy->documents = [];
		$this->world->pass_time( 70 );
		self::assertSame( 'document_gone', $this->row( Effect::CreateInvoice )?->problem?->code->value );

		$this->cancel();
		$this->world->pass_time( 10 );
		self::assertSame(
			[ 'skipped', 'nothing_charged' ],
			[
				$this->row( Effect::CreateInvoice )?->state->value,
				$this->row( Effect::CreateInvoice )?->problem?->code->value,
			]
		);

		$this->reinstate();
		self::assertSame( '12', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	public function test_the_task_closes_at_once_where_a_person_says_that_the_draft_is_deleted(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->sellsy->documents = [];
		$this->world->retry->retry( $this->row( Effect::CreateInvoice )->id ?? 0 );
		$this->world->due->run( 20 );

		self::assertSame(
			[ 'skipped', 'nothing_charged' ],
			[
				$this->row( Effect::CreateInvoice )?->state->value,
				$this->row( Effect::CreateInvoice )?->problem?->code->value,
			]
		);
	}

	public function test_a_draft_that_was_refunded_whole_and_is_deleted_leaves_nothing_to_invoice(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '12.00' );
		$this->world->sellsy->documents = [];
		$this->world->pass_time( 70 );
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::NOW ] ] );
		foreach ( [ 'completed', 'processing' ] as $status ) {
			$this->reinstate( $status );
			self::assertSame(
				[ 'skipped', 'nothing_charged' ],
				[
					$this->row( Effect::CreateInvoice )?->state->value,
					$this->row( Effect::CreateInvoice )?->problem?->code->value,
				]
			);
		}
		self::assertSame( [], $this->world->sellsy->documents );
	}

	public function test_a_draft_that_replaced_another_invoice_is_made_again_when_its_order_comes_back(): void {
		$this->invoice();
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
		$this->cancel();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id ?? 0 ] );
		$this->world->pass_time( 70 );
		self::assertSame( 'nothing_charged', $this->row( Effect::CreateInvoice, 0, 1 )?->problem?->code->value );

		$this->reinstate();
		self::assertSame(
			'12',
			$this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id
				?? 0 ]->amounts->incl_tax->to_string()
		);
	}

	public function test_a_draft_that_was_deleted_because_of_a_refund_is_made_again_without_it(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '12.00' );
		$this->world->sellsy->documents = [];
		$this->world->pass_time( 70 );
		$this->delete_refunds();

		self::assertSame( '12', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	public function test_a_final_invoice_that_is_gone_is_missed_whatever_became_of_its_order(): void {
		$this->invoice();
		$this->world->order( 1, status: 'cancelled', ht: '20.00', vat: '4.00' );
		$this->world->sellsy->documents = [];
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertSame( 'document_gone', $this->row( Effect::CreateInvoice )?->problem?->code->value );
	}

	public function test_a_cancelled_orders_draft_that_somebody_made_final_after_all_is_its_invoice(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'credit_cancelled' => true ],
			]
		);
		$this->invoice();
		$this->cancel();
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->pass_time( 80 );

		self::assertSame(
			[ 'done', null ],
			[ $this->row( Effect::CreateInvoice )?->state->value, $this->row( Effect::CreateInvoice )?->problem ]
		);
		self::assertSame( [ 'SHOP-1/A0', '0' ], [ $this->notes()[0]->key, $this->due() ] );
	}

	public function test_one_that_was_made_final_asks_when_its_order_comes_back(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->order( 1, status: 'cancelled', ht: '20.00', vat: '4.00' );
		$this->world->pass_time( 80 );
		self::assertSame(
			[ 'differs_from_order', '24.00' ],
			[
				$this->row( Effect::CreateInvoice )?->problem?->code->value,
				$this->row( Effect::CreateInvoice )?->problem?->fact( 'order_total' ),
			]
		);

		$this->reinstate();
		self::assertSame(
			[ 'differs_from_order', '12.00' ],
			[
				$this->row( Effect::CreateInvoice )?->problem?->code->value,
				$this->row( Effect::CreateInvoice )?->problem?->fact( 'order_total' ),
			]
		);
		self::assertTrue( $this->world->keep->keep( $this->row( Effect::CreateInvoice )->id ?? 0 ) );
		self::assertSame(
			[ 'done', null ],
			[ $this->row( Effect::CreateInvoice )?->state->value, $this->row( Effect::CreateInvoice )?->problem ]
		);
	}

	public function test_one_whose_buyer_was_erased_is_to_be_deleted_too(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->world->order( 1, Buyer::erased(), status: 'cancelled' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 'draft_to_delete', $this->row( Effect::CreateInvoice )?->problem?->code->value );
	}

	public function test_a_refund_of_a_cancelled_order_ends_with_its_draft_and_comes_back_with_it(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'credit' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->cancel();
		$this->world->sellsy->documents = [];
		$this->world->pass_time( 90 );
		self::assertSame(
			[ 'skipped', 'invoice_missing' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);

		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::NOW ] ] );
		$this->reinstate();
		$this->world->pass_time( 20 );
		self::assertSame(
			[ '12', '5' ],
			[
				$this->invoice_document()->amounts->incl_tax->to_string(),
				$this->note( 501 )->amounts->incl_tax->to_string(),
			]
		);
	}

	public function test_a_reinstated_orders_draft_is_an_invoice_again_and_its_task_is_closed(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertSame(
			[ 'Commande 1', 2 ],
			[ $this->world->invoicing->updated[1]->subject, count( $this->world->invoicing->updated ) ]
		);
		self::assertSame(
			[ TaskState::Done, null ],
			[ $this->row( Effect::CreateInvoice )?->state, $this->row( Effect::CreateInvoice )?->problem ]
		);

		$this->cancel();
		self::assertStringStartsWith( 'ANNULÉE', $this->world->invoicing->updated[2]->subject );
	}

	public function test_a_draft_that_was_refunded_whole_stays_to_be_deleted_whatever_the_status(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '12.00' );
		$this->world->order( 1, status: 'completed' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 'draft_to_delete', $this->row( Effect::CreateInvoice )?->problem?->code->value );

		$this->world->retry->retry( $this->row( Effect::CreateInvoice )->id ?? 0 );
		$this->world->pass_time( 10 );
		self::assertSame( 'draft_to_delete', $this->row( Effect::CreateInvoice )?->problem?->code->value );
	}
}
