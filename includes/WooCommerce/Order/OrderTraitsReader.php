<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Order\VatArea;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** What rules ask of an order: the same for a hook inside its save, and for the work afterwards. */
final class OrderTraitsReader {

	/** WooCommerce's own mark of an order that it wrote "[deleted]" into, everywhere where people stood. */
	private const ERASED = '_anonymized';

	private const FILTER = 'orderinvoicer_rule';

	/**
	 * @param \Closure(): OrderLines    $order_lines    made where a rule asks for the total, as the next.
	 * @param \Closure(): OrderPayments $order_payments
	 */
	public function __construct(
		private readonly BuyerNumbers $numbers,
		private readonly \Closure $order_lines,
		private readonly \Closure $order_payments,
	) {}

	/**
	 * Most shops have no rules: nothing is read for them.
	 *
	 * @throws BrokenFilter
	 */
	public function for_rules( \WC_Order $order, Settings $settings ): ?OrderTraits {
		return ! $settings->has_rules() && ! has_filter( self::FILTER ) ? null : $this->traits(
			$order,
			$this->buyer( $order )->is_company(),
			$this->named( $order ),
			fn (): ?Decimal => $this->total( $order )
		);
	}

	/** By the order alone, where code of other plugins fails. */
	public function without_other_code( \WC_Order $order ): OrderTraits {
		return $this->traits( $order, trim( $order->get_billing_company( 'edit' ) ) !== '' );
	}

	/**
	 * @param array<string, int>          $named
	 * @param (\Closure(): ?Decimal)|null $total
	 */
	private function traits(
		\WC_Order $order,
		bool $is_company,
		array $named = [],
		?\Closure $total = null,
	): OrderTraits {
		$background = BackgroundReader::background(
			static fn (): array => BackgroundReader::products( $order ),
			$this->user_id( $order )
		);
		return new OrderTraits(
			gateway: $order->get_payment_method( 'edit' ),
			is_company: $is_company,
			area: VatArea::from_country( $this->taxed_at( $order )[0], WC()->countries->get_base_country() ),
			named: $named,
			currency: Currency::from_code( $order->get_currency( 'edit' ) )->code,
			total: $total,
			shipping: static fn (): array => CheckedRead::read( static fn (): array => ShippingMethods::of( $order ) ),
			roles: $background->roles( ... ),
			categories: $background->categories( ... )
		);
	}

	/** Of the buyer's account: 0 for a guest, null where the shop has erased who it was. */
	public function user_id( \WC_Order $order ): ?int {
		return self::is_erased( $order ) ? null : $order->get_customer_id( 'edit' );
	}

	public static function is_erased( \WC_Order $order ): bool {
		return $order->get_meta( self::ERASED, true, 'edit' ) === 'yes';
	}

	/**
	 * With what other plugins took off it as a payment, as it is billed. Where that cannot be read, the order's own row
	 * will say why.
	 */
	private function total( \WC_Order $order ): ?Decimal {
		$read = fn (): Decimal =>
			( $this->order_payments )()->payment( $order, ( $this->order_lines )()->lines( $order ) )[1];
		try {
			$decimals = Currency::from_code( $order->get_currency( 'edit' ) )->decimals;
			return CheckedRead::read( $read )->round( $decimals, Rounding::HalfUp );
		} catch ( BrokenFilter | \InvalidArgumentException ) {
			return null;
		}
	}

	/** @throws BrokenFilter */
	public function rule( DocumentKind $kind, \WC_Order $order, Settings $settings ): int {
		return $settings->rule_for( $kind, $this->for_rules( $order, $settings ) );
	}

	/** @throws BrokenFilter */
	public function buyer( \WC_Order $order ): Buyer {
		if ( self::is_erased( $order ) ) {
			return Buyer::erased();
		}
		[ $numbers, $is_contradictory ] = $this->numbers->numbers( $order );
		return new Buyer(
			user_id: $order->get_customer_id( 'edit' ),
			email: $order->get_billing_email( 'edit' ),
			first_name: $order->get_billing_first_name( 'edit' ),
			last_name: $order->get_billing_last_name( 'edit' ),
			company: trim( $order->get_billing_company( 'edit' ) ),
			phone: $order->get_billing_phone( 'edit' ),
			siren: $numbers->siren,
			siret: $numbers->siret,
			vat_number: $numbers->vat_number,
			is_contradictory: $is_contradictory,
		);
	}

	/**
	 * WooCommerce's own answer: shipping, billing or base address by the shop's setting, base for local pickup.
	 *
	 * @return array{string, string} country and postcode.
	 */
	public function taxed_at( \WC_Order $order ): array {
		$location = $order->get_taxable_location();
		$read     = static fn ( string $part ): string =>
			is_string( $location[ $part ] ?? null ) ? $location[ $part ] : '';
		return [ $read( 'country' ), $read( 'postcode' ) ];
	}

	/**
	 * @return array<string, int> rules that other code chose, by DocumentKind value.
	 * @throws BrokenFilter
	 */
	public function named( \WC_Order $order ): array {
		$named = [];
		foreach ( has_filter( self::FILTER ) ? DocumentKind::cases() : [] as $kind ) {
			$rule = $this->chosen( $kind->value, $order );
			if ( $rule !== null ) {
				$named[ $kind->value ] = $rule;
			}
		}
		return $named;
	}

	private function chosen( string $kind, \WC_Order $order ): ?int {
		$read = static fn ( mixed $answer ): ?int => match ( true ) {
			$answer === null  => null,
			$answer === false => Rule::NONE,
			is_int( $answer ) && $answer >= 0 => $answer,
			default           => throw new \InvalidArgumentException( 'Neither a rule nor none.' ),
		};
		/**
		 * Which of the owner's rules takes an order, for what their conditions cannot say (a product, a coupon, a field
		 * of another plugin). Asked each time the order is looked at, inside its save too, until the document exists:
		 * it must be fast and ask no other server. The rule's trigger still says when.
		 *
		 * @since 0.1.0
		 * @param int|false|null $rule  null: as the conditions say. The id of a rule, as `GET /settings` shows it; 0:
		 *                              all other orders; false: no such document. An unknown rule makes none.
		 * @param string         $kind  `estimate`, `order`, `delivery`, `proforma`, `invoice` or `creditnote`.
		 * @param \WC_Order      $order
		 */
		return OtherCode::answer(
			self::FILTER,
			static fn (): mixed => apply_filters( 'orderinvoicer_rule', null, $kind, $order ),
			$read
		);
	}
}
