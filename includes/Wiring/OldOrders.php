<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backfill\BackfillProgress;
use OrderInvoicer\Domain\Backfill\CountBackfill;
use OrderInvoicer\Domain\Backfill\FeedBackfill;
use OrderInvoicer\Domain\Backfill\StartBackfill;
use OrderInvoicer\Domain\Backfill\SteerBackfill;
use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Drafts\CheckDocument;
use OrderInvoicer\Domain\Drafts\ChooseRateCategory;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Preview\AskSellsy;
use OrderInvoicer\Domain\Preview\DryRun;
use OrderInvoicer\Domain\Preview\DryRunOrder;
use OrderInvoicer\Domain\Preview\TryDocument;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Taxes\ReadTaxes;
use OrderInvoicer\WooCommerce\WooOrderHistory;
use OrderInvoicer\Wording\Names\ShopTexts;
use OrderInvoicer\WordPress\Options\OptionBackfills;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbBackfillRows;

/** What has to do with the shop's old orders: the dry run and the back-fill. */
final class OldOrders {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	public function backfills(): OptionBackfills {
		return new OptionBackfills( $this->on->options() );
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
			( new CustomerParts( $this->on, $this->sellsy, new RemoteIds( $account, $this->on->links(), $this->on->clock, $this->on->randomness() ) ) )->recall_customer(),
			$this->try_document(),
			$this->ask_sellsy()
		);
	}

	private function rows(): WpdbBackfillRows {
		return new WpdbBackfillRows( new Sql( $this->on->wpdb() ), $this->on->clock );
	}
}
