<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\FollowUps\WantedState;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\TalkBackSettings;

/**
 * A proforma has no payments at Sellsy: its steps say how far its order is. Where the owner wants that, an order that
 * awaits its payment comes into another status by them. What the owner's rules would tell Sellsy of that status, the
 * ledger holds as done first: it came from there. Where somebody made the invoice in Sellsy, ours is held as well.
 */
final class MoveOrder {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Orders $orders,
		private readonly PaidOrders $shop,
		private readonly HoldRow $hold,
		private readonly HoldInvoice $invoice,
		private readonly Turn $turn,
	) {}

	/**
	 * @param Task $row that made the document.
	 * @return bool false: another process is at the order; this is to be done again.
	 */
	public function move( Task $row, RemoteDocument $document, Noticed $noticed ): bool {
		$status = self::status( $document->kind, $noticed, $this->settings->get()->talk_back );
		$order  = $status === '' ? null : $this->order( $row->key->order_id );
		if ( $order === null || $order->status === $status || ! $this->shop->awaits_payment( $order->id ) ) {
			return true;
		}
		$is_invoiced = $noticed === Noticed::Invoiced
			&& $this->settings->get()->workflow( DocumentKind::Invoice )->enabled;
		if ( $is_invoiced && $this->invoice->is_begun( $order->id ) ) {
			return true; // The sale may have two invoices by now: a person looks at it.
		}
		return ( ! $is_invoiced || $this->invoice->hold( $order->id, $document ) )
			&& $this->holds( $row, $document, $order, $status )
			&& $this->turn->take( "order:$order->id", fn () => $this->shop->move( $order->id, $status, $document ) );
	}

	/** Empty: the order stays as it is. */
	private static function status( DocumentKind $kind, Noticed $noticed, TalkBackSettings $settings ): string {
		return $kind !== DocumentKind::Proforma ? '' : match ( $noticed ) {
			Noticed::Accepted => $settings->proforma_accepted,
			Noticed::Invoiced => $settings->proforma_invoiced,
			default           => '',
		};
	}

	private function holds( Task $row, RemoteDocument $document, OrderSnapshot $order, string $status ): bool {
		$wanted = WantedState::in_status( $document->kind, $order, $status, $this->settings->get() );
		return $wanted === null || $this->hold->hold(
			key: new TaskKey(
				order_id: $order->id,
				effect: Effect::ChangeState,
				part: "{$document->kind->value}:{$wanted->value}"
			),
			document: $row,
			remote_type: $document->kind->value,
			remote_id: $document->id,
			even_if_done: true
		);
	}

	/** One with damaged amounts, or that other code of the site makes unreadable, is left to a person. */
	private function order( int $order_id ): ?OrderSnapshot {
		try {
			return $this->orders->snapshot( $order_id );
		} catch ( \InvalidArgumentException | BrokenFilter ) {
			return null;
		}
	}
}
