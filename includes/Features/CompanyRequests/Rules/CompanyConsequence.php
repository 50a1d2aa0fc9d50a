<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What accepting a request would do: both totals, before anything is done. The row keeps it as facts, so that what is
 * compared when the owner accepts is what they read.
 */
final class CompanyConsequence {

	/**
	 * @param string   $number  of the final invoice, which would be credited; empty where none is final.
	 * @param bool     $is_made whether an invoice stands at all, a draft too.
	 * @param int|null $before  TTC of the draft, or what is left of the final invoice, minor units; null where it is
	 *                          not known.
	 * @param int      $after   TTC of the invoice in the company's name, minor units.
	 */
	public function __construct(
		public readonly string $number,
		public readonly bool $is_made,
		public readonly ?int $before,
		public readonly int $after,
		public readonly Currency $currency,
	) {}

	/** @return self|null null where the order could not be read. */
	public static function from_problem( Problem $asked ): ?self {
		if ( ! $asked->is_weighed() ) {
			return null;
		}
		$currency = Currency::from_code( $asked->fact( 'currency' ) );
		$before   = $asked->fact( 'before' );
		return new self(
			number: $asked->fact( 'number' ),
			is_made: $asked->fact( 'made' ) === '1',
			before: $before === '' ? null : Decimal::from_string( $before )->to_minor( $currency->decimals ),
			after: Decimal::from_string( $asked->fact( 'after' ) )->to_minor( $currency->decimals ),
			currency: $currency
		);
	}

	/** @return array<string, string|int> */
	public function facts(): array {
		return [
			'number'   => $this->number,
			'made'     => $this->is_made ? 1 : 0,
			'before'   => $this->before === null ? '' : $this->currency->minor_text( $this->before ),
			'after'    => $this->currency->minor_text( $this->after ),
			'currency' => $this->currency->code,
		];
	}
}
