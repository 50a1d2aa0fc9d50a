<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderSheet;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\OrderSheet\Foreseen;
use OrderInvoicer\Domain\OrderSheet\Outlook;
use OrderInvoicer\Domain\OrderSheet\Prospect;
use OrderInvoicer\Domain\Order\VatArea;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What is foreseen is what then happens: the same event is given to the class that opens the rows. */
final class OutlookTest extends TestCase {

	private const ON = [ 'enabled' => true ];

	/**
	 * @return iterable<string, array{string, string, bool, bool, Prospect}> trigger, status, date of payment, shipped,
	 *         prospect.
	 */
	public static function standings(): iterable {
		yield 'confirmed, a transfer is awaited' => [ 'confirmed', 'on-hold', false, false, Prospect::Soon ];
		yield 'confirmed, not yet' => [ 'confirmed', 'pending', false, false, Prospect::Later ];
		yield 'paid, by card' => [ 'paid', 'processing', true, false, Prospect::Soon ];
		yield 'paid, a transfer is awaited' => [ 'paid', 'on-hold', false, false, Prospect::Later ];
		yield 'paid, cash on delivery' => [ 'paid', 'processing', false, false, Prospect::Later ];
		yield 'paid, another status' => [ 'paid', 'packed', true, false, Prospect::Passed ];
		yield 'shipped, not yet' => [ 'shipped', 'processing', true, false, Prospect::Later ];
		yield 'shipped, in parcels' => [ 'shipped', 'processing', true, true, Prospect::Soon ];
		yield 'completed, not yet' => [ 'completed', 'processing', true, false, Prospect::Later ];
		yield 'completed' => [ 'completed', 'completed', true, false, Prospect::Soon ];
		yield 'a status that it is in' => [ 'status:on-hold', 'on-hold', false, false, Prospect::Soon ];
		yield 'a status that it is beyond' => [ 'status:on-hold', 'completed', true, false, Prospect::Passed ];
		yield 'a status to come' => [ 'status:packed', 'processing', true, false, Prospect::Later ];
		foreach ( [ 'cancelled', 'failed', 'refunded', 'trash' ] as $over ) {
			yield "confirmed, $over" => [ 'confirmed', $over, true, false, Prospect::Nothing ];
		}
	}

	#[DataProvider( 'standings' )]
	public function test_each_kind_at_each_trigger(
		string $trigger,
		string $status,
		bool $has_date_paid,
		bool $is_shipped,
		Prospect $prospect,
	): void {
		foreach ( DocumentKind::of_orders() as $kind ) {
			$world = $this->world( $kind, [ 'trigger' => $trigger ] );
			$world->order( 7, status: $status );
			$event = $this->event( $world, $status, $has_date_paid, $is_shipped );

			$foreseen = $this->foreseen( $world, $event );

			self::assertSame( [ $kind ], array_column( $foreseen, 'kind' ) );
			self::assertSame( $prospect, $foreseen[0]->prospect, $kind->value );
			$world->open->catch_up( $event );
			self::assertCount( $prospect === Prospect::Soon ? 1 : 0, $world->ledger->for_order( 7 ), $kind->value );
		}
	}

	/** @return iterable<string, array{string, string, bool, list<array<string, mixed>>, string, bool}> as above, … */
	public static function settings(): iterable {
		$rule = [
			[
				'id'       => 3,
				'gateways' => [ 'bacs' ],
				'trigger'  => 'completed',
			],
		];
		yield 'it is made now' => [ 'paid', 'processing', true, [], '', false ];
		yield 'its moment comes' => [ 'completed', 'processing', true, [], 'trigger', false ];
		yield 'its moment is over' => [ 'status:on-hold', 'completed', true, [], 'trigger', false ];
		yield 'a rule has another moment' => [ 'completed', 'processing', true, $rule, 'rules', false ];
		yield 'paid on delivery' => [ 'paid', 'processing', false, [], 'trigger', true ];
		yield 'the sale is over' => [ 'paid', 'cancelled', true, [], '', false ];
	}

	/** @param list<array<string, mixed>> $rules */
	#[DataProvider( 'settings' )]
	public function test_what_waits_names_the_setting_that_it_waits_for(
		string $trigger,
		string $status,
		bool $has_date_paid,
		array $rules,
		string $setting,
		bool $is_undated,
	): void {
		$world = $this->world(
			DocumentKind::Invoice,
			[
				'trigger' => $trigger,
				'rules' => $rules,
			]
		);
		$world->order( 7, status: $status );

		[ $invoice ] = $this->foreseen( $world, $this->event( $world, $status, $has_date_paid ) );

		self::assertSame( $setting === '' ? '' : ProblemTraits::OF_KIND . $setting, $invoice->setting() );
		self::assertSame( $is_undated, $invoice->is_undated );
	}

	public function test_an_order_before_the_start_date_gets_nothing(): void {
		$world = $this->world( DocumentKind::Invoice, [ 'start_date' => '2099-01-01' ] );
		$world->order( 7 );

		[ $invoice ] = $this->foreseen( $world, $this->event( $world, 'processing' ) );

		self::assertSame( Prospect::Nothing, $invoice->prospect );
		self::assertSame( ProblemCode::BeforeStartDate, $invoice->problem?->code );
		self::assertSame( '2099-01-01', $invoice->problem->fact( 'start_date' ) );
		self::assertSame( ProblemTraits::OF_KIND . 'start_date', $invoice->setting() );
	}

	public function test_what_other_code_leaves_out_is_said(): void {
		$world = $this->world( DocumentKind::Invoice, [] );
		$world->order( 7 );

		[ $invoice ] = $this->foreseen( $world, null );

		self::assertSame( Prospect::Nothing, $invoice->prospect );
		self::assertSame( ProblemCode::NotFollowed, $invoice->problem?->code );
	}

	public function test_an_order_of_nothing_gets_nothing(): void {
		$world = $this->world( DocumentKind::Invoice, [] );
		$order = $world->order( 7, ht: '0.00', vat: '0.00' );
		$world->shop->orders[7] = $order->with_lines( [] );

		[ $invoice ] = $this->foreseen( $world, $this->event( $world, 'processing' ) );

		self::assertSame( Prospect::Nothing, $invoice->prospect );
		self::assertSame( ProblemCode::NothingToInvoice, $invoice->problem?->code );
	}

	public function test_a_free_order_gets_what_the_owner_wants(): void {
		$world = $this->world( DocumentKind::Invoice, [] );
		$world->order( 7, ht: '0.00', vat: '0.00' );
		[ $invoice ] = $this->foreseen( $world, $this->event( $world, 'processing' ) );
		self::assertSame( Prospect::Soon, $invoice->prospect );

		$world->change_settings( [ 'free_orders' => false ] );
		[ $invoice ] = $this->foreseen( $world, $this->event( $world, 'processing' ) );
		self::assertSame( Prospect::Nothing, $invoice->prospect );
		self::assertSame( ProblemCode::FreeOrder, $invoice->problem?->code );
	}

	public function test_what_is_off_is_there_or_was_made_elsewhere_is_not_foreseen(): void {
		$world = $this->world( DocumentKind::Invoice, self::ON );
		$world->change_settings( [ 'estimate' => self::ON + [ 'start_date' => '2026-01-01' ] ] );
		$world->order( 7 );
		$event = $this->event( $world, 'pending', urls: [ 'invoice' => 'https://www.sellsy.com/?id=3' ] );
		self::assertSame( [ DocumentKind::Estimate ], array_column( $this->foreseen( $world, $event ), 'kind' ) );

		$world->ledger->open( new TaskKey( 7, Effect::CreateEstimate ), $world->clock->now() );

		self::assertSame( [], $this->foreseen( $world, $event ) );
	}

	public function test_a_document_before_it_is_named_while_it_is_to_come(): void {
		$world = $this->world( DocumentKind::Invoice, [ 'trigger' => 'paid' ] );
		$world->order( 7, status: 'on-hold' );
		$event = $this->event( $world, 'on-hold', has_date_paid: false );
		self::assertNull( $this->foreseen( $world, $event )[0]->after );

		$world->ledger->open( new TaskKey( 7, Effect::CreateDelivery ), $world->clock->now() );

		self::assertSame( DocumentKind::Delivery, $this->foreseen( $world, $event )[0]->after );
	}

	public function test_what_the_invoice_stands_in_the_place_of_is_foreseen_only_where_it_comes(): void {
		$world = $this->world( DocumentKind::Proforma, [ 'trigger' => 'status:on-hold' ] );
		$world->order( 7 );
		$event = $this->event( $world, 'processing' );
		self::assertSame( Prospect::Passed, $this->foreseen( $world, $event )[0]->prospect );
		$invoice = Row::made( Effect::CreateInvoice, order_id: 7 );

		self::assertSame( [], $this->foreseen( $world, $event, $invoice ) );

		$world->change_settings( [ 'proforma' => [ 'trigger' => 'completed' ] ] );
		self::assertSame( Prospect::Later, $this->foreseen( $world, $event, $invoice )[0]->prospect );
	}

	public function test_credit_notes_come_with_refunds_of_what_is_invoiced(): void {
		$world = $this->world( DocumentKind::Invoice, [ 'trigger' => 'paid' ] );
		$world->change_settings( [ 'creditnote' => self::ON ] );
		$world->order( 7, status: 'on-hold' );

		$kinds = array_column( $this->foreseen( $world, $this->event( $world, 'on-hold', false ) ), 'kind' );
		self::assertSame( [ DocumentKind::Invoice, DocumentKind::CreditNote ], $kinds );

		$kinds = array_column( $this->foreseen( $world, $this->event( $world, 'cancelled' ) ), 'kind' );
		self::assertSame( [ DocumentKind::Invoice ], $kinds );
	}

	/** @param array<string, mixed> $workflow */
	private function world( DocumentKind $kind, array $workflow ): World {
		$world = new World();
		$world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		$world->change_settings( [ $kind->value => $workflow + self::ON ] );
		return $world;
	}

	/** @param array<string, string> $urls */
	private function event(
		World $world,
		string $status,
		bool $has_date_paid = true,
		bool $is_shipped = false,
		array $urls = [],
	): OrderEvent {
		return new OrderEvent(
			order_id: 7,
			kind: OrderEvent::STATUS,
			to: $status,
			is_paid: in_array( $status, [ 'processing', 'completed' ], true ),
			created_at: $world->clock->now(),
			urls: $urls,
			has_date_paid: $has_date_paid,
			is_shipped: $is_shipped,
			traits: new OrderTraits( 'bacs', false, VatArea::Domestic )
		);
	}

	/** @return list<Foreseen> */
	private function foreseen( World $world, ?OrderEvent $event, Task ...$rows ): array {
		$events  = new class( $event ) implements OrderEvents {

			public function __construct( private readonly ?OrderEvent $event ) {}

			public function finish_payment( int $order_id ): bool {
				return false;
			}

			public function is_followed( int $order_id ): bool {
				return $this->event !== null;
			}

			public function standing( int $order_id ): ?OrderEvent {
				return $this->event;
			}
		};
		$outlook = new Outlook( $events, $world->open, new WorkflowSelector(), $world->engine->sales() );
		return $outlook->of_order(
			7,
			$world->shop->snapshot( 7 ),
			[ ...$world->ledger->for_order( 7 ), ...array_values( $rows ) ],
			$world->shop->get()
		);
	}
}
