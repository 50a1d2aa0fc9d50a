<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderCoupon;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * Rows that only say something: priced rows are net, so coupons and negative fees are named with the amounts that the
 * shopper saw.
 */
final class CommentRows {

	public function __construct(
		private readonly DocumentTexts $texts,
		private readonly PlainText $text,
	) {}

	/** @return list<DraftRow> */
	public function coupons( OrderSnapshot $order ): array {
		return array_map(
			fn ( OrderCoupon $coupon ): DraftRow => $this->comment(
				$this->texts->coupon(
					$this->text->line( $coupon->code, PlainText::TEXT ),
					$this->seen( $order, $coupon->discount, $coupon->discount_tax ),
					$order->currency,
					$order->prices_include_tax
				)
			),
			$order->coupons
		);
	}

	public function negative_line( OrderSnapshot $order, OrderLine $line, string $name ): DraftRow {
		$vat = Decimal::sum( $line->taxes );
		return $this->comment(
			$this->texts->discount(
				$name,
				$this->seen( $order, $line->total, $vat ),
				$order->currency,
				$order->prices_include_tax
			)
		);
	}

	/** @return list<DraftRow> none where nothing is credited. */
	public function credited( CreditedInvoices $invoices ): array {
		return $invoices->count() === 0
			? []
			: [
				$this->comment(
					$this->texts->credit_note( $invoices->text( $this->texts, $this->text ), $invoices->count() )
				),
			];
	}

	/**
	 * The day of the sale, on a document of another day, and the period of a service. A credit note names its invoice
	 * instead.
	 *
	 * @return list<DraftRow>
	 */
	public function sold( DocumentRequest $request ): array {
		$days = $request->days;
		$of   = $request->details;
		if ( $request->kind === DocumentKind::CreditNote ) {
			return [];
		}
		$texts = [
			$days->differ_from( $request->date ) ? $this->texts->sold( $days->ordered, $days->shipped ) : '',
			$of->service_start === '' ? '' : $this->texts->period( $of->service_start, $of->service_end ),
		];
		$said  = array_filter( $texts, static fn ( string $text ): bool => $text !== '' );
		return array_map( $this->comment( ... ), array_values( $said ) );
	}

	public function comment( string $text ): DraftRow {
		return new DraftRow( RowKind::Comment, $text );
	}

	private function seen( OrderSnapshot $order, Decimal $ht, Decimal $vat ): Decimal {
		$amount = $order->prices_include_tax ? $ht->plus( $vat ) : $ht;
		return $amount->abs()->round( $order->currency->decimals, Rounding::HalfUp );
	}
}
