<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\FreshOffers;
use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\TaskRunner;

/** The owner answers a request. */
final class DecideCompany {

	public function __construct(
		private readonly CompanyRequests $requests,
		private readonly WeighCompany $weigh,
		private readonly ReissueInvoice $reissue,
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly AttemptLog $attempts,
		private readonly TaskRunner $task_runner,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/**
	 * @return Task|null the row after the try; null where it asks nothing (any more), or the invoice or one of
	 *                   both totals is another than the owner was told: the row then asks anew.
	 */
	public function accept( Task $task ): ?Task {
		$request = $this->asked( $task, RowAct::AcceptCompany );
		if ( $request === null ) {
			return null;
		}
		$now = $this->weigh->question( $task->key->order_id );
		if ( array_map( 'strval', $now->facts ) !== array_map( 'strval', $task->problem->facts ?? [] ) ) {
			$this->ask_anew( $task );
			return null;
		}
		$final = (int) $now->fact( 'invoice' );
		if ( ! $this->ledger->save( TaskTransitions::due_again( $task, $this->clock->now(), asked: true ) ) ) {
			return null;
		}
		$this->requests->save( $task->key->order_id, $request->accepted( $final ), $request->number );
		$this->task_runner->process( $task->id );
		if ( $final > 0 ) {
			$this->reissue->work( $final );
		}
		$this->due->of_order( $task->key->order_id );
		return $this->ledger->find( $task->id );
	}

	/**
	 * @param string $why what the buyer reads.
	 * @return Task|null the row after that; null where it asks nothing (any more), or no reason is given.
	 */
	public function refuse( Task $task, string $why ): ?Task {
		$request = $this->asked( $task, RowAct::RefuseCompany );
		$why     = ( new PlainText() )->line( $why, RowAct::LONGEST_REASON );
		$refused = new Problem( ProblemCode::CompanyRefused );
		$now     = $this->clock->now();
		if (
			$request === null
			|| $why === ''
			|| ! $this->ledger->save( TaskTransitions::settled( $task, $now, $refused ) )
		) {
			return null;
		}
		$answer = $request->refused( $why );
		$this->requests->save( $task->key->order_id, $answer, $request->number );
		$this->attempts->add( $task->id, 0, $now, 'skipped', $refused );
		$this->requests->tell_refusal( $task->key->order_id, $answer );
		return $this->ledger->find( $task->id );
	}

	private function asked( Task $task, RowAct $act ): ?CompanyRequest {
		if ( $this->fresh_offers->row( $act, $task->id ) === null ) {
			return null;
		}
		$request = $this->requests->find( $task->key->order_id );
		if ( $request !== null && (string) $request->number === $task->key->part ) {
			return $request;
		}
		$this->ask_anew( $task ); // Erased: it is left out.
		return null;
	}

	private function ask_anew( Task $task ): void {
		$this->ledger->save( TaskTransitions::due_again( $task, $this->clock->now() ) );
		$this->task_runner->process( $task->id );
	}
}
