<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;

/** Which customer of Sellsy a shopper is remembered as. */
final class CustomerLink {

	/**
	 * @param int    $user_id  account of the shop; 0 for a guest.
	 * @param string $number   SIREN or VAT number that the account buys with; empty for a person.
	 * @param string $origin   a StepCode of customers, or `chosen`.
	 * @param int    $order_id the order that it came about with.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $user_id,
		public readonly string $number,
		public readonly CustomerRef $ref,
		public readonly string $origin,
		public readonly int $order_id,
		public readonly \DateTimeImmutable $since,
	) {}

	/** @return array{user_id: int, order_id: int, number: string} of a link's local key. */
	public static function parts( string $local_key ): array {
		$parts = explode( ':', $local_key, 4 );
		$id    = (int) substr( $parts[0], 1 );
		return [
			'user_id'  => str_starts_with( $parts[0], 'C' ) ? $id : 0,
			'order_id' => str_starts_with( $parts[0], 'O' ) ? $id : 0,
			'number'   => $parts[2] ?? '',
		];
	}
}
