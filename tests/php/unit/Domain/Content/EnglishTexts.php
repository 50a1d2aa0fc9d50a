<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

final class EnglishTexts implements DocumentTexts {

	public function subject(): string {
		return 'Order {order_number}';
	}

	public function rounding(): string {
		return 'Rounding';
	}

	public function coupon( string $code, Decimal $amount, Currency $currency, bool $incl_tax ): string {
		return "Coupon $code: -" . $amount->to_scale( $currency->decimals ) . ( $incl_tax ? ' TTC' : ' HT' );
	}

	public function discount( string $name, Decimal $amount, Currency $currency, bool $incl_tax ): string {
		return "$name: -" . $amount->to_scale( $currency->decimals ) . ( $incl_tax ? ' TTC' : ' HT' );
	}

	public function eco_participation( Decimal $unit, Decimal $quantity, Currency $currency, bool $incl_tax ): string {
		return 'Éco ' . $unit->to_string() . ' × ' . $quantity->to_string() . ( $incl_tax ? ' TTC' : ' HT' );
	}

	public function quantity( string $description, Decimal $quantity ): string {
		return "$description (" . $quantity->to_string() . ')';
	}

	public function refund(): string {
		return 'Refund';
	}

	public function sold( string $ordered, string $shipped ): string {
		return "Sold $ordered" . ( $shipped === '' ? '' : ", shipped $shipped" );
	}

	public function period( string $start, string $end ): string {
		return "From $start to $end";
	}

	public function credited_invoice( string $number, string $date ): string {
		return "n° $number du $date";
	}

	public function credited_invoices( array $names, int $more ): string {
		return implode( ', ', $names ) . ( $more === 0 ? '' : " et $more de plus" );
	}

	public function credit_note( string $invoices, int $count ): string {
		return ( $count > 1 ? 'Avoir sur les factures ' : 'Avoir sur la facture ' ) . $invoices;
	}

	public function cancelled(): string {
		return 'CANCELLED';
	}
}
