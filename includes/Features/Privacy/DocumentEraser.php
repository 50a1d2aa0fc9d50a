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

	/**
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}|\WP_Error an error
	 *         leaves the request open: WordPress asks nobody further, and all is asked again with the next try.
	 */
	public function erase( string $email, int $page ): array|\WP_Error {
		try {
			return $this->erased( $this->orders->page( $email, $page ) );
		} catch ( \RuntimeException ) {
			return new \WP_Error(
				'orderinvoicer_not_erased',
				__( 'Not all that is kept beside this person’s orders could be erased. Try again.', 'orderinvoicer' )
			);
		}
	}

	/**
	 * @param list<\WC_Order> $orders
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
	 */
	private function erased( array $orders ): array {
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
	 * All are asked, whoever of them fails.
	 *
	 * @param list<int> $order_ids
	 * @return bool whether there was something.
	 * @throws \RuntimeException where something may still be there.
	 */
	public function forget( array $order_ids ): bool {
		$erased = false;
		$failed = null;
		foreach ( $this->keepers as $keeper ) {
			try {
				$erased = $keeper->erase( $order_ids ) || $erased;
			} catch ( \RuntimeException $failure ) {
				$failed = $failure;
			}
		}
		return $failed === null ? $erased : throw $failed;
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
