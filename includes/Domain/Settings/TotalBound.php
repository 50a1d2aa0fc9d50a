<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * What an order has to come to, TTC: `at_least:1000.00:EUR` or `below:1000.00:EUR`. An order in another currency comes
 * to neither: nothing is converted.
 */
final class TotalBound implements \Stringable {

	public const AT_LEAST = 'at_least';

	/** What may be entered. */
	public const PATTERN = '^((at_least|below):[0-9]{1,12}(\.[0-9]{1,4})?:[A-Z]{3})?$';
	public const ABOUT   = 'The order\'s total with VAT: at_least or below, an amount and its currency, such as'
		. ' at_least:1000.00:EUR. Orders in other currencies come to neither. Empty: whatever it is.';

	public function __construct( public readonly string $value ) {}

	public function __toString(): string {
		return $this->value;
	}

	/** @return array{string, string, string}|null which way, amount and currency; null for what nobody can read. */
	public function parts(): ?array {
		$pattern = '/^(at_least|below):([0-9]{1,12}(?:\.[0-9]{1,4})?):([A-Z]{3})$/D';
		return preg_match( $pattern, $this->value, $parts ) === 1 ? [ $parts[1], $parts[2], $parts[3] ] : null;
	}

	/**
	 * @param Decimal|null $total null: not known.
	 * @return bool|null null where nobody can tell.
	 */
	public function fits( ?Decimal $total, string $currency ): ?bool {
		$parts = $this->parts();
		if ( $parts === null || $currency === '' ) {
			return null;
		}
		if ( $parts[2] !== $currency ) {
			return false;
		}
		$is_as_much = $total === null ? null : $total->compare( Decimal::from_string( $parts[1] ) ) >= 0;
		return $is_as_much === null ? null : $is_as_much === ( $parts[0] === self::AT_LEAST );
	}
}
