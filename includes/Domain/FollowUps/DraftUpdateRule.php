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
			static fn ( Task $row ): bool =>
				! in_array( $row->key->effect->creates(), [ null, DocumentKind::CreditNote ], true )
					&& ( $row->intent->snapshot_hash !== '' || $row->problem?->is_about_an_edit() === true )
		);
		$news = array_filter( $rows, fn ( Task $row ): bool => $this->has_news( $standing, $row ) );
		usort( $news, static fn ( Task $one, Task $other ): int => self::place( $one ) <=> self::place( $other ) );
		return array_map(
			static fn ( Task $row ): FollowUp =>
				new FollowUp( key: $row->key, parent_id: $row->parent_id, due_at: null, again: true ),
			$news
		);
	}

	/** In a chain: what comes first is brought up to date first. */
	private static function place( Task $row ): int {
		return (int) array_search( $row->key->effect->creates(), DocumentKind::cases(), true );
	}

	private function has_news( OrderStanding $standing, Task $row ): bool {
		$differs = $row->problem?->is_about_an_edit() === true;
		if ( $this->is_history( $standing, $row ) ) {
			return $differs;
		}
		$is = OrderFingerprint::from_order( $standing->billed( $row ) );
		if ( $differs ) {
			return $standing->order->buyer->is_erased
				? $this->is_settled_by_amounts( $row->problem, $standing->billed( $row ) )
				: $is->fingerprint() !== $row->problem->fact( 'order' );
		}
		return $standing->stands( $row )
			&& (
				! $is->is_like( OrderFingerprint::read( $row->intent->snapshot_hash ) )
				|| ( self::may_be_draft( $row ) && $row->intent->is_shipped_since( $standing->billed( $row ) ) )
			);
	}

	/** Other kinds need not say when the goods left. */
	private static function may_be_draft( Task $row ): bool {
		return $row->key->effect === Effect::CreateInvoice && $row->remote_number === '';
	}

	/** An erased order is like any, so its amounts alone tell. */
	private function is_settled_by_amounts( Problem $differs, OrderSnapshot $billed ): bool {
		$total = $billed->total->to_scale( $billed->currency->decimals );
		return $differs->is_of_the_same_amounts()
			|| ( ! $differs->has_same_total() && $total === $differs->fact( 'document_total' ) );
	}

	/** Issued anew, or credited in full. */
	private function is_history( OrderStanding $standing, Task $row ): bool {
		return $standing->row( $row->key->effect )?->id !== $row->id
			|| CreditNoteTasks::is_all_credited( $row->id, $standing->rows );
	}
}
