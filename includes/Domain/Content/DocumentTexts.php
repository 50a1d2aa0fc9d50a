<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** The few words that we add to a document, in the shop's language. Amounts are positive and rounded. */
interface DocumentTexts {

	/** The row that holds the rest: "Arrondi". */
	public function rounding(): string;

	/** The subject of a document where the owner wrote none, with placeholders. */
	public function subject(): string;

	/** @param bool $incl_tax whether the amount is TTC (as in a shop that enters its prices so). */
	public function coupon( string $code, Decimal $amount, Currency $currency, bool $incl_tax ): string;

	/** @param bool $incl_tax whether the amount is TTC (as in a shop that enters its prices so). */
	public function discount( string $name, Decimal $amount, Currency $currency, bool $incl_tax ): string;

	/** @param Decimal $unit for one piece. */
	public function eco_participation( Decimal $unit, Decimal $quantity, Currency $currency, bool $incl_tax ): string;

	/** A row whose quantity had to go into its text. */
	public function quantity( string $description, Decimal $quantity ): string;

	/** The row of a credit note for an amount that belongs to no line and has no reason. */
	public function refund(): string;

	/**
	 * One invoice by its name: "no. F-2026-00012 of 03/11/2026".
	 *
	 * @param string $date `Y-m-d`; empty where it is not known.
	 */
	public function credited_invoice( string $number, string $date ): string;

	/**
	 * @param non-empty-list<string> $names of credited_invoice().
	 * @param int                    $more  further ones that are not named.
	 */
	public function credited_invoices( array $names, int $more ): string;

	/**
	 * The first row of a credit note: "Avoir sur la facture n° …".
	 *
	 * @param string $invoices of credited_invoices().
	 * @param int    $count    how many these are.
	 */
	public function credit_note( string $invoices, int $count ): string;

	/**
	 * On a document of another day: "Order of 24/12/2025, shipped on 26/12/2025".
	 *
	 * @param string $ordered `Y-m-d`.
	 * @param string $shipped `Y-m-d`; empty where it is not known.
	 */
	public function sold( string $ordered, string $shipped ): string;

	/**
	 * What a service covers: "Period: 01/12/2025 to 31/12/2025".
	 *
	 * @param string $start `Y-m-d`.
	 * @param string $end   `Y-m-d`.
	 */
	public function period( string $start, string $end ): string;

	/** Put before the subject of a draft whose order was cancelled: "ANNULÉE". */
	public function cancelled(): string;
}
