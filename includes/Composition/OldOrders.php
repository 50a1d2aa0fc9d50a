<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\Backfill\BackfillProgress;
use OrderInvoicer\Application\Backfill\CountBackfill;
use OrderInvoicer\Application\Backfill\FeedBackfill;
use OrderInvoicer\Application\Backfill\StartBackfill;
use OrderInvoicer\Application\Backfill\SteerBackfill;
use OrderInvoicer\Application\CheckDocument;
use OrderInvoicer\Application\ChooseRateCategory;
use OrderInvoicer\Application\DryRun\AskSellsy;
use OrderInvoicer\Application\DryRun\DryRun;
use OrderInvoicer\Application\DryRun\DryRunOrder;
use OrderInvoicer\Application\DryRun\TryDocument;
use OrderInvoicer\Application\FailureProblem;
use OrderInvoicer\Application\Once;
use OrderInvoicer\Application\ReadTaxes;
use OrderInvoicer\Domain\Document\DocumentBuilder;
use OrderInvoicer\Domain\Document\RowSplitter;
use OrderInvoicer\Domain\Document\TotalsCheck;
use OrderInvoicer\Domain\Workflow\WorkflowSelector;
use OrderInvoicer\Persistence\FreshOptions;
use OrderInvoicer\Persistence\OptionBackfills;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Persistence\WpdbBackfillRows;
use OrderInvoicer\WooCommerce\ShopTexts;
use OrderInvoicer\WooCommerce\WooOrderHistory;

/** What has to do with the shop's old orders: the dry run and the back-fill. */
final class OldOrders {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	public function backfills(): OptionBackfills {
		return new OptionBackfills( new FreshOptions( new Sql( $this->on->wpdb() ) ) );
	}

	public function history(): WooOrderHistory {
		return new WooOrderHistory();
	}

	public function feed(): FeedBackfill {
		return new FeedBackfill( $this->backfills(), $this->rows(), $this->history(), $this->on->queue(), $this->on->clock );
	}

	public function start(): StartBackfill {
		return new StartBackfill( $this->backfills(), $this->history(), $this->progress(), $this->feed() );
	}

	public function steer(): SteerBackfill {
		return new SteerBackfill( $this->backfills(), $this->rows(), $this->progress(), $this->on->queue(), $this->on->clock );
	}

	public function progress(): BackfillProgress {
		return new BackfillProgress( $this->rows(), $this->on->clock );
	}

	public function dry_run(): DryRun {
		return new DryRun( $this->history(), $this->on->orders(), $this->dry_run_order(), new WorkflowSelector(), $this->on->clock );
	}

	public function count(): CountBackfill {
		return new CountBackfill( $this->history(), $this->on->orders(), $this->dry_run_order(), $this->on->clock );
	}

	public function try_document(): TryDocument {
		$account = $this->sellsy->account();
		$texts   = new ShopTexts();
		return new TryDocument( new ReadTaxes( $account ), new ChooseRateCategory( $account ), new DocumentBuilder( $texts ), $texts, $this->on->clock );
	}

	public function ask_sellsy(): AskSellsy {
		$splitter = new RowSplitter( new ShopTexts() );
		return new AskSellsy( new CheckDocument( $this->sellsy->invoicing(), new TotalsCheck( $splitter ), $splitter, $this->on->attempts() ), new FailureProblem() );
	}

	private function dry_run_order(): DryRunOrder {
		$account = $this->sellsy->account();
		return new DryRunOrder(
			$this->on->ledger(),
			$this->on->order_links(),
			$account,
			( new CustomerParts( $this->on, $this->sellsy, new Once( $account, $this->on->links(), $this->on->clock, $this->on->randomness ) ) )->recall_customer(),
			$this->try_document(),
			$this->ask_sellsy()
		);
	}

	private function rows(): WpdbBackfillRows {
		return new WpdbBackfillRows( new Sql( $this->on->wpdb() ), $this->on->clock );
	}
}
