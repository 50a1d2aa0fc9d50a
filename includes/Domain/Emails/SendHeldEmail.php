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
		$hand_over = fn ( \Closure $leaving ): ?bool => $this->emails->send( $task->key, $leaving );
		if ( ! $this->once->send( $task, $hand_over, $facts ) ) {
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		$this->finish->done( $task );
	}

	/** Not where a person asked for it, or nothing comes that could be waited for. */
	private function wait( Task $task, \DateTimeImmutable $until ): void {
		$left = $until->getTimestamp() - $this->clock->now()->getTimestamp();
		if ( $task->asked || $left <= 0 || $this->once->is_decided( $task ) ) {
			return;
		}
		$rows = $this->ledger->for_order( $task->key->order_id );
		if (
			AwaitedDocument::final( $task->key, $rows ) === null
			&& AwaitedDocument::is_on_its_way( $task->key, $rows, $until )
		) {
			throw new RetryLater( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'email' ] ), $left );
		}
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
