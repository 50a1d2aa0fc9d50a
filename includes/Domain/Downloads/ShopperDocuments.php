<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Downloads;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * Which documents of an order its buyer may see: of the kinds that the owner chose, those that are final. The ledger
 * says which those are, the report what they are worth. Nothing is asked of Sellsy.
 */
final class ShopperDocuments {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly Report $report,
	) {}

	/**
	 * @param list<int> $order_ids
	 * @return array<int, list<ShopperDocument>> by order id, in the order in which they were asked for; every order has
	 *                                           its list.
	 */
	public function of_orders( array $order_ids ): array {
		$found = array_fill_keys( $order_ids, [] );
		if ( $this->settings->get()->shopper->kinds === [] ) {
			return $found;
		}
		$final    = array_map(
			fn ( array $tasks ): array => array_values( array_filter( $tasks, $this->is_shown( ... ) ) ),
			$this->ledger->for_orders( $order_ids )
		);
		$reported = $this->report->documents( array_column( array_merge( ...array_values( $final ) ), 'id' ) );
		foreach ( $final as $order_id => $tasks ) {
			foreach ( $tasks as $task ) {
				$kind = $task->key->effect->creates();
				if ( $kind !== null ) {
					$known                = $reported[ $task->id ] ?? null;
					$found[ $order_id ][] = new ShopperDocument(
						task_id: $task->id,
						kind: $kind,
						id: $task->remote_id,
						number: $task->remote_number,
						date: $known?->date,
						currency: $known?->currency,
						incl_tax: $known?->incl_tax,
					);
				}
			}
		}
		return $found;
	}

	/** Of these kinds only what is final has a number in the ledger. */
	private function is_shown( Task $task ): bool {
		$kind = $task->key->effect->creates();
		return $kind !== null
			&& $kind->is_validated()
			&& $this->settings->get()->shopper->gets( $kind )
			&& $task->has_document()
			&& $task->remote_number !== '';
	}
}
