<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Balance\CheckBalance;
use OrderInvoicer\Domain\Balance\ReadBalance;
use OrderInvoicer\Domain\Balance\WatchBalances;
use OrderInvoicer\Domain\FollowUps\CatchUp;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\FollowUps\CreditNoteRule;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\FollowUps\DraftUpdateRule;
use OrderInvoicer\Domain\FollowUps\EmailRule;
use OrderInvoicer\Domain\FollowUps\FinaliseRule;
use OrderInvoicer\Domain\FollowUps\FollowOrder;
use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\FollowUps\HeldEmailRule;
use OrderInvoicer\Domain\FollowUps\MissedEventScanner;
use OrderInvoicer\Domain\FollowUps\PaymentRule;
use OrderInvoicer\Domain\FollowUps\ReinvoiceRule;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\OrderSheet\Outlook;
use OrderInvoicer\Domain\OrderSheet\ReadOrderSheet;
use OrderInvoicer\Domain\FollowUps\ShopEmailRule;
use OrderInvoicer\Domain\TalkBack\FollowedByHandRule;
use OrderInvoicer\Domain\Watching\LostDocumentRule;

/** What an order asks for next, and what its screen says of that. A new rule is named here. */
final class FollowUpsModule {

	public readonly FollowUpPlanner $follow_up_planner;
	public readonly FollowOrder $follow_order;
	public readonly MissedEventScanner $missed_event_scanner;
	public readonly ReadOrderSheet $read_order_sheet;
	public readonly CheckBalance $check_balance;
	public readonly WatchBalances $watch_balances;

	public function __construct(
		Ports $ports,
		OrderBookModule $order_book,
		OrderEventsModule $events,
		RemoteIdsModule $remote_ids,
	) {
		$catch_up = new CatchUp(
			$ports->order_events(),
			$events->order_event_handler,
			$ports->ledger(),
			$ports->clock(),
			$ports->logger(),
			$remote_ids->opened_elsewhere
		);

		$this->follow_up_planner    = new FollowUpPlanner(
			rules: $this->rules(),
			orders: $order_book->orders,
			settings: $ports->settings(),
			emails: $ports->shop_emails(),
			ledger: $ports->ledger(),
			queue: $ports->queue(),
			clock: $ports->clock(),
			elsewhere: $remote_ids->opened_elsewhere
		);
		$this->follow_order         =
			new FollowOrder( $order_book->orders, $this->follow_up_planner, $catch_up, $order_book->complete_task );
		$this->missed_event_scanner = new MissedEventScanner(
			$ports->saved_orders(),
			$catch_up,
			$this->follow_up_planner,
			$ports->ledger(),
			$ports->edits_seen(),
			$ports->clock()
		);
		$balance                    = $this->read_balance( $ports, $order_book );
		$this->check_balance        = new CheckBalance( $balance, $order_book->complete_task );
		$this->watch_balances       = $this->watch_balances( $ports, $balance );
		$this->read_order_sheet     = self::order_sheet( $ports, $order_book, $events );
	}

	private function read_balance( Ports $ports, OrderBookModule $order_book ): ReadBalance {
		return new ReadBalance(
			$ports->ledger(),
			$ports->report(),
			$order_book->orders,
			$ports->settings(),
			$ports->clock()
		);
	}

	private function watch_balances( Ports $ports, ReadBalance $balance ): WatchBalances {
		return new WatchBalances(
			$ports->changed_orders(),
			$balance,
			$ports->ledger(),
			$ports->queue(),
			$ports->clock(),
			$ports->logger()
		);
	}

	private static function order_sheet(
		Ports $ports,
		OrderBookModule $order_book,
		OrderEventsModule $events,
	): ReadOrderSheet {
		return new ReadOrderSheet(
			orders: $order_book->orders,
			ledger: $ports->ledger(),
			report: $ports->report(),
			settings: $ports->settings(),
			billed: $order_book->billable_order,
			outlook: new Outlook(
				$ports->order_events(),
				$events->order_event_handler,
				new WorkflowSelector(),
				$order_book->sales
			),
			seen: $ports->seen_documents(),
			clock: $ports->clock()
		);
	}

	/** @return list<FollowRule> in the sequence in which they are asked. */
	private function rules(): array {
		return [
			new DraftUpdateRule(),
			new DocumentStateRule(),
			new PaymentRule(),
			new EmailRule(),
			new ShopEmailRule(),
			new HeldEmailRule(),
			new FollowedByHandRule(),
			new FinaliseRule(),
			new CreditNoteRule(),
			new ReinvoiceRule(),
			new LostDocumentRule(),
			new CreditAllocationRule(),
		];
	}
}
