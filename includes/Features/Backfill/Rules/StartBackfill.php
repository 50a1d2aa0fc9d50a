<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Order\OrderHistory;

/** The owner has chosen: the first rows are opened at once, the rest follows in the background. */
final class StartBackfill {

	public function __construct(
		private readonly Backfills $backfills,
		private readonly OrderHistory $orders,
		private readonly BackfillProgress $progress,
		private readonly FeedBackfill $feed,
	) {}

	/**
	 * @param list<DocumentKind> $kinds
	 * @throws Refused while another is going on.
	 */
	public function start( OrderFilter $filter, array $kinds, bool $drafts ): void {
		$last = $this->backfills->current();
		if ( $last !== null && $this->progress->is_going_on( $last ) ) {
			throw new Refused( Refused::BACKFILL_RUNNING );
		}
		$this->backfills->begin(
			new Backfill(
				id: ( $last->id ?? 0 ) + 1,
				orders: $filter,
				kinds: $kinds,
				drafts: $drafts,
				total: $this->orders->count( $filter )
			)
		);
		$this->feed->feed();
	}
}
