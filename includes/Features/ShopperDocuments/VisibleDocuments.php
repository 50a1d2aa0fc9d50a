<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\SameOrder\OrderMark;
use OrderInvoicer\Features\ShopperDocuments\Rules\ShopperDocuments;
use OrderInvoicer\WooCommerce\InvoiceToCome;
use OrderInvoicer\WooCommerce\Order\OtherCode;

/** An order's documents for its buyer, read once in a request. */
final class VisibleDocuments {

	/** @var array<int, list<ShopperDocument>> by order id. */
	private array $read = [];

	public function __construct(
		private readonly ShopperDocuments $documents,
		private readonly InvoiceToCome $to_come,
	) {}

	/**
	 * Asks for the orders of a list at once.
	 *
	 * @param list<int> $order_ids
	 */
	public function prime( array $order_ids ): void {
		$this->read += $this->documents->of_orders( $order_ids );
	}

	/**
	 * @return list<ShopperDocument>
	 * @throws BrokenFilter
	 */
	public function of( \WC_Order $order ): array {
		$this->prime( isset( $this->read[ $order->get_id() ] ) ? [] : [ $order->get_id() ] );
		$documents = self::own( $this->read[ $order->get_id() ], $order );
		if ( in_array( DocumentKind::Proforma, array_column( $documents, 'kind' ), true ) ) {
			$documents = $this->to_come->is_to_be_paid( $order )
				? $documents
				: ShopperDocuments::without_proformas( $documents );
		}
		return $documents === [] ? [] : $this->filtered( $documents, $order );
	}

	/**
	 * None of another order that had this id before, whether or not the ledger has heard of that.
	 *
	 * @param list<ShopperDocument> $documents
	 * @return list<ShopperDocument>
	 */
	private static function own( array $documents, \WC_Order $order ): array {
		if ( $documents === [] ) {
			return [];
		}
		$mark = OrderMark::of(
			$order->get_order_key( 'edit' ),
			(string) $order->get_order_number(),
			$order->get_billing_email( 'edit' )
		);
		return array_values(
			array_filter(
				$documents,
				static fn ( ShopperDocument $document ): bool => ! $mark->is_of_another( $document->order_mark )
			)
		);
	}

	/**
	 * @param list<ShopperDocument> $documents
	 * @return list<ShopperDocument>
	 */
	private function filtered( array $documents, \WC_Order $order ): array {
		$described = [];
		foreach ( $documents as $document ) {
			$described[ $document->task_id ] = self::described( $document );
		}
		$read = static fn ( mixed $answer ): array =>
			is_array( $answer ) ? $answer : throw new \InvalidArgumentException( 'No list of documents.' );
		/**
		 * Which documents of an order its buyer sees and may download: what is taken out is neither listed nor handed
		 * out. Nothing can be added. Runs on pages of the shop: it must be fast and ask no other server. Where it fails
		 * or answers nonsense, the buyer sees none.
		 *
		 * @since 0.1.0
		 * @param array<int, array<string, ?string>> $documents the final ones of the kinds that the owner chose, a
		 *        proforma until the order is paid; each
		 *        with `kind`, `number`, `date` (`Y-m-d`), `currency` and `total`; the keys that are left are shown.
		 * @param \WC_Order $order
		 */
		$left = OtherCode::answer(
			'orderinvoicer_shopper_documents',
			static fn (): mixed => apply_filters( 'orderinvoicer_shopper_documents', $described, $order ),
			$read
		);
		return array_values(
			array_filter(
				$documents,
				static fn ( ShopperDocument $document ): bool => isset( $left[ $document->task_id ] )
			)
		);
	}

	/** @return array{kind: string, number: string, date: ?string, currency: ?string, total: ?string} */
	private static function described( ShopperDocument $document ): array {
		$total = $document->incl_tax === null || $document->currency === null
			? null
			: Decimal::of_minor( $document->incl_tax, Currency::from_code( $document->currency )->decimals );
		return [
			'kind'     => $document->kind->value,
			'number'   => $document->number,
			'date'     => $document->date,
			'currency' => $document->currency,
			'total'    => $total?->to_string(),
		];
	}
}
