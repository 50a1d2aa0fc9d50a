<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;

/** A button for each document in the customer's list of orders. The ledger is asked once for the whole list. */
final class OrderListActions {

	private const TEMPLATE = 'myaccount/orders.php';

	public function __construct(
		private readonly VisibleDocuments $documents,
		private readonly OrderDoor $door,
		private readonly ShopperText $text,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action(
			'woocommerce_before_template_part',
			[ $this, 'handle_woocommerce_before_template_part' ],
			10,
			4
		);
		add_filter(
			'woocommerce_my_account_my_orders_actions',
			[ $this, 'handle_woocommerce_my_account_my_orders_actions' ],
			10,
			2
		);
	}

	public function handle_woocommerce_before_template_part(
		mixed $name,
		mixed $path = '',
		mixed $located = '',
		mixed $arguments = [],
	): void {
		$list   = $name === self::TEMPLATE && is_array( $arguments ) ? $arguments['customer_orders'] ?? null : null;
		$orders = is_object( $list ) && is_array( $list->orders ?? null ) ? $list->orders : [];
		$ids    = [];
		foreach ( $orders as $order ) {
			$ids[] = $order instanceof \WC_Order ? $order->get_id() : ( is_numeric( $order ) ? (int) $order : 0 );
		}
		if ( $ids !== [] ) {
			$this->attempt(
				function () use ( $ids ): void {
					$this->documents->prime( $ids );
				}
			);
		}
	}

	/**
	 * The order's own page asks for the same actions, and has the documents below.
	 *
	 * @param mixed $actions by key.
	 */
	public function handle_woocommerce_my_account_my_orders_actions( mixed $actions, mixed $order = null ): mixed {
		if (
			! is_array( $actions )
			|| ! $order instanceof \WC_Order
			|| is_wc_endpoint_url( 'view-order' )
			|| ! $this->door->is_customer( $order )
		) {
			return $actions;
		}
		$this->attempt(
			function () use ( &$actions, $order ): void {
				$documents = $this->documents->of( $order );
				$kinds     = array_count_values(
					array_map( static fn ( $document ): string => $document->kind->value, $documents )
				);
				foreach ( $documents as $document ) {
					$name = $this->text->kind( $document );
					$actions[ 'orderinvoicer-document-' . $document->task_id ] = [
						'url'        => DownloadLink::url( $order->get_id(), $document->task_id ),
						'name'       => $kinds[ $document->kind->value ] > 1 ? "$name $document->number" : $name,
						'aria-label' => $this->text->download(
							$document->kind,
							$document->number,
							$document->is_credited
						),
					];
				}
			}
		);
		return $actions;
	}

	/** @param \Closure(): void $work */
	private function attempt( \Closure $work ): void {
		try {
			$work();
		} catch ( \Throwable $error ) {
			$this->logger->error( 'Documents could not be shown to a shopper.', [], $error );
		}
	}
}
