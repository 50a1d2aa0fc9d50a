<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Backup\Gaps;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * An e-mail that was kept back leaves once its document is final, and at the latest when its time is up. It needs
 * nothing of Sellsy: it leaves as well while all other work stands still.
 */
final class SendHeldEmail implements TaskHandler {

	/** Seconds until the file is asked for again. */
	private const FILE_LATER = 60;

	/** No sale yet, or none any more. */
	private const NO_SALE = [
		'pending',
		'failed',
		'cancelled',
		'refunded',
		'draft',
		'auto-draft',
		'checkout-draft',
		'trash',
	];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly HeldEmails $emails,
		private readonly HandOnce $once,
		private readonly CompleteTask $complete_task,
		private readonly SettingsStore $settings,
		private readonly Site $site,
		private readonly Gaps $gaps,
		private readonly Clock $clock,
	) {}

	public function run( Task $task ): void {
		$facts = [ 'kind' => AwaitedDocument::kind( $task->key )->value ];
		$this->once->check( $task, $facts );
		$until = $task->created_at->modify( $this->longest() );
		if ( ! $this->once->is_decided( $task ) ) {
			$this->check_that_it_is_ours( $task, $facts );
			$this->check_order( $task );
		}
		$this->wait( $task, $until );
		$document  = $this->attached( $task );
		$hand_over = fn ( \Closure $leaving ): ?bool => $this->emails->send(
			$task->key,
			$document->id ?? 0,
			$this->left( $until ) > 0,
			static fn ( bool $has_file ): mixed => $leaving( AwaitedDocument::brought( $has_file ? $document : null ) )
		);
		try {
			$has_left = $this->once->send( $task, $hand_over, $facts );
		} catch ( NoFile ) {
			// Asked again while there is time: it has a link to it anyway.
			throw self::later( max( 1, min( $this->left( $until ), self::FILE_LATER ) ) );
		}
		if ( ! $has_left ) {
			throw SkipTask::not_wanted();
		}
		$this->complete_task->done( $task );
	}

	/**
	 * @throws SkipTask where it would tell the customer what is no longer so.
	 * @throws RetryLater where the order is not there at the first look.
	 */
	private function check_order( Task $task ): void {
		$status = $this->emails->status( $task->key );
		if ( $status === null ) {
			OrderOfTask::look_twice( $task );
		}
		if ( $status === null || ! self::still_holds( $task->key->part, $status ) ) {
			$this->emails->note_left_out( $task->key );
			throw SkipTask::not_wanted();
		}
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

	/** The task of the document whose file goes with it; null: none. Where it is off, nobody waits for files. */
	private function attached( Task $task ): ?Task {
		return $task->asked || ! $this->settings->get()->customer_emails->attaches()
			? null
			: AwaitedDocument::with_file( $task->key, $this->ledger->for_order( $task->key->order_id ) );
	}

	private static function later( int $seconds ): RetryLater {
		$problem = new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'email' ] );
		return new RetryLater( $problem, $seconds, is_punctual: true );
	}

	private function left( \DateTimeImmutable $until ): int {
		return $until->getTimestamp() - $this->clock->now()->getTimestamp();
	}

	/**
	 * The original of a copied site, or this one before a backup was put back, may have sent it. One that is only late,
	 * because nobody came to the site, leaves.
	 *
	 * @param array<string, string> $facts of the question.
	 * @throws NeedsAttention|RetryLater
	 */
	private function check_that_it_is_ours( Task $task, array $facts ): void {
		if ( $this->is_a_copy() ) {
			throw $this->once->unknown( $facts + [ 'copied' => 'yes' ] );
		}
		// One that was tried here since, and refused, is no riddle.
		if ( $task->problem?->is( ProblemCode::WaitsForDocument ) !== false && $this->is_of_before( $task ) ) {
			throw $this->once->unknown( $facts + [ 'held' => 'yes' ] );
		}
		$seconds = $this->looks_back_for( $task );
		if ( ! $task->asked && $seconds > 0 ) {
			throw self::later( min( $seconds, self::FILE_LATER ) );
		}
	}

	private function is_of_before( Task $task ): bool {
		$restored_at = $this->gaps->restored_at();
		return $restored_at !== null && $task->created_at <= $restored_at;
	}

	/** Seconds, while a shop that woke lists what Sellsy got: that tells of a backup. Not for longer than any waits. */
	private function looks_back_for( Task $task ): int {
		$woke_at = $this->gaps->woke_at();
		$is_read = $this->gaps->open_gap( AwaitedDocument::kind( $task->key ) ) === null;
		return $woke_at === null || $is_read || $task->created_at > $woke_at
			? 0
			: $this->left( $woke_at->modify( $this->longest() ) );
	}

	private function longest(): string {
		return "+{$this->settings->get()->customer_emails->minutes} minutes";
	}

	private function is_a_copy(): bool {
		$known = $this->site->known_address();
		return $known !== '' && $known !== $this->site->address();
	}

	/**
	 * Statuses of other plugins come after the payment, as far as anybody can tell. The confirmation of an order that
	 * was completed since is still one: WooCommerce may send no other.
	 *
	 * @param string $email_id WooCommerce's.
	 * @param string $status   of the order, without the `wc-` prefix.
	 */
	private static function still_holds( string $email_id, string $status ): bool {
		$is_sale = ! in_array( $status, self::NO_SALE, true );
		return match ( $email_id ) {
			'customer_on_hold_order'    => $status === 'on-hold',
			'customer_processing_order' => $is_sale && $status !== 'on-hold',
			'customer_completed_order'  => $is_sale && ! in_array( $status, [ 'on-hold', 'processing' ], true ),
			default                     => true,
		};
	}
}
