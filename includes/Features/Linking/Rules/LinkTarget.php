<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;

/** What of an order a document is linked as: one kind, or the credit note of one refund. */
final class LinkTarget {

	/** @param int $refund_id 0 unless it is a credit note. */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly int $refund_id = 0,
	) {}

	/** Of `text()`; null for anything else. */
	public static function read( string $text ): ?self {
		[ $kind, $refund ] = explode( '.', "$text.", 3 );
		$kind              = DocumentKind::tryFrom( $kind );
		$is_of_refund      = $kind === DocumentKind::CreditNote;
		return $kind === null || $is_of_refund !== ( (int) $refund > 0 ) ? null : new self( $kind, (int) $refund );
	}

	public static function of_row( Task $task ): ?self {
		$kind = $task->key->effect->creates();
		return $kind === null || ( $kind === DocumentKind::CreditNote && $task->key->refund_id === 0 )
			? null
			: new self( $kind, $task->key->refund_id );
	}

	public function text(): string {
		return $this->kind->value . ( $this->refund_id > 0 ? ".$this->refund_id" : '' );
	}

	/**
	 * The newest row that makes it; an invoice that is issued anew has one for each.
	 *
	 * @param list<Task> $rows of the order, newest revision last.
	 */
	public function row( array $rows ): ?Task {
		$found = null;
		foreach ( $rows as $row ) {
			$is_it = $row->key->effect === Effect::create( $this->kind ) && $row->key->refund_id === $this->refund_id;
			$found = $is_it ? $row : $found;
		}
		return $found;
	}

	/**
	 * None stands there yet, and none is being made.
	 *
	 * @param list<Task> $rows of the order, newest revision last.
	 */
	public function is_free( array $rows ): bool {
		$row = $this->row( $rows );
		return $row === null
			|| (
				! $row->has_document()
				&& $row->state !== TaskState::Working
				&& $row->state !== TaskState::Done
				&& ! self::is_in_doubt( $row )
			);
	}

	/**
	 * A request may have made one, and Sellsy is to be asked for it first.
	 *
	 * @param list<Task> $rows of the order, newest revision last.
	 */
	public function is_unknown( array $rows ): bool {
		$row = $this->row( $rows );
		return $row !== null && $row->state !== TaskState::Working && self::is_in_doubt( $row );
	}

	/**
	 * Of a document that is gone, and of what was left out, it is known what came of the request. Where Sellsy cannot
	 * tell, the person looks.
	 */
	private static function is_in_doubt( Task $task ): bool {
		return $task->sent_at !== null && match ( $task->state ) {
			TaskState::Queued    => true,
			TaskState::Attention => ! $task->was_at_sellsy() && ! $task->asks( ProblemCode::MadeUnknown ),
			default              => false,
		};
	}

	/**
	 * The row that is to have it. An invoice that was cancelled stays known, as where another is made: the next row has
	 * what is linked in its place.
	 *
	 * @param list<Task> $rows of the order, newest revision last.
	 */
	public function key( int $order_id, array $rows ): TaskKey {
		$row = $this->row( $rows );
		return match ( true ) {
			$row === null => new TaskKey( $order_id, Effect::create( $this->kind ), $this->refund_id ),
			$row->has_cancelled_document() && $this->kind === DocumentKind::Invoice => $row->key->replacing_invoice(),
			default       => $row->key,
		};
	}
}
