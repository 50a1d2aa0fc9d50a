<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\BackfillCounts;
use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\System\Clock;

/** How far a back-fill has come. It is counted in the ledger, so it cannot be wrong. */
final class BackfillProgress {

	public function __construct(
		private readonly BackfillRows $rows,
		private readonly Clock $clock,
	) {}

	public function counts( Backfill $backfill ): BackfillCounts {
		return $this->rows->counts( $backfill->id, $this->clock->now() );
	}

	public function is_going_on( Backfill $backfill ): bool {
		return match ( $backfill->state ) {
			BackfillState::Running, BackfillState::Paused => true,
			BackfillState::Walked    => $this->rows->unfinished( $backfill->id, $this->clock->now() )->waiting > 0,
			BackfillState::Cancelled => false,
		};
	}
}
