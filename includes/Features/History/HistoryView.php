<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\Features\History\Rules\HistoryState;
use OrderInvoicer\Reports\OrderView;
use OrderInvoicer\Rest\Tasks\TaskQuery;
use OrderInvoicer\WooCommerce\InvoiceToCome;
use OrderInvoicer\Wording\ListText;
use OrderInvoicer\Wording\TaskText;

/**
 * Rows of the history as the schema `history` shows them.
 *
 * @phpstan-import-type OrderRefAnswer from OrderView
 *
 * @phpstan-type HistoryRowAnswer array{
 *     // Of the entry of the ledger that makes the document.
 *     id: int,
 *     order: OrderRefAnswer,
 *     // Empty where nobody knows (any more).
 *     customer: string,
 *     kind: value-of<DocumentKind>,
 *     // Empty while it is a draft, or is not there.
 *     number: string,
 *     // Its page in Sellsy; empty while there is none.
 *     url: string,
 *     // Empty where there is no file.
 *     pdf: string,
 *     // The document's own, or the one on which it was asked for.
 *     day: YearMonthDay,
 *     state: value-of<HistoryState>,
 *     // Something of its order waits for a person.
 *     needs_you: bool,
 *     // Empty where nobody knows.
 *     currency: string,
 *     // Null: nobody knows, or there is none. A credit note's is negative; so is the next one.
 *     excl_tax: string|null,
 *     incl_tax: string|null,
 *     due: string|null,
 * }
 * @phpstan-type HistoryAnswer list<HistoryRowAnswer>
 *
 * @phpstan-type HistoryOrderAnswer array{
 *     // Null: there is none.
 *     order: OrderRefAnswer|null,
 *     // What it waits for, where it has no document yet; empty where nothing is to come.
 *     waits: string,
 * }
 */
final class HistoryView {

	public function __construct(
		private readonly HistoryOrders $read_orders,
		private readonly TaskText $texts,
		private readonly Ledger $ledger,
		private readonly InvoiceToCome $to_come,
		private readonly ListText $list_text,
		private readonly OrderView $orders = new OrderView(),
	) {}

	/**
	 * Of all that a search by its number finds, the one that people call so.
	 *
	 * @return HistoryOrderAnswer
	 */
	public function order( string $number ): array {
		$ids   = array_filter( TaskQuery::orders( $number ), static fn ( int $id ): bool => $id > 0 );
		$found = $this->read_orders->read( $ids );
		$named = array_filter(
			$found,
			static fn ( \WC_Order $order ): bool => (string) $order->get_order_number() === $number
		);
		$order = [ ...$named, ...$found ][0] ?? null;
		return [
			'order' => $order === null ? null : $this->orders->view( $order->get_id(), $order ),
			'waits' => $order === null || $this->ledger->for_order( $order->get_id() ) !== []
				? '' // What was asked for waits no more, and may have been left out.
				: $this->list_text->awaited( $this->to_come->trigger( $order ) ),
		];
	}

	/**
	 * @param list<HistoryRow> $rows
	 * @return HistoryAnswer
	 */
	public function rows( array $rows ): array {
		$orders = $this->read_orders->of( $rows );
		return array_map(
			fn ( HistoryRow $row ): array => $this->row( $row, $orders[ $row->task->key->order_id ] ?? null ),
			$rows
		);
	}

	/** @return HistoryRowAnswer */
	private function row( HistoryRow $row, ?\WC_Order $order ): array {
		$document = $row->document;
		return [
			'id'        => $row->task->id,
			'order'     => $this->orders->view( $row->task->key->order_id, $order ),
			'customer'  => $order === null ? '' : HistoryOrders::name( $order ),
			'kind'      => $row->kind->value,
			'number'    => $row->number,
			'url'       => $this->texts->url( $row->task ),
			'pdf'       => $this->texts->pdf( $row->task ),
			'day'       => $row->day,
			'state'     => $row->state->value,
			'needs_you' => $row->needs_you(),
			'currency'  => $document->currency ?? '',
			'excl_tax'  => self::amount( $row->signed( $document?->excl_tax ), $document?->currency ),
			'incl_tax'  => self::amount( $row->signed( $document?->incl_tax ), $document?->currency ),
			'due'       => self::amount( $row->due, $document?->currency ),
		];
	}

	private static function amount( ?int $minor, ?string $currency ): ?string {
		return $minor === null || $currency === null ? null : Currency::from_code( $currency )->minor_text( $minor );
	}
}
