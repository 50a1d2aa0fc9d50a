<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\SnapshotArray;
use PHPUnit\Framework\TestCase;

/** Orders that real WooCommerce made, and what their invoices must be, from tests/fixtures/order-table.php. */
final class RecordedOrdersTest extends TestCase {

	private const ORDERS = __DIR__ . '/../../../../fixtures/orders/';

	/** @return iterable<string, array{string}> */
	public static function recordings(): iterable {
		$files = glob( self::ORDERS . '*.json' );
		foreach ( $files === false ? [] : $files as $file ) {
			yield basename( $file, '.json' ) => [ $file ];
		}
	}

	public function test_the_table_is_there(): void {
		$this->assertGreaterThanOrEqual( 50, iterator_count( self::recordings() ) );
	}

	/** @dataProvider recordings */
	public function test_the_invoice_is_what_the_table_says( string $file ): void {
		$recording = json_decode( (string) file_get_contents( $file ), true, 512, JSON_THROW_ON_ERROR );
		$order     = SnapshotArray::from_array( $recording['snapshot'] );
		$shop      = $this->shop( $order );
		try {
			$draft = $shop->invoice( $order );
		} catch ( NeedsAttention $stop ) {
			$this->assertSame(
				$recording['expected']['problem'] ?? 'none',
				$stop->problem->code->value,
				json_encode( $stop->problem->facts, JSON_THROW_ON_ERROR )
			);
			return;
		}
		$this->assertSame( $this->expected( $recording['expected'] ), $this->found( $shop, $draft ) );
		foreach ( [ 2, 4, 5 ] as $unit_decimals ) {
			$this->assert_sellsy_agrees( $shop, $draft, $unit_decimals );
		}
	}

	/** The owner confirmed every tax that the order shows. */
	private function shop( OrderSnapshot $order ): Shop {
		$shop = new Shop();
		foreach ( $order->taxes as $tax ) {
			$percent                     = $tax->percent->to_string();
			$shop->rates[ $tax->rate_id ] = Shop::tax(
				1000 + $tax->rate_id,
				$percent,
				$tax->percent->is_zero() ? 'Z' : 'S'
			);
		}
		return $shop;
	}

	/**
	 * @param array<string, mixed> $expected
	 * @return array<string, mixed>
	 */
	private function expected( array $expected ): array {
		$taxes = $expected['taxes'] ?? [];
		ksort( $taxes, SORT_STRING );
		return [
			'total'   => $expected['total'] ?? 'stop',
			'arrondi' => $expected['arrondi'] ?? null,
			'taxes'   => $taxes,
		];
	}

	/** @return array<string, mixed> in the table's form. */
	private function found( Shop $shop, DocumentDraft $draft ): array {
		$amount = static fn ( int $minor ): string =>
			Decimal::of_minor( $minor, $draft->currency->decimals )->to_scale( $draft->currency->decimals );
		$taxes  = [];
		foreach ( $draft->totals->by_tax as $tax_id => $sums ) {
			$taxes[ $this->tax_name( $shop, $tax_id ) ] = [ $amount( $sums['ht'] ), $amount( $sums['vat'] ) ];
		}
		$rest = $taxes['arrondi'][0] ?? null;
		unset( $taxes['arrondi'] );
		ksort( $taxes, SORT_STRING );
		return [
			'total'   => $amount( $draft->totals->incl_tax ),
			'arrondi' => $rest,
			'taxes'   => $taxes,
		];
	}

	private function tax_name( Shop $shop, int $tax_id ): string|int {
		foreach ( ExemptSituation::cases() as $situation ) {
			if ( ( $shop->exempt[ $situation->value ] ?? null )?->id === $tax_id ) {
				return $situation->value;
			}
		}
		foreach ( $shop->rates as $tax ) {
			if ( $tax->id === $tax_id ) {
				return $tax->rate->to_string();
			}
		}
		return 'arrondi';
	}

	private function assert_sellsy_agrees( Shop $shop, DocumentDraft $draft, int $unit_decimals ): void {
		$splitter = new RowSplitter( new EnglishTexts() );
		$check    = new TotalsCheck( $splitter );
		$sellsy   = SellsyArithmetic::of( $shop, max( $unit_decimals, $draft->currency->decimals ) );
		$verdict  = $check->check( $draft, $sellsy->compute( $draft ) );
		$draft    = $splitter->split( $draft, $verdict->rows_to_split );
		$this->assertTrue(
			$check->check( $draft, $sellsy->compute( $draft ) )->agrees(),
			"With $unit_decimals decimals: " . json_encode( $verdict, JSON_THROW_ON_ERROR )
		);
	}
}
