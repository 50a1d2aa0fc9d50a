<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;

/** Which document an e-mail about an order waits for: the credit note of its refund, else the invoice. */
final class AwaitedDocument {

	/** What an e-mail's row says that left without a file. Of an earlier release's it says nothing. */
	public const NO_FILE = 'no file';

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
	 * The one whose file goes with the e-mail, unless another e-mail brought it.
	 *
	 * @param list<Task> $rows of the order, newest revision last.
	 */
	public static function with_file( TaskKey $email, array $rows ): ?Task {
		$final  = self::final( $email, $rows );
		$is_one = static fn ( Task $row ): bool => $row->key->effect === Effect::HeldEmail
			&& $row->key->refund_id === $email->refund_id
			&& ! $row->key->is( $email )
			&& $row->state === TaskState::Done
			&& $final !== null && $row->intent->key === self::brought( $final );
		return array_filter( $rows, $is_one ) === [] ? $final : null;
	}

	/** What an e-mail's row says of the file that went with it. */
	public static function brought( ?Task $document ): string {
		return $document === null ? self::NO_FILE : "pdf:$document->remote_id";
	}

	/**
	 * Something is still done for it that is due by then. A draft that waits for a person, a step that is planned for
	 * later and what stopped are not waited for.
	 *
	 * @param list<Task> $rows of the order.
	 */
	public static function is_on_its_way( TaskKey $email, array $rows, \DateTimeImmutable $by ): bool {
		$kind   = self::kind( $email );
		$steps  = [ Effect::create( $kind ), Effect::validate( $kind ), Effect::FollowOrder ];
		$is_one = static fn ( Task $row ): bool =>
			in_array( $row->key->effect, $steps, true ) && $row->is_under_way() && $row->due_at <= $by;
		return array_filter( $rows, $is_one ) !== [];
	}

	/**
	 * @param list<Task> $rows of the order, newest revision last.
	 * @return Task|null the row that makes it.
	 */
	public static function created( TaskKey $email, array $rows ): ?Task {
		$effect = Effect::create( self::kind( $email ) );
		$is_one = static fn ( Task $row ): bool =>
			$row->key->effect === $effect && $row->key->refund_id === $email->refund_id;
		return array_values( array_reverse( array_filter( $rows, $is_one ) ) )[0] ?? null;
	}
}
