<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;

/** What of a document decides by which arithmetic Sellsy finds its amounts: `invoice:7:EUR:incl:rest:rows:5:0`. */
final class Shape {

	private const DECIMALS = 2;

	/**
	 * @param bool $includes_tax the order's prices were entered including VAT.
	 * @param bool $has_rest     a row of its own shows a rounding.
	 * @return string empty: of no shape, Sellsy is asked about each. Its draft cannot be corrected when its answer
	 *                comes, it may keep fewer decimals than the currency has, or nothing says what its arithmetic makes
	 *                of the field of eco-participation.
	 */
	public static function of( DocumentDraft $draft, bool $includes_tax, bool $has_rest ): string {
		$is_asked = $draft->kind->needs_v1()
			|| $draft->kind === DocumentKind::CreditNote
			|| $draft->currency->decimals > self::DECIMALS
			|| array_filter( array_column( $draft->rows, 'eco' ) ) !== [];
		$parts    = [
			$draft->kind->value,
			$draft->rate_category_id,
			$draft->currency->code,
			$includes_tax ? 'incl' : 'excl',
			$has_rest ? 'rest' : 'even',
			self::has_rows_of_one_tax( $draft ) ? 'rows' : 'row',
			self::decimals( array_column( $draft->rows, 'unit_amount' ), $draft->currency->decimals ),
			self::decimals( array_column( $draft->rows, 'quantity' ), 0 ),
		];
		return $is_asked ? '' : implode( ':', $parts );
	}

	/** An account that takes VAT of each row shows it by them alone. */
	private static function has_rows_of_one_tax( DocumentDraft $draft ): bool {
		$taxes = array_filter( array_column( $draft->rows, 'tax_id' ), static fn ( ?int $id ): bool => $id !== null );
		return count( $taxes ) > count( array_unique( $taxes ) );
	}

	/** @param array<Decimal|null> $amounts */
	private static function decimals( array $amounts, int $least ): int {
		$scales = array_map( static fn ( ?Decimal $amount ): int => $amount?->scale() ?? 0, $amounts );
		return max( $least, 0, ...array_values( $scales ) );
	}
}
