<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Order\Buyer;

/** Who the shopper is, in our own words: an account or a guest, who may buy for several customers of Sellsy. */
final class CustomerKey {

	/** Of a SHA-256 hash: enough to tell a shop's guests apart, short enough for people to copy. */
	private const HASH_LENGTH = 16;

	private function __construct(
		private readonly string $who,
		private readonly Buyer $buyer,
	) {}

	/** Guests are known by their e-mail; without one each order is a customer of its own. */
	public static function for_buyer( Buyer $buyer, int $order_id ): self {
		if ( $buyer->user_id > 0 ) {
			return new self( 'C' . $buyer->user_id, $buyer );
		}
		return new self( $buyer->email === '' ? 'O' . $order_id : self::guest( $buyer->email ), $buyer );
	}

	/** What stands for a guest: the e-mail itself is not kept. */
	public static function guest( string $email ): string {
		return 'G' . substr( hash( 'sha256', mb_strtolower( trim( $email ) ) ), 0, self::HASH_LENGTH );
	}

	/** `C5` for an account, `G` and a hash for a guest, `O12` for an order that names nobody. */
	public function who(): string {
		return $this->who;
	}

	/**
	 * Sellsy's `reference` of the company or individual.
	 *
	 * @param int $turn the how many-eth customer of this shopper.
	 */
	public function reference( string $shop_code, int $turn = 1 ): string {
		return $shop_code . '-' . $this->who . ( $turn > 1 ? "-$turn" : '' );
	}

	/** Which turn of this shopper has that reference; 0 for none. */
	public function turn( string $reference, string $shop_code ): int {
		$first = mb_strtoupper( $this->reference( $shop_code ) );
		$found = preg_match(
			'/^' . preg_quote( $first, '/' ) . '(?:-(\d{1,9}))?$/D',
			mb_strtoupper( $reference ),
			$parts
		) === 1;
		return $found ? (int) ( $parts[1] ?? 1 ) : 0;
	}

	/** Whether it is a reference of one of this shop's customers. */
	public static function is_ours( string $reference, string $shop_code ): bool {
		return preg_match(
			'/^' . preg_quote( $shop_code, '/' ) . '-(C\d+|G[0-9a-f]{' . self::HASH_LENGTH . '}|O\d+)(-\d+)?$/iD',
			$reference
		) === 1;
	}

	public function type(): CustomerType {
		return $this->buyer->is_company() ? CustomerType::Company : CustomerType::Individual;
	}
}
