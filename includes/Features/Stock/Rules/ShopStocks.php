<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * Stock in the shop. Looked at is what WooCommerce itself counts under a reference that no other product has:
 * unmanaged products are left out, and variations that share their parent's stock.
 */
interface ShopStocks {

	/** @return list<int> products by id, beginning after this one. */
	public function after( int $product_id, int $limit ): array;

	public function count_after( int $product_id ): int;

	/** @return list<string> its own reference, then its parent's; empty where it is not looked at. */
	public function references( int $product_id ): array;

	/**
	 * Read afresh.
	 *
	 * @param string $moved_by of StockSettings.
	 * @return ShopLevel|null null where it is not looked at any more.
	 * @throws \UnexpectedValueException where what is stored is no number.
	 */
	public function level( int $product_id, string $moved_by ): ?ShopLevel;

	/**
	 * @param list<int> $products
	 * @return array<int, list<int>> by product: orders with it of which a document is being made, or needs a person.
	 */
	public function held_by( array $products ): array;

	/** Whether the shop can count such a quantity: most count whole pieces only. */
	public function counts( Decimal $quantity ): bool;

	/** Adds to the shop's stock, or takes away, whatever is sold meanwhile. Not noticed as a change by hand. */
	public function add( int $product_id, Decimal $quantity ): void;
}
