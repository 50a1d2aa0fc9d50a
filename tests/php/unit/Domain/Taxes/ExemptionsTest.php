<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Taxes;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\TestCase;

final class ExemptionsTest extends TestCase {

	/**
	 * @return iterable<string, array{array<string, mixed>, bool|null, ExemptSituation|null}> order, what the line says
	 *         of itself, situation.
	 */
	public static function lines(): iterable {
		yield 'export'                        => [ [ 'tax_country' => 'CH' ], true, ExemptSituation::OutsideEu ];
		yield 'overseas territory'            => [ [ 'tax_country' => 'RE' ], true, ExemptSituation::OutsideEu ];
		yield 'EU with a number'              => [
			[
				'tax_country' => 'DE',
				'buyer' => Orders::buyer( 'DE123456789' ),
			],
			true,
			ExemptSituation::EuBusiness,
		];
		yield 'EU without a number'           => [ [ 'tax_country' => 'DE' ], true, ExemptSituation::EuConsumer ];
		yield 'EU seen from outside'          => [
			[
				'tax_country' => 'DE',
				'shop_country' => 'CH',
			],
			true,
			ExemptSituation::OutsideEu,
		];
		yield 'Monaco is at home'             => [
			[
				'tax_country' => 'MC',
				'vat_exempt' => true,
			],
			true,
			ExemptSituation::DomesticExemptCustomer,
		];
		yield 'exempt customer at home'       => [
			[ 'vat_exempt' => true ],
			true,
			ExemptSituation::DomesticExemptCustomer,
		];
		yield 'a tip'                         => [ [], false, ExemptSituation::UntaxedItem ];
		yield 'taxable at home: VAT was lost' => [ [], true, null ];
		yield 'nobody knows any more'         => [ [], null, null ];
		yield 'no country: sold at the shop'  => [ [ 'tax_country' => '' ], true, null ];
	}

	/**
	 * @dataProvider lines
	 * @param array<string, mixed> $order
	 */
	public function test_situation( array $order, ?bool $taxable, ?ExemptSituation $situation ): void {
		$line = Orders::line( 1, '10', [], '1', [ 'taxable' => $taxable ] );
		$this->assertSame(
			$situation,
			( new Exemptions() )->situation( Orders::of( '10', [ $line ], [], true, $order ), $line, false )
		);
	}

	public function test_a_shop_without_vat_has_one_reason_everywhere(): void {
		$line = Orders::line( 1, '10', [] );
		foreach ( [ 'FR', 'DE', 'US' ] as $country ) {
			$order = Orders::of( '10', [ $line ], [], true, [ 'tax_country' => $country ] );
			$this->assertSame( ExemptSituation::ShopExempt, ( new Exemptions() )->situation( $order, $line, true ) );
		}
	}

	public function test_an_order_with_vat_is_not_of_a_shop_without(): void {
		$line  = Orders::line( 1, '10', [] );
		$order = Orders::of( '22', [ $line, Orders::line( 2, '10', [ 1 => '2' ] ) ], [ 1 => '2' ] );
		$this->assertNull( ( new Exemptions() )->situation( $order, $line, true ) );
	}
}
