<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\DocumentNames;

/** A step of a try in words. Plain text, to be escaped. */
final class StepText {

	public function __construct(
		private readonly DocumentNames $names,
		private readonly AmountText $amounts = new AmountText(),
	) {}

	public function text( Step $step ): string {
		return match ( $step->code ) {
			StepCode::Wanted => $this->wanted( $step ),
			StepCode::Remembered => sprintf(
				/* translators: %s: id of a customer at Sellsy */
				__( 'Customer: remembered from an earlier order or choice (Sellsy no. %s).', 'orderinvoicer' ),
				$step->fact( 'id' )
			),
			StepCode::FoundBySiret =>
				/* translators: %s: id of a customer at Sellsy */
				sprintf( __( 'Customer: found by SIRET (Sellsy no. %s).', 'orderinvoicer' ), $step->fact( 'id' ) ),
			StepCode::FoundByReference =>
				/* translators: %s: id of a customer at Sellsy */
				sprintf( __( 'Customer: found by reference (Sellsy no. %s).', 'orderinvoicer' ), $step->fact( 'id' ) ),
			StepCode::FoundByEmail => sprintf(
				/* translators: %s: id of a customer at Sellsy */
				__( 'Customer: found by e-mail address (Sellsy no. %s).', 'orderinvoicer' ),
				$step->fact( 'id' )
			),
			StepCode::Created => self::created( $step ),
			StepCode::Totals => $this->totals( $step ),
			StepCode::Agreed => __( 'Sellsy computes the same totals.', 'orderinvoicer' ),
			StepCode::Recovered => sprintf(
				/* translators: 1: kind of document, such as Invoice, 2: its id at Sellsy */
				__( '%1$s found at Sellsy (no. %2$s): an earlier try had made it.', 'orderinvoicer' ),
				$this->kind( $step ),
				$step->fact( 'id' )
			),
			StepCode::Adopted => sprintf(
				/* translators: 1: kind of document, such as Invoice, 2: its id at Sellsy */
				__(
					'%1$s found at Sellsy (no. %2$s): this order had it before a backup of the shop was put back.',
					'orderinvoicer'
				),
				$this->kind( $step ),
				$step->fact( 'id' )
			),
			StepCode::Linked => sprintf(
				/* translators: 1: kind of document, such as Invoice, 2: its id at Sellsy */
				__( '%1$s linked by a person (Sellsy no. %2$s).', 'orderinvoicer' ),
				$this->kind( $step ),
				$step->fact( 'id' )
			),
			StepCode::Made => sprintf(
				/* translators: 1: kind of document, such as Invoice, 2: its id at Sellsy */
				__( '%1$s created at Sellsy (no. %2$s).', 'orderinvoicer' ),
				$this->kind( $step ),
				$step->fact( 'id' )
			),
			StepCode::Updated => sprintf(
				/* translators: 1: kind of document, such as Invoice, 2: its id at Sellsy */
				__( '%1$s changed at Sellsy while it is a draft (no. %2$s).', 'orderinvoicer' ),
				$this->kind( $step ),
				$step->fact( 'id' )
			),
			StepCode::Answered => $this->answered( $step ),
		};
	}

	private function wanted( Step $step ): string {
		if ( $step->fact( 'by' ) === 'asked' ) {
			return __( 'Rule: a person asked for it.', 'orderinvoicer' );
		}
		if ( $step->fact( 'by' ) === 'backfill' ) {
			return __( 'Rule: the back-fill of old orders asked for it.', 'orderinvoicer' );
		}
		return $this->rule( $step->fact( 'trigger' ), wc_get_order_status_name( $step->fact( 'status' ) ) );
	}

	private function rule( string $trigger, string $status ): string {
		return match ( $trigger ) {
			Trigger::CONFIRMED => sprintf(
				/* translators: %s: status of the order */
				__( 'Rule: made when the order is confirmed. The order was “%s”.', 'orderinvoicer' ),
				$status
			),
			Trigger::PAID =>
				/* translators: %s: status of the order */
				sprintf( __( 'Rule: made when the order is paid. The order was “%s”.', 'orderinvoicer' ), $status ),
			Trigger::SHIPPED =>
				/* translators: %s: status of the order */
				sprintf( __( 'Rule: made when the order is shipped. The order was “%s”.', 'orderinvoicer' ), $status ),
			Trigger::COMPLETED => sprintf(
				/* translators: %s: status of the order */
				__( 'Rule: made when the order is completed. The order was “%s”.', 'orderinvoicer' ),
				$status
			),
			default => sprintf(
				/* translators: 1: order status that the settings name, 2: status of the order */
				__( 'Rule: made when the order is “%1$s”. The order was “%2$s”.', 'orderinvoicer' ),
				wc_get_order_status_name( substr( $trigger, strlen( Trigger::STATUS ) ) ),
				$status
			),
		};
	}

	private static function created( Step $step ): string {
		return sprintf(
			$step->fact( 'minds_case' ) === ''
				/* translators: %s: id of a customer at Sellsy */
				? __( 'Customer: none matched, so a new one was created (Sellsy no. %s).', 'orderinvoicer' )
				/* translators: %s: id of a customer at Sellsy */
				: __( 'Customer: none was found, so a new one was created (Sellsy no. %s). A client whose e-mail address has other capitals in Sellsy may not be found.', 'orderinvoicer' ),
			$step->fact( 'id' )
		);
	}

	private function totals( Step $step ): string {
		$rows     = (int) $step->fact( 'rows' );
		$currency = Currency::from_code( $step->fact( 'currency' ) );
		$text     = sprintf(
			/*
			 * translators: 1: kind of document, 2: number of lines, 3: amount of money, 4: VAT by rate, such as
			 * "VAT 20%: 2.00 €", 5: amount of money.
			 */
			_n(
				'%1$s: %2$s line, %3$s excl. VAT, %4$s, %5$s incl. VAT.',
				'%1$s: %2$s lines, %3$s excl. VAT, %4$s, %5$s incl. VAT.',
				$rows,
				'orderinvoicer'
			),
			$this->kind( $step ),
			number_format_i18n( $rows ),
			$this->amount( $step->fact( 'excl_tax' ), $currency ),
			$this->vat( $step->fact( 'vat' ), $currency ),
			$this->amounts->with_code( $this->minor( $step->fact( 'incl_tax' ), $currency ), $currency )
		);
		return Decimal::from_string( $step->fact( 'rounding' ) )->is_zero()
			? $text
			: sprintf(
				/* translators: 1: sentence with the totals, 2: amount of the rounding row */
				__( '%1$s Of which rounding: %2$s.', 'orderinvoicer' ),
				$text,
				$this->amount( $step->fact( 'rounding' ), $currency )
			);
	}

	/** @param string $by_rate such as "20: 2.00; 5.5: 0.55". */
	private function vat( string $by_rate, Currency $currency ): string {
		if ( $by_rate === '' ) {
			/* translators: %s: amount of money. */
			return sprintf( __( 'VAT: %s', 'orderinvoicer' ), $this->amount( '0', $currency ) );
		}
		$said = [];
		foreach ( explode( '; ', $by_rate ) as $part ) {
			[ $rate, $amount ] = explode( ': ', "$part: 0" );
			$said[]            = sprintf(
				/* translators: 1: rate of a tax, such as 5.5, 2: amount of money. */
				__( 'VAT %1$s%%: %2$s', 'orderinvoicer' ),
				str_replace( '.', wc_get_price_decimal_separator(), $rate ),
				$this->amount( $amount, $currency )
			);
		}
		return implode( ', ', $said );
	}

	/** @param string $sum decimal. */
	private function amount( string $sum, Currency $currency ): string {
		return $this->amounts->text( $this->minor( $sum, $currency ), $currency );
	}

	private function minor( string $sum, Currency $currency ): int {
		return Decimal::from_string( $sum )->to_minor( $currency->decimals );
	}

	private function answered( Step $step ): string {
		if ( $step->fact( 'failure' ) !== '' && str_starts_with( $step->fact( 'status' ), '2' ) ) {
			return sprintf(
				/* translators: 1: route of Sellsy's API, 2: HTTP status */
				__( 'Sellsy: %1$s failed, although it was answered with status %2$s.', 'orderinvoicer' ),
				$step->fact( 'route' ),
				$step->fact( 'status' )
			);
		}
		return $step->fact( 'status' ) === '0'
			/* translators: %s: route of Sellsy's API */
			? sprintf( __( 'Sellsy: %s was not answered.', 'orderinvoicer' ), $step->fact( 'route' ) )
			: sprintf(
				/* translators: 1: route of Sellsy's API, 2: HTTP status */
				__( 'Sellsy: %1$s was answered with status %2$s.', 'orderinvoicer' ),
				$step->fact( 'route' ),
				$step->fact( 'status' )
			);
	}

	private function kind( Step $step ): string {
		$kind = DocumentKind::tryFrom( $step->fact( 'kind' ) );
		return $kind === null ? $step->fact( 'kind' ) : $this->names->kind( $kind );
	}
}
