<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * An invoice is about to be linked. Sellsy may have credit notes of it already, for refunds of before or because the
 * order was cancelled: this plugin makes none before a person has said so.
 */
final class AskAboutCredits {

	/** What was left out for these is wanted as soon as there is an invoice. */
	private const WANTED_AGAIN = [ Outcome::SwitchedOff, Outcome::NoInvoice ];

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** Called before the invoice stands in its row: until then nothing can be credited. */
	public function ask( OrderSnapshot $order, Task $invoice ): void {
		$settings   = $this->settings->get();
		$is_enabled = $settings->workflow( DocumentKind::CreditNote )->enabled;
		if ( $order->is_cancelled() ) {
			// Also where nothing is credited for that now: what the owner switches on later counts from then on.
			$this->stop(
				$invoice->key->beside( Effect::CreateCreditNote ),
				$invoice,
				new Problem( ProblemCode::RefundBeforeLink, [ 'cancelled' => 1 ] ),
				$is_enabled && $settings->refunds->credit_cancelled
			);
		}
		if ( ! $is_enabled ) {
			return;
		}
		foreach ( $this->orders->refunds( $order->id ) as $refund ) {
			$key = new TaskKey( $order->id, Effect::CreateCreditNote, $refund->id );
			if ( $this->is_wanted( $refund, $settings ) || $this->ledger->find_by_key( $key ) !== null ) {
				$this->stop( $key, $invoice, new Problem( ProblemCode::RefundBeforeLink ) );
			}
		}
	}

	private function is_wanted( RefundSnapshot $refund, Settings $settings ): bool {
		$start = $settings->workflow( DocumentKind::CreditNote )->start_date;
		return $start !== ''
			&& $refund->amount->is_positive()
			&& $this->clock->day_of( $refund->created_at ) >= $start;
	}

	/** @param bool $is_wanted false: as things stand nobody asks for it. */
	private function stop( TaskKey $key, Task $invoice, Problem $problem, bool $is_wanted = true ): void {
		$this->ledger->open( $key, LinkTransitions::never( $this->clock->now() ), $invoice->id );
		$ask = static fn ( Task $task ): ?TaskChange => self::may_be_made( $task )
			? LinkTransitions::asked( $task, $problem, $invoice->id, $is_wanted )
			: null;
		FreshTask::change( $this->ledger, $key, $ask );
	}

	/** Once there is an invoice. */
	private static function may_be_made( Task $task ): bool {
		return ! $task->was_at_sellsy() && match ( $task->state ) {
			TaskState::Queued, TaskState::Attention => true,
			TaskState::Skipped                      => $task->key->refund_id === 0
				? ! $task->is_left_to_people()
				: $task->rests( ...self::WANTED_AGAIN ),
			default                                 => false,
		};
	}
}
