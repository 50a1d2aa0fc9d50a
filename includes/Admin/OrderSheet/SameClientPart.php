<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\SameClient;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;

/**
 * In the order box, where this shop made a customer for the order: it may be a client whom Sellsy had already
 * (`Rest\Customers\SameClientController`).
 */
final class SameClientPart implements BoxPart {

	public function __construct( private readonly SameClient $same ) {}

	public function of_order( \WC_Order $order, array $rows ): ?array {
		return ! $this->is_offered( $order->get_id() ) ? null : [
			'name'    => 'same_client',
			'label'   => __( 'Use a client you had already', 'orderinvoicer' ),
			'note'    => '',
			'says'    => [
				__( 'This shop made a customer in Sellsy for this order. If you have a client with the same e-mail address, and both are one, later orders go to that client.', 'orderinvoicer' ),
			],
			'choices' => [],
			'chosen'  => '',
			'amount'  => '',
			'days'    => null,
		];
	}

	public function of_row( Task $task, \WC_Order $order, OrderSheet $sheet ): ?array {
		return null;
	}

	/** Other code of the site may throw anything while an order is read; the box is shown all the same. */
	private function is_offered( int $order_id ): bool {
		try {
			return $this->same->is_offered( $order_id );
		} catch ( \Throwable ) {
			return false;
		}
	}
}
