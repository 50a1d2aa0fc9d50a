<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Linking;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Watching\LostDocument;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** A document that is linked where the order's own invoice was cancelled. */
final class LinkInPlaceTest extends LinkTestCase {

	/** Its number is in the buyer's hands: it stays on the order, as it does where another is made here. */
	public function test_one_in_place_of_a_cancelled_invoice_leaves_that_one_named(): void {
		$own = $this->cancelled();
		$this->made_in_place_of( $own );
		$new = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->world->pass_time( 30 );

		$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ $own->remote_id, $own->remote_number ], [ $old->remote_id, $old->remote_number ] );
		self::assertTrue( $old->is_replaced() );
		self::assertSame( TaskState::Skipped, $old->state );
		self::assertSame( [ 1, $old->id, 900 ], [ $new->key->revision, $new->parent_id, $new->remote_id ] );
		self::assertSame( [ 900 ], $this->paid_on(), 'The payment went over.' );
		self::assertSame( 'https://sellsy.example.com/900', $this->world->shop->urls[1] ?? '' );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
		$this->refund( 501, '4.00' );
		self::assertSame( $new->id, $this->row( Effect::CreateCreditNote, 501 )?->parent_id );
		self::assertSame( 'done', $this->states( 501 )[0] );

		self::assertFalse( $this->can_unlink( $new ), 'It was credited.' );
	}

	/** It went with its order, and nobody was asked: what is linked after all stands in its place as well. */
	public function test_one_in_place_of_an_invoice_that_was_cancelled_with_its_order_leaves_that_one_named(): void {
		$own = $this->cancelled( is_paid: false, off: true );
		self::assertSame( TaskState::Skipped, $own->state );
		self::assertFalse( $own->is_replaced() );
		$this->made_in_place_of( $own );
		$new = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->world->pass_time( 30 );

		$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ 1, $old->id, 900 ], [ $new->key->revision, $new->parent_id, $new->remote_id ] );
		self::assertSame( TaskState::Skipped, $old->state );
		self::assertTrue( $old->is_replaced() );
		self::assertFalse( ( new Offers() )->accepts( RowAct::MakeNow, $old ) );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
	}

	public function test_where_that_breaks_off_no_other_is_made(): void {
		for ( $step = 1; $step < 200; $step++ ) {
			$this->setUp();
			$this->made_in_place_of( $this->cancelled( is_paid: false, off: true ) );
			[ $found ] = $this->look( $this->invoice, 'F-9' );

			$this->world->fate->kill_at = $this->world->fate->steps + $step;
			try {
				$this->link( $found );
				$is_dead = false;
			} catch ( Killed ) {
				$is_dead = true;
			}
			$this->world->fate->revive();
			$this->world->pass_time( 30 );

			$why = "Killed at step $step.";
			$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
			$new = $this->row( Effect::CreateInvoice, 0, 1 );
			self::assertSame( 1, $this->world->sellsy->count( 'create' ), $why );
			self::assertSame( [ TaskState::Skipped, true ], [ $old->state, $old->has_cancelled_document() ], $why );
			self::assertSame( $new?->is_linked() === true, $old->is_replaced(), $why );
			if ( ! $is_dead ) {
				return;
			}
		}
		self::fail( 'It is linked in the end.' );
	}

	public function test_a_link_in_place_of_a_cancelled_invoice_that_breaks_off_is_finished_or_asked(): void {
		for ( $step = 1; $step < 200; $step++ ) {
			$this->setUp();
			$this->made_in_place_of( $this->cancelled() );
			[ $found ] = $this->look( $this->invoice, 'F-9' );

			$this->world->fate->kill_at = $this->world->fate->steps + $step;
			try {
				$this->link( $found );
				$is_dead = false;
			} catch ( Killed ) {
				$is_dead = true;
			}
			$this->world->fate->revive();
			$this->world->pass_time( 30 );

			$why = "Killed at step $step.";
			$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
			$new = $this->row( Effect::CreateInvoice, 0, 1 );
			self::assertSame( 1, $this->world->sellsy->count( 'create' ), $why );
			self::assertTrue( $old->has_cancelled_document(), $why );
			self::assertSame( $new?->is_linked() === true, $old->is_replaced(), $why );
			if ( $new?->is_linked() !== true ) {
				self::assertSame( TaskState::Attention, $old->state, $why );
				$this->world->retry->retry( $old->id );
				$this->world->pass_time( 30 );
				$new = $this->row( Effect::CreateInvoice, 0, 1 ) ?? self::fail( $why );
				self::assertSame( TaskState::Done, $new->state, $why );
				self::assertSame( 2, $this->world->sellsy->count( 'create' ), $why );
			}
			self::assertSame( [ $new->remote_id ], $this->paid_on(), $why );
			if ( ! $is_dead ) {
				return;
			}
		}
		self::fail( 'It is linked in the end.' );
	}

	/** What was linked is not this order's after all: there is none, and one may be made or linked. */
	public function test_what_was_linked_in_place_of_a_cancelled_invoice_can_be_unlinked(): void {
		$this->cancelled( is_paid: false );
		$this->made( 900, 'F-9' );
		$new = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		self::assertTrue( $this->can_unlink( $new ) );
		$this->made( 901, 'F-10' );
		$again = $this->link( $this->look( $this->invoice, 'F-10' )[0] ) ?? self::fail();
		self::assertSame( [ $new->id, 901 ], [ $again->id, $again->remote_id ] );
	}

	/** For the same customer: Sellsy sets nobody's payment against the invoice of another. */
	private function made_in_place_of( Task $own ): void {
		$this->made( 900, 'F-9' );
		$this->says( 900, '10.00' );
		$this->world->sellsy->billed[900]      = $this->world->sellsy->billed[ $own->remote_id ];
		$this->world->invoicing->parties[900] = $this->world->invoicing->parties[ $own->remote_id ]
			?? $this->world->invoicing->parties[900];
	}

	private function can_unlink( Task $task ): bool {
		return $this->world->engine->unlink_document()->unlink( $task->id );
	}

	/**
	 * The order's own final invoice was cancelled in Sellsy, and its payment with it.
	 *
	 * @param bool $off the order as well.
	 */
	private function cancelled( bool $is_paid = true, bool $off = false ): Task {
		$this->world->change_settings(
			[
				'invoice'  => [ 'finalise' => Finalise::NOW ],
				'payments' => $is_paid ? self::PAYMENTS : [ 'enabled' => false ],
			]
		);
		$this->invoice();
		$own = $this->row( Effect::CreateInvoice ) ?? self::fail();
		$was = $this->world->sellsy->documents[ $own->remote_id ];
		self::assertSame( $is_paid ? [ $own->remote_id ] : [], $this->paid_on() );
		$fields = get_object_vars( $was );

		$this->world->sellsy->documents[ $own->remote_id ] = new RemoteDocument(
			...[
				...$fields,
				'status' => 'cancelled',
			]
		);
		unset( $this->world->payments->links[ $own->remote_id ], $this->world->payments->lowered[ $own->remote_id ] );
		$gone = LostDocument::of_cancelled( $was );
		$now  = $this->world->clock->now();
		if ( $off ) {
			$this->world->order( 1, status: 'cancelled', is_paid: false );
		}
		$this->world->ledger->save(
			$off ? LossTransitions::withdrawn( $own, $gone, $now ) : LossTransitions::lost( $own, $gone, $now )
		);
		$this->world->pass_time( 5 );
		return $this->row( Effect::CreateInvoice ) ?? self::fail();
	}

	/** @return list<int> documents on which money stands. */
	private function paid_on(): array {
		return array_keys( array_filter( $this->world->payments->links ) );
	}
}
