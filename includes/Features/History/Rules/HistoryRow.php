<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Report\ReportedDocument;

/** One document of an order, or one that it wants. */
final class HistoryRow {

	/**
	 * @param Task                  $task      what makes it.
	 * @param string                $day       its own, or the one on which it was asked for; a day of the shop.
	 * @param ReportedDocument|null $document  null: there is none, or nobody knows what it is worth.
	 * @param string                $country   that the order was taxed by; empty where nobody knows.
	 * @param int|null              $paid      minor units; null: nobody knows, or nothing is paid of such documents.
	 * @param int|null              $due       likewise.
	 * @param bool                  $needs_you something of its order waits for a person.
	 * @param bool                  $is_cancelled it has a number and is no money, whatever its state asks for.
	 */
	private function __construct(
		public readonly Task $task,
		public readonly DocumentKind $kind,
		public readonly string $day,
		public readonly HistoryState $state,
		public readonly ?ReportedDocument $document,
		public readonly string $number,
		public readonly string $country,
		public readonly ?int $paid = null,
		public readonly ?int $due = null,
		public readonly bool $needs_you = false,
		public readonly bool $is_cancelled = false,
	) {}

	/**
	 * @param ReportedDocument|null $document as the report has it.
	 * @param string                $seen     its state at Sellsy, as it was seen last; empty where it was not.
	 * @return self|null null: no document, and none is wanted.
	 */
	public static function of(
		Task $task,
		?ReportedDocument $document,
		string $seen,
		string $day,
		string $country = '',
	): ?self {
		$kind   = $task->key->effect->creates();
		$number = $document === null || $document->number === '' ? $task->remote_number : $document->number;
		$gone   = $number !== '' && ( $seen === 'cancelled' || $task->has_cancelled_document() );
		$state  = $kind === null ? null : self::state( $task, $kind, $number, $gone );
		return $kind === null || $state === null ? null : new self(
			task: $task,
			kind: $kind,
			day: $day,
			state: $state,
			document: $document,
			number: $number,
			country: $country,
			is_cancelled: $gone
		);
	}

	private static function state( Task $task, DocumentKind $kind, string $number, bool $cancelled ): ?HistoryState {
		return match ( true ) {
			$task->state === TaskState::Attention => HistoryState::ToDo,
			$cancelled || $task->has_cancelled_document() => HistoryState::Cancelled,
			$task->has_document() =>
				$number === '' && $kind->is_validated() ? HistoryState::Draft : HistoryState::Final,
			$task->state === TaskState::Skipped => null,
			default => HistoryState::Waits,
		};
	}

	/** Of an invoice that is final: what is paid of it. */
	public function settled( ?Settled $settled ): self {
		return $settled === null || ! $this->is_for_money()
			? $this
			: $this->with(
				[
					'state' => $this->state === HistoryState::Final ? $settled->state : $this->state,
					'paid'  => $settled->paid,
					'due'   => $settled->due,
				]
			);
	}

	public function needing_you( bool $needs_you ): self {
		return $this->with( [ 'needs_you' => $needs_you ] );
	}

	/** Something is paid of it, sooner or later. */
	public function is_for_money(): bool {
		return $this->kind === DocumentKind::Invoice && $this->number !== ''
			&& ! $this->is_cancelled;
	}

	/** What is credited is taken off, what is cancelled is nothing: so that a column of amounts can be added up. */
	public function signed( ?int $minor ): ?int {
		return $this->is_cancelled ? 0 : $this->credited( $minor );
	}

	private function credited( ?int $minor ): ?int {
		return $minor === null || $this->kind !== DocumentKind::CreditNote ? $minor : - $minor;
	}

	public function is_in( HistoryState $state ): bool {
		return $state === HistoryState::ToDo ? $this->needs_you() : $this->state->is_among( $state );
	}

	public function needs_you(): bool {
		return $this->needs_you || $this->state === HistoryState::ToDo;
	}

	/** @param array<string, mixed> $own */
	private function with( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
