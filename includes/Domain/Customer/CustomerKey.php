<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

use OrderInvoicer\Domain\Order\Buyer;

/** Who the shopper is, in our own words: the reference at Sellsy, and the key under which the shop remembers the id. */
final class CustomerKey {

	/** Of a SHA-256 hash: enough to tell a shop's guests apart, short enough for people to copy. */
	private const HASH_LENGTH = 16;

	private function __construct(
		private readonly string $who,
		private readonly Buyer $buyer,
	) {}

	/** Guests are known by their e-mail; without one each order is a customer of its own. */
	public static function of( Buyer $buyer, int $order_id ): self {
		if ( $buyer->user_id > 0 ) {
			return new self( 'C' . $buyer->user_id, $buyer );
		}
		return new self( $buyer->email === '' ? 'O' . $order_id : self::guest( $buyer->email ), $buyer );
	}

	/** What stands for a guest: the e-mail itself is not kept. */
	public static function guest( string $email ): string {
		return 'G' . substr( hash( 'sha256', mb_strtolower( trim( $email ) ) ), 0, self::HASH_LENGTH );
	}

	/** Sellsy's `reference` of the company or individual. */
	public function reference( string $shop_code ): string {
		return $shop_code . '-' . $this->who;
	}

	/**
	 * One account of the shop can buy for itself and for companies: each kind and each legal number is a customer of
	 * its own at Sellsy.
	 */
	public function local_key(): string {
		$number = $this->buyer->siren !== '' ? $this->buyer->siren : $this->buyer->vat_number;
		return $this->who . ':' . $this->type()->value . ( $this->buyer->is_company() && $number !== '' ? ':' . $number : '' );
	}

	public function type(): CustomerType {
		return $this->buyer->is_company() ? CustomerType::Company : CustomerType::Individual;
	}
}
