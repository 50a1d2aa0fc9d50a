<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/**
 * What the shop keeps of one way in which a shopper's orders named the buyer, and of the customer at Sellsy that it
 * leads to. Names, first names and postcodes are keyed hashes: they can be compared, but nobody can read them.
 */
final class RememberedCustomer {

	/** A person chose this customer. */
	public const CHOSEN        = 'chosen';
	public const NONE_OF_THESE = 'none_of_these';
	public const CREATING      = 'creating';

	/**
	 * @param string       $who        `CustomerKey::who()`.
	 * @param string       $spelling   of kind, name and numbers.
	 * @param string       $number     SIREN or VAT number, for people to see.
	 * @param ?CustomerRef $ref        null once the customer was archived or deleted, or the owner had it forgotten.
	 * @param string       $origin     a StepCode of customers, CHOSEN, `none_of_these` or `creating`.
	 * @param int          $order_id   the order that it came about with.
	 * @param string       $name       of kind and name alone.
	 * @param string       $form       legal form, as a word.
	 * @param string       $first_name of a person, where it was given in full.
	 * @param list<string> $postcodes  of the orders.
	 * @param int          $turn       of this shopper's customers, part of the reference; 0 where it bears none of
	 *                                 ours.
	 */
	public function __construct(
		public readonly string $who,
		public readonly CustomerType $type,
		public readonly string $spelling,
		public readonly string $number,
		public readonly ?CustomerRef $ref,
		public readonly string $origin = '',
		public readonly int $order_id = 0,
		public readonly string $name = '',
		public readonly string $form = '',
		public readonly string $first_name = '',
		public readonly array $postcodes = [],
		public readonly int $turn = 0,
	) {}

	/** A person said "none of these", or a try began: a customer of its own is created. */
	public function is_to_create(): bool {
		return $this->ref === null && in_array( $this->origin, [ self::NONE_OF_THESE, self::CREATING ], true );
	}

	/** A try began to create it under this turn. */
	public function is_begun(): bool {
		return $this->ref === null && $this->origin === self::CREATING;
	}

	/** Another order of the same spelling came from there. */
	public function with_postcode( string $postcode ): self {
		return $this->with( [ 'postcodes' => array_values( array_unique( [ ...$this->postcodes, $postcode ] ) ) ] );
	}

	/** Its turn stays taken. */
	public function without_customer(): self {
		return $this->with(
			[
				'ref'       => null,
				'origin'    => '',
				'postcodes' => [],
			]
		);
	}

	/** @param array<string, mixed> $own */
	private function with( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
