<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Customers\CustomerLink;
use OrderInvoicer\Domain\Customers\CustomerSearch;

/** Shoppers as WooCommerce names them at this moment; their names are not stored. */
final class ShopCustomers {

	/** A search that fits more than these is too wide to be of use. */
	private const MOST = 200;

	/** By name, e-mail address, number of an order or number at Sellsy; null shows everybody. */
	public function search( string $text ): ?CustomerSearch {
		$text = trim( $text );
		if ( $text === '' ) {
			return null;
		}
		$number = ltrim( $text, '#' );
		$is_id  = ctype_digit( $number );
		return new CustomerSearch(
			user_ids: $this->users( $text ),
			order_ids: [ ...( $is_id ? [ (int) $number ] : [] ), ...$this->orders( $text ) ],
			remote_id: $is_id ? (int) $number : 0,
			guest: is_email( $text ) === false ? '' : CustomerKey::guest( $text ),
		);
	}

	/** Empty where the account or the order is gone. */
	public function name( CustomerLink $link ): string {
		$user = $link->user_id > 0 ? get_userdata( $link->user_id ) : false;
		return $user === false ? $this->name_of_order( $link->order_id ) : $user->display_name;
	}

	/** Only for those who may edit it. */
	public function profile_url( CustomerLink $link ): string {
		return $link->user_id > 0 && current_user_can( 'edit_user', $link->user_id )
			? get_edit_user_link( $link->user_id )
			: '';
	}

	private function name_of_order( int $order_id ): string {
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order ) {
			return '';
		}
		$person = trim( $order->get_billing_first_name() . ' ' . $order->get_billing_last_name() );
		return implode(
			', ',
			array_filter( [ $order->get_billing_company(), $person ], static fn ( string $name ): bool => $name !== '' )
		);
	}

	/** @return list<int> */
	private function users( string $text ): array {
		$ids = get_users(
			[
				'search'         => "*$text*",
				'search_columns' => [ 'user_login', 'user_email', 'display_name' ],
				'fields'         => 'ID',
				'number'         => self::MOST,
			]
		);
		return array_values( array_map( intval( ... ), array_filter( $ids, 'is_numeric' ) ) );
	}

	/** @return list<int> */
	private function orders( string $text ): array {
		return array_slice(
			array_values( array_map( intval( ... ), array_filter( wc_order_search( $text ), 'is_numeric' ) ) ),
			0,
			self::MOST
		);
	}
}
