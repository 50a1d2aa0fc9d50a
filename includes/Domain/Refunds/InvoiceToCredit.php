<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\LostDocument;

/** The row of the invoice that a credit note, payment or link is about. */
final class InvoiceToCredit {

	/** The invoice's own end wakes what waits for it; this is for a draft that somebody makes final in Sellsy. */
	private const WAIT = 900;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly FinalDocument $final,
		private readonly LostDocument $lost,
		private readonly OrderLinks $orders,
	) {}

	/**
	 * @param Task $task whose parent is the invoice's row.
	 * @throws NeedsAttention when somebody made it by hand, or with another tool.
	 * @throws SkipTask when the order is not invoiced: should it be after all, this is wanted again.
	 * @throws RetryLater while there is no invoice.
	 */
	public function row( Task $task ): Task {
		$row = $this->ledger->find( $task->parent_id );
		if ( $row?->is_by_hand() === true || ( $row === null && $this->is_elsewhere( $task ) ) ) {
			throw NeedsAttention::because( ProblemCode::InvoiceMissing );
		}
		if ( $row?->state === TaskState::Skipped && ! $row->has_document() ) {
			throw new SkipTask( new Problem( ProblemCode::InvoiceMissing ) );
		}
		return $row?->has_document() === true ? $row : throw self::not_yet();
	}

	/** Another tool made it, such as the one that this shop had before. */
	private function is_elsewhere( Task $task ): bool {
		return $this->orders->url( $task->key->order_id, DocumentKind::Invoice ) !== '';
	}

	/**
	 * The invoice that was issued anew after that credit note's.
	 *
	 * @throws RetryLater while there is none.
	 */
	public function replacing( Task $credit ): Task {
		$row = $this->ledger->find_by_key( $credit->key->replacing_invoice() );
		return $row !== null && $row->remote_number !== '' ? $row : throw self::not_yet();
	}

	/** Another invoice is made, or waits for that credit note. */
	public function is_replaced( Task $credit ): bool {
		return $this->ledger->find_by_key( $credit->key->replacing_invoice() ) !== null;
	}

	/**
	 * Looks at Sellsy where the ledger knows of no number yet.
	 *
	 * @throws RetryLater when it is gone or cancelled: its own row says so.
	 * @throws RemoteFailure
	 */
	public function is_draft( Task $invoice ): bool {
		if ( $invoice->remote_number !== '' ) {
			return false;
		}
		$document = $this->invoicing->get( DocumentKind::Invoice, $invoice->remote_id ) ?? throw self::not_yet();
		if ( $document->is_cancelled() ) {
			$this->lost->cancelled( $invoice, $document );
			throw self::not_yet();
		}
		if ( ! $document->is_draft() ) {
			$this->final->note( $invoice, $document );
		}
		return $document->is_draft();
	}

	public static function not_yet(): RetryLater {
		return new RetryLater( new Problem( ProblemCode::WaitsForInvoice ), self::WAIT );
	}
}
