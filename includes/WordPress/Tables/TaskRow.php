<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Answers;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;

/** A row of the ledger as the database returns it (strings), read into a `Task`. */
final class TaskRow {

	/** @param array<string, string> $row */
	private function __construct( private readonly array $row ) {}

	/**
	 * Null for a row that this release cannot read, so that it never disturbs the others.
	 *
	 * @param array<string, string> $row
	 */
	public static function read( array $row ): ?Task {
		return ( new self( $row ) )->task();
	}

	private function task(): ?Task {
		$effect = Effect::tryFrom( $this->text( 'effect' ) );
		$state  = TaskState::tryFrom( $this->text( 'state' ) );
		if ( $effect === null || $state === null ) {
			return null;
		}
		return new Task(
			id: $this->int( 'id' ),
			key: new TaskKey(
				order_id: $this->int( 'order_id' ),
				effect: $effect,
				refund_id: $this->int( 'refund_id' ),
				part: $this->text( 'part' ),
				revision: $this->int( 'revision' )
			),
			parent_id: $this->int( 'parent_id' ),
			state: $state,
			attempts: $this->int( 'attempts' ),
			due_at: UtcTime::of_column( $this->text( 'due_at' ) ),
			lock_token: $this->text( 'lock_token' ),
			locked_until: $this->time( 'locked_until' ),
			sent_at: $this->time( 'sent_at' ),
			intent: $this->intent(),
			remote_type: $this->text( 'remote_type' ),
			remote_id: $this->int( 'remote_id' ),
			remote_number: $this->text( 'remote_number' ),
			problem: ProblemColumns::read( $this->text( 'error_code' ), $this->text( 'error_message' ) ),
			created_at: UtcTime::of_column( $this->text( 'created_at' ) ),
			updated_at: UtcTime::of_column( $this->text( 'updated_at' ) ),
			asked: $this->int( 'asked' ) === 1,
			origin: new Origin( $this->int( 'backfill_id' ), $this->int( 'stays_draft' ) === 1 ),
			made_at: $this->time( 'made_at' ),
			rule_id: $this->int( 'workflow_id' ),
			awaits_person: $this->int( 'awaits_person' ) === 1,
			moves_payments: $this->int( 'moves_payments' ) === 1,
			order_mark: $this->text( 'order_mark' ),
			answers: Answers::read( $this->text( 'answers' ) ),
		);
	}

	private function intent(): Intent {
		return new Intent( $this->text( 'sent_key' ), $this->text( 'sent_excl_tax' ), $this->text( 'snapshot_hash' ) );
	}

	private function text( string $column ): string {
		return $this->row[ $column ] ?? '';
	}

	private function int( string $column ): int {
		return (int) $this->text( $column );
	}

	private function time( string $column ): ?\DateTimeImmutable {
		return $this->text( $column ) === '' ? null : UtcTime::of_column( $this->text( $column ) );
	}
}
