<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Orders;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Reports\OrderSheetView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * An order's documents beside the order, and those to come. Nothing is asked of Sellsy.
 *
 * @phpstan-import-type OrderScreen from OrderSheetView
 * @phpstan-import-type OrderDocumentsAnswer from OrderSheetView
 */
final class OrderDocumentsController extends BaseController {

	/**
	 * @param \Closure( int ): OrderSheet $read of an order.
	 * @param \Closure( \WC_Order, OrderSheet ): OrderScreen $screen
	 */
	public function __construct(
		private readonly \Closure $read,
		private readonly OrderSheetView $view,
		private readonly \Closure $screen,
	) {}

	public function routes(): array {
		return [ $this->get( self::ORDER . '/documents', 'order-documents', $this->read( ... ) ) ];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function read( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$order = wc_get_order( $this->id( $request ) );
		if ( ! $order instanceof \WC_Order ) {
			return Refusal::not_found();
		}
		$sheet = ( $this->read )( $order->get_id() );
		return $this->answer(
			'order-documents',
			$this->view->view( $sheet, ( $this->screen )( $order, $sheet ) )
		);
	}
}
