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
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\TaskRunner;

/**
 * A person has what was paid for an invoice go over to the one in its place, which is for another customer. Where a
 * person asked for that invoice, they have read so before.
 */
final class MovePayment {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly TaskRunner $process,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	public static function is_offered( Task $row ): bool {
		return $row->asks( ProblemCode::CreditOfAnother ) && $row->problem?->fact( 'movable' ) === '1';
	}

	/** The amount that a person is asked about; empty where none is. */
	public static function shown( Task $row ): string {
		return self::is_offered( $row ) ? (string) $row->problem?->fact( 'amount' ) : '';
	}

	/**
	 * @param string $shown the amount that the person saw: another one is asked anew.
	 * @return Task|null the row after the try; null where it does not ask this (any more): nothing is changed.
	 */
	public function move( int $task_id, string $shown ): ?Task {
		$row = $this->ledger->find( $task_id );
		if ( $row === null || ! self::is_offered( $row ) || self::shown( $row ) !== $shown ) {
			return null;
		}
		$asked = fn ( Task $row ): ?TaskChange => self::shown( $row ) === $shown
			? TaskTransitions::due_again( $row, $this->clock->now(), asked: true )
			: null;
		if ( FreshTask::change( $this->ledger, $row->id, $asked ) === null ) {
			return null;
		}
		$this->process->process( $row->id );
		$this->due->of_order( $row->key->order_id );
		return $this->ledger->find( $row->id );
	}
}
