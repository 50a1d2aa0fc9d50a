<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Row;

/** Refunds that are deleted in the shop, and entered again. */
final class DeletedRefundsTest extends CreditedOrderTestCase {

	public function test_a_lowered_draft_bills_all_again_when_its_refund_is_deleted(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '4.80', '4.00', '0.80' );
		$this->delete_refunds();

		self::assertSame( '12', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertCount( 2, $this->world->invoicing->updated );
	}

	public function test_a_refund_deleted_after_its_lowered_invoice_is_final_is_said(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '4.80', '4.00', '0.80' );
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->pass_time( 70 );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice )?->state->value );
		$this->delete_refunds();

		$problem = $this->row( Effect::CreateInvoice )?->problem;
		self::assertSame(
			[ 'differs_from_order', '12.00', '7.20' ],
			[ $problem?->code->value, $problem?->fact( 'order_total' ), $problem?->fact( 'document_total' ) ]
		);
	}

	public function test_a_draft_that_is_refunded_whole_is_to_be_deleted(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '12.00' );

		self::assertSame(
			[ 'attention', 'draft_to_delete' ],
			[
				$this->row( Effect::CreateInvoice )?->state->value,
				$this->row( Effect::CreateInvoice )?->problem?->code->value,
			]
		);
		self::assertStringStartsWith( 'ANNULÉE – Commande 1', $this->world->invoicing->updated[0]->subject );
	}

	/** WooCommerce's REST deletes one without a hook, and saves no order. */
	public function test_a_credited_refund_that_goes_without_a_word_is_found_by_the_pass(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->refund( 502, '2.00' );
		$this->world->shop->refunds[1] = [ $this->world->shop->refunds[1][1] ];
		$this->world->pass_time( 10 );
		self::assertSame(
			[ 'refund_undone', null ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
				$this->row( Effect::CreateCreditNote, 502 )?->problem?->code->value,
			]
		);
		$tries = count( $this->world->shop->tries );
		$this->world->pass_time( 60 );
		self::assertCount( $tries, $this->world->shop->tries, 'It is said once.' );
	}

	public function test_a_refund_deleted_before_its_credit_note_is_left_out(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->process->process( $this->row( Effect::FollowOrder, 501 )->id ?? 0 );
		$this->world->shop->refunds[1] = [];
		$this->world->pass_time( 10 );

		self::assertSame(
			[ 'skipped', 'refund_gone' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);
	}

	public function test_a_refund_that_was_read_as_gone_and_is_there_is_credited(): void {
		$this->invoice();
		$this->world->sellsy->is_down = true;
		$this->refund( 501, '5.00' );
		$refunds                      = $this->world->shop->refunds;
		$this->world->shop->refunds   = [];
		$this->world->sellsy->is_down = false;
		$this->world->pass_time( 60 );
		self::assertSame( 'refund_gone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );

		$this->world->shop->refunds = $refunds;
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
		self::assertSame( '5', $this->note( 501 )->amounts->incl_tax->to_string() );
	}

	public function test_a_refund_deleted_after_its_credit_note_is_said(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();

		self::assertSame(
			[ 'attention', 'refund_undone' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);
		self::assertCount( 1, $this->notes() );
	}

	public function test_a_refund_that_is_deleted_and_entered_again_has_its_credit_note_already(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->refund( 502, '5.00' );

		$row = $this->row( Effect::CreateCreditNote, 502 );
		self::assertSame(
			[ 'skipped', 'already_credited', 'F-0002' ],
			[ $row?->state->value, $row?->problem?->code->value, $row?->problem?->fact( 'number' ) ]
		);
		self::assertSame( [ 1, '7' ], [ count( $this->notes() ), $this->due() ] );

		$this->refund( 503, '5.00' );
		self::assertSame( [ 2, '2' ], [ count( $this->notes() ), $this->due() ] );
	}

	public function test_the_credit_note_of_a_refund_that_was_entered_again_goes_on(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->refund( 502, '5.00' );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ TaskState::Done, null ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state,
				$this->row( Effect::CreateCreditNote, 501 )?->problem,
			]
		);
		$asked = $this->world->sellsy->count( 'get' );
		$this->world->pass_time( 10 );
		self::assertSame( $asked, $this->world->sellsy->count( 'get' ), 'It is not looked at again and again.' );

		$this->world->invoicing->finalised( $this->note( 501 ) );
		$this->world->pass_time( 70 );
		self::assertSame( '7', $this->due() );

		$this->delete_refunds();
		self::assertSame( 'refund_undone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
	}

	public function test_the_last_refund_takes_what_is_left_after_one_that_was_entered_again(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->refund( 502, '5.00' );
		$this->refund( 503, '7.00', '5.00', '1.00' );

		self::assertSame( [ '7', '0' ], [ $this->note( 503 )->amounts->incl_tax->to_string(), $this->due() ] );
	}

	public function test_a_credit_note_whose_refund_was_deleted_still_takes_of_the_invoice(): void {
		$this->invoice();
		$this->refund( 501, '10.00' );
		$this->delete_refunds();
		$this->refund( 502, '2.01' );

		$problem = $this->row( Effect::CreateCreditNote, 502 )?->problem;
		self::assertSame(
			[ 'refund_over_invoice', '2.01', '2.00' ],
			[ $problem?->code->value, $problem?->fact( 'refund' ), $problem?->fact( 'remaining' ) ]
		);
		self::assertCount( 1, $this->notes() );
	}

	public function test_a_credit_note_deleted_at_sellsy_with_its_refund_takes_nothing(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '12.00' );
		$this->delete_refunds();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->refund( 502, '12.00' );

		self::assertSame( '12', $this->note( 502 )->amounts->incl_tax->to_string() );
	}

	public function test_an_invoice_is_issued_anew_where_nothing_was_given_back_after_all(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$row = $this->row( Effect::CreateCreditNote, 501 ) ?? self::fail();
		self::assertNotNull( $this->world->reissue->now( 1, $row->id ) );
		$this->world->pass_time( 10 );

		self::assertSame(
			[ '5', '7' ],
			array_map(
				static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(),
				$this->notes()
			)
		);
		self::assertSame(
			'12',
			$this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id
				?? 0 ]->amounts->incl_tax->to_string()
		);
		self::assertSame(
			[ 'done', null ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem,
			]
		);
		self::assertNull( $this->world->reissue->now( 1, $row->id ), 'A second click.' );
	}

	public function test_a_draft_credit_note_that_is_deleted_after_its_refund_is_missed_by_nobody(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->pass_time( 70 );

		$row = $this->row( Effect::CreateCreditNote, 501 );
		self::assertSame(
			[ 'skipped', 'refund_gone', 0 ],
			[ $row?->state->value, $row?->problem?->code->value, $row?->remote_id ]
		);
	}

	/** Nobody knows its sum any more: it is not zero. */
	public function test_beside_a_refund_that_was_deleted_no_sum_is_compared(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$note     = $this->row( Effect::CreateCreditNote, 501 )->id ?? 0;
		$compared = function () use ( $note ): array {
			$shown = $this->world->engine->read_order_sheet()->read( 1 )->documents[ $note ];
			return [ $shown->ordered, $shown->agreement?->value, $shown->document->incl_tax ];
		};
		self::assertSame( [ 500, 'equal', 500 ], $compared() );

		$this->delete_refunds();

		self::assertSame( [ null, null, 500 ], $compared() );
	}

	public function test_all_that_is_left_is_credited_once_drafts_are_final_or_deleted(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->world->reissue->now( 1 );
		self::assertSame( 60, Row::wait( $this->row( Effect::CreateCreditNote ) ) );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ 'queued', 'draft_credit_note' ],
			[
				$this->row( Effect::CreateCreditNote )?->state->value,
				$this->row( Effect::CreateCreditNote )?->problem?->fact( 'for' ),
			]
		);

		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->pass_time( 90 );
		self::assertSame(
			[ '12' ],
			array_map(
				static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(),
				$this->notes()
			)
		);
	}

	public function test_a_credit_note_that_is_gone_with_its_refund_is_missed_by_nobody(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->pass_time( 80 );
		self::assertSame( 'document_gone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		$this->delete_refunds();
		self::assertSame(
			[ 'skipped', 'refund_gone' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);
	}

	public function test_a_credit_note_that_is_found_again_without_its_refund_says_so(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->add( 501, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 1 );
		$this->delete_refunds();
		$this->world->pass_time( 20 );
		self::assertSame( 'refund_undone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
	}

	public function test_a_draft_that_is_deleted_is_noticed_before_the_invoice_is_issued_anew(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );

		self::assertSame( 'document_gone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		self::assertSame(
			'12',
			$this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id
				?? 0 ]->amounts->incl_tax->to_string()
		);
	}

	public function test_a_credit_note_that_waits_for_a_draft_asks_for_no_more_than_that(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 300 );
		$before = count( $this->world->sellsy->calls );
		$this->world->pass_time( 60 );
		self::assertLessThanOrEqual( 6, count( $this->world->sellsy->calls ) - $before );
		self::assertSame(
			[ 'get_document' ],
			array_values( array_unique( array_slice( $this->world->sellsy->calls, $before ) ) )
		);
	}

	public function test_an_order_shows_the_credit_note_that_is_left(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->refund( 502, '2.00' );
		$first  = $this->note( 501 )->id;
		$second = $this->note( 502 )->id;
		unset( $this->world->sellsy->documents[ $second ] );
		array_pop( $this->world->shop->refunds[1] );
		$this->world->pass_time( 70 );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 502 )->id ?? 0 );
		$this->world->pass_time( 10 );

		self::assertContains( "1 detached $second, shows $first", $this->world->shop->notes );
	}

	public function test_a_refund_is_credited_when_the_draft_that_counted_for_it_is_deleted(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->refund( 502, '5.00' );
		self::assertSame( 'already_credited', $this->row( Effect::CreateCreditNote, 502 )?->problem?->code->value );

		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->pass_time( 80 );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 20 );
		self::assertSame(
			[ 'refund_gone', '5' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
				$this->note( 502 )->amounts->incl_tax->to_string(),
			]
		);
	}

	public function test_a_draft_credit_note_that_is_deleted_alone_is_missed(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->add( 501, '5.00' );
		$this->world->sellsy->documents = array_slice( $this->world->sellsy->documents, 0, 1, true );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->due->run( 20 );

		self::assertSame(
			[ 'attention', 'document_gone' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);
	}

	public function test_a_refund_takes_no_more_than_the_invoice_holds_whatever_the_order_says_by_now(): void {
		$this->invoice();
		$this->refund( 501, '12.01' );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 10 );

		self::assertSame( 'refund_over_invoice', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
	}

	public function test_a_refund_that_stopped_and_was_deleted_holds_none_up(): void {
		$this->invoice();
		$this->refund( 501, '12.01' );
		$this->delete_refunds();
		$this->refund( 502, '12.00' );

		self::assertSame( [ '12', '0' ], [ $this->note( 502 )->amounts->incl_tax->to_string(), $this->due() ] );
	}
}
