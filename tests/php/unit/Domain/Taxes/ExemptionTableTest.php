<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Taxes;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Refunds\Credit;
use OrderInvoicer\Domain\Taxes\ExemptionTable;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Place × item × buyer × category: which reason for having no VAT a document may give. */
final class ExemptionTableTest extends TestCase {

	private const ALL = [ 'E', 'O', 'K', 'G', 'AE' ];

	private const ITEMS = [
		'goods'            => [ LineKind::Product, true, false ],
		'services'         => [ LineKind::Product, true, true ],
		'untaxed item'     => [ LineKind::Product, false, false ],
		'tip'              => [ LineKind::Fee, false, false ],
		'delivery'         => [ LineKind::Shipping, true, false ],
		'untaxed delivery' => [ LineKind::Shipping, false, false ],
	];

	private const BUYERS = [
		'consumer' => '',
		'company'  => 'BE0123456749',
		'XI'       => 'XI123456789',
		'exempt'   => '',
		'franchise, consumer' => '',
		'franchise, company'  => 'BE0123456749',
	];

	/** @return iterable<string, array{OrderSnapshot, bool, list<string>}> the order, whether the shop is exempt. */
	public static function cells(): iterable {
		$table = require dirname( __DIR__, 4 ) . '/fixtures/exemption-table.php';
		foreach ( $table['places'] as $area => $places ) {
			foreach ( $places as [ $country, $postcode ] ) {
				foreach ( $table['categories'][ $area ] as $buyer => $categories ) {
					foreach ( array_keys( self::ITEMS ) as $item ) {
						yield "$area: $country $postcode, $buyer, $item" => [
							self::order( $country, $postcode, $buyer, [ $item ] ),
							str_starts_with( $buyer, 'franchise' ),
							$categories[ $item ] ?? [],
						];
					}
				}
			}
		}
	}

	/** @param list<string> $allowed */
	#[DataProvider( 'cells' )]
	public function test_a_cell_takes_its_categories_and_no_other(
		OrderSnapshot $order,
		bool $exempt,
		array $allowed,
	): void {
		$taken = [];
		foreach ( self::ALL as $category ) {
			if ( $this->stopped( $this->shop( $category, $exempt ), $order ) === null ) {
				$taken[] = $category;
			}
		}
		sort( $allowed );
		sort( $taken );
		self::assertSame( $allowed, $taken );
	}

	public function test_a_private_belgian_is_no_intra_community_supply(): void {
		$problem = $this->stopped( $this->shop( 'K' ), self::order( 'BE', '1000', 'consumer', [ 'goods' ] ) );
		self::assertSame( ProblemCode::ExemptionUnfit, $problem?->code );
		self::assertSame(
			[
				'situation' => 'eu_consumer',
				'line'      => 'Line 1',
				'country'   => 'BE',
				'tax_label' => 'TVA 0 %',
				'category'  => 'K',
				'beside'    => 0,
			],
			$problem->facts
		);
	}

	public function test_a_tax_without_a_category_fits_where_one_of_them_would_and_nowhere_else(): void {
		$goods = fn ( string $place, string $postcode ): ?Problem =>
			$this->stopped( $this->shop( '' ), self::order( $place, $postcode, 'consumer', [ 'goods' ] ) );
		self::assertNull( $goods( 'US', '10001' ) );
		self::assertSame( ProblemCode::ExemptionUnfit, $goods( 'BE', '1000' )?->code );
	}

	public function test_an_owner_who_says_why_has_it(): void {
		$shop          = $this->shop( 'K' );
		$shop->reasons = [ 'eu_consumer' => 'My accountant says that this is right.' ];
		self::assertNull( $this->stopped( $shop, self::order( 'BE', '1000', 'consumer', [ 'goods' ] ) ) );
		self::assertNotNull( $this->stopped( $shop, self::order( 'US', '10001', 'consumer', [ 'goods' ] ) ) );
	}

	public function test_o_stands_alone_or_not_at_all(): void {
		$beside = Orders::of(
			'14',
			[ Orders::line( 1, '10', [ 1 => '2' ] ), self::line( 2, 'tip', '2' ) ],
			[ 1 => '2' ]
		);
		$stop   = $this->stopped( $this->shop( 'O' ), $beside );
		self::assertSame( [ ProblemCode::ExemptionUnfit, '1' ], [ $stop?->code, $stop?->fact( 'beside' ) ] );
		self::assertNull( $this->stopped( $this->shop( 'E' ), $beside ) );

		$shop                                 = $this->shop( 'O' );
		$shop->exempt['outside_eu']           = Shop::tax( 220, '0', 'G' );
		$abroad                               = self::order( 'US', '10001', 'consumer', [ 'goods', 'tip' ] );
		self::assertSame( '1', $this->stopped( $shop, $abroad )?->fact( 'beside' ) );
		self::assertNull( $this->stopped( $shop, self::order( 'US', '10001', 'consumer', [ 'tip', 'services' ] ) ) );
	}

	public function test_delivery_beside_taxed_goods_is_a_case_of_its_own(): void {
		$order = Orders::of(
			'14',
			[ Orders::line( 1, '10', [ 1 => '2' ] ), self::line( 2, 'untaxed delivery', '2' ) ],
			[ 1 => '2' ]
		);
		$shop  = $this->shop( 'E' );
		unset( $shop->exempt['untaxed_delivery'], $shop->exempt['domestic_untaxed_item'] );
		self::assertSame( 'untaxed_delivery', $this->stopped( $shop, $order )?->fact( 'situation' ) );
		$shop->exempt['domestic_untaxed_item'] = Shop::tax( 230, '0', 'E' );
		self::assertNull( $this->stopped( $shop, $order ), 'What was chosen for both together goes on.' );
	}

	public function test_a_rate_of_nothing_gives_no_false_reason_either(): void {
		foreach ( [
			'K'  => [
				'BE consumer' => false,
				'BE company' => true,
				'FR consumer' => false,
				'US company' => false,
			],
			'G'  => [
				'BE consumer' => false,
				'BE company' => false,
				'FR consumer' => true,
				'US consumer' => true,
			],
			'AE' => [
				'BE consumer' => false,
				'FR consumer' => true,
			],
			'E'  => [
				'BE consumer' => true,
				'US consumer' => true,
			],
			'Z'  => [ 'BE consumer' => true ],
		] as $category => $cases ) {
			foreach ( $cases as $case => $fits ) {
				[ $country, $buyer ] = explode( ' ', $case );
				$shop           = new Shop();
				$shop->rates[5] = Shop::tax( 105, '0', $category );
				$order          = Orders::of(
					'10',
					[ Orders::line( 1, '10', [ 5 => '0' ] ) ],
					[ 5 => '0' ],
					true,
					[
						'tax_country' => $country,
						'buyer'       => Orders::buyer( self::BUYERS[ $buyer ] ),
					]
				);
				self::assertSame( $fits, $this->stopped( $shop, $order ) === null, "$category $country $buyer" );
			}
		}
	}

	/** Its invoice said so, right or wrong, and is final. */
	public function test_a_credit_note_says_what_its_invoice_said(): void {
		$order = self::order( 'BE', '1000', 'consumer', [ 'goods' ] );
		self::assertSame( 1000, $this->shop( 'K' )->credit_note( new Credit( $order, 0, 0 ) )->totals->incl_tax );
	}

	public function test_each_situation_has_its_row_and_proposes_nothing_else(): void {
		foreach ( ExemptSituation::cases() as $situation ) {
			$fits = ExemptionTable::categories( $situation );
			self::assertSame( [], array_diff( ExemptionTable::proposed( $situation ), $fits ), $situation->value );
		}
		self::assertSame( [ 'E' ], ExemptionTable::proposed( ExemptSituation::UntaxedItem ) );
		self::assertSame( [], ExemptionTable::proposed( ExemptSituation::UntaxedDelivery ) );
	}

	public function test_a_shop_below_the_sea_sells_at_home_there(): void {
		$order = self::order( 'FR', '97400', 'consumer', [ 'goods' ], [ 'shop_postcode' => '97410' ] );
		self::assertSame( ProblemCode::ExemptionUnknown, $this->stopped( $this->shop( 'G' ), $order )?->code );
	}

	private function shop( string $category, bool $exempt = false ): Shop {
		$shop          = new Shop();
		$shop->reasons = [];
		foreach ( ExemptSituation::cases() as $i => $situation ) {
			$shop->exempt[ $situation->value ] = Shop::tax( 200 + $i, '0', $category );
		}
		if ( ! $exempt ) {
			unset( $shop->exempt['shop_exempt'] );
		}
		return $shop;
	}

	private function stopped( Shop $shop, OrderSnapshot $order ): ?Problem {
		try {
			$shop->invoice( $order );
			return null;
		} catch ( NeedsAttention $stop ) {
			return $stop->problem;
		}
	}

	/**
	 * @param list<string>         $items
	 * @param array<string, mixed> $more
	 */
	private static function order(
		string $country,
		string $postcode,
		string $buyer,
		array $items,
		array $more = [],
	): OrderSnapshot {
		$lines = array_map(
			static fn ( int $i ): OrderLine => self::line( $i + 1, $items[ $i ], '10' ),
			array_keys( $items )
		);
		return Orders::of(
			(string) ( 10 * count( $lines ) ),
			$lines,
			[],
			true,
			$more + [
				'tax_country'  => $country,
				'tax_postcode' => $postcode,
				'vat_exempt'   => $buyer === 'exempt',
				'buyer'        => Orders::buyer( self::BUYERS[ $buyer ] ),
			]
		);
	}

	private static function line( int $id, string $item, string $total ): OrderLine {
		[ $kind, $taxable, $is_virtual ] = self::ITEMS[ $item ];
		return Orders::line( $id, $total, [], '1', compact( 'kind', 'taxable', 'is_virtual' ) );
	}

	/** @testWith ["3", "3"]
	 *            ["0", "1"]
	 */
	public function test_a_line_without_vat_keeps_its_quantity( string $sold, string $billed ): void {
		$order = self::order( 'US', '10001', 'consumer', [ 'goods' ] );
		$own   = [
			'lines' => [ Orders::line( 1, '9', [], $sold ) ],
			'total' => Decimal::from_string( '9' ),
		];
		$rows  = $this->shop( 'G' )->invoice( new OrderSnapshot( ...$own + get_object_vars( $order ) ) )->rows;
		self::assertSame( $billed, $rows[0]->quantity?->to_string() );
	}
}
