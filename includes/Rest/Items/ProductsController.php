<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\ProductView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Customers\CustomerLinksController;
use OrderInvoicer\Rest\PagedAnswer;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;

/**
 * Products whose reference keeps them from being named on documents, and which item of Sellsy each is remembered as.
 *
 * @phpstan-import-type ForgottenAnswer from CustomerLinksController
 * @phpstan-import-type ProductsAnswer from ProductView
 *
 * @phpstan-type ProductsCheckedAnswer array{
 *     gone: list<int>,
 * }
 */
final class ProductsController extends BaseController {

	public function __construct(
		private readonly ProductReferences $products,
		private readonly ProductView $view,
		private readonly FindItem $find,
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
		$rows    = $this->view->view( $this->products->page( $problem, $search, $page->limit, $page->offset ) );
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
			$skus = $this->view->skus( $id );
			if ( $skus !== [] && $this->find->forget_gone( $skus ) ) {
				$gone[] = $id;
			}
		}
		return $this->answer( 'products-checked', [ 'gone' => $gone ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function forget( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$skus = $this->view->skus( $this->id( $request ) );
		if ( $skus === [] || $this->find->known( $skus ) === null ) {
			return Refusal::not_found();
		}
		$this->find->forget( $skus );
		return $this->answer( 'forgotten', [ 'forgotten' => true ] );
	}
}
