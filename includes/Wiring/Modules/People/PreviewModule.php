<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules\People;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wiring\Modules\ContentModule;
use OrderInvoicer\Wiring\Modules\OrderBookModule;
use OrderInvoicer\Wiring\Modules\CustomersModule;
use OrderInvoicer\Wiring\Modules\DocumentsModule;
use OrderInvoicer\Wiring\Modules\RefundsModule;
use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\Domain\Backfill\CountBackfill;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Preview\AskSellsy;
use OrderInvoicer\Domain\Preview\DryRun;
use OrderInvoicer\Domain\Preview\DryRunOrder;
use OrderInvoicer\Domain\Preview\PreviewCreditNote;
use OrderInvoicer\Domain\Preview\TryCreditNote;
use OrderInvoicer\Domain\Preview\TryDocument;

/** What would come of it: the dry run, with it the count before a back-fill, and what a credit note would say. */
final class PreviewModule {

	public readonly DryRun $dry_run;
	public readonly CountBackfill $count_backfill;
	public readonly PreviewCreditNote $preview_credit_note;

	public function __construct(
		private readonly Ports $ports,
		OrderBookModule $order_book,
		ContentModule $content,
		CustomersModule $customers,
		private readonly DocumentsModule $documents,
		private readonly RefundsModule $refunds,
	) {
		$history = $ports->order_history();
		$orders  = $order_book->orders;
		$sellsy  = new AskSellsy( $content->check_document, new FailureProblem() );
		$try     = new TryDocument(
			$content->read_taxes,
			$content->choose_rate_category,
			$content->document_builder,
			$ports->texts(),
			$ports->clock()
		);
		$run     = new DryRunOrder(
			$ports->ledger(),
			$ports->order_links(),
			$ports->account(),
			$customers->recall_customer,
			$try,
			$sellsy,
			$documents->accepted_rounding,
			$order_book->sales
		);

		$this->dry_run             = new DryRun( $history, $orders, $run, new WorkflowSelector(), $ports->clock() );
		$this->count_backfill      = new CountBackfill( $history, $orders, $run, $ports->clock() );
		$this->preview_credit_note = $this->preview_credit_note( $try, $sellsy );
	}

	private function preview_credit_note( TryDocument $try, AskSellsy $sellsy ): PreviewCreditNote {
		return new PreviewCreditNote(
			$this->ports->stored_orders(),
			$this->ports->settings(),
			$this->ports->ledger(),
			$this->ports->account(),
			$this->refunds->refund_to_credit,
			$this->refunds->credit_for,
			$this->refunds->creditable_balance,
			new TryCreditNote( $try, $sellsy, $this->documents->lost_document_finder ),
			new FailureProblem(),
			$this->ports->clock()
		);
	}
}
