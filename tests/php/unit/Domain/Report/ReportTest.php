<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Report;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Documents\TaxAmount;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The report says of each document what Sellsy said of it, whatever became of the runner. */
final class ReportTest extends TestCase {

	/**
	 * @param array{string|null, int|null, int|null, int|null} $expected currency, HT, TTC and the first VAT.
	 */
	#[DataProvider( 'answers' )]
	public function test_what_was_not_said_is_unknown_and_never_nothing(
		string $currency,
		string $ht,
		string $ttc,
		?string $vat,
		string $order,
		array $expected,
	): void {
		$taxes    = $vat === null
			? null
			: [ new TaxAmount( 7, Decimal::from_string( '5.50' ), Decimal::from_string( $vat ) ) ];
		$amounts  = new ComputedDocument(
			row_totals: [],
			excl_tax: Decimal::from_string( $ht ),
			incl_tax: Decimal::from_string( $ttc ),
			taxes: $taxes
		);
		$reported = ReportedDocument::from_document(
			new RemoteDocument(
				kind: DocumentKind::Invoice,
				id: 12,
				number: 'F-1',
				status: 'due',
				key: '',
				amounts: $amounts,
				created: '',
				date: '',
				parties: null,
				currency: $currency
			),
			$order
		);
		self::assertSame(
			$expected,
			[ $reported->currency, $reported->excl_tax, $reported->incl_tax, $reported->taxes[0]->amount ?? null ]
		);
		self::assertSame( $expected[3] === null, $reported->taxes === null );
		self::assertNull( $reported->date );
	}

	/**
	 * @return iterable<string, array{
	 *     string,
	 *     string,
	 *     string,
	 *     string|null,
	 *     string,
	 *     array{string|null, int|null, int|null, int|null}
	 * }>
	 */
	public static function answers(): iterable {
		yield 'euros' => [ 'EUR', '10.00', '10.55', '0.55', '', [ 'EUR', 1000, 1055, 55 ] ];
		yield 'yen have no decimals' => [ 'JPY', '1000', '1055', '55', '', [ 'JPY', 1000, 1055, 55 ] ];
		yield 'dinars have three' => [ 'TND', '10', '10.55', '0.55', '', [ 'TND', 10_000, 10_550, 550 ] ];
		yield 'no taxes said' => [ 'EUR', '10.00', '10.55', null, '', [ 'EUR', 1000, 1055, null ] ];
		yield 'a free document is worth nothing' => [ 'EUR', '0', '0', '0', '', [ 'EUR', 0, 0, 0 ] ];
		yield 'no currency said, the order tells' => [ '', '10.00', '10.55', '0.55', 'EUR', [ 'EUR', 1000, 1055, 55 ] ];
		yield 'no currency at all' => [ '', '10.00', '10.55', '0.55', '', [ null, null, null, null ] ];
		yield 'no currency but a word' => [ 'euros', '10.00', '10.55', '0.55', '', [ null, null, null, null ] ];
		yield 'more than an integer holds' => [
			'EUR',
			'99999999999999999999',
			'1',
			'99999999999999999999',
			'',
			[ 'EUR', null, 100, null ],
		];
	}

	#[DataProvider( 'dates' )]
	public function test_only_a_day_is_a_date( string $said, ?string $expected ): void {
		$amounts = new ComputedDocument( [], Decimal::zero(), Decimal::zero() );
		self::assertSame(
			$expected,
			ReportedDocument::from_document(
				new RemoteDocument(
					kind: DocumentKind::Invoice,
					id: 12,
					number: '',
					status: 'draft',
					key: '',
					amounts: $amounts,
					created: '',
					date: $said
				)
			)->date
		);
	}

	/** @return list<array{string, string|null}> */
	public static function dates(): array {
		return [ [ '2026-02-28', '2026-02-28' ], [ '2026-02-30', null ], [ '', null ], [ '28/02/2026', null ] ];
	}

	public function test_who_buys_is_a_kind_and_nobody(): void {
		$world = new World();
		self::assertSame( ReportedOrder::PERSON, ReportedOrder::from_order( $world->order( 1 ) )->buyer );
		self::assertSame(
			ReportedOrder::COMPANY,
			ReportedOrder::from_order( $world->order( 2, World::buyer( company: 'Acme SARL' ) ) )->buyer
		);
		self::assertNull( ReportedOrder::from_order( $world->order( 3, Buyer::erased() ) )->buyer );
		$order = ReportedOrder::from_order( $world->order( 4 ) );
		self::assertSame(
			[ 'stripe', 'FR', 'EUR', 1200 ],
			[ $order->gateway, $order->country, $order->currency, $order->total ]
		);
	}

	public function test_a_draft_and_its_final_invoice_are_one_row(): void {
		$world = $this->invoiced();
		self::assertSame( [ 1 ], array_keys( $world->report->rows ) );
		$this->assert_final( $world );
		self::assertSame( 1200, $world->report->rows[1]['order']?->total );
	}

	/** A runner dies at each step of the order in turn; when all is done, the report is as if none had. */
	public function test_wherever_a_runner_dies_the_report_is_complete(): void {
		$whole = $this->invoiced()->fate->steps;
		for ( $step = 1; $step <= $whole; $step++ ) {
			$world                = new World( finalise: true );
			$world->fate->kill_at = $step;
			$world->order( 1 );
			try {
				$world->fire( 1 );
				$world->sweep->run();
			} catch ( Killed ) {
				$world->fate->revive();
			}
			$world->fate->revive();
			$world->fire( 1 );
			$world->pass_time( 15 );
			self::assertSame( [ 1 ], array_keys( $world->report->rows ), "Killed at step $step." );
			$this->assert_final( $world );
		}
	}

	public function test_a_runner_that_lost_its_task_writes_nothing(): void {
		$world = $this->invoiced();
		$was   = $world->report->rows;
		$world->report->keep(
			$world->row(),
			new ReportedDocument(
				kind: DocumentKind::Invoice,
				id: 900,
				number: '',
				date: null,
				currency: 'EUR',
				excl_tax: 1,
				incl_tax: 1,
				taxes: []
			),
			null
		);
		self::assertNotSame( 900, $world->report->rows[1]['document']->id, 'It has no token any more.' );
		self::assertSame( array_keys( $was ), array_keys( $world->report->rows ) );
	}

	public function test_what_somebody_made_final_in_sellsy_has_its_number_and_date(): void {
		$world = new World();
		$this->order( $world );
		$document = $world->sellsy->documents[ $world->row()->remote_id ];
		self::assertSame( '', $world->report->rows[1]['document']->number );
		$world->invoicing->finalised( $document );
		$world->pass_time( 70 );
		$this->assert_final( $world );
	}

	public function test_what_is_gone_from_sellsy_is_worth_nothing_and_its_replacement_is(): void {
		$world = new World();
		$this->order( $world );
		$first = $world->row()->remote_id;
		unset( $world->sellsy->documents[ $first ] );
		$world->pass_time( 70 );
		self::assertSame( [], $world->report->rows );
		$world->retry->retry( 1 );
		$world->pass_time( 5 );
		self::assertNotSame( $first, $world->report->rows[1]['document']->id );
	}

	public function test_a_credit_note_stands_beside_its_invoice(): void {
		$world = $this->invoiced();
		$world->change_settings( [ 'creditnote' => [ 'enabled' => true ] ] );
		$world->shop->refunds[1] = [
			new RefundSnapshot(
				id: 501,
				amount: Decimal::from_string( '12.00' ),
				lines: [],
				reason: '',
				created_at: $world->clock->now(),
				is_paid_back: false
			),
		];
		$world->fire( 1, OrderEvent::REFUNDED );
		$world->pass_time( 20 );
		$kinds = array_map(
			static fn ( array $row ): string => $row['document']->kind->value,
			array_values( $world->report->rows )
		);
		self::assertSame( [ 'invoice', 'creditnote' ], $kinds );
	}

	private function invoiced(): World {
		$world = new World( finalise: true );
		$this->order( $world );
		return $world;
	}

	private function order( World $world ): void {
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 10 );
	}

	private function assert_final( World $world ): void {
		$document = $world->report->rows[1]['document'];
		self::assertMatchesRegularExpression( '/^F-/', $document->number );
		self::assertSame( [ 'EUR', 1000, 1200 ], [ $document->currency, $document->excl_tax, $document->incl_tax ] );
		self::assertEquals( [ new ReportedTax( 20, '20', 200, 1000 ) ], $document->taxes );
		self::assertNotNull( $document->date );
	}
}
