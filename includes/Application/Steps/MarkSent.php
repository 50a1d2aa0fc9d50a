<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Steps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\Ports\AttemptLog;
use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Domain\Sync\ProblemCode;

/** A person looked in Sellsy: the e-mail whose outcome was not known has left. */
final class MarkSent {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	/** Does nothing for a row that does not ask this. */
	public function mark( int $sync_id ): void {
		$row = $this->ledger->find( $sync_id );
		if ( $row?->problem?->code === ProblemCode::SendUnknown && $this->ledger->settle( $row ) ) {
			$this->attempts->add( $sync_id, 0, $this->clock->now(), 'done', null );
		}
	}
}
