<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;

/** The rows of one order, sorted for people: its documents first, then what was done for them. */
final class OrderRows {

	/** @param list<Task> $rows newest revision last. */
	public function __construct( public readonly array $rows ) {}

	/** @return list<Task> as an order goes through its documents: estimate first, credit notes last. */
	public function documents(): array {
		$documents = [];
		foreach ( DocumentKind::cases() as $kind ) {
			array_push( $documents, ...$this->rows_with( Effect::create( $kind ) ) );
		}
		return $documents;
	}

	/**
	 * A final document shows its number, and one that is gone or needs somebody says so itself; looking after the order
	 * is nobody's business while it works.
	 *
	 * @return list<Task>
	 */
	public function follow_ups(): array {
		$silent = [ Effect::ValidateInvoice, Effect::ValidateCreditNote ];
		return array_values(
			array_filter(
				$this->rows,
				fn ( Task $task ): bool => match ( true ) {
					$task->key->effect->creates() !== null => false,
					$task->key->effect === Effect::FollowOrder => $task->state === TaskState::Attention,
					in_array( $task->key->effect, $silent, true ) => $task->state !== TaskState::Done
						&& ! $this->is_said_by_its_document( $task ),
					default => true,
				}
			)
		);
	}

	/**
	 * Those of one document; of 0: what belongs to none that is shown.
	 *
	 * @return list<Task>
	 */
	public function follow_ups_of( int $document_row ): array {
		$shown = array_column( $this->documents(), 'id' );
		return array_values(
			array_filter(
				$this->follow_ups(),
				static fn ( Task $task ): bool => $document_row === 0
					? ! in_array( $task->parent_id, $shown, true )
					: $task->parent_id === $document_row
			)
		);
	}

	/** It was left out, and the document is final all the same, or tells why. */
	private function is_said_by_its_document( Task $task ): bool {
		$document = array_column( $this->rows, null, 'id' )[ $task->parent_id ] ?? null;
		$is_final = $document !== null && $document->remote_number !== '';
		return $task->state === TaskState::Skipped
			&& ( $is_final || $task->problem?->code === ProblemCode::WaitsForDocument );
	}

	/** The newest; null when none was opened. Of credit notes there may be several. */
	public function document( DocumentKind $kind ): ?Task {
		$rows = $this->rows_with( Effect::create( $kind ) );
		return $rows === [] ? null : end( $rows );
	}

	/** One that was deleted at Sellsy is none. */
	public function has_standing_invoice(): bool {
		return array_filter(
			$this->rows_with( Effect::CreateInvoice ),
			static fn ( Task $task ): bool => $task->has_document()
		) !== [];
	}

	/** @return list<Task> */
	private function rows_with( Effect $effect ): array {
		return array_values(
			array_filter( $this->rows, static fn ( Task $task ): bool => $task->key->effect === $effect )
		);
	}
}
