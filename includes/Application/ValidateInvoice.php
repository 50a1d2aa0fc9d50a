<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Invoicing;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * Draft to final. Irreversible, so the draft is read again first and must still be worth what the order charged. One at a
 * time and oldest first, with today's date: accounts that follow the rules refuse a date before their last invoice.
 */
final class ValidateInvoice {

	private const KIND = 'lock';
	private const WAIT = 5;

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly Once $once,
		private readonly FinishDocument $finish,
		private readonly Clock $clock,
	) {}

	/**
	 * @throws CannotInvoice
	 * @throws Wait
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function run( Sync $sync ): void {
		if ( $this->ledger->has_older_due( Effect::ValidateInvoice, $sync->id, $this->clock->now() ) ) {
			throw new Wait( new Problem( ProblemCode::WaitsForDocument ), self::WAIT );
		}
		$this->once->make(
			self::KIND,
			'validate',
			ProblemCode::WaitsForDocument,
			function () use ( $sync ): ?array {
				$this->validate( $sync );
				return null;
			}
		);
	}

	private function validate( Sync $sync ): void {
		$parent   = $this->ledger->find( $sync->parent_id );
		$document = $parent === null || $parent->remote_id === 0 ? null : $this->draft( $parent->remote_id );
		if ( $document === null ) {
			throw CannotInvoice::because( ProblemCode::DocumentGone, [ 'id' => $parent->remote_id ?? 0 ] );
		}
		if ( $document->is_draft() ) {
			$this->check_amounts( $sync, $document );
			$document = $this->invoicing->validate( DocumentKind::Invoice, $document->id, $this->clock->today() );
		}
		$this->finish->done( $sync, $document );
	}

	private function draft( int $id ): ?RemoteDocument {
		try {
			return $this->invoicing->get( DocumentKind::Invoice, $id );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::NotFound ) {
				return null;
			}
			throw $failure;
		}
	}

	/** The draft may have been edited by hand, and the order as well. */
	private function check_amounts( Sync $sync, RemoteDocument $document ): void {
		$order = $this->orders->snapshot( $sync->key->order_id );
		if ( $order === null ) {
			throw CannotInvoice::because( ProblemCode::OrderGone );
		}
		$decimals = $order->currency->decimals;
		$charged  = $order->total->round( $decimals, Rounding::HalfUp );
		if ( ! $document->amounts->incl_tax->equals( $charged ) ) {
			throw CannotInvoice::because(
				ProblemCode::TotalsDiffer,
				[
					'order_total'  => $charged->to_string(),
					'sellsy_total' => $document->amounts->incl_tax->to_string(),
				]
			);
		}
	}
}
