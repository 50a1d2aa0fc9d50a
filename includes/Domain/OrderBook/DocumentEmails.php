<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;

/**
 * What e-mails about documents have in common, whoever sends them. Documents of a back-fill are not sent, nor those
 * that somebody made and a person linked.
 */
final class DocumentEmails {

	/**
	 * One for the newest document of each kind and refund.
	 *
	 * @param \Closure( DocumentKind, Task ): bool $is_ready
	 * @return list<array{TaskKey, int}> what is to be done, and the row of the document.
	 */
	public static function wanted( OrderStanding $standing, Effect $effect, \Closure $is_ready ): array {
		$newest = [];
		foreach ( $standing->rows as $row ) {
			$kind = $row->key->effect->creates();
			if ( $kind !== null ) {
				$newest[ $kind->value . $row->key->refund_id ] = [ $kind, $row ];
			}
		}
		$wanted = [];
		foreach ( $newest as [ $kind, $row ] ) {
			$is_ours = ! $row->origin->is_backfill() && ! $row->is_linked();
			if ( $standing->stands( $row ) && $is_ours && $is_ready( $kind, $row ) ) {
				$wanted[] = [ self::key( $effect, $kind, $row ), $row->id ];
			}
		}
		return $wanted;
	}

	/** @param Task $task the document's. */
	public static function key( Effect $effect, DocumentKind $kind, Task $task ): TaskKey {
		return $task->key->beside( $effect, $kind->value );
	}

	/** When the row's document was made final here; null for one that was made final at Sellsy by hand. */
	public static function final_since( OrderStanding $standing, DocumentKind $kind, Task $task ): ?\DateTimeImmutable {
		foreach ( $standing->rows as $validated ) {
			if (
				$validated->key->effect === Effect::validate( $kind )
				&& $validated->parent_id === $task->id
				&& $standing->stands( $validated )
			) {
				return $validated->updated_at;
			}
		}
		return null;
	}
}
