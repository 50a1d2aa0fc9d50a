<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\System\Clock;

/** Drafts that a person wants final. What they are worth is what Sellsy said of them. */
final class PlanFinals {

	public function __construct(
		private readonly Report $report,
		private readonly Clock $clock,
	) {}

	/** @return array<int, ReportedDocument> by the row that made the document. */
	public function totals( BulkOrders $orders ): array {
		$ids = [];
		foreach ( $orders->rows as $rows ) {
			foreach ( $rows as $row ) {
				if ( $row->was_at_sellsy() && $row->key->effect->creates() !== null ) {
					$ids[] = $row->id;
				}
			}
		}
		return $this->report->documents( $ids );
	}

	/**
	 * @param list<Task>                   $rows
	 * @param array<int, ReportedDocument> $totals
	 * @return non-empty-list<BulkStep>|LeftOut
	 */
	public function of_order( OrderSnapshot $order, array $rows, array $totals ): array|LeftOut {
		$offers = new Offers( $order->status, $rows );
		$steps  = [];
		$left   = null;
		foreach ( $rows as $draft ) {
			$offer = $offers->offer( RowAct::Finalise, $draft );
			if ( $offer !== null ) {
				$row  = OfferedActs::final_row( $draft, $rows );
				$why  = OfferedActs::not_final( $offer, $row, $this->clock->now() );
				$left = $why ?? $left;
				$key  = OfferedActs::final_key( $draft );
				$step = self::step( $key, $row, $draft->id, $totals[ $draft->id ] ?? null );
				array_push( $steps, ...( $why === null ? [ $step ] : [] ) );
			}
		}
		return $steps === [] ? $left ?? LeftOut::NoDraft : $steps;
	}

	/** @param Task|null $task null where it is to be opened. */
	public static function step( TaskKey $key, ?Task $task, int $draft_id, ?ReportedDocument $document ): BulkStep {
		$currency = $document?->currency === null ? null : Currency::from_code( $document->currency );
		return new BulkStep(
			key: $key,
			draft_id: $draft_id,
			is_final: true,
			total: $currency === null || $document?->incl_tax === null
				? null
				: Decimal::of_minor( $document->incl_tax, $currency->decimals ),
			currency: $currency
		);
	}
}
