<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backfill\BackfillProgress;
use OrderInvoicer\Domain\Backfill\FeedBackfill;
use OrderInvoicer\Domain\Backfill\StartBackfill;
use OrderInvoicer\Domain\Backfill\SteerBackfill;

/** The back-fill of old orders. */
final class BackfillModule {

	public readonly BackfillProgress $backfill_progress;
	public readonly FeedBackfill $feed_backfill;
	public readonly StartBackfill $start_backfill;
	public readonly SteerBackfill $steer_backfill;

	public function __construct( Ports $ports ) {
		$this->backfill_progress = new BackfillProgress( $ports->backfill_rows(), $ports->clock() );
		$this->feed_backfill     = new FeedBackfill(
			$ports->backfills(),
			$ports->backfill_rows(),
			$ports->order_history(),
			$ports->queue(),
			$ports->clock()
		);
		$this->start_backfill    = new StartBackfill(
			$ports->backfills(),
			$ports->order_history(),
			$this->backfill_progress,
			$this->feed_backfill
		);
		$this->steer_backfill    = new SteerBackfill(
			$ports->backfills(),
			$ports->backfill_rows(),
			$this->backfill_progress,
			$ports->queue(),
			$ports->clock()
		);
	}
}
