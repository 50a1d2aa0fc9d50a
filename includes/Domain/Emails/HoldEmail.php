<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * Within the request that would send it, mostly a shopper's: an e-mail whose document is still to come is kept back, by
 * one row. Nothing is asked of Sellsy.
 */
final class HoldEmail {

	/** Until the first look: the rows of the order's documents are written by then. */
	private const FIRST_LOOK = '+20 seconds';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly BackgroundWork $work,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $email_id  the shop software's.
	 * @param int    $refund_id that it is about; 0: about the order.
	 * @return bool true: it is kept back. False: it leaves now, also where the same one was kept back before.
	 */
	public function take( int $order_id, string $email_id, int $refund_id ): bool {
		$settings = $this->settings->get();
		$key      = new TaskKey(
			order_id: $order_id,
			effect: Effect::HeldEmail,
			refund_id: $refund_id,
			part: $email_id
		);
		$kind     = AwaitedDocument::kind( $key );
		return $settings->customer_emails->holds( $email_id )
			&& $settings->shopper->gets( $kind )
			&& $settings->workflow( $kind )->enabled
			&& $this->work->goes_on()
			&& $this->hold( $key, $settings->customer_emails->attaches() );
	}

	/** One whose document is there waits for nothing; only its file is fetched by a runner, at once. */
	private function hold( TaskKey $key, bool $attaches ): bool {
		$is_there = AwaitedDocument::final( $key, $this->ledger->for_order( $key->order_id ) ) !== null;
		if ( $is_there && ! $attaches ) {
			return false;
		}
		$now = $this->clock->now();
		$id  = $this->ledger->open( $key, $is_there ? $now : $now->modify( self::FIRST_LOOK ) );
		if ( $id !== null && $is_there ) {
			$this->queue->wake( $id );
		}
		return $id !== null;
	}
}
