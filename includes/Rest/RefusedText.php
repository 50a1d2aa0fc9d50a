<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Wording\Names\SituationText;

/** What is said to whom something is refused. */
final class RefusedText {

	public function text( Refused $refused ): string {
		$fact = static fn ( string $name ): string => (string) ( $refused->facts[ $name ] ?? '' );
		return match ( $refused->why ) {
			Refused::SHOP_CODE_FIXED   =>
				__( 'The shop code is in use at Sellsy and cannot change any more.', 'orderinvoicer' ),
			Refused::NO_SUCH_DAY       => sprintf(
				/* translators: %s: what was entered, such as 2026-02-30. */
				__( 'The date %s does not exist. Give year, month and day, such as 2026-01-31.', 'orderinvoicer' ),
				$fact( 'day' )
			),
			Refused::UNFIT_EXEMPTION  => $this->exemption( $fact( 'situation' ), $fact( 'tax' ) ),
			Refused::BACKFILL_RUNNING =>
				__( 'Another back-fill has not come to its end. Wait for it, or cancel it first.', 'orderinvoicer' ),
			Refused::HAS_CREDIT_NOTE   => __(
				'The credit note of this refund has been made meanwhile. Reload the page to see it.',
				'orderinvoicer'
			),
			Refused::NOT_A_NUMBER      => __(
				'This is not an amount. Write digits only, with a point or a comma before the decimals.',
				'orderinvoicer'
			),
			Refused::NOT_POSITIVE     => __( 'The amount must be more than zero.', 'orderinvoicer' ),
			Refused::TOO_MANY_DECIMALS => $this->decimals( $fact( 'currency' ), (int) $fact( 'decimals' ) ),
			Refused::MORE_THAN_LEFT    => sprintf(
				/* translators: 1: amount of money, 2: currency code. */
				__( 'Of this order only %1$s %2$s can still be refunded.', 'orderinvoicer' ),
				str_replace( '.', _x( '.', 'decimal point', 'orderinvoicer' ), $fact( 'left' ) ),
				$fact( 'currency' )
			),
		};
	}

	private function exemption( string $value, string $tax ): string {
		$situation = ExemptSituation::from( $value );
		$texts     = new SituationText();
		return sprintf(
			/* translators: 1: tax of Sellsy, 2: reason for a sale without tax, 3: which tax fits. */
			__( 'The tax "%1$s" does not fit this kind of sale: %2$s. %3$s If it is right all the same, give your reason in a sentence (exempt_reasons). Nothing was saved.', 'orderinvoicer' ),
			$tax,
			$texts->label( $situation ),
			$texts->advice( $situation )
		);
	}

	private function decimals( string $currency, int $decimals ): string {
		return $decimals === 0
			/* translators: %s: currency code. */
			? sprintf( __( 'Amounts in %s have no decimals.', 'orderinvoicer' ), $currency )
			: sprintf(
				/* translators: 1: currency code, 2: a number. */
				__( 'Amounts in %1$s have at most %2$d decimals.', 'orderinvoicer' ),
				$currency,
				$decimals
			);
	}
}
