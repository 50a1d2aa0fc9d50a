<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Privacy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\OrderBook\BuyerErased;

/**
 * What features keep beside the order goes. No invoice is erased, and the reason is given. Of an invoice this site
 * keeps number and address, which prevent a second one, and its amounts, which do not tell who bought. The invoice
 * itself must stay at Sellsy by law. The personal data of the order is erased by WooCommerce.
 */
final class DocumentEraser {

	public const ALL_OF = [ 'keepers' => BuyerErased::class ];

	/** @param list<BuyerErased> $keepers */
	public function __construct(
		private readonly OrdersOfPerson $orders,
		private readonly Ledger $ledger,
		private readonly array $keepers,
	) {}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public function erase( string $email, int $page ): array {
		$orders   = $this->orders->page( $email, $page );
		$ids      = array_map( static fn ( \WC_Order $order ): int => $order->get_id(), $orders );
		$erased   = $this->forget( $ids );
		$messages = [];
		foreach ( $orders as $order ) {
			if ( $this->has_document( $order->get_id() ) ) {
				$messages[] = sprintf(
					/* translators: %s: order number. */
					__(
						'The invoice of order %s stays at Sellsy, because the law demands that invoices are kept.',
						'orderinvoicer'
					),
					(string) $order->get_order_number()
				);
			}
		}
		return [
			'items_removed'  => $erased,
			'items_retained' => $messages !== [],
			'messages'       => $messages,
			'done'           => count( $orders ) < OrdersOfPerson::PER_PAGE,
		];
	}

	/**
	 * @param list<int> $order_ids
	 * @return bool whether there was something.
	 */
	public function forget( array $order_ids ): bool {
		$forget = static fn ( BuyerErased $keeper ): bool => $keeper->erase( $order_ids );
		return in_array( true, array_map( $forget, $this->keepers ), true );
	}

	/** A row that waits or was left out is no invoice. */
	private function has_document( int $order_id ): bool {
		foreach ( $this->ledger->for_order( $order_id ) as $task ) {
			if ( $task->was_at_sellsy() ) {
				return true;
			}
		}
		return false;
	}
}
