<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\MinuteQuota;

/**
 * Which documents would be in an archive, how long that takes, and beginning it.
 *
 * @phpstan-import-type ArchiveRow from Archive
 */
final class PlanArchive {

	/** Of Sellsy, for each document: the document and its file. */
	private const CALLS = 2;

	/** For each document, where the allowance is no matter. */
	private const SECONDS = 1;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Archives $archives,
		private readonly ArchiveFolder $folder,
		private readonly CallsLeft $calls_left,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * @param list<int> $order_ids
	 * @throws Refused
	 */
	public function of_orders( array $order_ids ): ArchivePlan {
		if ( count( $order_ids ) > Archive::MOST ) {
			throw self::too_many();
		}
		$tasks = $this->ledger->for_orders( $order_ids );
		$rows  = [];
		foreach ( $order_ids as $id ) {
			$found = self::rows( $tasks[ $id ] ?? [] );
			array_push( $rows, ...( $found === [] ? [ [ 0, $id, NoPdf::NotMade->value ] ] : $found ) );
		}
		return $this->plan( $rows );
	}

	/**
	 * @param list<Task> $tasks
	 * @throws Refused
	 */
	public function of_tasks( array $tasks ): ArchivePlan {
		return $this->plan( self::rows( $tasks ) );
	}

	/**
	 * One at a time for each person; one that is over makes room.
	 *
	 * @throws Refused
	 */
	public function begin( int $user_id, ArchivePlan $plan ): void {
		$begun = new Archive(
			folder: $this->randomness->token(),
			begun_at: $this->clock->now()->getTimestamp(),
			rows: $plan->rows
		);
		if ( ! $this->folder->open( $begun->folder ) ) {
			throw new Refused( Refused::NO_ZIP );
		}
		$before = $this->archives->all()[ $user_id ] ?? null;
		$after  = $this->archives->change(
			$user_id,
			static fn ( ?Archive $one ): Archive =>
				$one?->state === ArchiveState::Working && ! $one->is_over( $begun->begun_at ) ? $one : $begun
		);
		if ( $after !== $begun ) {
			$this->folder->remove( $begun->folder );
			throw new Refused( Refused::ARCHIVE_RUNNING );
		}
		$this->folder->remove( $before->folder ?? '' );
	}

	/**
	 * @param list<Task> $tasks
	 * @return list<ArchiveRow>
	 */
	private static function rows( array $tasks ): array {
		$rows = [];
		foreach ( $tasks as $task ) {
			$row = self::row( $task );
			array_push( $rows, ...( $row === null ? [] : [ $row ] ) );
		}
		return $rows;
	}

	/** @return ArchiveRow|null null: no document that ever is a file, or none that is wanted. */
	private static function row( Task $task ): ?array {
		$is_wanted = $task->was_at_sellsy() || $task->state !== TaskState::Skipped;
		if ( $task->key->effect->creates()?->is_validated() !== true || ! $is_wanted ) {
			return null;
		}
		$state = ShopperDocument::of( $task ) === null ? NoPdf::of( $task )->value : '0';
		return [ $task->id, $task->key->order_id, $state ];
	}

	private static function too_many(): Refused {
		return new Refused( Refused::TOO_MANY_FILES, [ 'most' => Archive::MOST ] );
	}

	/**
	 * @param list<ArchiveRow> $rows
	 * @throws Refused
	 */
	private function plan( array $rows ): ArchivePlan {
		$documents = count( array_keys( array_column( $rows, 2 ), '0', true ) );
		match ( true ) {
			count( $rows ) > Archive::MOST => throw self::too_many(),
			$documents === 0 => throw new Refused( Refused::NO_FILES ),
			! $this->folder->can_pack() => throw new Refused( Refused::NO_ZIP ),
			default => null,
		};
		$minute = $this->calls_left->this_minute();
		$pace   = $minute === null ? 0 : max( 1, $minute->most - MinuteQuota::RESERVE );
		$paced  = $pace === 0 ? 0 : intdiv( $documents * self::CALLS * 60, $pace );
		return new ArchivePlan( $rows, $documents, max( $documents * self::SECONDS, $paced ) );
	}
}
