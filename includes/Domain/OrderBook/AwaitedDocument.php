<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;

/** Which document an e-mail about an order waits for: the credit note of its refund, else the invoice. */
final class AwaitedDocument {

	public static function kind( TaskKey $email ): DocumentKind {
		return $email->refund_id > 0 ? DocumentKind::CreditNote : DocumentKind::Invoice;
	}

	/**
	 * @param list<Task> $rows of the order, newest revision last.
	 * @return Task|null its row; null while it is not final.
	 */
	public static function final( TaskKey $email, array $rows ): ?Task {
		$created = self::created( $email, $rows );
		return $created?->has_document() === true && $created->remote_number !== '' ? $created : null;
	}

	/**
	 * Something is still done for it that is due by then. A draft that waits for a person, a step that is planned for
	 * later and what stopped are not waited for.
	 *
	 * @param list<Task> $rows of the order.
	 */
	public static function is_on_its_way( TaskKey $email, array $rows, \DateTimeImmutable $by ): bool {
		$kind  = self::kind( $email );
		$steps = [ Effect::create( $kind ), Effect::validate( $kind ), Effect::FollowOrder ];
		foreach ( $rows as $row ) {
			if ( in_array( $row->key->effect, $steps, true ) && $row->is_under_way() && $row->due_at <= $by ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param list<Task> $rows of the order, newest revision last.
	 * @return Task|null the row that makes it.
	 */
	public static function created( TaskKey $email, array $rows ): ?Task {
		$found = null;
		foreach ( $rows as $row ) {
			$is_it = $row->key->effect === Effect::create( self::kind( $email ) )
				&& $row->key->refund_id === $email->refund_id;
			$found = $is_it ? $row : $found;
		}
		return $found;
	}
}
