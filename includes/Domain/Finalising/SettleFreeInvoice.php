<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;

/**
 * A final invoice of 0.00 is not left due. Sellsy takes no payment of 0.00. What status it gives such an invoice, and
 * whether that may be set, is documented nowhere: its own answer is looked at before and after. Where it stays due, the
 * order says so, and nothing else depends on it.
 *
 * @assumes free-invoice-paid
 * @assumes nothing-to-pay
 * @assumes v1-success
 */
final class SettleFreeInvoice {

	/** Sellsy's words for an invoice that waits for its payment. */
	private const OWED = [ 'due', 'late' ];

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly DocumentSteps $steps,
		private readonly Observations $observations,
	) {}

	/**
	 * @throws SkipTask where it is worth something, or stays due.
	 * @throws NeedsAttention when it is gone.
	 * @throws RemoteFailure
	 */
	public function settle( int $invoice_id ): void {
		$invoice = $this->read( $invoice_id );
		if ( ! self::is_free( $invoice ) ) {
			throw SkipTask::not_wanted();
		}
		$is_owed = in_array( $invoice->status, self::OWED, true );
		if ( ! $invoice->is_cancelled() ) {
			$this->observations->saw( Assumption::NothingToPay, ! $is_owed, $is_owed ? 'due' : 'not-due' );
		}
		if ( ! $is_owed ) {
			return;
		}
		$this->set_paid( $invoice );
		$stays = in_array( $this->read( $invoice_id )->status, self::OWED, true );
		$this->observations->saw( Assumption::V1Success, ! $stays, $stays ? 'not-done' : 'done' );
		$this->observations->saw( Assumption::FreeInvoicePaid, ! $stays, $stays ? 'due' : 'paid' );
		if ( $stays ) {
			throw self::stays_due( $invoice );
		}
	}

	private function set_paid( RemoteDocument $invoice ): void {
		try {
			$this->steps->set_free_paid( $invoice );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::Rejected ) {
				$this->observations->saw( Assumption::FreeInvoicePaid, false, 'refused' );
			}
			throw in_array( $failure->kind, [ FailureKind::V1Missing, FailureKind::Rejected ], true )
				? self::stays_due( $invoice, $failure->kind )
				: $failure;
		}
	}

	/** Final, and nobody owes anything for it. */
	private static function is_free( RemoteDocument $invoice ): bool {
		return $invoice->number !== ''
			&& $invoice->amounts->incl_tax->is_zero()
			&& $invoice->amounts->excl_tax->is_zero()
			&& $invoice->due?->is_zero() !== false;
	}

	private function read( int $invoice_id ): RemoteDocument {
		return $this->invoicing->get( DocumentKind::Invoice, $invoice_id )
			?? throw NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $invoice_id ] );
	}

	private static function stays_due( RemoteDocument $invoice, ?FailureKind $why = null ): SkipTask {
		$facts = [
			'number' => $invoice->number,
			'right'  => $why === FailureKind::V1Missing ? 1 : 0,
		];
		return new SkipTask( new Problem( ProblemCode::FreeInvoiceDue, $facts ) );
	}
}
