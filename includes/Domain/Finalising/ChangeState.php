<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Failures\Wait;
use OrderInvoicer\Domain\FollowUps\WantedState;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\FinishEffect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** A document is moved to the state that its order's status is mapped to. The order may have moved on since: decided again. */
final class ChangeState implements EffectWork {

	private const WAIT = 30;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DocumentSteps $steps,
		private readonly FinishEffect $finish,
	) {}

	public function run( Sync $sync ): void {
		[ $kind, $state ] = explode( ':', $sync->key->part );
		$document         = $this->ledger->find( $sync->parent_id );
		if ( $document === null || $document->remote_id === 0 || $document->has_lost_its_document() ) {
			throw new Skip( new Problem( ProblemCode::StepNotWanted ) ); // Its own row says what became of it, and opens this one again.
		}
		if ( $document->is_under_way() ) {
			throw new Wait( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'draft' ] ), self::WAIT ); // It is brought up to date first.
		}
		$this->move( $sync, DocumentKind::from( $kind ), DocumentState::from( $state ), $document->remote_id );
		$this->finish->done( $sync );
	}

	private function move( Sync $sync, DocumentKind $kind, DocumentState $state, int $document_id ): void {
		$order = $this->orders->snapshot( $sync->key->order_id ) ?? throw new Skip( new Problem( ProblemCode::OrderGone ) );
		if ( WantedState::of( $kind, $order, $this->settings->get() ) !== $state ) {
			throw new Skip( new Problem( ProblemCode::StepNotWanted ) );
		}
		try {
			$present = $this->steps->state( $kind, $document_id );
			if ( $present !== $state && ! $this->is_beyond( $present, $state ) ) {
				$this->steps->set_state( $kind, $document_id, $state );
			}
		} catch ( RemoteFailure $failure ) {
			throw $failure->kind === FailureKind::NotFound ? CannotInvoice::because( ProblemCode::DocumentGone, [ 'id' => $document_id ] ) : $failure;
		}
	}

	/** Sellsy's own words that we never set (read, accepted, invoiced) all come after being a draft and being sent. */
	private function is_beyond( ?DocumentState $present, DocumentState $wanted ): bool {
		return $present === null && in_array( $wanted, [ DocumentState::Draft, DocumentState::Sent ], true );
	}
}
