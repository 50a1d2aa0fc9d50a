<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\FreshOffers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\DetachDocument;

/**
 * A person takes back that a document is this order's. Nothing changes at Sellsy. The order is left without one: none
 * is made in its place unless somebody asks, because nobody knows what is to come of it. A payment that was recorded on
 * it stays there too: another document that is linked instead has none yet.
 */
final class UnlinkDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly DetachDocument $detach,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	/**
	 * @return bool false for a document that this plugin made, that a credit note or another document was made of, or
	 *         about which something is being done: nothing is changed.
	 */
	public function unlink( int $task_id ): bool {
		$row = $this->fresh_offers->row( RowAct::Unlink, $task_id );
		$now = $this->clock->now();
		if ( $row === null || ! $this->ledger->save( LinkTransitions::unlinked( $row, $now ) ) ) {
			return false;
		}
		foreach ( $this->ledger->for_order( $row->key->order_id ) as $child ) {
			$is_payment = $child->parent_id === $row->id && $child->key->effect === Effect::RecordPayment;
			$this->ledger->save( $is_payment ? LinkTransitions::forgotten( $child, $now ) : null );
		}
		$this->detach->detach( $row );
		$this->attempts->add( $row->id, 0, $now, 'skipped', OutcomeProblem::problem( Outcome::NotWanted ) );
		return true;
	}
}
