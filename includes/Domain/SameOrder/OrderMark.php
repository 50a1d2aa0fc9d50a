<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\SameOrder;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Whose order it was when something was sent for it. Ids of orders come again: after a partial restore, or where the
 * database begins to count anew. The order key is random and stays; its hash has no salt, because salts change. A key
 * may be given anew, so another order has another number or e-mail too. Of these a few bits are kept, mixed with the
 * hash: enough to see a difference, too little to find anybody by.
 */
final class OrderMark {

	private const BITS = 4; // Hexadecimal digits.

	private function __construct(
		private readonly string $key_hash,
		private readonly string $number,
		private readonly string $email,
	) {}

	public static function of_order( OrderSnapshot $order ): self {
		return new self( $order->key_hash, $order->number, $order->buyer->email );
	}

	public static function of( string $order_key, string $number, string $email ): self {
		return new self( self::key_hash( $order_key ), $number, $email );
	}

	/** Empty for an order without a key, which is like any other. */
	public static function key_hash( string $order_key ): string {
		return $order_key === '' ? '' : hash( 'sha256', $order_key );
	}

	public function text(): string {
		return $this->key_hash === '' ? '' : "$this->key_hash:" . $this->bits( $this->key_hash );
	}

	/** @param string $kept of a row; where none was kept, nothing is known. */
	public function is_of_another( string $kept ): bool {
		[ $hash, $bits ] = explode( ':', $kept, 2 ) + [ '', '' ];
		return $this->key_hash !== '' && $hash !== '' && $hash !== $this->key_hash && $bits !== $this->bits( $hash );
	}

	private function bits( string $hash ): string {
		$bits = static fn ( string $text ): string =>
			substr( hash( 'sha256', $hash . strtolower( trim( $text ) ) ), 0, self::BITS );
		return $bits( $this->number ) . ':' . $bits( $this->email );
	}
}
