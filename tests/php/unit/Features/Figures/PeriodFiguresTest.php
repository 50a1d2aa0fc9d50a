<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Figures;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Features\Figures\Rules\FigureTable;
use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\Features\Figures\Rules\PeriodFigures;
use PHPUnit\Framework\TestCase;

final class PeriodFiguresTest extends TestCase {

	private const INVOICE = [
		'sync_id'          => '1',
		'order_id'         => '7',
		'kind'             => 'invoice',
		'number'           => 'F-1',
		'made_at'          => '2026-11-03 10:00:00',
		'read_at'          => '2026-11-03 10:00:00',
		'document_date'    => '2026-11-03',
		'currency'         => 'EUR',
		'excl_tax'         => '1500',
		'incl_tax'         => '1728',
		'taxes'            => '20:200:1000 5.5:28:500',
		'seen_status'      => 'due',
		'seen_due'         => '',
		'seen_at'          => '',
		'order_read_at'    => '2026-11-03 10:00:00',
		'order_created_at' => '2026-11-03 09:00:00',
		'order_paid_at'    => '2026-11-03 09:00:00',
		'gateway'          => 'stripe',
		'country'          => 'FR',
		'buyer'            => 'person',
		'order_currency'   => 'EUR',
		'order_total'      => '1728',
	];

	private const CREDIT_NOTE = [
		'sync_id'       => '2',
		'kind'          => 'creditnote',
		'number'        => 'A-1',
		'document_date' => '2026-11-20',
		'excl_tax'      => '500',
		'incl_tax'      => '600',
		'taxes'         => '20:100:500',
	] + self::INVOICE;

	private const OTHER_ORDER = [
		'sync_id'  => '3',
		'order_id' => '8',
		'number'   => 'F-2',
	] + self::INVOICE;

	public function test_credit_notes_are_taken_off_each_rate(): void {
		$figures = self::figures( self::INVOICE, self::CREDIT_NOTE );
		self::assertSame(
			[
				'20'  => [ 2, 2, 500, 100, 600 ],
				'5.5' => [ 1, 1, 500, 28, 528 ],
			],
			self::sums( $figures, FigureTable::Rates )
		);
		self::assertSame( [ 'g:stripe' => [ 2, 2, 1000, 128, 1128 ] ], self::sums( $figures, FigureTable::Gateways ) );
		self::assertSame( 1728, $figures->money['money shown EUR invoiced'] );
		self::assertSame( 600, $figures->money['money shown EUR credited'] );
		self::assertSame( 1128, $figures->money['money shown EUR paid'], 'What was credited is owed by nobody.' );
		self::assertSame(
			[
				'2026-11-03' => [
					'invoices' => 1,
					'invoiced' => 1728,
				],
				'2026-11-20' => [
					'credit_notes' => 1,
					'credited'     => 600,
				],
			],
			$figures->days['EUR']
		);
	}

	public function test_currencies_stand_apart_and_so_do_periods(): void {
		$yen    = [
			'currency' => 'JPY',
			'taxes'    => '10:228:1500',
		] + self::OTHER_ORDER;
		$before = [
			'order_id'      => '9',
			'document_date' => '2026-10-31',
		] + self::INVOICE;
		$figures = self::figures( self::INVOICE, $yen, $before, [ 'document_date' => '2026-09-30' ] + $before );
		self::assertSame( [ 'EUR', 'JPY' ], array_keys( $figures->tables ) );
		self::assertSame( [ '10' => [ 1, 1, 1500, 228, 1728 ] ], self::sums( $figures, FigureTable::Rates, 'JPY' ) );
		self::assertSame(
			[ 'FR' => [ 1, 1, 1500, 228, 1728 ] ],
			self::sums( $figures, FigureTable::Countries, of: PeriodFigures::BEFORE )
		);
	}

	public function test_what_nobody_knows_is_counted_and_no_zero(): void {
		$no_bases = [ 'taxes' => '20:200 5.5:28' ] + self::INVOICE;
		$one_tax  = [
			'taxes'    => '20:300',
			'incl_tax' => '1800',
		] + self::OTHER_ORDER;
		$unread   = [
			'sync_id'       => '4',
			'order_id'      => '9',
			'document_date' => '',
			'currency'      => '',
			'incl_tax'      => '',
			'taxes'         => '',
		] + self::INVOICE;
		$figures  = self::figures( $no_bases, $one_tax, $unread );
		self::assertSame(
			[
				'20'  => [ 2, 1, 1500, 500, 1800 ],
				'5.5' => [ 1, 0, 0, 28, 0 ],
			],
			self::sums( $figures, FigureTable::Rates )
		);
		self::assertSame( [ 1, 2 ], [ $figures->with_bases['shown'], $figures->documents['shown'] ] );
		self::assertSame( 1, $figures->unknown['shown'] );
	}

	public function test_drafts_and_what_was_cancelled_are_no_money(): void {
		$draft     = [ 'number' => '' ] + self::INVOICE;
		$cancelled = [ 'seen_status' => 'cancelled' ] + self::OTHER_ORDER;
		self::assertSame( [], self::figures( $draft, $cancelled )->tables );
	}

	public function test_without_taxes_and_without_an_order(): void {
		$figures = self::figures(
			[
				'taxes'    => '-',
				'incl_tax' => '1500',
			] + self::INVOICE,
			[
				'taxes'         => '',
				'order_read_at' => '',
				'gateway'       => '',
				'country'       => '',
				'buyer'         => '',
			] + self::OTHER_ORDER
		);
		self::assertSame(
			[
				PeriodFigures::NO_TAX  => [ 1, 1, 1500, 0, 1500 ],
				PeriodFigures::UNKNOWN => [ 1, 1, 1500, 228, 1728 ],
			],
			self::sums( $figures, FigureTable::Rates )
		);
		self::assertSame( [ 'g:stripe', '' ], array_keys( self::sums( $figures, FigureTable::Gateways ) ) );
	}

	/** @param array<string, string> ...$rows */
	private static function figures( array ...$rows ): PeriodFigures {
		$period  = Period::of( '2026-11-01', '2026-11-30' );
		$now     = new \DateTimeImmutable( '2026-11-30 12:00:00', new \DateTimeZone( 'Europe/Paris' ) );
		$figures = new PeriodFigures( $period ?? throw new \LogicException(), $now, self::document( ... ) );
		$figures->add( array_values( $rows ) );
		return $figures;
	}

	/** @param array<string, string> $row */
	private static function document( array $row ): ReportedDocument {
		return new ReportedDocument(
			kind: DocumentKind::from( $row['kind'] ),
			id: 1,
			number: $row['number'],
			date: $row['document_date'],
			currency: $row['currency'],
			excl_tax: $row['excl_tax'] === '' ? null : (int) $row['excl_tax'],
			incl_tax: (int) $row['incl_tax'],
			taxes: self::taxes( $row['taxes'] )
		);
	}

	/** @return list<ReportedTax>|null of `percent:VAT:HT` for each; `-` is none. */
	private static function taxes( string $written ): ?array {
		$tax = static function ( string $one ): ReportedTax {
			[ $percent, $vat, $base ] = explode( ':', $one ) + [ '', '', null ];
			return new ReportedTax(
				tax_id: 1,
				percent: $percent,
				amount: (int) $vat,
				base: $base === null ? null : (int) $base
			);
		};
		return match ( $written ) {
			''      => null,
			'-'     => [],
			default => array_map( $tax, explode( ' ', $written ) ),
		};
	}

	/** @return array<string, list<int>> documents, known, HT, VAT, TTC by key. */
	private static function sums(
		PeriodFigures $figures,
		FigureTable $table,
		string $currency = 'EUR',
		string $of = PeriodFigures::SHOWN,
	): array {
		$sums = [];
		foreach ( $figures->table( $currency, $table ) as [ $key, $sum ] ) {
			$sums[ $key ] = array_values( get_object_vars( $sum[ $of ] ) );
		}
		return $sums;
	}

	public function test_a_document_whose_sum_without_vat_nobody_knows_is_counted_and_adds_nothing(): void {
		$figures = self::figures(
			[
				'excl_tax' => '',
				'taxes'    => '',
			] + self::INVOICE
		);
		self::assertSame( [ 'g:stripe' => [ 1, 0, 0, 0, 0 ] ], self::sums( $figures, FigureTable::Gateways ) );
		self::assertSame( [ [ 1, 0, 0, 0, 0 ] ], array_values( self::sums( $figures, FigureTable::Rates ) ) );
	}
}
