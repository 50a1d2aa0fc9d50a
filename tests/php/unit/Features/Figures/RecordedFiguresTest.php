<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Figures;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Features\Figures\Rules\FigureTable;
use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\Features\Figures\Rules\PeriodFigures;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Tests\SnapshotArray;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use PHPUnit\Framework\TestCase;

/** The invoices of all orders that real WooCommerce made: what each table adds up to is what they add up to. */
final class RecordedFiguresTest extends TestCase {

	private const ORDERS = __DIR__ . '/../../../../fixtures/orders/';

	/** @var array<string, ReportedDocument> by number. */
	private array $documents = [];

	public function test_tables_agree_with_the_documents_to_the_cent(): void {
		$period  = Period::of( '2026-11-01', '2026-11-30' ) ?? throw new \LogicException();
		$figures = new PeriodFigures(
			$period,
			new \DateTimeImmutable( '2026-11-30', new \DateTimeZone( 'Europe/Paris' ) ),
			fn ( array $row ): ?ReportedDocument => $this->documents[ $row['number'] ]
		);
		$sums    = [];
		foreach ( (array) glob( self::ORDERS . '*.json' ) as $id => $file ) {
			$document = $this->document( (int) $id + 1, (string) $file );
			if ( $document === null ) {
				continue;
			}
			$code          = (string) $document->currency;
			$sums[ $code ] = [
				( $sums[ $code ][0] ?? 0 ) + (int) $document->excl_tax,
				( $sums[ $code ][1] ?? 0 ) + (int) $document->incl_tax,
			];
			$figures->add( [ $this->row( $document ) ] );
		}
		self::assertGreaterThan( 50, count( $this->documents ) );
		self::assertSame( $figures->documents, $figures->with_bases );
		foreach ( $sums as $code => $expected ) {
			foreach ( FigureTable::cases() as $table ) {
				self::assertSame( $expected, self::sum( $figures, $code, $table ), "$table->value $code" );
			}
		}
	}

	/** As Sellsy answers to the draft; null for orders that stop. */
	private function document( int $id, string $file ): ?ReportedDocument {
		$recording = json_decode( (string) file_get_contents( $file ), true, 512, JSON_THROW_ON_ERROR );
		$order     = SnapshotArray::from_array( $recording['snapshot'] );
		$shop      = new Shop();
		foreach ( $order->taxes as $tax ) {
			$percent                      = $tax->percent->to_string();
			$shop->rates[ $tax->rate_id ] = Shop::tax(
				1000 + $tax->rate_id,
				$percent,
				$tax->percent->is_zero() ? 'Z' : 'S'
			);
		}
		try {
			$draft = $shop->invoice( $order );
		} catch ( NeedsAttention ) {
			return null;
		}
		$mapping = new DocumentMapping( new RowMapping() );
		$answer  = new Answer( self::answer( $id, $draft, $shop ), 'GET /invoices/1', 200 );
		$document = ReportedDocument::from_document( $mapping->document( DocumentKind::Invoice, $answer ) );

		$this->documents[ "F-$id" ] = $document;
		return $document;
	}

	/** @return array<string, mixed> */
	private static function answer( int $id, DocumentDraft $draft, Shop $shop ): array {
		$decimals = $draft->currency->decimals;
		$text     = static fn ( ?int $minor ): ?string =>
			$minor === null ? null : Decimal::of_minor( $minor, $decimals )->to_scale( $decimals );
		$percents = [];
		foreach ( [ ...$shop->rates, ...$shop->exempt, $shop->rounding ] as $tax ) {
			$percents[ $tax->id ?? 0 ] = $tax?->rate->to_string();
		}
		$taxes = [];
		foreach ( $draft->totals->by_tax as $tax_id => $sums ) {
			$taxes[] = [
				'id'     => $tax_id,
				'label'  => 'TVA',
				'rate'   => $percents[ $tax_id ],
				'amount' => $text( $sums['vat'] ),
			];
		}
		$rows = [];
		foreach ( $draft->rows as $row ) {
			$rows[] = [
				'type'           => 'single',
				'tax_id'         => $row->tax_id,
				'amount_tax_exc' => $text( $row->total ),
			];
		}
		return [
			'id'       => $id,
			'number'   => "F-$id",
			'status'   => 'due',
			'date'     => '2026-11-03',
			'currency' => $draft->currency->code,
			'amounts'  => [
				'total_excl_tax' => $text( $draft->totals->excl_tax ),
				'total_incl_tax' => $text( $draft->totals->incl_tax ),
			],
			'taxes'    => $taxes,
			'rows'     => $rows,
		];
	}

	/** @return array<string, string> of the report. */
	private function row( ReportedDocument $document ): array {
		return [
			'sync_id'          => (string) $document->id,
			'order_id'         => (string) $document->id,
			'kind'             => 'invoice',
			'number'           => $document->number,
			'made_at'          => '2026-11-03 10:00:00',
			'read_at'          => '2026-11-03 10:00:00',
			'document_date'    => (string) $document->date,
			'currency'         => (string) $document->currency,
			'excl_tax'         => (string) $document->excl_tax,
			'incl_tax'         => (string) $document->incl_tax,
			'taxes'            => '',
			'seen_status'      => 'due',
			'seen_due'         => '',
			'seen_at'          => '',
			'order_read_at'    => '',
			'order_created_at' => '',
			'order_paid_at'    => '',
			'gateway'          => '',
			'country'          => '',
			'buyer'            => '',
			'order_currency'   => '',
			'order_total'      => '',
		];
	}

	/** @return array{int, int} HT and TTC. */
	private static function sum( PeriodFigures $figures, string $code, FigureTable $table ): array {
		$sums = array_column( array_column( $figures->table( $code, $table ), 1 ), PeriodFigures::SHOWN );
		return [ array_sum( array_column( $sums, 'excl_tax' ) ), array_sum( array_column( $sums, 'incl_tax' ) ) ];
	}
}
