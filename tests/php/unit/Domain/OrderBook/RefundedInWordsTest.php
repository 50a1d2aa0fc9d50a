<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\RefundSettings;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** An order of 12.00 is set to "refunded", and WooCommerce enters a refund of what its gateway took alone. */
final class RefundedInWordsTest extends TestCase {

	public function test_an_order_that_a_gift_card_paid_asks(): void {
		$world = self::refunded( '12', null );

		self::assertSame( TaskState::Attention, self::all( $world )?->state );
		self::assertSame( ProblemCode::RefundNotEntered, self::all( $world )->problem?->code );
		self::assertSame( '12.00 EUR', self::all( $world )->problem?->fact( 'left' ) );
		self::assertCount( 1, $world->invoicing->created, 'Nothing is credited before.' );
	}

	public function test_a_part_of_a_gift_card_asks_and_the_gateways_part_is_credited(): void {
		$world = self::refunded( '5', '7' );

		self::assertSame( '5.00 EUR', self::all( $world )?->problem?->fact( 'left' ) );
		self::assertSame( [ '12', '7' ], self::worth( $world ) );
	}

	public function test_a_person_says_that_it_was_given_back(): void {
		$world = self::refunded( '5', '7' );
		$world->retry->retry( self::all( $world )->id ?? 0 );
		$world->pass_time( 20 );

		self::assertSame( [ '12', '7', '5' ], self::worth( $world ) );
		self::assertSame( TaskState::Done, self::all( $world )?->state );
		$world->pass_time( 60 );
		$codes = array_map(
			static fn ( Task $task ): ?ProblemCode => $task->problem?->code,
			$world->ledger->for_order( 1 )
		);
		self::assertNotContains( ProblemCode::SumsDiffer, $codes, 'Nothing of it is left to be billed.' );
	}

	public function test_an_outage_takes_no_answer_away(): void {
		$world = self::refunded( '5', '7' );
		$world->sellsy->is_down = true;
		$world->retry->retry( self::all( $world )->id ?? 0 );
		$world->pass_time( 5 );
		$world->sellsy->is_down = false;
		$world->pass_time( 60 );

		self::assertSame( [ '12', '7', '5' ], self::worth( $world ) );
		self::assertSame( TaskState::Done, self::all( $world )?->state );
	}

	public function test_another_status_ends_the_question(): void {
		$world = self::refunded( '5', '7' );
		self::set_status( $world, 'completed' );
		$world->fire( 1 );
		$world->pass_time( 10 );

		self::assertSame( TaskState::Skipped, self::all( $world )?->state );
		self::set_status( $world, 'refunded' );
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertSame( TaskState::Attention, self::all( $world )?->state, 'Asked again.' );
		self::assertSame( [ '12', '7' ], self::worth( $world ) );
	}

	public function test_a_refund_that_covers_it_ends_the_question(): void {
		$world = self::refunded( '5', '7' );
		$world->shop->refunds[1][] = self::refund( $world, 101, '5' );
		$world->fire( 1, OrderEvent::REFUNDED );
		$world->pass_time( 20 );

		self::assertSame( TaskState::Skipped, self::all( $world )?->state );
		self::assertSame( [ '12', '7', '5' ], self::worth( $world ) );
	}

	public function test_a_refund_of_all_asks_nothing(): void {
		$world = self::refunded( '0', '12' );
		self::assertNull( self::all( $world ) );
		self::assertSame( [ '12', '12' ], self::worth( $world ) );
	}

	/** Nothing is final, so nothing has to be credited: as with a cancelled order, its draft is to be deleted. */
	#[DataProvider( 'drafts' )]
	public function test_a_draft_is_to_be_deleted_and_is_the_orders_again_with_another_status(
		string $by_card,
		?string $refund,
		string $left,
	): void {
		$world   = self::refunded( $by_card, $refund, false );
		$invoice = static fn (): Task => $world->row();
		self::assertSame( ProblemCode::DraftToDelete, $invoice()->problem?->code );
		self::assertStringStartsWith( 'ANNULÉE', $world->invoicing->updated[0]->subject ?? '' );
		$world->pass_time( 60 );
		self::assertSame( TaskState::Attention, $invoice()->state );

		self::set_status( $world, 'completed' );
		$world->fire( 1 );
		$world->pass_time( 20 );
		self::assertSame( [ TaskState::Done, null ], [ $invoice()->state, $invoice()->problem ] );
		self::assertSame( [ $left ], self::worth( $world ) );
	}

	/** @return iterable<string, array{string, string|null, string}> */
	public static function drafts(): iterable {
		yield 'a gift card paid it all' => [ '12', null, '12' ];
		yield 'and a part' => [ '5', '7', '5' ];
	}

	public function test_a_draft_that_was_deleted_asks_nothing_more(): void {
		$world = self::refunded( '12', null, false );
		$world->sellsy->documents = [];
		$world->pass_time( 120 );
		self::assertSame( TaskState::Skipped, $world->row()->state );
	}

	private static function refunded( string $by_card, ?string $refund, bool $is_final = true ): World {
		$world = new World( finalise: $is_final );
		$world->change_settings(
			[
				'creditnote' => [ 'enabled' => true ],
				'refunds'    => [ 'of_draft' => RefundSettings::UPDATE ],
			]
		);
		$order                  = $world->order( 1 );
		$card                   = Decimal::from_string( $by_card );
		$payment                = new OrderPayment(
			gateway: 'stripe',
			title: 'Carte',
			parts: $card->is_zero() ? [] : [ new PartPayment( 'gift_card', '1', $card ) ]
		);
		$world->shop->orders[1] = new OrderSnapshot(
			...[ ...get_object_vars( $order ), ...[ 'payment' => $payment ] ]
		);
		$world->fire( 1 );
		$world->due->run( 20 );
		self::set_status( $world, 'refunded' );
		if ( $refund !== null ) {
			$world->shop->refunds[1] = [ self::refund( $world, 100, $refund ) ];
			$world->fire( 1, OrderEvent::REFUNDED );
		}
		$world->fire( 1 );
		$world->pass_time( 20 );
		return $world;
	}

	private static function set_status( World $world, string $status ): void {
		$world->shop->orders[1] = new OrderSnapshot(
			...[ ...get_object_vars( $world->shop->orders[1] ), ...[ 'status' => $status ] ]
		);
	}

	private static function refund( World $world, int $id, string $amount ): RefundSnapshot {
		return new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( $amount ),
			lines: [],
			reason: '',
			created_at: $world->clock->now(),
			is_paid_back: true
		);
	}

	/** @return Task|null the row that would credit all that is left. */
	private static function all( World $world ): ?Task {
		return $world->ledger->find_by_key( new TaskKey( 1, Effect::create( DocumentKind::CreditNote ) ) );
	}

	/** @return list<string> of what was made, TTC. */
	private static function worth( World $world ): array {
		$worth = [];
		foreach ( $world->sellsy->documents as $document ) {
			$worth[] = $document->amounts->incl_tax->to_string();
		}
		return $worth;
	}
}
