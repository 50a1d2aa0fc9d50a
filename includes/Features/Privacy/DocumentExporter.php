<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Privacy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Wording\Names\DocumentPage;

/** The invoices that were made for a person's orders. */
final class DocumentExporter {

	public function __construct(
		private readonly OrdersOfPerson $orders,
		private readonly Ledger $ledger,
		private readonly DocumentPage $pages,
	) {}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	public function export( string $email, int $page ): array {
		$orders = $this->orders->page( $email, $page );
		$data   = [];
		foreach ( $orders as $order ) {
			foreach ( $this->ledger->for_order( $order->get_id() ) as $task ) {
				$kind = DocumentKind::tryFrom( $task->remote_type );
				if ( $kind !== null && $task->was_at_sellsy() ) {
					$data[ "$kind->value-$task->remote_id" ] = $this->item( $order, $task, $kind );
				}
			}
		}
		return [
			'data' => array_values( $data ),
			'done' => count( $orders ) < OrdersOfPerson::PER_PAGE,
		];
	}

	/** @return array<string, mixed> */
	private function item( \WC_Order $order, Task $task, DocumentKind $kind ): array {
		return [
			'group_id'    => 'orderinvoicer_documents',
			'group_label' => __( 'Invoices at Sellsy', 'orderinvoicer' ),
			'item_id'     => "orderinvoicer-$kind->value-$task->remote_id",
			'data'        => [
				[
					'name'  => __( 'Order', 'orderinvoicer' ),
					'value' => (string) $order->get_order_number(),
				],
				[
					'name'  => __( 'Number', 'orderinvoicer' ),
					'value' => $task->remote_number,
				],
				[
					'name'  => __( 'Address', 'orderinvoicer' ),
					'value' => $this->pages->url( $kind, $task->remote_id ),
				],
			],
		];
	}
}
