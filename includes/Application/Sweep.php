<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\AttemptLog;
use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Ledger;

/** The pass every five minutes that makes lost wake-ups, dead runners and changes by hand at Sellsy harmless. */
final class Sweep {

	private const SECONDS    = 20;
	private const KEEP_TRIES = '-90 days';

	public function __construct(
		private readonly Gate $gate,
		private readonly RepairCopies $repair,
		private readonly NoticeEdits $edits,
		private readonly RunDue $due,
		private readonly ReadDrafts $drafts,
		private readonly KeepAccess $access,
		private readonly LookForClash $clash,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	public function run(): void {
		$this->repair->run();
		$this->edits->run();
		if ( $this->gate->is_open() ) {
			$this->due->run( self::SECONDS );
		}
		if ( $this->gate->is_open() ) {
			$this->drafts->run();
			$this->access->run();
			$this->clash->daily();
		}
		$this->attempts->prune( $this->clock->now()->modify( self::KEEP_TRIES ) );
	}
}
