<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Tests\SnapshotArray;
use OrderInvoicer\Tests\Unit\Domain\Content\EnglishTexts;
use OrderInvoicer\Tests\Unit\Domain\Content\SellsyArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use OrderInvoicer\Tests\Unit\Domain\Content\WorkedText;
use PHPUnit\Framework\TestCase;

/**
 * Refunds that real WooCommerce made, and what their credit notes must be, worked out by hand in
 * tests/fixtures/refund-table.php.
 */
final class RecordedRefundsTest extends TestCase {

	private const FIXTURES = __DIR__ . '/../../../../fixtures/';

	/** @return iterable<string, array{string, array<string, mixed>}> */
	public static function entries(): iterable {
		foreach ( require self::FIXTURES . 'refund-table.php' as $name => $entry ) {
			yield $name => [ $name, $entry ];
		}
	}

	public function test_the_table_is_there(): void {
		$this->assertGreaterThanOrEqual( 30, iterator_count( self::entries() ) );
	}

	/**
	 * @dataProvider entries
	 * @param array<string, mixed> $entry
	 */
	public function test_the_derivation_is_true_and_arrives( string $name, array $entry ): void {
		$this->assertSame( [], ( new WorkedText() )->mistakes( $entry['worked'] ) );
		$lines = explode( "\n", $entry['worked'] );
		foreach ( $entry['credits'] as $i => $credit ) {
			$figures = array_merge(
				...array_values( $credit['taxes'] ?? [] ),
				...[ (array) ( $credit['arrondi'] ?? [] ) ]
			);
			$end     = isset( $credit['stop'] )
				? "stop, {$credit['stop']}."
				: 'Credit: ' . implode( ' + ', $figures ) . " = {$credit['total']}.";
			$this->assertStringEndsWith( $end, $lines[ $i ] );
			foreach ( $credit['taxes'] ?? [] as $tax => [ $ht ] ) {
				$this->assertStringContainsString( is_numeric( $tax ) ? "$ht × $tax % = " : "($tax)", $lines[ $i ] );
			}
		}
	}

	/**
	 * @dataProvider entries
	 * @param array<string, mixed> $entry
	 */
	public function test_the_credit_notes_are_what_the_table_says( string $name, array $entry ): void {
		$recording = json_decode(
			(string) file_get_contents( self::FIXTURES . "refunds/$name.json" ),
			true,
			512,
			JSON_THROW_ON_ERROR
		);
		$order     = SnapshotArray::from_array( $recording['snapshot'] );
		$shop      = new Shop();
		foreach ( $order->taxes as $tax ) {
			$shop->rates[ $tax->rate_id ] = Shop::tax(
				1000 + $tax->rate_id,
				$tax->percent->to_string(),
				$tax->percent->is_zero() ? 'Z' : 'S'
			);
		}
		$this->assertCount( count( $entry['refunds'] ) - count( $entry['credits'] ), $recording['refused'] );
		$this->assertCount( count( $entry['credits'] ), $recording['refunds'] );
		$credited = [];
		foreach ( $recording['refunds'] as $i => $recorded ) {
			$refund = $this->refund( $i + 1, $recorded );
			try {
				$credit = ( new CreditedOrder( new EnglishTexts() ) )
					->credit_for( $order, $credited, $refund, $shop->map(), $shop->cap );
				$draft  = $shop->credit_note( $credit );
				$found  = $this->found( $shop, $draft );
				$this->assert_sellsy_agrees( $shop, $draft );
			} catch ( NeedsAttention $stop ) {
				$found = [ 'stop' => $stop->problem->code->value ];
			}
			$this->assertEquals( $entry['credits'][ $i ], $found, "$name, refund " . ( $i + 1 ) );
			$credited[] = $refund;
		}
	}

	/** @param array<string, mixed> $recorded */
	private function refund( int $id, array $recorded ): RefundSnapshot {
		$line = static fn ( array $line ): RefundLine => new RefundLine(
			order_line_id: $line['line'],
			quantity: Decimal::from_string( $line['quantity'] ),
			total: Decimal::from_string( $line['total'] ),
			taxes: array_map( Decimal::from_string( ... ), $line['taxes'] )
		);
		return new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( $recorded['amount'] ),
			lines: array_map( $line, $recorded['lines'] ),
			reason: $recorded['reason'],
			created_at: new \DateTimeImmutable( '2026-03-03' ),
			is_paid_back: false
		);
	}

	/** @return array<string, mixed> in the table's form. */
	private function found( Shop $shop, DocumentDraft $draft ): array {
		$amount = static fn ( int $minor ): string =>
			Decimal::of_minor( $minor, $draft->currency->decimals )->to_scale( $draft->currency->decimals );
		$found  = [
			'total' => $amount( $draft->totals->incl_tax ),
			'taxes' => [],
		];
		foreach ( $draft->totals->by_tax as $tax_id => $sums ) {
			if ( $tax_id === Shop::ROUNDING_TAX ) {
				$found['arrondi'] = $amount( $sums['ht'] );
			} else {
				$found['taxes'][ $this->tax_name(
					$shop,
					$tax_id
				) ] = [ $amount( $sums['ht'] ), $amount( $sums['vat'] ) ];
			}
		}
		return $found;
	}

	private function tax_name( Shop $shop, int $tax_id ): string {
		foreach ( ExemptSituation::cases() as $situation ) {
			if ( ( $shop->exempt[ $situation->value ] ?? null )?->id === $tax_id ) {
				return $situation->value;
			}
		}
		return array_column( $shop->rates, null, 'id' )[ $tax_id ]->rate->to_string();
	}

	private function assert_sellsy_agrees( Shop $shop, DocumentDraft $draft ): void {
		$splitter = new RowSplitter( new EnglishTexts() );
		$check    = new TotalsCheck( $splitter );
		foreach ( [ 2, 4, 5 ] as $unit_decimals ) {
			$sellsy  = SellsyArithmetic::of( $shop, max( $unit_decimals, $draft->currency->decimals ) );
			$verdict = $check->check( $draft, $sellsy->compute( $draft ) );
			$split   = $splitter->split( $draft, $verdict->rows_to_split );
			$this->assertTrue(
				$check->check( $split, $sellsy->compute( $split ) )->agrees(),
				"With $unit_decimals decimals"
			);
		}
	}
}
