<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\StateRule;

/** Drafts that are to become final, when the owner wants it. */
final class FinaliseRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		$follow_ups = [];
		foreach ( $standing->rows as $row ) {
			$kind   = $row->key->effect->creates();
			$due_at = $kind !== null
				&& $kind->is_validated()
				&& $standing->stands( $row )
				&& $row->remote_number === ''
					? $this->due_at( $kind, $row, $standing )
					: null;
			if ( $kind !== null && $due_at !== null ) {
				$key          = $row->key->beside( Effect::validate( $kind ), $row->key->part );
				$follow_ups[] = new FollowUp( $key, $row->id, $due_at );
			}
		}
		return $follow_ups;
	}

	/** Null: not now. */
	private function due_at( DocumentKind $kind, Task $task, OrderStanding $standing ): ?\DateTimeImmutable {
		$rule = $standing->settings->workflow( $kind )->under( $task->rule_id );
		if ( DocumentRule::is_final_by_hand( $task, $rule ) ) {
			return null;
		}
		$finalise = $rule->finalise;
		$hours    = $finalise->hours();
		if ( $hours !== null ) {
			return $task->document_since()->modify( "+$hours hours" );
		}
		$now = $finalise->value === Finalise::NOW
			|| ( $finalise->value === Finalise::MAPPING && $this->is_mapped( $kind, $standing ) );
		return $now ? $standing->now : null;
	}

	private function is_mapped( DocumentKind $kind, OrderStanding $standing ): bool {
		foreach ( $standing->settings->states as $rule ) {
			$is_there = $rule->status === $standing->order->status
				|| ( $rule->status === StateRule::SHIPPED && $standing->is_shipped() );
			if ( $rule->kind === $kind && $rule->state === DocumentState::Finalised && $is_there ) {
				return true;
			}
		}
		return false;
	}
}
