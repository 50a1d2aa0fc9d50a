<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Field;
use OrderInvoicer\Domain\Settings\Fields\Id;
use OrderInvoicer\Domain\Settings\Fields\ListOf;
use OrderInvoicer\Domain\Settings\Fields\Optional;
use OrderInvoicer\Domain\Settings\Fields\Text;

/**
 * One thing that a rule may ask of an order: how it is stored, what it reads of the order and when it fits. All are
 * asked in this sequence, those that read the least first. Its words are in `Wording\RuleText`.
 */
enum Condition: string {

	case Gateways   = 'gateways';
	case Buyer      = 'buyer';
	case Area       = 'area';
	case Currencies = 'currencies';
	case Shipping   = 'shipping';
	case Total      = 'total';
	case Roles      = 'roles';
	case Categories = 'categories';

	public const COMPANY = 'company';
	public const PERSON  = 'person';

	/** In place of a payment method, of a delivery: orders that have none. */
	public const UNNAMED = PaymentSettings::UNNAMED;

	/** In place of a role: whoever bought without an account. */
	public const GUEST = 'guest';

	public function field(): Field {
		$name = new Text( shortest: 1, longest: 100 );
		return match ( $this ) {
			self::Gateways   => new ListOf(
				$name,
				'Payment gateways of WooCommerce, or unnamed for orders that name none. None: all of them.'
			),
			self::Buyer      => new Choice( [ '', self::PERSON, self::COMPANY ], '', 'Empty: whoever buys.' ),
			self::Area       => new Choice(
				[ '', 'domestic', 'eu', 'outside' ],
				'',
				'By the address that the order was taxed by, seen from the country of the shop. Empty: everywhere.'
			),
			self::Currencies => new Optional(
				new ListOf( new Text( pattern: '^[A-Z]{3}$' ), 'Currencies of orders, such as EUR. None: all of them.' )
			),
			self::Shipping   => new Optional(
				new ListOf(
					$name,
					'Shipping methods, such as local_pickup, or one of a zone, such as flat_rate:3; unnamed for orders'
						. ' without delivery. None: all of them.'
				)
			),
			self::Total      => new Optional(
				new Text(
					pattern: TotalBound::PATTERN,
					as: TotalBound::class,
					description: TotalBound::ABOUT
				)
			),
			self::Roles      => new Optional(
				new ListOf( $name, 'Roles of the customer\'s account, or guest. None: all of them.' )
			),
			self::Categories => new Optional(
				new ListOf( new Id(), 'Product categories: a product in one of them, or below it. None: all of them.' )
			),
		};
	}

	/** Those that came later are stored only where they are set: releases of before know no rule that has one. */
	public function is_always_stored(): bool {
		return in_array( $this, [ self::Gateways, self::Buyer, self::Area ], true );
	}

	/** @return bool|null null where the order does not tell. */
	public function fits( mixed $wanted, OrderTraits $order ): ?bool {
		return match ( $this ) {
			self::Gateways   => self::has( $wanted, [ $order->gateway === '' ? self::UNNAMED : $order->gateway ] ),
			self::Buyer      => $wanted === ( $order->is_company ? self::COMPANY : self::PERSON ),
			self::Area       => $wanted === $order->area->value,
			self::Currencies => $order->currency === '' ? null : self::has( $wanted, [ $order->currency ] ),
			self::Shipping   => self::has( $wanted, $order->shipping() ),
			self::Total      => $wanted instanceof TotalBound
				? $wanted->fits( $order->total(), $order->currency )
				: null,
			self::Roles      => self::has( $wanted, $order->roles() ),
			self::Categories => self::any_has( $wanted, $order->categories() ),
		};
	}

	/** @param list<int|string>|null $found */
	private static function has( mixed $wanted, ?array $found ): ?bool {
		$is_wanted = static fn ( int|string $one ): bool => in_array( $one, (array) $wanted, true );
		return $found === null ? null : array_filter( $found, $is_wanted ) !== [];
	}

	/** @param list<list<int>|null>|null $products what each is in; null: nobody knows. */
	private static function any_has( mixed $wanted, ?array $products ): ?bool {
		$fits = $products === null ? null : false;
		foreach ( $products ?? [] as $found ) {
			$one = self::has( $wanted, $found );
			if ( $one === true ) {
				return true;
			}
			$fits = $one === null ? null : $fits;
		}
		return $fits;
	}
}
