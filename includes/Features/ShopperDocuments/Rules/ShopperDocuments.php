<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\Report\CreditedInFull;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * Which documents of an order its buyer may see: of the kinds that the owner chose, those that are final, and until
 * there is an invoice the proforma. The ledger says which those are, the report what they are worth. Nothing is asked
 * of Sellsy.
 */
final class ShopperDocuments {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly Report $report,
	) {}

	/**
	 * An invoice that nothing has credited in full comes first.
	 *
	 * @param list<int> $order_ids
	 * @return array<int, list<ShopperDocument>> by order id, in the order in which they were asked for; every order has
	 *                                           its list.
	 */
	public function of_orders( array $order_ids ): array {
		$found = array_fill_keys( $order_ids, [] );
		if ( $this->settings->get()->shopper->kinds === [] ) {
			return $found;
		}
		$rows     = $this->ledger->for_orders( $order_ids );
		$final    = array_filter(
			array_merge( ...array_values( $rows ) ),
			static fn ( Task $task ): bool => ShopperDocument::of( $task ) !== null
		);
		$reported = $this->report->documents( array_values( array_column( $final, 'id' ) ) );
		foreach ( $rows as $order_id => $of_order ) {
			$found[ $order_id ] = $this->documents( $of_order, $reported );
		}
		return $found;
	}

	/**
	 * @param list<Task>                   $rows     of one order.
	 * @param array<int, ReportedDocument> $reported by task id.
	 * @return list<ShopperDocument>
	 */
	private function documents( array $rows, array $reported ): array {
		$documents = [];
		foreach ( $rows as $row ) {
			$kind     = $row->key->effect->creates();
			$document = $kind === null || ! $this->settings->get()->shopper->gets( $kind )
				? null
				: ShopperDocument::of(
					$row,
					$reported[ $row->id ] ?? null,
					CreditedInFull::is( $row, $rows, $reported )
				);
			if ( $document !== null ) {
				$documents[] = $document;
			}
		}
		$documents  = self::is_invoiced( $rows, $documents ) ? self::without_proformas( $documents ) : $documents;
		$is_history = static fn ( ShopperDocument $one ): bool =>
			$one->is_credited || $one->kind !== DocumentKind::Invoice;
		usort(
			$documents,
			static fn ( ShopperDocument $one, ShopperDocument $other ): int =>
				$is_history( $one ) <=> $is_history( $other )
		);
		return $documents;
	}

	/**
	 * @param list<Task>            $rows
	 * @param list<ShopperDocument> $documents of them; whoever gets proformas gets invoices.
	 */
	private static function is_invoiced( array $rows, array $documents ): bool {
		foreach ( $documents as $document ) {
			if ( $document->kind === DocumentKind::Invoice && ! $document->is_credited ) {
				return true;
			}
		}
		foreach ( $rows as $row ) {
			if ( $row->key->effect === Effect::CreateInvoice && $row->is_by_hand() ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param list<ShopperDocument> $documents
	 * @return list<ShopperDocument>
	 */
	public static function without_proformas( array $documents ): array {
		return array_values(
			array_filter(
				$documents,
				static fn ( ShopperDocument $document ): bool => $document->kind !== DocumentKind::Proforma
			)
		);
	}
}
