<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;

/** A person read what Sellsy and the order say of a payment, and has this amount recorded. */
final class RecordAsked {

	private const ASKING = [
		ProblemCode::PaymentElsewhere,
		ProblemCode::PaymentFree,
		ProblemCode::PaymentGone,
		ProblemCode::PaidAnotherTotal,
	];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly TaskRunner $process,
		private readonly Clock $clock,
	) {}

	/** A person is asked about money: to have it recorded, to say that all is there, or to leave it. */
	public static function is_asked( Task $row ): bool {
		return $row->asks( ...self::ASKING );
	}

	/** The amount that a person is asked about; empty where none is. */
	public static function shown( Task $row ): string {
		return self::is_asked( $row ) ? (string) $row->problem?->fact( 'amount' ) : '';
	}

	/**
	 * @param string $shown the amount that the person saw: another one is asked anew.
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function record( int $task_id, string $shown ): bool {
		$asked = fn ( Task $row ): ?TaskChange => $shown !== '' && self::shown( $row ) === $shown
			? TaskTransitions::due_again( $row, $this->clock->now(), asked: true )?->answering( is_done: true )
			: null;
		if ( FreshTask::change( $this->ledger, $task_id, $asked ) === null ) {
			return false;
		}
		$this->process->process( $task_id );
		return true;
	}
}
