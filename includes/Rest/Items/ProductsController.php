<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Items\ItemKey;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Customers\CustomerLinksController;
use OrderInvoicer\Rest\PagedAnswer;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\OrderUsage;
use OrderInvoicer\Wording\Names\SellsyPages;

/**
 * Products whose reference keeps them from being named on documents, and which item of Sellsy each is remembered as.
 *
 * @phpstan-import-type ForgottenAnswer from CustomerLinksController
 *
 * @phpstan-type ProductsCheckedAnswer array{
 *     gone: list<int>,
 * }
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
final class ProductsController extends BaseController {

	public function __construct(
		private readonly ProductReferences $products,
		private readonly FindItem $find,
		private readonly OrderUsage $usage,
		private readonly SellsyPages $pages,
	) {}

	public function routes(): array {
		return [
			$this->get( '/products', 'products', $this->page( ... ), 'products-query' ),
			$this->post( '/products/check', 'products-checked', $this->check( ... ), 'products-check' ),
			$this->delete( '/products/' . self::ID . '/link', 'forgotten', $this->forget( ... ) ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function page( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		if ( ! $this->products->is_readable() ) {
			return new \WP_Error(
				'orderinvoicer_no_products',
				__( 'The products of this shop cannot be looked at here.', 'orderinvoicer' ),
				[ 'status' => 501 ]
			);
		}
		$query   = new Values( $request->get_params() );
		$page    = new PagedAnswer( $query );
		$problem = $query->text( 'problem', 'any' );
		$search  = trim( $query->text( 'search', '' ) );
		$rows    = $this->view( $this->products->page( $problem, $search, $page->limit, $page->offset ) );
		return $page->counted( $this->answer( 'products', $rows ), $this->products->count( $problem, $search ) );
	}

	/**
	 * Asks Sellsy for each of them that is remembered; what is gone is forgotten.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function check( \WP_REST_Request $request ): \WP_REST_Response {
		$gone = [];
		foreach ( array_filter( ( new Values( $request->get_params() ) )->list_of( 'ids' ) ?? [], 'is_int' ) as $id ) {
			$skus = $this->skus( $id );
			if ( $skus !== [] && $this->find->forget_gone( $skus ) ) {
				$gone[] = $id;
			}
		}
		return $this->answer( 'products-checked', [ 'gone' => $gone ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function forget( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$skus = $this->skus( $this->id( $request ) );
		if ( $skus === [] || $this->find->known( $skus ) === null ) {
			return Refusal::not_found();
		}
		$this->find->forget( $skus );
		return $this->answer( 'forgotten', [ 'forgotten' => true ] );
	}

	/**
	 * @param list<array{id: int, sku: string, parent_sku: string, problem: string}> $rows
	 * @return ProductsAnswer
	 * @throws RemoteFailure while the account is not known.
	 */
	private function view( array $rows ): array {
		$ids   = array_column( $rows, 'id' );
		$lines = $ids !== [] && $this->usage->is_countable() ? $this->usage->lines( $ids ) : [];
		return array_map( fn ( array $row ): array => $this->product( $row, $lines[ $row['id'] ] ?? 0 ), $rows );
	}

	/** @return list<string> the product's own reference, then its parent's, as orders have them. */
	private function skus( int $product_id ): array {
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
