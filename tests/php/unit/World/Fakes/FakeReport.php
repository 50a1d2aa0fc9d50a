<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Tests\Unit\World\Fate;

/** The report beside a ledger, in memory; its contract is the same as that of the one on the database. */
final class FakeReport implements Report {

	/**
	 * @var array<int, array{
	 *     order_id: int,
	 *     made_at: \DateTimeImmutable,
	 *     read: bool,
	 *     document: ReportedDocument,
	 *     order: ReportedOrder|null,
	 *     order_read_at: \DateTimeImmutable|null
	 * }> by task id.
	 */
	public array $rows = [];

	/** @var (\Closure(): void)|null what another process does before the next rows are compared. */
	public ?\Closure $meanwhile = null;

	public function __construct(
		private readonly Fate $fate,
		private readonly Ledger $ledger,
		private readonly FakeClock $clock,
	) {}

	public function keep( Task $task, ReportedDocument $document, ?ReportedOrder $order ): void {
		$this->fate->call(
			function () use ( $task, $document, $order ): void {
				$row = $this->ledger->find( $task->id );
				if ( $row === null || $task->lock_token === '' || $row->lock_token !== $task->lock_token ) {
					return;
				}
				$this->rows[ $task->id ] = [
					'order_id'      => $row->key->order_id,
					'made_at'       => $row->remote_id === $document->id && $row->made_at !== null
						? $row->made_at
						: $this->clock->now(),
					'read'          => true,
					'document'      => $document,
					'order'         => $order,
					'order_read_at' => $order === null ? null : $this->clock->now(),
				];
			}
		);
	}

	public function update( int $task_id, ReportedDocument $document ): void {
		$this->fate->call(
			function () use ( $task_id, $document ): void {
				$was = $this->rows[ $task_id ]['document'] ?? null;
				if ( $was?->id !== $document->id || ( $was->number !== '' && $document->number === '' ) ) {
					return;
				}
				$this->rows[ $task_id ]['read']     = true;
				$this->rows[ $task_id ]['document'] = new ReportedDocument(
					kind: $was->kind,
					id: $was->id,
					number: $document->number,
					date: $document->date ?? $was->date,
					currency: $document->currency ?? $was->currency,
					excl_tax: $document->excl_tax ?? $was->excl_tax,
					incl_tax: $document->incl_tax ?? $was->incl_tax,
					taxes: self::knows_more( $was, $document ) ? $was->taxes : $document->taxes ?? $was->taxes,
				);
			}
		);
	}

	private static function knows_more( ReportedDocument $was, ReportedDocument $is ): bool {
		$has_bases = static fn ( ReportedDocument $one ): bool =>
			array_filter( array_column( $one->taxes ?? [], 'base' ), is_int( ... ) ) !== [];
		$said      = static fn ( ReportedDocument $one ): array =>
			array_map(
				static fn ( ReportedTax $tax ): array => [ $tax->tax_id, $tax->percent, $tax->amount ],
				$one->taxes ?? []
			);
		return $has_bases( $was ) && ! $has_bases( $is ) && $said( $was ) === $said( $is )
			&& [ $was->excl_tax, $was->incl_tax ] === [ $is->excl_tax, $is->incl_tax ];
	}

	public function documents( array $task_ids ): array {
		$rows = array_intersect_key( $this->rows, array_flip( $task_ids ) );
		return array_map( static fn ( array $row ): ReportedDocument => $row['document'], $rows );
	}

	public function forget( int $task_id, int $document_id ): void {
		$this->fate->call(
			function () use ( $task_id, $document_id ): void {
				if ( ( $this->rows[ $task_id ]['document']->id ?? 0 ) === $document_id ) {
					unset( $this->rows[ $task_id ] );
				}
			}
		);
	}

	public function end_of_ledger(): int {
		return 1 + max( [ 0, ...array_column( $this->tasks(), 'id' ) ] );
	}

	public function reconcile( int $from, int $until ): void {
		$meanwhile       = $this->meanwhile;
		$this->meanwhile = null;
		if ( $meanwhile !== null ) {
			$meanwhile();
		}
		foreach ( $this->tasks() as $task ) {
			$kind = $task->key->effect->creates();
			$has  = $task->has_document() || $task->has_cancelled_document();
			$row  = $this->rows[ $task->id ] ?? null;
			if ( $kind === null || $task->id < $from || $task->id >= $until ) {
				continue;
			}
			if ( $row === null && $has ) {
				$this->rows[ $task->id ] = self::known_to_the_ledger( $task, $kind );
			} elseif (
				$row !== null
				&& $task->state !== TaskState::Working
				&& ( ! $has || $row['document']->id !== $task->remote_id )
			) {
				unset( $this->rows[ $task->id ] );
			} elseif (
				$row !== null
				&& $task->remote_number !== ''
				&& $row['document']->number !== $task->remote_number
			) {
				$this->rows[ $task->id ]['read'] = false;
			}
		}
	}

	/**
	 * @return array{
	 *     order_id: int,
	 *     made_at: \DateTimeImmutable,
	 *     read: bool,
	 *     document: ReportedDocument,
	 *     order: ReportedOrder|null,
	 *     order_read_at: \DateTimeImmutable|null
	 * }
	 */
	private static function known_to_the_ledger( Task $task, DocumentKind $kind ): array {
		return [
			'order_id'      => $task->key->order_id,
			'made_at'       => $task->document_since(),
			'read'          => false,
			'document'      => new ReportedDocument(
				kind: $kind,
				id: $task->remote_id,
				number: $task->remote_number,
				date: null,
				currency: null,
				excl_tax: null,
				incl_tax: null,
				taxes: null
			),
			'order'         => null,
			'order_read_at' => null,
		];
	}

	public function unread_since( DocumentKind $kind ): ?\DateTimeImmutable {
		$made = array_column( $this->unread( $kind ), 'made_at' );
		return $made === [] ? null : min( $made );
	}

	public function unread_among( DocumentKind $kind, array $documents ): array {
		$ids   = array_map( static fn ( ListedDocument $one ): int => $one->id, $documents );
		$found = [];
		foreach ( $this->unread( $kind ) as $task_id => $row ) {
			if ( in_array( $row['document']->id, $ids, true ) ) {
				$found[ $row['document']->id ] = [
					'task_id'  => $task_id,
					'key'      => $this->ledger->find( $task_id )->intent->key ?? '',
					'number'   => $row['document']->number,
					'currency' => $row['order']->currency ?? '',
				];
			}
		}
		return $found;
	}

	public function give_up( DocumentKind $kind, \DateTimeImmutable $now ): void {
		foreach ( array_keys( $this->unread( $kind ) ) as $task_id ) {
			$this->rows[ $task_id ]['read'] = true;
		}
	}

	public function unread_orders( int $limit ): array {
		$unread = array_filter( $this->rows, static fn ( array $row ): bool => $row['order_read_at'] === null );
		$orders = array_unique( array_column( $unread, 'order_id' ) );
		rsort( $orders );
		return array_slice( $orders, 0, $limit );
	}

	public function unpaid_orders( \DateTimeImmutable $seen_before, \DateTimeImmutable $created, int $limit ): array {
		$unpaid = array_filter(
			$this->rows,
			static fn ( array $row ): bool => $row['order'] !== null
				&& $row['order']->paid_at === null
				&& $row['order']->created_at >= $created
				&& $row['order_read_at'] < $seen_before
		);
		return array_slice( array_values( array_unique( array_column( $unpaid, 'order_id' ) ) ), 0, $limit );
	}

	public function keep_order( int $order_id, ?ReportedOrder $order, \DateTimeImmutable $now ): void {
		foreach ( $this->rows as $task_id => $row ) {
			if ( $row['order_id'] === $order_id ) {
				$this->rows[ $task_id ]['order_read_at'] = $now;
				$this->rows[ $task_id ]['order']         = $order ?? $row['order'];
			}
		}
	}

	/**
	 * @return array<int, array{
	 *     order_id: int,
	 *     made_at: \DateTimeImmutable,
	 *     read: bool,
	 *     document: ReportedDocument,
	 *     order: ReportedOrder|null,
	 *     order_read_at: \DateTimeImmutable|null
	 * }>
	 */
	private function unread( DocumentKind $kind ): array {
		return array_filter(
			$this->rows,
			static fn ( array $row ): bool => ! $row['read'] && $row['document']->kind === $kind
		);
	}

	/** @return list<Task> */
	private function tasks(): array {
		return $this->ledger->page( new TaskFilter(), 1000, 0 );
	}
}
