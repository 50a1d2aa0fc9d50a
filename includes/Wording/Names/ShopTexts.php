<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/** The words on documents, in the language of the shop, whoever started the work. */
final class ShopTexts implements DocumentTexts {

	/** Translations are not there before `init`. */
	public function subject(): string {
		return did_action( 'init' ) > 0
			/* translators: keep {order_number} as it is. */
			? ShopLanguage::text( static fn(): string => __( 'Order {order_number}', 'orderinvoicer' ) )
			: '{order_number}';
	}

	public function rounding(): string {
		return ShopLanguage::text( static fn(): string => __( 'Rounding', 'orderinvoicer' ) );
	}

	public function coupon( string $code, Decimal $amount, Currency $currency, bool $incl_tax ): string {
		return ShopLanguage::text(
			fn(): string => sprintf(
				/* translators: 1: coupon code, 2: amount with its currency, 3: "incl. VAT" or "excl. VAT". */
				__( 'Coupon %1$s: −%2$s %3$s (already taken off the prices above)', 'orderinvoicer' ),
				$code,
				$this->amount( $amount, $currency ),
				$this->tax_side( $incl_tax )
			)
		);
	}

	public function discount( string $name, Decimal $amount, Currency $currency, bool $incl_tax ): string {
		return ShopLanguage::text(
			fn(): string => sprintf(
				/* translators: 1: name of the discount, 2: amount with its currency, 3: "incl. VAT" or "excl. VAT". */
				__( '%1$s: −%2$s %3$s (already taken off the prices above)', 'orderinvoicer' ),
				$name,
				$this->amount( $amount, $currency ),
				$this->tax_side( $incl_tax )
			)
		);
	}

	public function quantity( string $description, Decimal $quantity ): string {
		return ShopLanguage::text(
			static fn(): string => sprintf(
				/* translators: 1: what was bought, 2: quantity. */
				__( '%1$s (quantity %2$s)', 'orderinvoicer' ),
				$description,
				$quantity->to_string()
			)
		);
	}

	public function refund(): string {
		return ShopLanguage::text( static fn(): string => __( 'Refund', 'orderinvoicer' ) );
	}

	public function cancelled(): string {
		/* translators: put before the subject of a draft invoice whose order was cancelled */
		return ShopLanguage::text( static fn(): string => __( 'CANCELLED', 'orderinvoicer' ) );
	}

	public function sold( string $ordered, string $shipped ): string {
		return ShopLanguage::text(
			static fn(): string => $shipped === ''
				/* translators: %s: a day, such as 24/12/2025. */
				? sprintf( __( 'Order of %s', 'orderinvoicer' ), self::day( $ordered ) )
				: sprintf(
					/* translators: 1: a day, such as 24/12/2025, 2: another one. */
					__( 'Order of %1$s, shipped on %2$s', 'orderinvoicer' ),
					self::day( $ordered ),
					self::day( $shipped )
				)
		);
	}

	public function period( string $start, string $end ): string {
		return ShopLanguage::text(
			static fn(): string => sprintf(
				/* translators: 1: a day, such as 01/12/2025, 2: another one. */
				__( 'Period: %1$s to %2$s', 'orderinvoicer' ),
				self::day( $start ),
				self::day( $end )
			)
		);
	}

	public function credited_invoice( string $number, string $date ): string {
		return ShopLanguage::text(
			static fn(): string => $date === ''
				/* translators: %s: number of an invoice. */
				? sprintf( __( 'no. %s', 'orderinvoicer' ), $number )
				: sprintf(
					/* translators: 1: number of an invoice, 2: its date. */
					__( 'no. %1$s of %2$s', 'orderinvoicer' ),
					$number,
					self::day( $date )
				)
		);
	}

	public function credited_invoices( array $names, int $more ): string {
		$named = implode( ', ', $names );
		return $more === 0 ? $named : ShopLanguage::text(
			static fn(): string => sprintf(
				/* translators: 1: names of invoices, 2: how many others there are. */
				_n( '%1$s and %2$d more', '%1$s and %2$d more', $more, 'orderinvoicer' ),
				$named,
				$more
			)
		);
	}

	public function credit_note( string $invoices, int $count ): string {
		return ShopLanguage::text(
			static fn(): string => sprintf(
				/* translators: %s: "no. F-2026-00012 of 03/11/2026", or several of these. */
				_n( 'Credit note for invoice %s', 'Credit note for invoices %s', $count, 'orderinvoicer' ),
				$invoices
			)
		);
	}

	/** @param Decimal $unit for one piece. */
	public function eco_participation( Decimal $unit, Decimal $quantity, Currency $currency, bool $incl_tax ): string {
		return ShopLanguage::text(
			fn(): string => sprintf(
				/*
				 * translators: 1: amount for one piece, 2: quantity, 3: their product with its currency, 4: "incl. VAT"
				 * or "excl. VAT".
				 */
				__( 'Of which eco-participation: %1$s × %2$s = %3$s %4$s', 'orderinvoicer' ),
				$this->amount( $unit, $currency ),
				$quantity->to_string(),
				$this->amount( $unit->times( $quantity )->round( $currency->decimals, Rounding::HalfUp ), $currency ),
				$this->tax_side( $incl_tax )
			)
		);
	}

	/** @param string $day `Y-m-d`. */
	private static function day( string $day ): string {
		return ( new \DateTimeImmutable( $day ) )
			->format( _x( 'd/m/Y', 'date on a document, in the letters of PHP', 'orderinvoicer' ) );
	}

	private function tax_side( bool $incl_tax ): string {
		return $incl_tax ? __( 'incl. VAT', 'orderinvoicer' ) : __( 'excl. VAT', 'orderinvoicer' );
	}

	/** The amount as a French or English reader writes it, without ever becoming a float. */
	private function amount( Decimal $amount, Currency $currency ): string {
		return str_replace( '.', wc_get_price_decimal_separator(), $amount->to_scale( $currency->decimals ) ) . ' '
			. $currency->code;
	}
}
