<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * What the order bills has changed since its document was made. The document's row runs again and sees whether the
 * document may follow. If it could not, it is looked at again when the order is edited again: the order may agree with
 * the document then.
 */
final class DraftUpdateRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		$rows = array_filter(
			$standing->rows,
			static fn ( Task $task ): bool =>
				! in_array( $task->key->effect->creates(), [ null, DocumentKind::CreditNote ], true )
					&& ( $task->intent->snapshot_hash !== '' || $task->problem?->is_about_an_edit() === true )
		);
		$news = array_filter( $rows, fn ( Task $task ): bool => $this->has_news( $standing, $task ) );
		usort( $news, static fn ( Task $one, Task $other ): int => self::place( $one ) <=> self::place( $other ) );
		return array_map(
			static fn ( Task $task ): FollowUp =>
				new FollowUp( key: $task->key, parent_id: $task->parent_id, due_at: null, again: true ),
			$news
		);
	}

	/** In a chain: what comes first is brought up to date first. */
	private static function place( Task $task ): int {
		return (int) array_search( $task->key->effect->creates(), DocumentKind::cases(), true );
	}

	private function has_news( OrderStanding $standing, Task $task ): bool {
		$differs = $task->problem?->is_about_an_edit() === true;
		if ( $this->is_history( $standing, $task ) ) {
			return $differs;
		}
		$is = OrderFingerprint::from_order( $standing->billed( $task ) );
		if ( $differs ) {
			return $standing->order->buyer->is_erased
				? $this->is_settled_by_amounts( $task->problem, $standing->billed( $task ) )
				: $is->fingerprint() !== $task->problem->fact( 'order' );
		}
		return $standing->stands( $task )
			&& (
				! $is->is_like( OrderFingerprint::read( $task->intent->snapshot_hash ) )
				|| ( self::may_be_draft( $task ) && $task->intent->is_shipped_since( $standing->billed( $task ) ) )
			);
	}

	/** Other kinds need not say when the goods left. */
	private static function may_be_draft( Task $task ): bool {
		return $task->key->effect === Effect::CreateInvoice && $task->remote_number === '';
	}

	/** An erased order is like any, so its amounts alone tell. */
	private function is_settled_by_amounts( Problem $differs, OrderSnapshot $billed ): bool {
		$total = $billed->total->to_scale( $billed->currency->decimals );
		return $differs->is_of_the_same_amounts()
			|| ( ! $differs->has_same_total() && $total === $differs->fact( 'document_total' ) );
	}

	/** Issued anew, or credited in full. */
	private function is_history( OrderStanding $standing, Task $task ): bool {
		return $standing->row( $task->key->effect )?->id !== $task->id
			|| CreditNoteTasks::is_all_credited( $task->id, $standing->rows );
	}
}
