<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Features\EarlierPayments\Rules\RecordEarlier;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPayment;
use OrderInvoicer\Wording\Names\AmountText;

/** What was paid while nothing was recorded, and what is said once it is. */
final class EarlierPaymentsText {

	/**
	 * Number and total; empty where nothing is offered.
	 *
	 * @param list<UnrecordedPayment> $offered
	 */
	public function says( array $offered ): string {
		$count = count( $offered );
		return $count === 0 ? '' : sprintf(
			/* translators: 1: number of orders, 2: amount of money. */
			_n(
				'%1$s paid order (%2$s incl. VAT) got its final invoice while no payments were recorded. Nothing is recorded for it unless you say so.',
				'%1$s paid orders (%2$s incl. VAT) got their final invoices while no payments were recorded. Nothing is recorded for them unless you say so.',
				$count,
				'orderinvoicer'
			),
			number_format_i18n( $count ),
			$this->total( $offered )
		);
	}

	/** What is asked first. */
	public function question(): string {
		return __(
			'Their payments are recorded in Sellsy, each with its own day. What somebody recorded there already is not recorded twice.',
			'orderinvoicer'
		);
	}

	public function done( int $count ): string {
		return sprintf(
			/* translators: %s: number of orders. */
			_n(
				'The payment of %s order is being recorded.',
				'The payments of %s orders are being recorded.',
				$count,
				'orderinvoicer'
			),
			number_format_i18n( $count )
		);
	}

	public function left(): string {
		return __(
			'These payments are left as they are. To be asked again, switch recording off and on.',
			'orderinvoicer'
		);
	}

	/** Nothing was done. */
	public function changed(): string {
		return __( 'Nothing was recorded: what is offered has changed. Look again.', 'orderinvoicer' );
	}

	/** @param list<UnrecordedPayment> $offered */
	private function total( array $offered ): string {
		$amounts = [];
		foreach ( RecordEarlier::sums( $offered ) as $code => $sum ) {
			$amounts[] = ( new AmountText() )->with_code( $sum, Currency::from_code( $code ) );
		}
		return implode( ', ', $amounts );
	}
}
