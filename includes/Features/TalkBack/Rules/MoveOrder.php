<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\TryAgain;
use OrderInvoicer\Domain\FollowUps\WantedState;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Seen\PaidOrders;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * A proforma has no payments at Sellsy: its steps say how far its order is. Where the owner wants that, an order that
 * awaits its payment comes into another status by them. What the owner's rules would tell Sellsy of that status, the
 * ledger holds as done first: it came from there. Where somebody made the invoice in Sellsy, ours is held as well.
 */
final class MoveOrder {

	/** Seconds until another process has done what it does about the order. */
	private const WAIT = 30;

	/** Fact of StatusRefused: the status that the order was left in. */
	public const WAS = 'was';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly PaidOrders $paid_orders,
		private readonly HoldRow $hold,
		private readonly HoldInvoice $invoice,
		private readonly Turn $turn,
	) {}

	/** Whether the owner wants orders to follow such a step. */
	public function is_wanted( DocumentKind $kind, Noticed $noticed ): bool {
		return $this->status( $kind, $noticed ) !== '';
	}

	/**
	 * Before the order is read: while it cannot be, it may be paid, and in that status it may stand already.
	 *
	 * @param Task $task that made the document.
	 * @throws SkipTask|RetryLater
	 */
	public function prepare( Task $task, DocumentKind $kind, Noticed $noticed ): void {
		$is_ours = $this->settings->get()->workflow( DocumentKind::Invoice )->enabled;
		if (
			$is_ours
			&& $noticed === Noticed::Invoiced
			&& $this->is_wanted( $kind, $noticed )
			&& $this->paid_orders->awaits_payment( $task->key->order_id )
		) {
			$this->hold_invoice( $task->key->order_id, $task->remote_number );
		}
	}

	/**
	 * @param Task $task       that made the document.
	 * @param bool $is_theirs somebody chose the order's status meanwhile.
	 * @throws SkipTask|RetryLater
	 * @throws TryAgain where it is refused.
	 */
	public function move(
		Task $task,
		OrderSnapshot $order,
		DocumentKind $kind,
		Noticed $noticed,
		bool $is_theirs
	): void {
		$status = $this->status( $kind, $noticed );
		if ( $order->status === $status ) {
			return;
		}
		if ( $status === '' || $is_theirs || ! $this->paid_orders->awaits_payment( $order->id ) ) {
			throw SkipTask::not_wanted();
		}
		if ( ! $this->holds( $task, $kind, $order, $status ) ) {
			throw self::later();
		}
		$is_moved = true;
		$move     = function () use ( $order, $status, $kind, $task, &$is_moved ): void {
			$is_moved = $this->paid_orders->move( $order->id, $status, $kind, $task->remote_number );
		};
		if ( ! $this->turn->take( "order:$order->id", $move ) ) {
			throw self::later();
		}
		if ( ! $is_moved ) {
			throw self::refused( $order, [ 'status' => $status ] );
		}
	}

	/** Empty: the order stays as it is. */
	private function status( DocumentKind $kind, Noticed $noticed ): string {
		$settings = $this->settings->get()->talk_back;
		return $kind !== DocumentKind::Proforma ? '' : match ( $noticed ) {
			Noticed::Accepted => $settings->proforma_accepted,
			Noticed::Invoiced => $settings->proforma_invoiced,
			default           => '',
		};
	}

	private function hold_invoice( int $order_id, string $proforma ): void {
		if ( $this->invoice->is_begun( $order_id ) ) {
			throw SkipTask::not_wanted(); // The sale may have two invoices by now: a person looks at it.
		}
		if ( ! $this->invoice->hold( $order_id, $proforma ) ) {
			throw self::later();
		}
	}

	private function holds( Task $task, DocumentKind $kind, OrderSnapshot $order, string $status ): bool {
		$wanted = WantedState::in_status( $kind, $order, $status, $this->settings->get() );
		return $wanted === null || $this->hold->hold(
			key: new TaskKey(
				order_id: $order->id,
				effect: Effect::ChangeState,
				part: "{$kind->value}:{$wanted->value}"
			),
			document: $task,
			remote_type: $kind->value,
			remote_id: $task->remote_id,
			even_if_done: true
		);
	}

	private static function later(): RetryLater {
		return RetryLater::until_there_is( 'order', self::WAIT );
	}

	/**
	 * WooCommerce, or other code of the site, does not let the order have the status.
	 *
	 * @param array<string, string> $facts of StatusRefused.
	 */
	public static function refused( OrderSnapshot $order, array $facts ): TryAgain {
		return new TryAgain( new Problem( ProblemCode::StatusRefused, $facts + [ self::WAS => $order->status ] ) );
	}
}
