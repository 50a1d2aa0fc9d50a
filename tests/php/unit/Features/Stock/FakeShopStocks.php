<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\OnTheWay;
use OrderInvoicer\Features\Stock\Rules\ShopLevel;
use OrderInvoicer\Features\Stock\Rules\ShopStocks;
use OrderInvoicer\Tests\Unit\World\Fate;
use OrderInvoicer\Tests\Unit\World\World;

/** The stock of the shop, where product n is sold as SKU-n, and how far the look has come. */
final class FakeShopStocks implements ShopStocks {

	/** @var array<int, string> quantities by product. */
	public array $stock = [];

	/** @var array<int, OnTheWay> by product. */
	public array $on_the_way = [];

	/** @var list<string> such as `1 -3`. */
	public array $changes = [];

	public bool $counts_parts = true;

	/** @var list<int> products that the shop has, and counts no more. */
	public array $uncounted = [];

	private readonly Fate $fate;

	public function __construct( World $world ) {
		$this->fate = $world->fate;
	}

	public function after( int $product_id, int $limit ): array {
		$after = array_filter( array_keys( $this->stock ), static fn ( int $id ): bool => $id > $product_id );
		sort( $after );
		return array_slice( $after, 0, $limit );
	}

	public function count_after( int $product_id ): int {
		return count( $this->after( $product_id, PHP_INT_MAX ) );
	}

	public function references( int $product_id ): array {
		return isset( $this->stock[ $product_id ] ) ? [ "SKU-$product_id" ] : [];
	}

	public function level( int $product_id, string $moved_by ): ?ShopLevel {
		return isset( $this->stock[ $product_id ] ) && ! in_array( $product_id, $this->uncounted, true )
			? new ShopLevel(
				Decimal::from_string( $this->stock[ $product_id ] ),
				$this->on_the_way[ $product_id ] ?? new OnTheWay( false, Decimal::zero() )
			)
			: null;
	}

	public function held_by( array $products ): array {
		return [];
	}

	public function counts( Decimal $quantity ): bool {
		return $this->counts_parts || $quantity->scale() === 0;
	}

	public function add( int $product_id, Decimal $quantity ): void {
		$this->fate->call(
			function () use ( $product_id, $quantity ): void {
				$this->changes[]            = "$product_id {$quantity->to_string()}";
				$this->stock[ $product_id ] = Decimal::from_string( $this->stock[ $product_id ] )
					->plus( $quantity )
					->to_string();
			}
		);
	}
}
