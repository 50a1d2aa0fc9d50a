<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Tests\Unit\World\Fate;

/** How documents of the report were seen last, and how far the looks came, in memory. */
final class FakeSeen implements SeenDocuments {

	/**
	 * @var array<int, array{
	 *     id: int, status: string, due: int|null, at: \DateTimeImmutable|null, hint: \DateTimeImmutable|null
	 * }> by task id.
	 */
	public array $states = [];

	/** The look has tests of its own: in those of other topics its calls would only be in the way. */
	public bool $is_on = false;

	public function __construct(
		private readonly Fate $fate,
		private readonly FakeReport $report,
	) {}

	public function is_empty(): bool {
		return ! $this->is_on || $this->report->rows === [];
	}

	public function hint( DocumentKind $kind, array $ids, \DateTimeImmutable $at ): int {
		return $this->fate->call(
			function () use ( $kind, $ids, $at ): int {
				$ours = $this->among( $kind, $ids );
				foreach ( $ours as $one ) {
					$this->states[ $one->task_id ] = [ 'hint' => $at ] + $this->state( $one->task_id, $one->id );
				}
				return count( $ours );
			}
		);
	}

	public function hinted( int $limit ): array {
		$hinted = array_filter( $this->all(), static fn ( SeenDocument $one ): bool => $one->hinted_at !== null );
		usort(
			$hinted,
			static fn ( SeenDocument $one, SeenDocument $other ): int =>
				[ $one->hinted_at, $one->task_id ] <=> [ $other->hinted_at, $other->task_id ]
		);
		return array_slice( $hinted, 0, $limit );
	}

	public function unseen(
		DocumentKind $kind,
		Round $round,
		\DateTimeImmutable $since,
		\DateTimeImmutable $now,
		int $limit
	): array {
		$fresh  = $now->modify( Round::FRESH_FOR );
		$recent = $now->modify( Round::RECENT_FOR );
		$is     = fn ( SeenDocument $one ): bool => $one->kind === $kind
			&& $one->hinted_at === null
			&& ( $this->state( $one->task_id, $one->id )['at'] ?? null ) < $since
			&& match ( $round ) {
				Round::Fresh  => $one->status === '' && $one->made_at >= $fresh,
				Round::Open   => in_array( $one->status, Round::awaited( $kind ), true )
					|| ( $one->status === 'draft' && $one->number !== '' && Round::awaited( $kind ) !== [] ),
				Round::Recent => $one->made_at >= $recent,
				Round::Old    => $one->made_at < $recent,
			};
		return array_slice( array_values( array_filter( $this->all(), $is ) ), 0, $limit );
	}

	public function among( DocumentKind $kind, array $ids ): array {
		$found = [];
		foreach ( $this->all() as $one ) {
			if ( $one->kind === $kind && in_array( $one->id, $ids, true ) ) {
				$found[ $one->id ] = $one;
			}
		}
		return $found;
	}

	public function of_tasks( array $task_ids ): array {
		return array_intersect_key( array_column( $this->all(), null, 'task_id' ), array_flip( $task_ids ) );
	}

	public function same( array $documents, \DateTimeImmutable $at ): void {
		foreach ( $documents as $one ) {
			$this->seen( $one, [ 'at' => $at ] );
		}
	}

	public function keep_all( array $seen, \DateTimeImmutable $at ): void {
		foreach ( $seen as [ $was, $status, $due ] ) {
			$this->keep( $was, $status, $due, $at );
		}
	}

	public function keep( SeenDocument $was, string $status, ?int $due, \DateTimeImmutable $at ): bool {
		return $this->fate->call(
			function () use ( $was, $status, $due, $at ): bool {
				$is    = $this->state( $was->task_id, $was->id );
				$holds = [ $is['status'], $is['due'] ] === [ $was->status, $was->due ];
				if ( $holds ) {
					$this->seen(
						$was,
						[
							'status' => $status,
							'due'    => $due,
							'at'     => $at,
						]
					);
				}
				return $holds;
			}
		);
	}

	/** @param array{status?: string, due?: int|null, at: \DateTimeImmutable} $set */
	private function seen( SeenDocument $was, array $set ): void {
		$is    = $this->state( $was->task_id, $was->id );
		$newer = $is['hint'] !== null && $is['hint'] > $was->hinted_at;
		$this->states[ $was->task_id ] = $set + [ 'hint' => $newer ? $is['hint'] : null ] + $is;
	}

	/**
	 * A task's next document was never seen.
	 *
	 * @return array{
	 *     id: int, status: string, due: int|null, at: \DateTimeImmutable|null, hint: \DateTimeImmutable|null
	 * }
	 */
	private function state( int $task_id, int $id ): array {
		$state = $this->states[ $task_id ] ?? null;
		return $state !== null && $state['id'] === $id ? $state : [
			'id'     => $id,
			'status' => '',
			'due'    => null,
			'at'     => null,
			'hint'   => null,
		];
	}

	/** @return list<SeenDocument> */
	private function all(): array {
		$all = [];
		foreach ( $this->report->rows as $task_id => $row ) {
			$state = $this->state( $task_id, $row['document']->id );
			$all[] = new SeenDocument(
				task_id: $task_id,
				kind: $row['document']->kind,
				id: $row['document']->id,
				made_at: $row['made_at'],
				status: $state['status'],
				due: $state['due'],
				hinted_at: $state['hint'],
				seen_at: $state['at'],
				number: $row['document']->number,
			);
		}
		return $all;
	}
}
