<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\OrderBook\DocumentFiles;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\DueTasks;
use OrderInvoicer\Domain\Work\WorkGate;

/**
 * Fetches one file after another while orders need neither this process nor Sellsy's allowance, each kept before the
 * next is asked for: a runner that dies is followed by another, which goes on. Then puts them together.
 */
final class FillArchive {

	/** Seconds for which an archive belongs to the runner that works at it. */
	private const LEASE = 120;

	/** Seconds after which it is tried again: orders come first, or Sellsy did not answer. */
	private const BUSY  = 15;
	private const LATER = 60;

	/** @param \Closure(): DocumentFiles $document_files made for each file, with its own patience. */
	public function __construct(
		private readonly Archives $archives,
		private readonly ArchiveFolder $folder,
		private readonly \Closure $document_files,
		private readonly Ledger $ledger,
		private readonly DueTasks $tasks,
		private readonly CallsLeft $calls_left,
		private readonly WorkGate $gate,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/** @return int|null seconds until it should be called again; null: it has come to its end. */
	public function run( int $user_id, int $seconds ): ?int {
		$until  = $this->now() + $seconds;
		$runner = $this->randomness->token();
		$ours   = $this->archives->change(
			$user_id,
			fn ( ?Archive $one ): ?Archive => $one?->may_be_taken( $this->now() ) === true
				? $one->taken( $runner, $this->now() + self::LEASE )
				: $one
		);
		if ( $ours?->state !== ArchiveState::Working ) {
			return null;
		}
		if ( $ours->runner !== $runner ) {
			return self::LATER;
		}
		$wait = $this->gate->is_open() ? 0 : self::LATER;
		$next = $ours->next();
		while ( $next !== null && $wait === 0 && $this->now() < $until ) {
			if ( ! $this->is_free() ) {
				$wait = self::BUSY;
				break;
			}
			[ $state, $wait ] = $this->fetch( $ours, $next );
			$ours             = $this->keep( $user_id, $ours, $next, $state );
			if ( $ours === null ) {
				return self::LATER; // Another has it, or nobody wants it any more.
			}
			$next = $ours->next();
		}
		$state = match ( true ) {
			$next !== null               => ArchiveState::Working,
			$this->folder->pack( $ours ) => ArchiveState::Ready,
			default                      => ArchiveState::Failed,
		};
		$this->change( $user_id, $ours, static fn ( Archive $one ): Archive => $one->in_state( $state ) );
		return $next === null ? null : max( 1, $wait );
	}

	/** @return array{string, int} what became of the document, and seconds to wait before the next one. */
	private function fetch( Archive $archive, int $index ): array {
		[ $task_id, $order_id, $tries ] = $archive->rows[ $index ];
		$task                           = $this->ledger->find( $task_id );
		$document                       = $task === null ? null : ShopperDocument::of( $task );
		if ( $document === null ) {
			return [ NoPdf::of( $task )->value, 0 ];
		}
		try {
			$pdf = ( $this->document_files )()->pdf( $document );
			return [ $this->folder->write( $archive->folder, $document, $order_id, $pdf ) ? Archive::IN : '', 0 ];
		} catch ( NoFile $none ) {
			return $none->may_come ? self::again( $tries ) : [ NoPdf::Refused->value, 0 ];
		} catch ( RemoteFailure $failure ) {
			return match ( $failure->kind ) {
				FailureKind::NotFound    => [ NoPdf::Deleted->value, 0 ],
				FailureKind::RateLimited => [ $tries, max( self::LATER, $failure->retry_after ?? 0 ) ],
				default                  => self::again( $tries ),
			};
		}
	}

	/** @return array{string, int} */
	private static function again( string $tries ): array {
		$tried = (int) $tries + 1;
		return $tried < Archive::TRIES ? [ (string) $tried, self::LATER ] : [ NoPdf::Silent->value, 0 ];
	}

	/**
	 * @param string $state empty: there was no room.
	 * @return Archive|null null: it is this runner's no more.
	 */
	private function keep( int $user_id, Archive $ours, int $index, string $state ): ?Archive {
		$change = fn ( Archive $one ): Archive => $state === ''
			? $one->in_state( ArchiveState::Failed )
			: $one->with( $index, $state )->taken( $ours->runner, $this->now() + self::LEASE );
		$kept   = $this->change( $user_id, $ours, $change );
		return $kept?->runner === $ours->runner ? $kept : null;
	}

	/**
	 * Where somebody took the archive away meanwhile, its folder may have got a file since.
	 *
	 * @param \Closure( Archive ): Archive $change
	 */
	private function change( int $user_id, Archive $ours, \Closure $change ): ?Archive {
		$kept = $this->archives->change(
			$user_id,
			static fn ( ?Archive $one ): ?Archive => $one?->runner === $ours->runner ? $change( $one ) : $one
		);
		$goes_on = in_array( $kept?->state, [ ArchiveState::Working, ArchiveState::Ready ], true );
		if ( ! $goes_on || $kept?->folder !== $ours->folder ) {
			$this->folder->remove( $ours->folder );
		}
		return $kept;
	}

	/** A back-fill can wait like this can, and neither takes the reserve of today's orders. */
	private function is_free(): bool {
		$now = $this->clock->now();
		return $this->tasks->next( $now, [], null )?->is_backfill !== false
			&& $this->calls_left->this_minute()?->leaves_reserve( $now ) !== false;
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}
}
