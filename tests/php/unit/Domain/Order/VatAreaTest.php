<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Order;

use OrderInvoicer\Domain\Order\VatArea;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Whether a sale is one at home, in the EU or outside decides its VAT, and which documents it gets. */
final class VatAreaTest extends TestCase {

	#[TestWith( [ 'FR 75001', 'FR 69001', 'domestic' ] )]
	#[TestWith( [ 'FR 75001', '', 'domestic' ], 'sold at the shop' )]
	#[TestWith( [ 'FR 75001', 'MC 98000', 'domestic' ], 'Monaco' )]
	#[TestWith( [ 'MC 98000', 'FR 75001', 'domestic' ], 'from Monaco' )]
	#[TestWith( [ 'FR 75001', 'FR 98000', 'domestic' ], 'Monaco by its postcode' )]
	#[TestWith( [ 'FR 75001', 'BE 1000', 'eu' ] )]
	#[TestWith( [ 'BE 1000', 'FR 75001', 'eu' ] )]
	#[TestWith( [ 'FR 75001', 'CH 1200', 'outside' ] )]
	#[TestWith( [ 'CH 1200', 'FR 75001', 'outside' ] )]
	#[TestWith( [ 'CH 1200', 'CH 8000', 'domestic' ] )]
	#[TestWith( [ 'FR 75001', 'GB BT1 1AA', 'outside' ] )]
	#[TestWith( [ 'FR 75001', 'RE 97400', 'outside' ] )]
	#[TestWith( [ 'FR 75001', 'FR 97400', 'outside' ], 'Réunion, entered as France' )]
	#[TestWith( [ 'FR 75001', 'FR 97 400', 'outside' ], 'typed with a space' )]
	#[TestWith( [ 'RE 97400', 'FR 97400', 'domestic' ], 'within Réunion' )]
	#[TestWith( [ 'FR 97400', 'FR 97200', 'outside' ], 'from Réunion to Martinique' )]
	#[TestWith( [ 'FR 75001', 'ES 28001', 'eu' ] )]
	#[TestWith( [ 'FR 75001', 'ES 38001', 'outside' ], 'the Canaries' )]
	#[TestWith( [ 'FR 75001', 'ES 52001', 'outside' ], 'Melilla' )]
	#[TestWith( [ 'FR 75001', 'FI 22100', 'outside' ], 'Åland' )]
	#[TestWith( [ 'FR 75001', 'FI 00122', 'eu' ], 'not where the postcode begins so' )]
	#[TestWith( [ 'FR 75001', 'IT 23030', 'outside' ], 'Livigno' )]
	#[TestWith( [ 'FR 75001', 'IT 23032', 'eu' ] )]
	#[TestWith( [ 'FR 75001', 'DE 27498', 'outside' ], 'Heligoland' )]
	#[TestWith( [ 'FR 75001', 'GR 63086', 'outside' ], 'Athos' )]
	#[TestWith( [ 'FR 75001', 'GR 63088', 'eu' ] )]
	public function test_where_an_order_was_taxed( string $shop, string $taxed, string $area ): void {
		[ $shop_country, $shop_postcode ] = explode( ' ', "$shop ", 2 );
		[ $tax_country, $tax_postcode ]   = explode( ' ', "$taxed ", 2 );
		$places                           = compact( 'shop_country', 'shop_postcode', 'tax_country', 'tax_postcode' );
		$order                            = Orders::of( '12', [], [], more: $places );
		self::assertSame( $area, VatArea::of_order( $order )->value );
	}

	/** Rules ask for the country that people choose: there the Canaries are Spain. */
	public function test_a_rule_asks_for_the_country_alone(): void {
		self::assertSame( VatArea::Eu, VatArea::from_country( 'ES', 'FR' ) );
		self::assertSame( VatArea::Domestic, VatArea::from_country( 'MC', 'FR' ) );
	}

	public function test_the_eu_has_27_states(): void {
		$in_eu = static fn ( string $code ): bool => VatArea::from_country( $code, 'FR' ) === VatArea::Eu;
		$codes = [];
		foreach ( range( 'A', 'Z' ) as $first ) {
			foreach ( range( 'A', 'Z' ) as $second ) {
				$codes[] = "$first$second";
			}
		}
		self::assertCount( 26, array_filter( $codes, $in_eu ), 'France apart.' );
	}
}
