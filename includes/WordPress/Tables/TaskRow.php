<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

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
			$this->int( 'id' ),
			new TaskKey( $this->int( 'order_id' ), $effect, $this->int( 'refund_id' ), $this->text( 'part' ), $this->int( 'revision' ) ),
			$this->int( 'parent_id' ),
			$state,
			$this->int( 'attempts' ),
			UtcTime::of_column( $this->text( 'due_at' ) ),
			$this->text( 'lock_token' ),
			$this->time( 'locked_until' ),
			$this->time( 'sent_at' ),
			new Intent( $this->text( 'sent_key' ), $this->text( 'sent_excl_tax' ), $this->text( 'snapshot_hash' ) ),
			$this->text( 'remote_type' ),
			$this->int( 'remote_id' ),
			$this->text( 'remote_number' ),
			ProblemColumns::read( $this->text( 'error_code' ), $this->text( 'error_message' ) ),
			UtcTime::of_column( $this->text( 'created_at' ) ),
			UtcTime::of_column( $this->text( 'updated_at' ) ),
			$this->int( 'asked' ) === 1,
			new Origin( $this->int( 'backfill_id' ), $this->int( 'stays_draft' ) === 1 ),
			$this->time( 'made_at' ),
		);
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
