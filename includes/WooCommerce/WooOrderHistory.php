<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Order\PastOrder;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** Old orders through `wc_get_orders()`, a page at a time. */
final class WooOrderHistory implements OrderHistory {

	public function count( OrderFilter $filter ): int {
		$found = $this->ask(
			[
				'limit'    => 1,
				'return'   => 'ids',
				'paginate' => true,
			] + $this->chosen( $filter, new Cursor() )
		);
		return is_object( $found ) && isset( $found->total ) && is_numeric( $found->total ) ? (int) $found->total : 0;
	}

	public function after( OrderFilter $filter, Cursor $cursor, int $limit ): array {
		$orders = $this->ask(
			[
				'limit'   => $limit,
				'offset'  => $cursor->at < $this->first_second( $filter ) ? 0 : $cursor->passed,
				'orderby' => [
					'date' => 'ASC',
					'ID'   => 'ASC',
				],
			] + $this->chosen( $filter, $cursor )
		);
		return array_map(
			static fn ( \WC_Order $order ): PastOrder => new PastOrder(
				$order->get_id(),
				new \DateTimeImmutable( '@' . ( $order->get_date_created( 'edit' )?->getTimestamp() ?? 0 ) )
			),
			array_values(
				array_filter(
					is_array( $orders ) ? $orders : [],
					static fn ( mixed $order ): bool => $order instanceof \WC_Order
				)
			)
		);
	}

	public function latest( int $limit, int $offset ): array {
		$ids = $this->ask(
			[
				'type'    => 'shop_order',
				'status'  => $this->sold_statuses(),
				'limit'   => $limit,
				'offset'  => $offset,
				'orderby' => [
					'date' => 'DESC',
					'ID'   => 'DESC',
				],
				'return'  => 'ids',
			]
		);
		return array_values( array_filter( is_array( $ids ) ? $ids : [], 'is_int' ) );
	}

	/**
	 * No orders left ends a back-fill: a refusal must not look like it.
	 *
	 * @param array<string, mixed> $query
	 */
	private function ask( array $query ): mixed {
		return CheckedRead::read( static fn (): mixed => wc_get_orders( $query ) );
	}

	/** @return array<string, mixed> Unix times: days would be the server's. */
	private function chosen( OrderFilter $filter, Cursor $cursor ): array {
		$first = max( $cursor->at, $this->first_second( $filter ) );
		$last  = min( $this->second( $filter->to, '23:59:59' ), $filter->before->getTimestamp() - 1 );
		return [
			'type'         => 'shop_order',
			'status'       => $filter->statuses,
			'date_created' => "$first...$last",
		];
	}

	private function first_second( OrderFilter $filter ): int {
		return $this->second( $filter->from, '00:00:00' );
	}

	private function second( string $day, string $time ): int {
		return ( new \DateTimeImmutable( "$day $time", wp_timezone() ) )->getTimestamp();
	}

	/** @return list<string> */
	private function sold_statuses(): array {
		$statuses = array_map(
			static fn ( int|string $status ): string => (string) preg_replace( '/^wc-/', '', (string) $status ),
			array_keys( wc_get_order_statuses() )
		);
		return array_values( array_filter( $statuses, WorkflowSelector::may_be_filled_in( ... ) ) );
	}
}
