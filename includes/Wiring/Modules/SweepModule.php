<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Linking\FinishLinks;
use OrderInvoicer\Domain\Notifying\Causes;
use OrderInvoicer\Domain\Notifying\StandstillNews;
use OrderInvoicer\Domain\Notifying\TellOwner;
use OrderInvoicer\Domain\Payments\RecordEarlier;
use OrderInvoicer\Domain\Report\FillReport;
use OrderInvoicer\Domain\Taxes\LookAtExemptions;
use OrderInvoicer\Domain\Work\AcceptedBefore;
use OrderInvoicer\Domain\Work\DraftComparison;
use OrderInvoicer\Domain\Work\DraftMonitor;
use OrderInvoicer\Domain\Work\DraftReader;
use OrderInvoicer\Domain\Work\LostRefunds;
use OrderInvoicer\Domain\Work\LookAtSellsy;
use OrderInvoicer\Domain\Work\LookAtStock;
use OrderInvoicer\Domain\Work\ReopenFound;
use OrderInvoicer\Domain\Work\RepairCopies;
use OrderInvoicer\Domain\Work\Sweeper;

/** The pass, every five minutes: what no event told, and what must not be forgotten. */
final class SweepModule {

	public readonly Sweeper $sweeper;
	public readonly LookAtSellsy $look_at_sellsy;

	private readonly DraftReader $drafts;

	public function __construct(
		private readonly Ports $ports,
		private readonly OrderBookModule $order_book,
		private readonly FollowUpsModule $follow_ups,
		private readonly AccountModule $account,
		private readonly RemoteIdsModule $remote_ids,
		private readonly WatchingModule $watching,
		private readonly DocumentsModule $documents,
		private readonly WorkModule $work,
		private readonly TalkBackModule $talk_back,
		private readonly FinishLinks $links,
		private readonly LookAtStock $look_at_stock,
		private readonly RecordEarlier $earlier,
	) {
		$this->drafts         = $this->draft_reader();
		$this->look_at_sellsy = $this->look_at_sellsy();
		$this->sweeper        = $this->sweeper();
	}

	private function sweeper(): Sweeper {
		return new Sweeper(
			$this->work->work_gate,
			$this->repair_copies(),
			$this->follow_ups->missed_event_scanner,
			$this->work->due_task_runner,
			$this->draft_monitor(),
			$this->account->keep_access,
			$this->account->daily_look,
			$this->ports->attempts(),
			$this->ports->clock(),
			$this->ports->logger(),
			$this->remote_ids->look_back,
			$this->ports->runtime_cache(),
			$this->fill_report(),
			$this->tell_owner(),
			$this->look_at_sellsy,
			$this->talk_back->keep_webhook,
			$this->work->held_email_runner,
			$this->links,
			$this->look_at_stock,
			new ReopenFound( $this->ports->ledger(), $this->order_book->orders, $this->ports->clock() ),
			$this->follow_ups->watch_balances,
			$this->accepted_before(),
			new LostRefunds(
				ledger: $this->ports->ledger(),
				orders: $this->ports->saved_orders(),
				looked: $this->remote_ids->remote_ids,
				clock: $this->ports->clock()
			),
			$this->look_at_exemptions(),
			$this->earlier
		);
	}

	private function accepted_before(): AcceptedBefore {
		return new AcceptedBefore(
			$this->ports->ledger(),
			$this->ports->paid_orders(),
			$this->ports->seen_documents(),
			$this->ports->order_links(),
			$this->remote_ids->remote_ids,
			$this->ports->clock()
		);
	}

	private function look_at_exemptions(): LookAtExemptions {
		return new LookAtExemptions(
			$this->ports->earlier_exemptions(),
			$this->ports->settings(),
			$this->ports->account()
		);
	}

	private function tell_owner(): TellOwner {
		return new TellOwner(
			mails: $this->ports->owner_mails(),
			store: $this->ports->told(),
			causes: new Causes(
				$this->ports->pauses(),
				$this->ports->missing_access(),
				$this->ports->shop_code_conflicts()
			),
			news: new StandstillNews(),
			stopped: $this->ports->stopped_orders(),
			pauses: $this->ports->pauses(),
			settings: $this->ports->settings(),
			clock: $this->ports->clock()
		);
	}

	private function repair_copies(): RepairCopies {
		return new RepairCopies(
			$this->ports->ledger(),
			$this->documents->document_completion,
			$this->ports->clock(),
			$this->ports->logger()
		);
	}

	private function draft_monitor(): DraftMonitor {
		return new DraftMonitor(
			ledger: $this->ports->ledger(),
			looks: $this->ports->draft_looks(),
			lists: $this->ports->documents_since(),
			comparison: new DraftComparison( $this->ports->ledger(), $this->ports->report() ),
			reader: $this->drafts,
			allowance: $this->ports->calls_left(),
			clock: $this->ports->clock(),
		);
	}

	private function draft_reader(): DraftReader {
		return new DraftReader(
			ledger: $this->ports->ledger(),
			invoicing: $this->ports->invoicing(),
			sent: $this->documents->lost_document_finder,
			final: $this->watching->final_document,
			lost: $this->watching->lost_document,
			clock: $this->ports->clock(),
			unrecorded: $this->remote_ids->unrecorded,
			report: $this->ports->report(),
		);
	}

	private function look_at_sellsy(): LookAtSellsy {
		return new LookAtSellsy(
			seen: $this->ports->seen_documents(),
			looks: $this->ports->looks(),
			payments: $this->talk_back->look_at_payments,
			turns: $this->talk_back->look_in_turn,
			reader: $this->talk_back->read_document,
			drafts: $this->drafts,
			ledger: $this->ports->ledger(),
			allowance: $this->ports->calls_left(),
			turn: $this->talk_back->turn,
			clock: $this->ports->clock(),
		);
	}

	private function fill_report(): FillReport {
		$clock = $this->ports->clock();
		return new FillReport(
			report: $this->ports->report(),
			filled: $this->ports->report_filled(),
			lists: $this->ports->documents_since(),
			orders: $this->order_book->orders,
			clock: $clock,
			nothing_waits: fn (): bool => $this->ports->due_tasks()->next( $clock->now(), [], null ) === null,
			has_calls_left: fn (): bool =>
				$this->ports->calls_left()->this_minute()?->leaves_reserve( $clock->now() ) === true
		);
	}
}
