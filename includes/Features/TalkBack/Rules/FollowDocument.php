<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\TryAgain;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\DocumentOfTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FollowTransitions;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\Seen\DocumentPayments;
use OrderInvoicer\Domain\Work\CallBudget;

/**
 * The order does what its document at Sellsy has done: it comes into another status, or becomes paid where that did not
 * succeed as it was noticed. Its row tries again and names what is in the way.
 */
final class FollowDocument implements TaskHandler {

	/** What refuses a status, such as a plugin, may be mended in the meantime; after that it is a person's affair. */
	private const TRIES = 4;

	/** Seconds until another process has done what it does about the order. */
	private const WAIT = 30;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly Invoicing $invoicing,
		private readonly DocumentPayments $payments,
		private readonly PayOrder $pay,
		private readonly MoveOrder $move,
		private readonly OrderLinks $links,
		private readonly CompleteTask $complete_task,
	) {}

	public static function key( int $order_id, DocumentKind $kind, Noticed $noticed ): TaskKey {
		return new TaskKey(
			order_id: $order_id,
			effect: Effect::FollowDocument,
			part: "{$kind->value}:{$noticed->value}"
		);
	}

	public function run( Task $task ): void {
		$row                = DocumentOfTask::row( $this->ledger, $task );
		[ $kind, $noticed ] = explode( ':', $task->key->part );
		$kind               = DocumentKind::from( $kind );
		$noticed            = Noticed::from( $noticed );
		$document           = $this->document( $row, $kind, $noticed );
		$this->move->prepare( $row, $kind, $noticed );
		$order              = OrderOfTask::read( $this->orders, $task );
		try {
			$noticed->is_payment()
				? $this->pay( $row, $document )
				: $this->move( $task, $row, $order, $kind, $noticed );
		} catch ( TryAgain $refused ) {
			$this->links->note_problem( $order->id, $refused->problem ); // From the first time on.
			throw $task->attempts < self::TRIES ? $refused : new NeedsAttention( $refused->problem );
		}
		$this->complete_task->done( $task );
	}

	/** It is read again: it may have gone on, and nothing follows a step of before. */
	private function document( Task $task, DocumentKind $kind, Noticed $noticed ): RemoteDocument {
		$document = $this->invoicing->get( $kind, $task->remote_id ) ?? throw SkipTask::not_wanted();
		return $noticed->is_payment() || Noticed::of_status( $kind, $document->status ) === $noticed
			? $document
			: throw SkipTask::not_wanted();
	}

	/** @throws TryAgain where it is refused. */
	private function pay( Task $task, RemoteDocument $document ): void {
		$calls    = new CallBudget( 0, static fn (): bool => true );
		$payments = $this->payments->read( $document->kind, $task->remote_id, $calls );
		if ( ! $this->pay->pay( $task, $document, $payments ) ) {
			throw RetryLater::until_there_is( 'order', self::WAIT );
		}
	}

	/**
	 * A status that somebody gave the order since the first try is theirs: it stays.
	 *
	 * @throws LeaseLost
	 * @throws SkipTask|RetryLater
	 * @throws TryAgain where it is refused.
	 */
	private function move( Task $task, Task $row, OrderSnapshot $order, DocumentKind $kind, Noticed $noticed ): void {
		$was = $task->intent->key;
		if ( $was === '' && ! $this->ledger->save( FollowTransitions::begun( $task, $order->status ) ) ) {
			throw new LeaseLost();
		}
		$is_theirs = ! in_array( $was, [ '', $order->status ], true );
		$this->move->move( $row, $order, $kind, $noticed, $is_theirs );
	}
}
