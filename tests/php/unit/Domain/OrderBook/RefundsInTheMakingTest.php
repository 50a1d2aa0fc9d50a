<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Settings\RefundSettings;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;

/**
 * WooCommerce stores a refund, asks the gateway, and deletes it when the gateway refuses: a runner that is awake in
 * between must not credit it.
 */
final class RefundsInTheMakingTest extends CreditedOrderTestCase {

	public function test_it_is_not_credited_while_the_gateway_is_asked(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->look_after();
		$this->world->shop->refunds[1] = [];
		$this->world->pass_time( 30 );

		self::assertSame( [ [], null ], [ $this->notes(), $this->row( Effect::CreateCreditNote, 501 ) ] );
	}

	public function test_it_counts_once_its_hook_was_heard(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->look_after();
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 2 );

		self::assertCount( 1, $this->notes() );
	}

	public function test_one_that_no_hook_told_of_counts_after_a_quarter_of_an_hour(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->look_after();
		$this->world->pass_time( 13 );
		self::assertSame( [], $this->notes() );

		$this->world->pass_time( 1 );
		self::assertCount( 1, $this->notes() );
	}

	public function test_heard_before_there_was_an_invoice_it_is_credited_with_it(): void {
		$this->add( 501, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 1 );
		$this->invoice();

		self::assertCount( 1, $this->notes() );
	}

	public function test_a_draft_is_not_lowered_by_it(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => 'manual' ],
				'refunds' => [ 'of_draft' => RefundSettings::UPDATE ],
			]
		);
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->look_after();
		self::assertSame( '12.00', $this->invoice_document()->amounts->incl_tax->to_scale( 2 ) );

		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 2 );
		self::assertSame( '7.00', $this->invoice_document()->amounts->incl_tax->to_scale( 2 ) );
	}

	/** The second refund is heard while the gateway of the first one is still asked. */
	public function test_what_is_left_is_reckoned_without_it(): void {
		$this->invoice();
		$this->add( 501, '7.00' );
		$this->add( 502, '12.00' );
		$this->world->open->for_event( $this->world->shop->event( 1, OrderEvent::REFUNDED, '', 502 ) );
		$this->world->pass_time( 2 );
		array_shift( $this->world->shop->refunds[1] );
		$this->world->pass_time( 20 );

		self::assertSame(
			[ '12.00' ],
			array_map(
				static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_scale( 2 ),
				$this->notes()
			)
		);
		self::assertSame( 'done', $this->row( Effect::CreateCreditNote, 502 )?->state->value );
	}

	/** What was credited does not come undone because somebody saves the refund anew. */
	public function test_one_that_was_credited_goes_on_counting(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->world->pass_time( 16 );
		$this->look_after();
		self::assertCount( 1, $this->notes() );

		$this->world->shop->refunds[1] = [];
		$this->add( 501, '5.00' );
		$this->look_after();
		self::assertSame( 'done', $this->row( Effect::CreateCreditNote, 501 )?->state->value );
	}

	/** Something else happens to the order, and a runner is awake. */
	private function look_after(): void {
		$this->world->fire( 1 );
		$this->world->pass_time( 1 );
	}
}
