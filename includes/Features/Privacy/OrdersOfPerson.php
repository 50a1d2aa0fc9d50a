<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Privacy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** A person's orders, page by page: those with this billing e-mail and those of the account with it. */
final class OrdersOfPerson {

	public const PER_PAGE = 20;

	/**
	 * @return list<\WC_Order>
	 * @throws DatabaseRefused "no orders" is an answer that a person relies on.
	 */
	public function page( string $email, int $page ): array {
		return CheckedRead::read( fn (): array => $this->read( $email, $page ) );
	}

	/** @return list<\WC_Order> */
	private function read( string $email, int $page ): array {
		$user   = get_user_by( 'email', $email );
		$orders = wc_get_orders(
			[
				'type'     => 'shop_order',
				'limit'    => self::PER_PAGE,
				'page'     => $page,
				'customer' => $user instanceof \WP_User ? [ $email, $user->ID ] : [ $email ],
				'orderby'  => 'ID',
				'order'    => 'ASC',
			]
		);
		return array_values(
			array_filter(
				is_array( $orders ) ? $orders : [],
				static fn ( mixed $order ): bool => $order instanceof \WC_Order
			)
		);
	}
}
