<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Answers;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;

/** A row of the ledger as the database has it: read into a `Task`, and the fields of one as its columns. */
final class TaskRow {

	private const ASSIGNMENTS = [
		'state'         => 'state = %s',
		'attempts'      => 'attempts = %d',
		'due_at'        => 'due_at = %s',
		'parent_id'     => 'parent_id = %d',
		'asked'         => 'asked = %d',
		'origin'        => 'backfill_id = %d, stays_draft = %d',
		'lock_token'    => 'lock_token = %s',
		'locked_until'  => 'locked_until = %s',
		'sent_at'       => 'sent_at = %s',
		'intent'        => 'sent_key = %s, sent_excl_tax = %s, snapshot_hash = %s',
		'remote_type'   => 'remote_type = %s',
		'remote_id'     => 'remote_id = %d',
		'remote_number' => 'remote_number = %s',
		'problem'       => 'error_code = %s, error_message = %s',
		'outcome'       => 'outcome = %s',
		'checked_at'    => 'checked_at = %s',
		'made_at'       => 'made_at = %s',
		'rule_id'       => 'workflow_id = %d',
		'awaits_person' => 'awaits_person = %d',
		'moves_payments' => 'moves_payments = %d',
		'order_mark'    => 'order_mark = %s',
		'answers'       => 'answers = %s',
	];

	private const NONE = [
		'locked_until' => 'locked_until = NULL',
		'sent_at'      => 'sent_at = NULL',
		'checked_at'   => 'checked_at = NULL',
		'made_at'      => 'made_at = NULL',
	];

	/** What changes may rest on. Of a problem its code counts, and of an origin the back-fill. */
	private const CONDITIONS = [
		'state'      => 'state = %s',
		'lock_token' => 'lock_token = %s',
		'due_at'     => 'due_at = %s',
		'sent_at'    => 'sent_at = %s',
		'parent_id'  => 'parent_id = %d',
		'remote_id'  => 'remote_id = %d',
		'problem'    => 'error_code = %s',
		'origin'     => 'backfill_id = %d',
	];

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

	/**
	 * @param array<string, mixed> $fields
	 * @return array{literal-string, list<string|int>} what stands after SET.
	 */
	public static function set( array $fields ): array {
		$sql       = [];
		$arguments = [];
		foreach ( $fields as $field => $value ) {
			$is_none = $value === null && isset( self::NONE[ $field ] );
			$sql[]   = $is_none ? self::NONE[ $field ] : self::ASSIGNMENTS[ $field ];
			array_push( $arguments, ...( $is_none ? [] : self::values( $field, $value ) ) );
		}
		return [ implode( ', ', $sql ), $arguments ];
	}

	/**
	 * A row is looked up by its id alone: CASE keeps the rest from every index. By its state the database would lock
	 * other rows on its way, and refuse one of two runners that save at the same moment (deadlock).
	 *
	 * @param literal-string $conditions
	 * @return literal-string
	 */
	public static function one_row( string $conditions ): string {
		return "id = %d AND CASE WHEN $conditions THEN 1 ELSE 0 END = 1";
	}

	/**
	 * A code that a newer release wrote is read as no problem, so that "no problem" is no condition.
	 *
	 * @return array{literal-string, list<string|int>} what stands after WHERE.
	 */
	public static function as_seen( TaskChange $change ): array {
		$sql       = [ '1 = 1' ];
		$arguments = [ $change->seen->id ];
		$seen      = get_object_vars( $change->seen );
		foreach ( $change->as_seen as $field ) {
			$value = $seen[ $field ];
			if ( $value !== null ) {
				$sql[]       = self::CONDITIONS[ $field ];
				$arguments[] = self::values( $field, $value )[0];
			} elseif ( $field !== 'problem' ) {
				$sql[] = 'sent_at IS NULL';
			}
		}
		return [ self::one_row( implode( ' AND ', $sql ) ), $arguments ];
	}

	/** @return non-empty-list<string|int> */
	private static function values( string $field, mixed $value ): array {
		return match ( true ) {
			$value instanceof Problem               => array_values( ProblemColumns::columns( $value ) ),
			$field === 'problem'                    => array_values( ProblemColumns::columns( null ) ),
			$value instanceof TaskState,
			$value instanceof Outcome               => [ $value->value ],
			$value instanceof \DateTimeImmutable    => [ UtcTime::to_column( $value ) ],
			$value instanceof Intent                => [ $value->key, $value->excl_tax, $value->snapshot_hash ],
			$value instanceof Answers               => [ $value->text() ],
			$value instanceof Origin                => [ $value->backfill_id, (int) $value->stays_draft ],
			is_bool( $value )                       => [ (int) $value ],
			is_string( $value ) || is_int( $value ) => [ $value ],
			default                                 => throw new \LogicException( "No column holds this $field." ),
		};
	}
}
