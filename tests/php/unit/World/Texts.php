<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

final class Texts implements DocumentTexts {

	public function subject(): string {
		return 'Commande {order_number}';
	}

	public function rounding(): string {
		return 'Arrondi';
	}

	public function coupon( string $code, Decimal $amount, Currency $currency, bool $incl_tax ): string {
		return "Code $code";
	}

	public function discount( string $name, Decimal $amount, Currency $currency, bool $incl_tax ): string {
		return $name;
	}

	public function eco_participation( Decimal $unit, Decimal $quantity, Currency $currency, bool $incl_tax ): string {
		return 'Éco ' . $unit->to_string() . ' × ' . $quantity->to_string() . ( $incl_tax ? ' TTC' : ' HT' );
	}

	public function quantity( string $description, Decimal $quantity ): string {
		return $quantity->to_string() . ' × ' . $description;
	}

	public function refund(): string {
		return 'Remboursement';
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
		return 'ANNULÉE';
	}
}
