<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Stock\Rules\SellsyStocks;
use OrderInvoicer\Features\Stock\Rules\SteerStock;
use OrderInvoicer\Features\Stock\Rules\Warehouse;
use OrderInvoicer\Rest\BaseController;

/**
 * Stock of the shop and of Sellsy: compared first, then made to agree.
 *
 * @phpstan-import-type StockAnswer from StockView
 *
 * @phpstan-type WarehouseAnswer array{
 *     id: int,
 *     label: string,
 *     is_default: bool,
 * }
 * @phpstan-type WarehousesAnswer list<WarehouseAnswer>
 */
final class StockController extends BaseController {

	public function __construct(
		private readonly SteerStock $steer,
		private readonly SellsyStocks $sellsy,
		private readonly StockView $view,
	) {}

	public function routes(): array {
		return [
			$this->get( '/stock', 'stock', $this->read( ... ) ),
			$this->post( '/stock', 'stock', $this->act( ... ), 'stock-act' ),
			$this->get( '/stock/warehouses', 'warehouses', $this->warehouses( ... ) ),
		];
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'stock', $this->view->view() );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function act( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$input   = new Values( $request->get_params() );
		$refusal = match ( $input->text( 'act', '' ) ) {
			'compare' => $this->steer->compare() ? '' : __(
				'Nothing can be compared now: check warehouse and connection, and whether work is paused.',
				'orderinvoicer'
			),
			'start'   => $this->steer->start( $input->text( 'seen', '' ) ) ? '' :
				__( 'What you saw is no longer the newest comparison. Look at it again first.', 'orderinvoicer' ),
			'stop'    => $this->done( $this->steer->stop( ... ) ),
			default   => $this->done( $this->steer->go_on( ... ) ),
		};
		return $refusal === ''
			? $this->read()
			: new \WP_Error( 'orderinvoicer_not_now', $refusal, [ 'status' => 409 ] );
	}

	private function warehouses(): \WP_REST_Response {
		return $this->answer(
			'warehouses',
			array_map(
				static fn ( Warehouse $one ): array => [
					'id'         => $one->id,
					'label'      => $one->label,
					'is_default' => $one->is_default,
				],
				$this->sellsy->warehouses()
			)
		);
	}

	/** @param \Closure(): void $act */
	private function done( \Closure $act ): string {
		$act();
		return '';
	}
}
