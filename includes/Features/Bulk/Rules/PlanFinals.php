<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\FinaliseNow;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
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
		private readonly RowActs $acts,
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
		$steps = [];
		$left  = null;
		foreach ( $rows as $draft ) {
			if ( in_array( RowAct::Finalise, $this->acts->while_order_is( $order->status, $draft ), true ) ) {
				$planned = $this->of_draft( $draft, $rows, $totals[ $draft->id ] ?? null );
				$planned instanceof LeftOut ? $left = $planned : $steps[] = $planned;
			}
		}
		return $steps === [] ? $left ?? LeftOut::NoDraft : $steps;
	}

	/** @param list<Task> $rows */
	private function of_draft( Task $draft, array $rows, ?ReportedDocument $document ): BulkStep|LeftOut {
		$key = new TaskKey(
			order_id: $draft->key->order_id,
			effect: Effect::validate( $draft->key->effect->creates() ?? DocumentKind::Invoice ),
			refund_id: $draft->key->refund_id,
			part: $draft->key->part,
			revision: $draft->key->revision
		);
		$row = array_values( array_filter( $rows, static fn ( Task $task ): bool => $task->key->is( $key ) ) )[0]
			?? null;
		return match ( true ) {
			$row?->is_left_to_people() === true => LeftOut::ByHand,
			FinaliseNow::is_asked_for( $draft, $rows ),
			$row?->state === TaskState::Working,
			$row?->is_due( $this->clock->now() ) === true => LeftOut::UnderWay,
			default => self::step( $key, $row, $draft->id, $document ),
		};
	}

	/** @param Task|null $task null where it is to be opened. */
	public static function step( TaskKey $key, ?Task $task, int $draft_id, ?ReportedDocument $document ): BulkStep {
		$currency = $document?->currency === null ? null : Currency::from_code( $document->currency );
		return new BulkStep(
			key: $key,
			row: $task,
			draft_id: $draft_id,
			is_final: true,
			total: $currency === null || $document?->incl_tax === null
				? null
				: Decimal::of_minor( $document->incl_tax, $currency->decimals ),
			currency: $currency
		);
	}
}
