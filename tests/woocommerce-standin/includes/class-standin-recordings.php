<?php
/** Orders as the real WooCommerce stored them, recorded by tests/recorder. */

defined( 'ABSPATH' ) || exit;

final class Standin_Recordings {

	private const DIRECTORY = __DIR__ . '/../../fixtures/orders';

	/**
	 * @param array<string, string> $names what its articles are called, by the names that they were recorded with.
	 * @return array<string, mixed>
	 */
	public function read( string $name, array $names = [] ): array {
		$recording = json_decode(
			(string) file_get_contents( self::DIRECTORY . '/' . sanitize_file_name( $name ) . '.json' ),
			true,
			512,
			JSON_THROW_ON_ERROR
		);
		foreach ( $recording['items'] as $place => $item ) {
			$recording['items'][ $place ]['name'] = $names[ $item['name'] ] ?? $item['name'];
		}
		return $recording;
	}

	/**
	 * Places a recorded order again: pending, with ids of its own.
	 *
	 * @param array<string, string> $names
	 */
	public function place( string $name, string $email = '', array $names = [] ): WC_Order {
		$recording = $this->read( $name, $names );
		$decimals  = static fn (): int => 8;
		add_filter( 'wc_get_price_decimals', $decimals );
		$order = new WC_Order();
		$data  = array_diff_key( $recording['order'], array_flip( [ 'id', 'meta' ] ) );
		$data['recording'] = $name;
		$order->standin_fill( 0, $data + [ 'date_created' => time() ], [], [] );
		remove_filter( 'wc_get_price_decimals', $decimals );
		if ( $email !== '' ) {
			$order->set_billing_email( $email );
		}
		foreach ( $recording['order']['meta'] ?? [] as $key => $value ) {
			$order->update_meta_data( $key, $value );
		}
		foreach ( $recording['items'] as $item ) {
			$order->add_item( $this->item( $this->with_product( $item, $this->line( $recording, $item['id'] ) ) ) );
		}
		$order->set_status( 'pending' );
		$order->save();
		return $order;
	}

	/** Not saved yet. */
	public function refund( WC_Order $order, string $amount, string $reason ): WC_Order_Refund {
		$refund = new WC_Order_Refund();
		$refund->set_parent_id( $order->get_id() );
		$refund->set_currency( $order->get_currency() );
		$refund->set_amount( $amount );
		$refund->set_reason( $reason );
		$refund->set_total( '-' . $amount );
		$refund->set_status( 'completed' );
		foreach ( $this->refunded_items( $order, $amount ) as $item ) {
			$refund->add_item( $this->item( $item ) );
		}
		return $refund;
	}

	/** @return list<array<string, mixed>> none when this amount was not recorded as the order's next refund. */
	private function refunded_items( WC_Order $order, string $amount ): array {
		$recorded = $order->standin_recording() === '' ? [] : $this->read( $order->standin_recording() )['refunds'];
		$next     = $recorded[ count( $order->get_refunds() ) ] ?? null;
		return $next !== null && (float) $next['amount'] === (float) $amount ? $next['items'] : [];
	}

	/**
	 * @param array<string, mixed>      $item
	 * @param array<string, mixed>|null $line what the snapshot says of the item.
	 * @return array<string, mixed>
	 */
	private function with_product( array $item, ?array $line ): array {
		if ( $item['type'] === 'line_item' && $line['taxable'] !== null ) {
			$item['meta']['_standin_product'] = [
				'name'       => $item['name'],
				'sku'        => $line['skus'][0] ?? '',
				'tax_status' => $line['taxable'] ? 'taxable' : 'none',
				'virtual'    => $line['is_virtual'],
			];
		}
		if ( $item['type'] === 'shipping' ) {
			$item['meta']['instance_id'] = $line['taxable'] ? WC_Shipping_Zones::TAXED : WC_Shipping_Zones::UNTAXED;
		}
		return $item;
	}

	/** @param array<string, mixed> $item its id is the recording's. */
	private function item( array $item ): WC_Order_Item {
		return WC_Order_Item::standin_from( [ 'id' => 0 ] + $item );
	}

	/**
	 * @param array<string, mixed> $recording
	 * @return array<string, mixed>|null
	 */
	private function line( array $recording, int $item_id ): ?array {
		foreach ( $recording['snapshot']['lines'] as $line ) {
			if ( $line['id'] === $item_id ) {
				return $line;
			}
		}
		return null;
	}
}
