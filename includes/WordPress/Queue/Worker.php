<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\Sweeper;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * What Action Scheduler calls. It counts an action that throws as failed and gives up a recurring one that fails often,
 * so nothing is thrown.
 */
final class Worker {

	/** Action Scheduler gives a whole queue run 30 seconds. */
	private const SECONDS = 20;

	/**
	 * @param \Closure(): DueTaskRunner $due_task_runner
	 * @param \Closure(): Sweeper       $sweeper
	 */
	public function __construct(
		private readonly \Closure $due_task_runner,
		private readonly \Closure $sweeper,
		private readonly Logger $logger,
		private readonly Sql $sql,
	) {}

	public function register(): void {
		add_action( ActionSchedulerQueue::HOOK, [ $this, 'handle_process_sync' ] );
		add_action( Wakeups::SWEEP, [ $this, 'handle_sweep' ] );
	}

	/**
	 * Whatever is due, in its sequence: the row it was called for is among it, and after a pause one wake-up gets all
	 * going.
	 *
	 * @internal
	 */
	public function handle_process_sync(): void {
		wp_defer_comment_counting( true ); // An order gets several notes: they are counted once.
		try {
			$this->sql->in_one_moment( fn () => ( $this->due_task_runner )()->run( self::SECONDS ) );
		} catch ( \Throwable $error ) {
			$this->logger->error( 'Work broke off; the next pass goes on with it.', [], $error );
		} finally {
			wp_defer_comment_counting( false );
		}
	}

	/** @internal */
	public function handle_sweep(): void {
		$this->sql->in_one_moment( fn () => ( $this->sweeper )()->run() );
		( new FillOutcomes( $this->sql ) )->run();
	}
}
