<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Money\Decimal;
use PHPUnit\Framework\TestCase;

/** Shows a draft's rows and totals in a form that can be written down by hand. */
abstract class DocumentTestCase extends TestCase {

	protected Shop $shop;

	protected function setUp(): void {
		$this->shop = new Shop();
	}

	/** @return list<string> */
	protected function rows( DocumentDraft $draft ): array {
		$rows = [];
		foreach ( $draft->rows as $row ) {
			$rounding = $row->tax_id === Shop::ROUNDING_TAX;
			$priced   = $rounding
				? "$row->description $row->total"
				: "{$row->quantity?->to_string()} × {$row->unit_amount?->to_string()} = $row->total";
			$rows[]   = $row->kind === RowKind::Comment ? "# $row->description" : $priced;
		}
		return $rows;
	}

	/** @param array<int, array{int, int}> $by_tax HT and VAT. */
	protected function assert_totals( DocumentDraft $draft, int $ht, int $ttc, array $by_tax ): void {
		$this->assertSame( [ $ht, $ttc ], [ $draft->totals->excl_tax, $draft->totals->incl_tax ] );
		$this->assertSame( $by_tax, array_map( array_values( ... ), $draft->totals->by_tax ) );
		$computed = SellsyArithmetic::of( $this->shop, 5 )->compute( $draft );
		$this->assertTrue(
			$computed->incl_tax->equals( Decimal::of_minor( $ttc, $draft->currency->decimals ) ),
			$computed->incl_tax->to_string()
		);
	}
}
