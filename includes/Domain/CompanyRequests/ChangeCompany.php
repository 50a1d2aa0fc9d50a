<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\OpenReissue;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\System\Clock;

/**
 * The row of a request. Until the owner has accepted, it asks them. Then the company is entered into the order, and the
 * documents follow: a draft as after any edit, a final invoice by a credit note and another invoice. All of it can be
 * done twice.
 */
final class ChangeCompany implements TaskHandler {

	public function __construct(
		private readonly CompanyRequests $requests,
		private readonly OpenReissue $reissue,
		private readonly Ledger $ledger,
		private readonly CompleteTask $finish,
		private readonly Clock $clock,
	) {}

	public function run( Task $task ): void {
		$order_id = $task->key->order_id;
		$request  = $this->requests->find( $order_id );
		if ( $request === null || (string) $request->number !== $task->key->part ) {
			// Erased with the buyer's other data, or with the order.
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		if ( ! $task->asked ) {
			throw new NeedsAttention( self::question( $this->reissue->invoice( $order_id ) ) );
		}
		$this->requests->enter( $order_id, $request->data );
		if ( $request->invoice > 0 ) {
			$this->reissue->open( $order_id, $request->invoice );
		}
		$this->ledger->follow( $order_id, $this->clock->now() );
		$this->finish->done( $task );
	}

	/** @param Task|null $final the invoice that would be credited; null: none is final. */
	private static function question( ?Task $final ): Problem {
		return new Problem( ProblemCode::CompanyAsked, $final === null ? [] : [ 'invoice' => $final->id ] );
	}
}
