<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Work\DraftComparison;
use OrderInvoicer\Domain\Work\DraftMonitor;
use OrderInvoicer\Domain\Work\DraftReader;

/** The look at open drafts. */
final class OpenDrafts {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly RemoteIds $once,
	) {}

	public function monitor( LostDocumentFinder $reconcile ): DraftMonitor {
		$notices = new Notices( $this->on );
		return new DraftMonitor(
			ledger: $this->on->ledger(),
			looks: $this->on->draft_looks(),
			lists: $this->sellsy->newest_documents(),
			comparison: new DraftComparison( $this->on->ledger(), $this->on->report() ),
			reader: new DraftReader(
				ledger: $this->on->ledger(),
				invoicing: $this->sellsy->invoicing(),
				sent: $reconcile,
				final: $notices->final(),
				gone: $notices->gone(),
				clock: $this->on->clock,
				unrecorded: ( new Restored( $this->on, $this->sellsy, $this->once ) )->unrecorded(),
				report: $this->on->report(),
			),
			allowance: $this->sellsy->quota(),
			clock: $this->on->clock,
		);
	}
}
