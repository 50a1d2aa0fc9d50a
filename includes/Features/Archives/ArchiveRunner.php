<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\Archives\Rules\Archives;
use OrderInvoicer\Features\Archives\Rules\FillArchive;
use OrderInvoicer\Features\Archives\Rules\KeepArchives;
use OrderInvoicer\WordPress\Queue\OneAction;

/**
 * Fills archives in the background and takes them away when their day is over: an action of its own, planned while
 * there is one. Where a site runs nothing in the background, the page that is open goes on.
 */
final class ArchiveRunner {

	public const HOOK = 'orderinvoicer_archive';

	/** Action Scheduler gives a whole queue run 30 seconds. */
	private const SECONDS = 20;

	/** Seconds after which another runner follows one that died. */
	private const FOLLOWED = 180;

	public function __construct(
		private readonly FillArchive $fill,
		private readonly KeepArchives $keep,
		private readonly Archives $archives,
		private readonly OneAction $one_action,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( self::HOOK, [ $this, 'handle_archive' ] );
	}

	/** @internal */
	public function handle_archive(): void {
		$this->plan( self::FOLLOWED );
		try {
			$waits = [ $this->keep->expire() ];
			$until = $this->clock->now()->getTimestamp() + self::SECONDS;
			foreach ( array_keys( $this->archives->all() ) as $user_id ) {
				$waits[] = $this->fill->run( $user_id, max( 1, $until - $this->clock->now()->getTimestamp() ) );
			}
			$waits = array_filter( $waits, is_int( ... ) );
			$this->plan( $waits === [] ? null : min( $waits ) );
		} catch ( \Throwable $error ) {
			$this->logger->error( 'An archive could not go on.', [], $error );
		}
	}

	/** @param int|null $seconds null: never. */
	public function plan( ?int $seconds ): void {
		$this->one_action->instead( $seconds );
	}
}
