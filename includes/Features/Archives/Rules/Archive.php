<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Values;

/**
 * The PDFs that a person asked for, and how far they are. It holds ids alone; the files stand in a folder whose name
 * nobody guesses.
 *
 * A row: the task that made the document, 0 for none; its order; IN, the reason why it is not in, or how often Sellsy
 * did not answer.
 *
 * @phpstan-type ArchiveRow array{int, int, string}
 */
final class Archive {

	/** Documents. */
	public const MOST = 500;

	/** Seconds. */
	public const KEPT = 86_400;

	public const IN = 'in';

	/** How often Sellsy is asked for a file. */
	public const TRIES = 4;

	/**
	 * @param int              $begun_at Unix time.
	 * @param list<ArchiveRow> $rows
	 * @param string           $runner   who works at it; empty for nobody.
	 * @param int              $until    how long it is that runner's.
	 */
	public function __construct(
		public readonly string $folder,
		public readonly int $begun_at,
		public readonly array $rows,
		public readonly ArchiveState $state = ArchiveState::Working,
		public readonly string $runner = '',
		public readonly int $until = 0,
	) {}

	public static function read( Values $stored ): self {
		$rows = [];
		foreach ( $stored->list_of( 'rows' ) ?? [] as $row ) {
			[ $task, $order, $state ] = is_array( $row ) ? $row + [ null, null, null ] : [ null, null, null ];
			if ( is_int( $task ) && is_int( $order ) && is_string( $state ) ) {
				$rows[] = [ $task, $order, $state ];
			}
		}
		return new self(
			folder: $stored->text( 'folder', '' ),
			begun_at: $stored->number( 'begun_at', 0 ),
			rows: $rows,
			state: ArchiveState::tryFrom( $stored->text( 'state', '' ) ) ?? ArchiveState::Failed,
			runner: $stored->text( 'runner', '' ),
			until: $stored->number( 'until', 0 )
		);
	}

	public function is_over( int $now ): bool {
		return $now >= $this->begun_at + self::KEPT;
	}

	public function may_be_taken( int $now ): bool {
		return $this->state === ArchiveState::Working && ( $this->runner === '' || $now >= $this->until );
	}

	/** @param string $runner empty: nobody works at it any more. */
	public function taken( string $runner, int $until ): self {
		return $this->but( compact( 'runner', 'until' ) );
	}

	public function in_state( ArchiveState $state ): self {
		$rows = $state === ArchiveState::Erased ? [] : $this->rows;
		return $this->but( compact( 'state', 'rows' ) )->taken( '', $this->until );
	}

	public function with( int $index, string $state ): self {
		$rows              = $this->rows;
		$rows[ $index ][2] = $state;
		return $this->but( [ 'rows' => array_values( $rows ) ] );
	}

	/** Which document comes next: those that Sellsy did not answer about stand behind the others. */
	public function next(): ?int {
		$open = array_filter( array_column( $this->rows, 2 ), ctype_digit( ... ) );
		return $open === [] ? null : (int) array_search( min( $open ), $open, true );
	}

	public function done(): int {
		return count( array_keys( array_column( $this->rows, 2 ), self::IN, true ) );
	}

	/** @return list<array{int, int, NoPdf}> what is not in it, and why. */
	public function missing(): array {
		$missing = [];
		foreach ( $this->rows as [ $task_id, $order_id, $state ] ) {
			$why = NoPdf::tryFrom( $state );
			if ( $why !== null ) {
				$missing[] = [ $task_id, $order_id, $why ];
			}
		}
		return $missing;
	}

	/** @param list<int> $order_ids */
	public function is_of( array $order_ids ): bool {
		return array_intersect( array_column( $this->rows, 1 ), $order_ids ) !== [];
	}

	/** @param array<string, mixed> $own */
	private function but( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
