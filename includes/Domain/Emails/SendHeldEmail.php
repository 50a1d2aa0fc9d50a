<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * An e-mail that was kept back leaves once its document is final, and at the latest when its time is up. It needs
 * nothing of Sellsy: it leaves as well while all other work stands still.
 */
final class SendHeldEmail implements TaskHandler {

	/**
	 * After its time. Nothing worked here for so long: the row may be of a backup that was put back, or of a copy of
	 * the shop, whose original has sent it.
	 */
	private const STALE = '+1 hour';

	/** Seconds until the file is asked for again. */
	private const FILE_LATER = 60;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly HeldEmails $emails,
		private readonly HandOnce $once,
		private readonly CompleteTask $finish,
		private readonly SettingsStore $settings,
		private readonly Site $site,
		private readonly Clock $clock,
	) {}

	public function run( Task $task ): void {
		$facts = [ 'kind' => AwaitedDocument::kind( $task->key )->value ];
		$this->once->check( $task, $facts );
		$until = $this->until( $task );
		if ( ! $this->once->is_decided( $task ) && ( $this->is_stale( $task, $until ) || $this->is_a_copy() ) ) {
			throw $this->once->unknown( $facts + [ 'late' => 'yes' ] );
		}
		$this->wait( $task, $until );
		$hand_over = fn ( \Closure $leaving ): ?bool => $this->emails->send(
			$task->key,
			$this->attached( $task ),
			$this->left( $until ) > 0,
			$leaving
		);
		try {
			$has_left = $this->once->send( $task, $hand_over, $facts );
		} catch ( FileLater ) {
			// Asked again while there is time: it has a link to it anyway.
			throw self::later( max( 1, min( $this->left( $until ), self::FILE_LATER ) ) );
		}
		if ( ! $has_left ) {
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		$this->finish->done( $task );
	}

	/** Not where a person asked for it, or nothing comes that could be waited for. */
	private function wait( Task $task, \DateTimeImmutable $until ): void {
		$left = $this->left( $until );
		if ( $task->asked || $left <= 0 || $this->once->is_decided( $task ) ) {
			return;
		}
		$rows = $this->ledger->for_order( $task->key->order_id );
		if (
			AwaitedDocument::final( $task->key, $rows ) === null
			&& AwaitedDocument::is_on_its_way( $task->key, $rows, $until )
		) {
			throw self::later( $left );
		}
	}

	/** The task of the document whose file goes with it. Where the plugin is switched off, nobody waits for files. */
	private function attached( Task $task ): int {
		return $task->asked || ! $this->settings->get()->customer_emails->attaches()
			? 0
			: AwaitedDocument::final( $task->key, $this->ledger->for_order( $task->key->order_id ) )->id ?? 0;
	}

	private static function later( int $seconds ): RetryLater {
		$problem = new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'email' ] );
		return new RetryLater( $problem, $seconds, is_punctual: true );
	}

	private function left( \DateTimeImmutable $until ): int {
		return $until->getTimestamp() - $this->clock->now()->getTimestamp();
	}

	private function until( Task $task ): \DateTimeImmutable {
		return $task->created_at->modify( "+{$this->settings->get()->customer_emails->minutes} minutes" );
	}

	/** One that was tried here since, and refused, is no riddle. */
	private function is_stale( Task $task, \DateTimeImmutable $until ): bool {
		return in_array( $task->problem?->code, [ null, ProblemCode::WaitsForDocument ], true )
			&& $until->modify( self::STALE ) < $this->clock->now();
	}

	private function is_a_copy(): bool {
		$known = $this->site->known_address();
		return $known !== '' && $known !== $this->site->address();
	}
}
