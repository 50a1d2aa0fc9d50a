<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\DailyLook;
use OrderInvoicer\Domain\Account\KeepAccess;
use OrderInvoicer\Domain\Backup\LookBack;
use OrderInvoicer\Domain\Balance\WatchBalances;
use OrderInvoicer\Domain\FollowUps\MissedEventScanner;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Report\FillReport;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\RuntimeCache;
use OrderInvoicer\Domain\Taxes\LookAtExemptions;

/** The pass every five minutes that makes lost wake-ups, dead runners and changes by hand at Sellsy harmless. */
final class Sweeper {

	private const SECONDS    = 20;
	private const KEEP_TRIES = '-90 days';

	public const ALL_OF = [ 'features' => PassPart::class ];

	/** @param list<PassPart> $features */
	public function __construct(
		private readonly WorkGate $gate,
		private readonly RepairCopies $repair,
		private readonly MissedEventScanner $missed_event_scanner,
		private readonly DueTaskRunner $due,
		private readonly DraftMonitor $drafts,
		private readonly KeepAccess $access,
		private readonly DailyLook $daily,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly LookBack $look_back,
		private readonly RuntimeCache $runtime_cache,
		private readonly FillReport $report,
		private readonly HeldEmailRunner $held,
		private readonly ReopenFound $found,
		private readonly WatchBalances $balances,
		private readonly LostRefunds $refunds,
		private readonly LookAtExemptions $exemptions,
		private readonly array $features,
	) {}

	/**
	 * One part that always fails must not keep the others from their turn. Some processes live for hours and pass many
	 * times.
	 */
	public function run(): void {
		$this->runtime_cache->forget();
		foreach ( $this->parts() as $name => $part ) {
			try {
				$part();
			} catch ( \Throwable $error ) {
				$this->logger->error( 'A part of the pass failed until the next.', [ 'part' => $name ], $error );
			}
		}
	}

	/** @return array<string, \Closure(): void> in their order. */
	private function parts(): array {
		return [
			'sign of life'   => $this->while_open( $this->look_back->awake( ... ) ),
			...$this->of_features( PassTurn::First ),
			'repair copies'  => $this->repair->run( ... ),
			'compare sums'   => $this->while_open( $this->balances->run( ... ) ),
			'notice edits'   => $this->missed_event_scanner->run( ... ),
			'lost refunds'   => $this->refunds->run( ... ),
			'find orders'    => $this->found->run( ... ),
			'run due'        => $this->while_open( fn () => $this->due->run( self::SECONDS ) ),
			'held e-mails'   => $this->held->run( ... ),
			'read drafts'    => $this->while_open( $this->drafts->run( ... ) ),
			...$this->of_features( PassTurn::AfterWork ),
			'keep access'    => $this->while_open( $this->access->run( ... ) ),
			'exemptions'     => $this->while_open( $this->exemptions->run( ... ) ),
			'daily look'     => $this->while_open( $this->daily->run( ... ) ),
			'fill report'    => $this->report->from_the_shop( ... ),
			'ask for report' => $this->while_open( $this->report->from_sellsy( ... ) ),
			...$this->of_features( PassTurn::Last ),
			...$this->of_features( PassTurn::EvenPaused ),
			'prune attempts' => fn () => $this->attempts->prune( $this->clock->now()->modify( self::KEEP_TRIES ) ),
		];
	}

	/** @return array<string, \Closure(): void> */
	private function of_features( PassTurn $turn ): array {
		$parts = [];
		foreach ( $this->features as $feature ) {
			if ( $feature->turn() === $turn ) {
				$run = $feature->run( ... );

				$parts[ $feature::class ] = $turn === PassTurn::EvenPaused ? $run : $this->while_open( $run );
			}
		}
		return $parts;
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
