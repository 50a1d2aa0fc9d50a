<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\AttemptLog;
use OrderInvoicer\Application\Ports\Clock;

/** The pass every five minutes that makes lost wake-ups, dead runners and changes by hand at Sellsy harmless. */
final class Sweep {

	private const SECONDS    = 20;
	private const KEEP_TRIES = '-90 days';

	public function __construct(
		private readonly Gate $gate,
		private readonly RepairCopies $repair,
		private readonly NoticeEdits $edits,
		private readonly RunDue $due,
		private readonly ReadDrafts $drafts,
		private readonly KeepAccess $access,
		private readonly LookForClash $clash,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	/** @throws \Throwable the first failure, once every part had its turn: one that always fails must not stop the others. */
	public function run(): void {
		$first = null;
		foreach ( $this->parts() as $part ) {
			try {
				$part();
			} catch ( \Throwable $error ) {
				$first ??= $error;
			}
		}
		if ( $first !== null ) {
			throw $first;
		}
	}

	/** @return list<\Closure(): void> in their order. */
	private function parts(): array {
		return [
			$this->repair->run( ... ),
			$this->edits->run( ... ),
			$this->while_open( fn () => $this->due->run( self::SECONDS ) ),
			$this->while_open( $this->drafts->run( ... ) ),
			$this->while_open( $this->access->run( ... ) ),
			$this->while_open( $this->clash->daily( ... ) ),
			fn () => $this->attempts->prune( $this->clock->now()->modify( self::KEEP_TRIES ) ),
		];
	}

	/**
	 * @param \Closure(): mixed $part
	 * @return \Closure(): void
	 */
	private function while_open( \Closure $part ): \Closure {
		return function () use ( $part ): void {
			if ( $this->gate->is_open() ) {
				$part();
			}
		};
	}
}
