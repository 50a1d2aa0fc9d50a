<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A kind leaves alone what had its moment before the kind was switched on, whoever saves the order later. */
final class SwitchedOnLaterTest extends TestCase {

	private const MONDAY    = '2026-11-23 10:00:00';
	private const TUESDAY   = '2026-11-24 10:00:00';
	private const WEDNESDAY = '2026-11-25 10:00:00';

	/**
	 * Switched on on Tuesday, at ten o'clock.
	 *
	 * @return iterable<string, array{string, string, string, array<string, string>, bool}> trigger, status now, status
	 *         that it just left, moments, left alone.
	 */
	public static function orders(): iterable {
		$old     = [ 'created_at' => self::MONDAY ];
		$paid    = $old + [ 'paid_at' => self::MONDAY ];
		$now     = $old + [ 'paid_at' => self::WEDNESDAY ];
		$shipped = $old + [ 'shipped_at' => '2026-11-23 23:59:59' ];
		$same    = $old + [ 'shipped_at' => '2026-11-24 23:59:59' ];
		yield 'paid before, completed now'           => [ 'paid', 'completed', 'processing', $paid, true ];
		yield 'paid before, saved now'               => [ 'paid', 'processing', '', $paid, true ];
		yield 'placed before, paid now'              => [ 'paid', 'processing', 'on-hold', $now, false ];
		yield 'placed before, paid now, hook lost'   => [ 'paid', 'processing', '', $now, false ];
		yield 'paid in that very second'             => [
			'paid',
			'processing',
			'',
			$old + [ 'paid_at' => self::TUESDAY ],
			false,
		];
		yield 'a paid status without a day, now'     => [ 'paid', 'packed', 'processing', $old, false ];
		yield 'a paid status without a day, saved'   => [ 'paid', 'packed', '', $old, true ];
		yield 'placed in that very second'           => [
			'confirmed',
			'on-hold',
			'',
			[ 'created_at' => self::TUESDAY ],
			false,
		];
		yield 'confirmed before, saved now'          => [ 'confirmed', 'on-hold', '', $old, true ];
		yield 'confirmed before, paid now'           => [ 'confirmed', 'processing', 'on-hold', $now, true ];
		yield 'confirmed before, completed now'      => [ 'confirmed', 'completed', 'processing', $paid, true ];
		yield 'placed before, confirmed now'         => [ 'confirmed', 'on-hold', 'pending', $old, false ];
		yield 'completed before, saved now'          => [
			'completed',
			'completed',
			'',
			$paid + [ 'completed_at' => self::MONDAY ],
			true,
		];
		yield 'paid before, completed now as it asks' => [
			'completed',
			'completed',
			'processing',
			$paid + [ 'completed_at' => self::WEDNESDAY ],
			false,
		];
		yield 'a status of the shop, now'            => [ 'status:packed', 'packed', 'processing', $paid, false ];
		yield 'a status of the shop, saved now'      => [ 'status:packed', 'packed', '', $paid, true ];
		yield 'shipped before, saved now'            => [ 'shipped', 'processing', '', $shipped, true ];
		yield 'shipped before, completed now'        => [ 'shipped', 'completed', 'processing', $shipped, true ];
		yield 'shipped on the very day'              => [ 'shipped', 'processing', '', $same, false ];
		yield 'a parcel without a day'               => [ 'shipped', 'processing', '', $paid, false ];
	}

	/** @param array<string, string> $moments */
	#[DataProvider( 'orders' )]
	public function test_moments( string $trigger, string $status, string $from, array $moments, bool $alone ): void {
		$given = static fn ( string $name ): ?\DateTimeImmutable =>
			isset( $moments[ $name ] ) ? new \DateTimeImmutable( $moments[ $name ] ) : null;
		$facts = new OrderFacts(
			status: $status,
			paid_statuses: [ 'processing', 'completed', 'packed' ],
			payment_complete: false,
			has_date_paid: isset( $moments['paid_at'] ),
			created_day: '2026-11-23',
			foreign_url: '',
			is_shipped: $trigger === Trigger::SHIPPED,
			moments: new OrderMoments(
				created_at: $given( 'created_at' ) ?? self::fail(),
				paid_at: $given( 'paid_at' ),
				completed_at: $given( 'completed_at' ),
				shipped_at: $given( 'shipped_at' ),
				from: $from
			)
		);
		foreach ( [ true, false ] as $is_known ) {
			$settings = ( new SettingsArray() )->merged(
				( new World() )->shop->settings,
				[
					'invoice' => [
						'enabled'    => true,
						'start_date' => '2026-11-01',
						'trigger'    => $trigger,
						'since'      => $is_known ? strtotime( self::TUESDAY ) : null,
					],
				]
			)->workflows['invoice'];
			self::assertNull( ( new WorkflowSelector() )->on_event( $settings, $facts ), 'It asks for a document.' );
			self::assertSame( $is_known && $alone, ( new WorkflowSelector() )->is_before( $settings, $facts ) );
		}
	}

	public function test_only_a_person_has_it_made(): void {
		$world = $this->paid_before();
		$world->fire( 1 );
		$world->shop->changed[1] = $world->clock->now();
		$world->pass_time( 10 );
		self::assertNull( $world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) ) );

		$event = $world->shop->standing( 1 ) ?? self::fail();
		self::assertCount( 1, $world->open->asked_for( $event ), 'Who asks for many orders.' );
		$world->sync_order->now( 1 );
		$world->pass_time( 2 );
		self::assertSame( 1, $world->sellsy->count( 'create' ) );
	}

	public function test_a_refund_of_before_credit_notes_were_switched_on_is_left_alone(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 5 );
		$this->refund( $world, 100 );
		$world->clock->advance( 60 );
		$this->change( $world, [ 'creditnote' => [ 'enabled' => true ] ] );
		$world->fire( 1 );
		$world->pass_time( 30 );
		self::assertSame( 1, $world->sellsy->count( 'create' ), 'The invoice alone.' );

		$this->refund( $world, 101 );
		$world->pass_time( 30 );
		self::assertSame( 2, $world->sellsy->count( 'create' ) );
		self::assertNull( $world->ledger->find_by_key( new TaskKey( 1, Effect::CreateCreditNote, 100 ) ) );
	}

	public function test_a_refund_of_before_is_credited_on_an_invoice_that_is_made_later(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$this->refund( $world, 100 );
		$world->clock->advance( 60 );
		$this->change( $world, [ 'creditnote' => [ 'enabled' => true ] ] );
		$world->fire( 1 );
		$world->pass_time( 30 );
		self::assertSame( 2, $world->sellsy->count( 'create' ), 'The invoice bills all of the order.' );
	}

	public function test_a_refund_of_an_order_that_another_tool_invoiced_says_that_a_credit_note_is_due(): void {
		$world = new World( finalise: true );
		$this->change( $world, [ 'creditnote' => [ 'enabled' => true ] ] );
		$world->order( 1 );
		$world->shop->urls[1] = 'https://elsewhere.example.com/F-12';
		$this->refund( $world, 100 );
		$world->pass_time( 30 );

		$row = $world->ledger->find_by_key( new TaskKey( 1, Effect::CreateCreditNote, 100 ) );
		self::assertSame( ProblemCode::InvoiceMissing, $row?->problem?->code );
		self::assertSame( TaskState::Attention, $row->state );
		self::assertSame( 0, $world->sellsy->count( 'create' ) );
	}

	private function refund( World $world, int $id ): void {
		$world->shop->refunds[1][] = new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( '2' ),
			lines: [],
			reason: '',
			created_at: $world->clock->now(),
			is_paid_back: true
		);
		$world->fire( 1, OrderEvent::REFUNDED );
	}

	public function test_what_an_older_release_switched_on_has_no_moment(): void {
		$world = $this->paid_before();
		$this->change( $world, [ 'debug_log' => true ] );
		self::assertNotNull( $world->shop->settings->workflows['invoice']->since );

		$older = new World();
		$this->change( $older, [ 'invoice' => [ 'enabled' => true ] ] );
		self::assertNull( $older->shop->settings->workflows['invoice']->since );
	}

	public function test_the_moment_is_the_last_one_and_nobody_enters_it(): void {
		$world = $this->paid_before();
		$first = $world->shop->settings->workflows['invoice']->since;
		$world->clock->advance( 60 );
		$this->change( $world, [ 'invoice' => [ 'since' => 1 ] ] );
		self::assertEquals( $first, $world->shop->settings->workflows['invoice']->since );
		$this->change( $world, [ 'invoice' => [ 'enabled' => false ] ] );
		$this->change( $world, [ 'invoice' => [ 'enabled' => true ] ] );
		self::assertEquals( $world->clock->now(), $world->shop->settings->workflows['invoice']->since );
	}

	/** The world's own shop has invoices on, as a shop of before has them. */
	private function paid_before(): World {
		$world = new World();
		$this->change( $world, [ 'invoice' => [ 'enabled' => false ] ] );
		$world->order( 1 );
		$world->clock->advance( 60 );
		$this->change( $world, [ 'invoice' => [ 'enabled' => true ] ] );
		return $world;
	}

	/** @param array<mixed> $changes */
	private function change( World $world, array $changes ): void {
		$world->engine->change_settings()->change( $changes );
	}
}
