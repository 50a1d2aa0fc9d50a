<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * Within the request that would send it, mostly a shopper's: an e-mail whose document is still to come is kept back, by
 * one row. Nothing is asked of Sellsy.
 */
final class HoldEmail {

	/** Until the first look: the rows of the order's documents are written by then. */
	private const FIRST_LOOK = '+20 seconds';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly BackgroundWork $work,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string                    $email_id  the shop software's.
	 * @param int                       $refund_id that it is about; 0: about the order.
	 * @param \Closure(): list<TaskKey>      $asked_for what the settings ask for of the order as it stands.
	 * @param \Closure( DocumentKind ): int $rule      by which it gets a document of that kind.
	 * @return bool true: it is kept back. False: it leaves now, also where the same one was kept back before.
	 */
	public function take(
		int $order_id,
		string $email_id,
		int $refund_id,
		\Closure $asked_for,
		\Closure $rule,
	): bool {
		$settings = $this->settings->get();
		$key      = new TaskKey(
			order_id: $order_id,
			effect: Effect::HeldEmail,
			refund_id: $refund_id,
			part: $email_id
		);
		$kind     = AwaitedDocument::kind( $key );
		return $settings->customer_emails->holds( $email_id )
			&& $settings->shopper->gets( $kind )
			&& $settings->workflow( $kind )->enabled
			&& $this->work->goes_on()
			&& $this->hold( $key, $asked_for, $rule );
	}

	/**
	 * One whose document is there waits for nothing; only its file is fetched by a runner, at once.
	 *
	 * It is kept back only once a runner is planned who sends it: a runner too many does no harm, and a row without one
	 * would lie there until the next pass. Whoever dies in between has planned in vain, or leaves the row to both.
	 *
	 * @param \Closure(): list<TaskKey>      $asked_for
	 * @param \Closure( DocumentKind ): int $rule
	 */
	private function hold( TaskKey $key, \Closure $asked_for, \Closure $rule ): bool {
		$rows     = $this->ledger->for_order( $key->order_id );
		$is_there = AwaitedDocument::final( $key, $rows ) !== null;
		$is_held  = $is_there
			? $this->settings->get()->customer_emails->attaches()
				&& AwaitedDocument::with_file( $key, $rows ) !== null
			: $this->is_to_come( $key, $rows, $asked_for, $rule );
		$now      = $this->clock->now();
		$due_at   = $is_there ? $now : $now->modify( self::FIRST_LOOK );
		$is_new   = array_filter( $rows, static fn ( Task $task ): bool => $task->key->is( $key ) ) === [];
		$id       = $is_held && $is_new && $this->queue->wake_at( 0, $due_at )
			? $this->ledger->open( $key, $due_at )
			: null;
		if ( $id !== null && $is_there ) {
			$this->queue->wake( $id );
		}
		return $id !== null;
	}

	/**
	 * Somebody makes the document now, and makes it final. Mostly its row is not there yet: the e-mail comes first.
	 *
	 * @param list<Task>                     $rows of the order.
	 * @param \Closure(): list<TaskKey>      $asked_for
	 * @param \Closure( DocumentKind ): int $rule
	 */
	private function is_to_come( TaskKey $key, array $rows, \Closure $asked_for, \Closure $rule ): bool {
		$settings = $this->settings->get();
		$kind     = AwaitedDocument::kind( $key );
		$created  = AwaitedDocument::created( $key, $rows );
		$rule_id  = $created !== null && $created->was_at_sellsy() ? $created->rule_id : $rule( $kind );
		$counts   = $settings->workflow( $kind )->under( $rule_id );
		if ( DocumentRule::is_final_by_hand( $created, $counts ) || $counts->finalise->hours() !== null ) {
			return false;
		}
		if ( $created !== null ) {
			$until = $this->clock->now()->modify( "+{$settings->customer_emails->minutes} minutes" );
			return AwaitedDocument::is_on_its_way( $key, $rows, $until );
		}
		if ( $kind === DocumentKind::CreditNote ) {
			return $settings->is_at_work() && self::has_invoice( $rows );
		}
		return in_array( Effect::create( $kind ), array_column( $asked_for(), 'effect' ), true );
	}

	/** @param list<Task> $rows of the order. */
	private static function has_invoice( array $rows ): bool {
		return array_filter(
			$rows,
			static fn ( Task $task ): bool =>
				$task->key->effect === Effect::CreateInvoice && $task->state !== TaskState::Skipped
		) !== [];
	}
}
