<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;

/** What recent orders sold, with its reference. Read once, however many ask. */
final class RecentProducts {

	/** @var ?list<array{id: int, reference: string, problem: string}> */
	private ?array $all = null;

	public function __construct(
		private readonly RecentSales $sales,
		private readonly ProductReferences $references,
	) {}

	/** A database without WooCommerce's tables of order items and products cannot be asked. */
	public function are_known(): bool {
		return $this->sales->are_products_known();
	}

	/** @return list<array{id: int, reference: string, problem: string}> as ProductReferences::of() tells them. */
	public function all(): array {
		return $this->all ??= $this->references->of( $this->sales->products() );
	}
}
