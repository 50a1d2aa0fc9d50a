<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Documents\TaxAmount;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/** What a report needs to know of a document. What Sellsy did not say is null, never 0. */
final class ReportedDocument {

	/**
	 * @param string                 $number   empty while it is a draft.
	 * @param string|null            $date     `Y-m-d`, the document's own.
	 * @param string|null            $currency ISO 4217 code.
	 * @param int|null               $excl_tax HT, minor units. A credit note's is positive.
	 * @param int|null               $incl_tax TTC, minor units.
	 * @param list<ReportedTax>|null $taxes    VAT per tax; an empty list is a document without taxes.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly string $number,
		public readonly ?string $date,
		public readonly ?string $currency,
		public readonly ?int $excl_tax,
		public readonly ?int $incl_tax,
		public readonly ?array $taxes,
	) {}

	/**
	 * API v1 does not say in which currency a document is: it was made in that of its order.
	 *
	 * @param string $order_currency ISO 4217 code; empty where the order is not known.
	 */
	public static function from_document( RemoteDocument $document, string $order_currency = '' ): self {
		$code    = self::code( $document->currency === '' ? $order_currency : $document->currency );
		$amounts = $document->amounts;
		return new self(
			kind: $document->kind,
			id: $document->id,
			number: $document->number,
			date: self::date( $document->date ),
			currency: $code === '' ? null : $code,
			excl_tax: self::minor( $amounts->excl_tax, $code ),
			incl_tax: self::minor( $amounts->incl_tax, $code ),
			taxes: $code === '' || $amounts->taxes === null ? null : self::taxes( $amounts->taxes, $code ),
		);
	}

	private static function code( string $currency ): string {
		return preg_match( '/^[A-Z]{3}$/D', $currency ) === 1 ? $currency : '';
	}

	private static function date( string $date ): ?string {
		$is_day = preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/D', $date, $parts ) === 1
			&& checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] );
		return $is_day ? $date : null;
	}

	/**
	 * @param list<TaxAmount> $taxes
	 * @return list<ReportedTax>|null
	 */
	private static function taxes( array $taxes, string $code ): ?array {
		$reported = [];
		foreach ( $taxes as $tax ) {
			$amount = self::minor( $tax->amount, $code );
			if ( $amount === null ) {
				return null;
			}
			$base       = $tax->base === null ? null : self::minor( $tax->base, $code );
			$reported[] = new ReportedTax(
				tax_id: $tax->tax_id,
				percent: $tax->percent->to_string(),
				amount: $amount,
				base: $base
			);
		}
		return $reported;
	}

	/**
	 * The HT under each tax: what is known of it, or all of the document's where it has one tax alone.
	 *
	 * @return list<ReportedTax>|null null where nobody knows it of each.
	 */
	public function with_bases(): ?array {
		$taxes = $this->taxes;
		if ( $taxes === null || $this->excl_tax === null ) {
			return null;
		}
		if ( count( $taxes ) === 1 && $taxes[0]->base === null ) {
			return [ $taxes[0]->on( $this->excl_tax ) ];
		}
		return in_array( null, array_column( $taxes, 'base' ), true ) ? null : $taxes;
	}

	/** Null without a currency, whose decimals decide what a minor unit is, and for what no integer holds. */
	private static function minor( Decimal $amount, string $code ): ?int {
		try {
			return $code === ''
				? null
				: $amount->rounded_minor( Currency::from_code( $code )->decimals, Rounding::HalfUp );
		} catch ( \RangeException ) {
			return null;
		}
	}
}
