<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Items\ItemKey;
use OrderInvoicer\WooCommerce\OrderUsage;
use OrderInvoicer\Wording\Names\SellsyPages;

/**
 * Products as the schema `products` shows them.
 *
 * @phpstan-type ProductAnswer array{
 *     id: int,
 *     name: string,
 *     // Under which it is sold; empty where there is none.
 *     sku: string,
 *     // One of none, missing, short, duplicate.
 *     problem: string,
 *     // Of the orders that GET /order-usage counts.
 *     lines: int,
 *     edit_url: string,
 *     // What it is remembered as at Sellsy.
 *     item: array{
 *         id: int,
 *         url: string,
 *     }|null,
 * }
 * @phpstan-type ProductsAnswer list<ProductAnswer>
 */
final class ProductView {

	public function __construct(
		private readonly OrderUsage $usage,
		private readonly FindItem $find,
		private readonly SellsyPages $pages,
	) {}

	/**
	 * @param list<array{id: int, sku: string, parent_sku: string, problem: string}> $rows
	 * @return ProductsAnswer
	 * @throws RemoteFailure while the account is not known.
	 */
	public function view( array $rows ): array {
		$ids   = array_column( $rows, 'id' );
		$lines = $ids !== [] && $this->usage->is_countable() ? $this->usage->lines( $ids ) : [];
		return array_map( fn ( array $row ): array => $this->product( $row, $lines[ $row['id'] ] ?? 0 ), $rows );
	}

	/** @return list<string> the product's own reference, then its parent's, as orders have them. */
	public function skus( int $product_id ): array {
		$product = wc_get_product( $product_id );
		$parent  = $product instanceof \WC_Product && $product->get_parent_id() > 0
			? wc_get_product( $product->get_parent_id() )
			: null;
		$skus    = array_map(
			static fn ( mixed $one ): string => $one instanceof \WC_Product ? trim( $one->get_sku( 'edit' ) ) : '',
			[ $product, $parent ]
		);
		return $this->named( $skus );
	}

	/**
	 * @param array{id: int, sku: string, parent_sku: string, problem: string} $row
	 * @return ProductAnswer
	 */
	private function product( array $row, int $lines ): array {
		$product = wc_get_product( $row['id'] );
		$skus    = $this->named( [ $row['sku'], $row['parent_sku'] ] );
		$item    = $skus === [] ? null : $this->find->known( $skus );
		return [
			'id'       => $row['id'],
			'name'     => $product instanceof \WC_Product ? wp_strip_all_tags( $product->get_formatted_name() ) : '',
			'sku'      => $skus[0] ?? '',
			'problem'  => $row['problem'] === '' ? 'none' : $row['problem'],
			'lines'    => $lines,
			'edit_url' => (string) get_edit_post_link(
				$product instanceof \WC_Product && $product->get_parent_id() > 0
					? $product->get_parent_id()
					: $row['id'],
				'raw'
			),
			'item'     => $item === null ? null : [
				'id'  => $item->id,
				'url' => $this->pages->item( $item->id ),
			],
		];
	}

	/**
	 * @param list<string> $skus
	 * @return list<string>
	 */
	private function named( array $skus ): array {
		return array_values(
			array_unique(
				array_filter(
					array_map( ItemKey::reference( ... ), $skus ),
					static fn ( string $sku ): bool => $sku !== ''
				)
			)
		);
	}
}
