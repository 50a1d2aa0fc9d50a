<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Report;

use OrderInvoicer\Domain\Report\MoneyFigures;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What documents came to, and that the parts of a ledger, wherever it is cut, come to the same. */
final class MoneyFiguresTest extends TestCase {

	private const INVOICE = [
		'sync_id'          => '1',
		'order_id'         => '7',
		'kind'             => 'invoice',
		'number'           => 'F-1',
		'made_at'          => '2026-07-03 10:00:00',
		'read_at'          => '2026-07-03 10:00:00',
		'document_date'    => '2026-07-03',
		'currency'         => 'EUR',
		'incl_tax'         => '1200',
		'seen_status'      => 'due',
		'seen_due'         => '',
		'seen_at'          => '',
		'order_read_at'    => '2026-07-03 10:00:00',
		'order_created_at' => '2026-06-30 22:30:00',
		'order_paid_at'    => '',
		'order_currency'   => 'EUR',
		'order_total'      => '1200',
	];

	private const CREDIT_NOTE = [
		'sync_id'  => '3',
		'kind'     => 'creditnote',
		'number'   => 'A-1',
		'incl_tax' => '200',
	] + self::INVOICE;

	/**
	 * @param list<array<string, string>> $changes of the invoice, one for each row.
	 * @param array<string, int>          $money   of the month, in Euro.
	 */
	#[DataProvider( 'orders' )]
	public function test_what_is_paid_and_open_is_the_orders( array $changes, array $money ): void {
		$rows  = array_map( static fn ( array $change ): array => $change + self::INVOICE, $changes );
		$found = [];
		foreach ( self::figures( $rows ) as $name => $number ) {
			if ( str_starts_with( $name, 'money 2026-07 EUR ' ) && $number !== 0 ) {
				$found[ substr( $name, 18 ) ] = $number;
			}
		}
		ksort( $found );
		ksort( $money );
		self::assertSame( $money, $found );
	}

	/** @return iterable<string, array{list<array<string, string>>, array<string, int>}> */
	public static function orders(): iterable {
		$invoice  = [
			'invoices' => 1,
			'invoiced' => 1200,
		];
		$order    = [
			'orders'  => 1,
			'ordered' => 1200,
		];
		$credited = [
			'credit_notes' => 1,
			'credited'     => 200,
		];
		$paid     = [ 'order_paid_at' => '2026-07-04 10:00:00' ];
		$seen     = [ 'seen_due' => '300' ];

		yield 'open' => [ [ [] ], $invoice + $order + [ 'open' => 1200 ] ];
		yield 'paid' => [ [ $paid ], $invoice + $order + [ 'paid' => 1200 ] ];
		yield 'an estimate is no money' => [ [ [ 'kind' => 'estimate' ] ], $order ];
		yield 'a part was paid at Sellsy' => [
			[ $seen ],
			$invoice + $order + [
				'open' => 300,
				'paid' => 900,
			],
		];
		yield 'more was paid at Sellsy than it is worth' => [
			[ [ 'seen_due' => '-300' ] ],
			$invoice + $order + [ 'paid' => 1200 ],
		];
		yield 'seen before the order became paid' => [
			[ $paid + $seen + [ 'seen_at' => '2026-07-04 09:00:00' ] ],
			$invoice + $order + [ 'paid' => 1200 ],
		];
		yield 'seen since' => [
			[ $paid + $seen + [ 'seen_at' => '2026-07-04 11:00:00' ] ],
			$invoice + $order + [
				'open' => 300,
				'paid' => 900,
			],
		];
		yield 'a draft' => [ [ [ 'number' => '' ] ], $order + [ 'drafts' => 1 ] ];
		yield 'cancelled' => [ [ [ 'seen_status' => 'cancelled' ] ], $order ];
		yield 'of the month before' => [
			[
				[
					'document_date' => '2026-06-30',
					'order_created_at' => '2026-06-30 21:30:00',
				],
			],
			[],
		];
		yield 'credited in part' => [
			[ $paid, self::CREDIT_NOTE ],
			$invoice + $order + $credited + [ 'paid' => 1000 ],
		];
		yield 'issued anew: what is paid is the last one\'s' => [
			[
				$paid,
				[ 'incl_tax' => '1200' ] + self::CREDIT_NOTE,
				[
					'sync_id' => '5',
					'incl_tax' => '900',
				] + $paid,
			],
			$order + [
				'invoices'     => 2,
				'invoiced'     => 2100,
				'credit_notes' => 1,
				'credited'     => 1200,
				'paid'         => 900,
			],
		];
		yield 'nobody knows what it is worth' => [ [ [ 'incl_tax' => '' ] ], $order ];
	}

	public function test_parts_come_to_the_whole_wherever_the_ledger_is_cut(): void {
		$rows  = [
			self::INVOICE,
			[
				'sync_id' => '2',
				'order_id' => '8',
				'currency' => 'CHF',
			] + self::INVOICE,
			self::CREDIT_NOTE,
			[
				'sync_id' => '4',
				'order_id' => '8',
				'read_at' => '',
				'document_date' => '',
			] + self::INVOICE,
			[
				'sync_id' => '5',
				'incl_tax' => '900',
			] + self::INVOICE,
		];
		$whole = self::figures( $rows );
		self::assertSame( 1, $whole['unread'] );
		self::assertSame( 1, $whole['unknown 2026-07'] );
		self::assertSame( 4, $whole['day 2026-07-03 invoice'] );
		foreach ( range( 0, 5 ) as $cut ) {
			$parts = self::figures( $rows, 0, $cut );
			foreach ( self::figures( $rows, $cut ) as $name => $number ) {
				$parts[ $name ] = ( $parts[ $name ] ?? 0 ) + $number;
			}
			self::assertEquals( $whole, $parts, "cut after $cut" );
		}
	}

	/** The next count finds it. */
	public function test_what_is_made_after_the_moment_is_of_no_day_yet(): void {
		$later = [ 'made_at' => '2026-07-20 12:00:00' ] + self::INVOICE;
		self::assertArrayNotHasKey( 'day 2026-07-20 invoice', self::figures( [ $later ] ) );
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return array<string, int>
	 */
	private static function figures( array $rows, int $above = 0, int $until = PHP_INT_MAX ): array {
		$now = new \DateTimeImmutable( '2026-07-20 14:00:00', new \DateTimeZone( 'Europe/Paris' ) );
		return MoneyFigures::of( $rows, $now, $above, $until );
	}
}
