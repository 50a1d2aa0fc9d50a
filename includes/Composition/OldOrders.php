<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

use OrderInvoicer\Application\Backfill\BackfillProgress;
use OrderInvoicer\Application\Backfill\FeedBackfill;
use OrderInvoicer\Application\Backfill\StartBackfill;
use OrderInvoicer\Application\Backfill\SteerBackfill;
use OrderInvoicer\Persistence\FreshOptions;
use OrderInvoicer\Persistence\OptionBackfills;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Persistence\WpdbBackfillRows;
use OrderInvoicer\WooCommerce\WooOrderHistory;

defined( 'ABSPATH' ) || exit;

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

	private function rows(): WpdbBackfillRows {
		return new WpdbBackfillRows( new Sql( $this->on->wpdb() ), $this->on->clock );
	}
}
