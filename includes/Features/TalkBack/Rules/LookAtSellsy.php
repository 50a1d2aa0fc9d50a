<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Seen\DocumentPayments;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\CallBudget;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\DraftReader;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * What people do with our documents in Sellsy, beside its drafts: new payments, then what may have changed, then the
 * others in turn. Six calls a pass at most: 72 an hour.
 */
final class LookAtSellsy implements PassPart {

	public const CALLS = 6;

	/** Looked at for one that may be read now. */
	private const HINTS = 20;

	public function __construct(
		private readonly SeenDocuments $seen,
		private readonly Looks $looks,
		private readonly LookAtPayments $payments,
		private readonly LookInTurn $turns,
		private readonly ReadDocument $read_document,
		private readonly DraftReader $drafts,
		private readonly Ledger $ledger,
		private readonly CallsLeft $calls_left,
		private readonly Turn $turn,
		private readonly Clock $clock,
	) {}

	public function turn(): PassTurn {
		return PassTurn::AfterWork;
	}

	public function run(): void {
		if ( $this->seen->is_empty() ) {
			return;
		}
		$calls = new CallBudget( self::CALLS, $this->leaves_reserve( ... ) );
		$this->look_at_payments( $calls );
		try {
			$this->read_hinted( $calls );
		} finally {
			$this->turns->run( $calls );
		}
	}

	/**
	 * Sellsy told that something changed: it is read between two passes, with as many calls at most. Before the first
	 * look it is left to that one, which says since when a change is news.
	 */
	public function read_events(): void {
		if ( $this->looks->payments()->since === null ) {
			return;
		}
		$this->turn->take(
			'events',
			fn () => $this->read_hinted( new CallBudget( self::CALLS, $this->leaves_reserve( ... ) ) )
		);
	}

	/** Where it fails, the others have their turn all the same. */
	private function look_at_payments( CallBudget $calls ): void {
		try {
			$this->payments->run( $calls );
		} catch ( RemoteFailure ) {
			return;
		}
	}

	private function leaves_reserve(): bool {
		return $this->calls_left->this_minute()?->leaves_reserve( $this->clock->now() ) ?? true;
	}

	/** One that cannot be read now must not be in the way of the others: it stands behind them. */
	private function read_hinted( CallBudget $calls ): void {
		foreach ( $this->seen->hinted( self::HINTS ) as $seen ) {
			if ( ! $calls->has( 1 + DocumentPayments::calls( $seen->kind ) ) ) {
				return;
			}
			try {
				$this->read( $seen, $calls );
			} catch ( \Throwable $error ) {
				$this->later( $seen );
				if ( ! $error instanceof RemoteFailure ) {
					throw $error;
				}
			}
		}
	}

	/** @throws RemoteFailure */
	private function read( SeenDocument $seen, CallBudget $calls ): void {
		$row = $this->ledger->find( $seen->task_id );
		if ( $row === null || $row->remote_id !== $seen->id ) {
			$this->seen->same( [ $seen ], $this->clock->now() ); // Of another document than the task has by now.
		} elseif ( $row->is_under_way() ) {
			$this->later( $seen );
		} elseif ( $seen->kind->is_validated() && $row->remote_number === '' ) {
			$calls->spent( 1 );
			$this->drafts->read( $row );
			$is_draft = $this->ledger->find( $row->id )?->remote_number === '';
			$is_draft ? $this->seen->same( [ $seen ], $this->clock->now() ) : $this->later( $seen );
		} else {
			$this->read_document->read( $seen, $row, $this->looks->payments()->since, $calls );
		}
	}

	private function later( SeenDocument $seen ): void {
		$this->seen->hint( $seen->kind, [ $seen->id ], $this->clock->now() );
	}
}
