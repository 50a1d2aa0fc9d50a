<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Linking;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;

/** What was linked by mistake is taken off again. */
final class UnlinkDocumentTest extends LinkTestCase {

	public function test_unlinked_the_order_is_left_without_until_somebody_asks(): void {
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		self::assertTrue( ( new Offers() )->accepts( RowAct::Unlink, $row ) );

		self::assertTrue( $this->world->engine->unlink_document()->unlink( $row->id ) );
		$told = [
			'task'    => $row->id,
			'attempt' => 0,
			'outcome' => 'skipped',
			'code'    => 'done_by_hand',
		];
		self::assertContains( $told, $this->world->shop->tries );

		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ TaskState::Skipped, 0, '' ], [ $row->state, $row->remote_id, $row->remote_number ] );
		self::assertSame( '', $this->world->shop->urls[1] ?? '' );
		self::assertSame( [], $this->world->report->documents( [ $row->id ] ) );
		$this->world->fire( 1 );
		$this->world->fire( 1, OrderEvent::PAYMENT );
		$this->world->pass_time( 30 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertSame( 1, count( $this->look( $this->invoice, 'F-9' ) ), 'It may be linked again.' );
		self::assertSame( TaskState::Done, $this->world->sync_order->now( 1, by_hand: true )?->state );
	}

	public function test_neither_our_own_nor_what_a_credit_note_was_made_of_is_unlinked(): void {
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->refund( 501, '4.00' );
		self::assertFalse( $this->world->engine->unlink_document()->unlink( $row->id ) );
		$note = $this->row( Effect::CreateCreditNote, 501 ) ?? self::fail();
		self::assertFalse( $this->world->engine->unlink_document()->unlink( $note->id ) );
	}

	public function test_linked_to_another_invoice_the_payment_is_recorded_there(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$unlink = $this->world->engine->unlink_document();
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		self::assertFalse( $unlink->unlink( $row->id ), 'Its payment is about to be recorded.' );
		$this->world->pass_time( 10 );
		self::assertTrue( $unlink->unlink( $row->id ) );
		self::assertSame(
			[ TaskState::Skipped, 0 ],
			[ $this->effect( Effect::RecordPayment )?->state, $this->effect( Effect::RecordPayment )?->remote_id ]
		);

		$this->made( 901, 'F-10' );
		$this->link( $this->look( $this->invoice, 'F-10' )[0] );
		$this->world->pass_time( 10 );
		self::assertSame( TaskState::Done, $this->effect( Effect::RecordPayment )?->state );
		self::assertSame( [ 900, 901 ], array_keys( $this->world->payments->links ) );
		self::assertSame( 2, count( $this->world->payments->made ) );
	}

	public function test_it_is_not_unlinked_while_a_credit_note_is_computed(): void {
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$now = $this->world->clock->now();
		$id  = $this->world->ledger->open( new TaskKey( 1, Effect::CreateCreditNote, 501 ), $now, $row->id );
		$this->world->ledger->claim( (int) $id, $now, 'token', $now->modify( '+5 minutes' ) );
		self::assertFalse( $this->world->engine->unlink_document()->unlink( $row->id ) );
	}
}
