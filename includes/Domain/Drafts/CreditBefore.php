<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Wait;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\SyncKey;
use OrderInvoicer\Domain\Ledger\SyncState;
use OrderInvoicer\Domain\System\Clock;

/** An invoice that replaces another waits until that one is credited in full, for good. */
final class CreditBefore {

	private const WAIT = 60;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/** @throws Wait */
	public function check( Sync $sync ): void {
		if ( $sync->key->effect !== Effect::CreateInvoice || $sync->key->revision === 0 ) {
			return;
		}
		$before = $sync->key->revision - 1;
		$credit = $this->ledger->find_by_key( new SyncKey( $sync->key->order_id, Effect::CreateCreditNote, 0, '', $before ) );
		$link   = $this->ledger->find_by_key( new SyncKey( $sync->key->order_id, Effect::LinkCreditNote, 0, '', $before ) );
		if ( $this->has_nothing_left( $credit ) || $link?->is_settled() === true ) {
			return;
		}
		if ( $credit === null ) {
			$this->ask( $sync->key->order_id, $before );
		}
		throw new Wait( new Problem( ProblemCode::WaitsForParent, [ 'kind' => DocumentKind::CreditNote->value ] ), self::WAIT );
	}

	private function has_nothing_left( ?Sync $credit ): bool {
		return $credit?->state === SyncState::Skipped && ( $credit->is_by_hand() || $credit->problem?->code === ProblemCode::AlreadyCredited );
	}

	/** Who asked for both was cut off between the two. */
	private function ask( int $order_id, int $revision ): void {
		$replaced = $this->ledger->find_by_key( new SyncKey( $order_id, Effect::CreateInvoice, 0, '', $revision ) );
		$this->ledger->open( new SyncKey( $order_id, Effect::CreateCreditNote, 0, '', $revision ), $this->clock->now(), $replaced->id ?? 0, true );
	}
}
