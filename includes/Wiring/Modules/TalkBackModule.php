<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Payments\LostPayments;
use OrderInvoicer\Domain\Payments\MoneyOnInvoice;
use OrderInvoicer\Domain\TalkBack\DocumentEvents;
use OrderInvoicer\Domain\TalkBack\DocumentPayments;
use OrderInvoicer\Domain\TalkBack\FollowDocument;
use OrderInvoicer\Domain\TalkBack\HoldInvoice;
use OrderInvoicer\Domain\TalkBack\HoldRow;
use OrderInvoicer\Domain\TalkBack\LookAtPayments;
use OrderInvoicer\Domain\TalkBack\LookInTurn;
use OrderInvoicer\Domain\TalkBack\MoveOrder;
use OrderInvoicer\Domain\TalkBack\OwnPayments;
use OrderInvoicer\Domain\TalkBack\PageComparison;
use OrderInvoicer\Domain\TalkBack\PayOrder;
use OrderInvoicer\Domain\TalkBack\ReadDocument;
use OrderInvoicer\Domain\Webhooks\KeepWebhook;
use OrderInvoicer\Domain\Webhooks\TakeEvent;

/** What people do with our documents in Sellsy, and what it does in the shop. */
final class TalkBackModule {

	public readonly DocumentEvents $document_events;
	public readonly LookAtPayments $look_at_payments;
	public readonly LookInTurn $look_in_turn;
	public readonly ReadDocument $read_document;
	public readonly FollowDocument $follow_document;
	public readonly TakeEvent $take_event;
	public readonly KeepWebhook $keep_webhook;
	public readonly Turn $turn;

	private readonly OwnPayments $own;
	private readonly HoldRow $hold;
	private readonly DocumentPayments $payments;
	private readonly PayOrder $pay;
	private readonly MoveOrder $move;
	private readonly LostPayments $lost_payments;
	private readonly MoneyOnInvoice $money;

	public function __construct(
		private readonly Ports $ports,
		private readonly OrderBookModule $order_book,
		private readonly WatchingModule $watching,
		private readonly AccountModule $account,
	) {
		$this->turn             = new Turn( $ports->remote_id_store(), $ports->clock(), $ports->randomness() );
		$this->hold             = new HoldRow( $ports->ledger(), $ports->clock(), $ports->randomness() );
		$this->own              = new OwnPayments( $ports->ledger() );
		$this->lost_payments    = $this->lost_payments();
		$this->money            = new MoneyOnInvoice( $ports->ledger(), $ports->observations() );
		$this->document_events  = new DocumentEvents( $ports->seen_documents(), $ports->clock() );
		$this->look_at_payments = new LookAtPayments(
			$ports->newest_payments(),
			$ports->looks(),
			$this->document_events,
			$this->own,
			$this->lost_payments,
			$ports->ledger(),
			$ports->site(),
			$ports->clock(),
			$ports->observations()
		);
		$this->look_in_turn     = new LookInTurn(
			$ports->seen_documents(),
			$ports->looks(),
			$ports->documents_since(),
			new PageComparison( $ports->seen_documents(), $ports->ledger(), $this->own, $this->money ),
			$ports->settings(),
			$ports->clock()
		);
		$this->payments         = new DocumentPayments( $ports->newest_payments(), $ports->observations() );
		$this->pay              = $this->pay_order();
		$this->move             = $this->move_order();
		$this->read_document    = $this->read_document();
		$this->follow_document  = $this->follow_document();
		$this->take_event       = $this->take_event();
		$this->keep_webhook     = $this->keep_webhook();
	}

	private function take_event(): TakeEvent {
		return new TakeEvent(
			settings: $this->ports->settings(),
			kept: $this->ports->kept_webhook(),
			signed: $this->ports->signed_events(),
			limit: $this->ports->event_limit(),
			documents: $this->document_events,
			queue: $this->ports->queue(),
			clock: $this->ports->clock(),
			observations: $this->ports->observations()
		);
	}

	private function keep_webhook(): KeepWebhook {
		return new KeepWebhook(
			settings: $this->ports->settings(),
			webhooks: $this->ports->webhooks(),
			kept: $this->ports->kept_webhook(),
			address: $this->ports->event_address(),
			site: $this->ports->site(),
			guard: $this->account->site_guard,
			turn: $this->turn,
			clock: $this->ports->clock(),
			randomness: $this->ports->randomness(),
			logger: $this->ports->logger()
		);
	}

	private function lost_payments(): LostPayments {
		return new LostPayments(
			$this->ports->ledger(),
			$this->ports->payments(),
			$this->ports->order_links(),
			$this->ports->clock()
		);
	}

	private function read_document(): ReadDocument {
		return new ReadDocument(
			ledger: $this->ports->ledger(),
			invoicing: $this->ports->invoicing(),
			seen: $this->ports->seen_documents(),
			payments: $this->payments,
			own: $this->own,
			pay: $this->pay,
			move: $this->move,
			orders: $this->ports->order_links(),
			report: $this->ports->report(),
			lost: $this->watching->lost_document,
			reinstated: $this->watching->reinstated_document,
			lost_payments: $this->lost_payments,
			money: $this->money,
			queue: $this->ports->queue(),
			clock: $this->ports->clock(),
			logger: $this->ports->logger(),
		);
	}

	private function follow_document(): FollowDocument {
		return new FollowDocument(
			ledger: $this->ports->ledger(),
			orders: $this->order_book->orders,
			invoicing: $this->ports->invoicing(),
			payments: $this->payments,
			pay: $this->pay,
			move: $this->move,
			links: $this->ports->order_links(),
			finish: $this->order_book->complete_task
		);
	}

	private function move_order(): MoveOrder {
		return new MoveOrder(
			settings: $this->ports->settings(),
			shop: $this->ports->paid_orders(),
			hold: $this->hold,
			invoice: new HoldInvoice(
				$this->ports->ledger(),
				$this->ports->order_links(),
				$this->ports->clock(),
				$this->ports->randomness()
			),
			turn: $this->turn
		);
	}

	private function pay_order(): PayOrder {
		$ports = $this->ports;
		return new PayOrder(
			settings: $ports->settings(),
			orders: $this->order_book->orders,
			paid: $ports->paid_orders(),
			ledger: $ports->ledger(),
			hold: $this->hold,
			turn: $this->turn,
			clock: $ports->clock(),
			logger: $ports->logger()
		);
	}
}
