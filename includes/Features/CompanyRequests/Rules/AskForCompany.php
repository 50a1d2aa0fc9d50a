<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * A buyer asks for the invoice in the name of their company. Whose order it is, and whether the numbers can be right,
 * was looked at before. It becomes a row, which asks the owner; nothing else changes, and nothing is asked of Sellsy.
 */
final class AskForCompany {

	/** By then the request stands with its order, or never will. */
	private const WRITING = '+1 minute';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly CompanyRequests $requests,
		private readonly CompanyRequestStates $states,
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** Whether the owner wants such requests of an order of that age and status, and makes invoices at all. */
	public function is_open( string $status, \DateTimeImmutable $placed ): bool {
		$settings = $this->settings->get();
		$days     = $settings->shopper->company_days;
		return $days > 0
			&& $settings->workflow( DocumentKind::Invoice )->enabled
			&& WorkflowSelector::may_be_asked_for( $status )
			&& ! WorkflowSelector::is_over( $status )
			&& $this->clock->day_of( $this->clock->now() )
				<= $this->clock->day_of( $placed->add( new \DateInterval( "P{$days}D" ) ) );
	}

	/** Whether one more of this order is taken now: not while one waits or was granted, and not again and again. */
	public function may_ask( ?CompanyRequest $last, ?CompanyRequestState $stands ): bool {
		return $last === null
			|| $stands === null
			|| ( $stands === CompanyRequestState::Refused && $last->number < CompanyRequest::MOST );
	}

	/**
	 * The row elects one of two that ask at once; only the winner writes. Nobody works on the row before that.
	 *
	 * @return bool false where none is taken.
	 */
	public function ask( int $order_id, CompanyData $data ): bool {
		$last   = $this->requests->find( $order_id );
		$stands = $last === null ? null : $this->states->of( $order_id, $last );
		if ( ! $this->may_ask( $last, $stands ) ) {
			return false;
		}
		$stood  = $last->number ?? 0;
		$number = $this->free( $order_id, $stood + ( $stands === null && $last !== null ? 0 : 1 ) );
		$now    = $this->clock->now();
		$row    = $this->ledger->open( CompanyRequestStates::key( $order_id, $number ), $now->modify( self::WRITING ) );
		if ( $row === null || ! $this->requests->save( $order_id, new CompanyRequest( $data, $number ), $stood ) ) {
			return false;
		}
		FreshTask::change(
			$this->ledger,
			$row,
			static fn ( Task $open ): ?TaskChange => TaskTransitions::due_again( $open, $now )
		);
		$this->queue->wake( $row );
		return true;
	}

	/** The row of one that was never written, or was erased, was left out. */
	private function free( int $order_id, int $number ): int {
		$row = $this->ledger->find_by_key( CompanyRequestStates::key( $order_id, $number ) );
		return $row?->state === TaskState::Skipped ? $this->free( $order_id, $number + 1 ) : $number;
	}
}
