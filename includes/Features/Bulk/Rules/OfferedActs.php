<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * What an order offers (`Offers`), less what is never done for many at once: for the menus, which stand beside those of
 * WooCommerce, and for the page that asks. Null: it is done.
 */
final class OfferedActs {

	/**
	 * @param list<Task> $rows of the order.
	 * @return list<BulkAct>
	 */
	public static function of_order( Offers $offers, array $rows, Settings $settings, \DateTimeImmutable $now ): array {
		$may = array_fill_keys( array_column( BulkAct::cases(), 'value' ), false );
		foreach ( self::kinds( $settings ) as $kind ) {
			$may['create'] = $may['create'] || self::not_created( $offers->make( $kind ) ) === null;
		}
		foreach ( $rows as $row ) {
			$final           = $offers->offer( RowAct::Finalise, $row );
			$may['finalise'] = $may['finalise']
				|| ( $final !== null && self::not_final( $final, self::final_row( $row, $rows ), $now ) === null );
			$may['retry']    = $may['retry'] || self::not_retried( $offers, $row, $now ) === null;
		}
		return array_map( BulkAct::from( ... ), array_keys( array_filter( $may ) ) );
	}

	/** @return list<DocumentKind> that a person may ask for: an invoice always, others while they are switched on. */
	public static function kinds( Settings $settings ): array {
		return ( new Offers() )->kinds( $settings );
	}

	/** Of a document. */
	public static function not_created( Offer $offer ): ?LeftOut {
		$task = $offer->task;
		return match ( true ) {
			$task?->state === TaskState::Attention => LeftOut::NeedsPerson,
			$task?->was_at_sellsy() === true       => LeftOut::Made, // It may have been deleted on purpose.
			$offer->why_not !== null               => LeftOut::from( $offer->why_not->value ),
			$offer->is_all_the_same()              => LeftOut::ByHand,
			$task?->asked === true && $task->is_under_way() => LeftOut::UnderWay,
			default                                => null,
		};
	}

	/**
	 * Of a draft.
	 *
	 * @param Task|null $row that makes it final; null where there is none yet.
	 */
	public static function not_final( Offer $offer, ?Task $row, \DateTimeImmutable $now ): ?LeftOut {
		return match ( true ) {
			$row?->is_left_to_people() === true => LeftOut::ByHand,
			$offer->why_not !== null            => LeftOut::from( $offer->why_not->value ),
			$row?->state === TaskState::Working,
			$row?->is_due( $now ) === true      => LeftOut::UnderWay,
			default                             => null,
		};
	}

	/** What a back-fill holds, or a document that comes first, is no failure. */
	public static function not_retried( Offers $offers, Task $task, \DateTimeImmutable $now ): ?LeftOut {
		$has_failed = $task->state === TaskState::Attention || (
			$task->state === TaskState::Queued
			&& $task->due_at > $now
			&& ! $task->origin->is_backfill()
			&& $task->problem?->traits()->failed === true
		);
		return match ( true ) {
			$task->state === TaskState::Attention && $task->problem?->traits()->one_by_one === true =>
				LeftOut::OneByOne,
			$has_failed
				&& $task->key->effect !== Effect::FollowOrder
				&& $offers->accepts( RowAct::Retry, $task ) => null,
			default => LeftOut::NotFailed,
		};
	}

	/** What makes a draft final. */
	public static function final_key( Task $draft ): TaskKey {
		$kind = $draft->key->effect->creates() ?? DocumentKind::Invoice;
		return $draft->key->beside( Effect::validate( $kind ), $draft->key->part );
	}

	/** @param list<Task> $rows */
	public static function final_row( Task $draft, array $rows ): ?Task {
		$key = self::final_key( $draft );
		return array_values( array_filter( $rows, static fn ( Task $task ): bool => $task->key->is( $key ) ) )[0]
			?? null;
	}
}
