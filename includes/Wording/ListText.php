<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Wording\Names\DocumentNames;

/** An order's documents in the list of orders: a word for a pill, and the sentence behind it. Plain text. */
final class ListText {

	public function __construct(
		private readonly TaskText $tasks,
		private readonly DocumentNames $names,
	) {}

	/** A document with its number; one that is not there yet, or needs somebody, with how it stands. */
	public function pill( Task $task, ?Task $stopped ): string {
		$name = $task->has_document()
			? $this->tasks->document( $task )
			: $this->name( $task );
		return match ( true ) {
			$stopped !== null, $task->state === TaskState::Attention =>
				/* translators: %s: a document or what is done for it, such as Invoice F-12. */
				sprintf( __( '%s: needs you', 'orderinvoicer' ), $name ),
			$task->state === TaskState::Done => $name,
			$task->state === TaskState::Skipped => $task->is_by_hand()
				? sprintf( $this->by_hand( $task ), $name )
				/* translators: %s: a document, such as Invoice. */
				: sprintf( __( '%s: left out', 'orderinvoicer' ), $name ),
			/* translators: %s: a document, such as Invoice. */
			default => sprintf( __( '%s: in the works', 'orderinvoicer' ), $name ),
		};
	}

	/** Why it stands so, and what to do. */
	public function reason( Task $task, ?Task $stopped ): string {
		$told = $stopped ?? $task;
		return match ( true ) {
			$told->state !== TaskState::Done && $told->problem !== null => trim(
				$this->tasks->problem( $told->problem ) . ' ' . $this->tasks->next_step( $told->problem )
			),
			$told->state === TaskState::Attention => __( 'It has stopped and needs you.', 'orderinvoicer' ),
			$told->state === TaskState::Done => $this->made( $told ),
			$told->state === TaskState::Skipped => __( 'There was nothing to do.', 'orderinvoicer' ),
			default => __( 'It is made by itself; nothing to do for you.', 'orderinvoicer' ),
		};
	}

	/**
	 * Of an order that has nothing yet.
	 *
	 * @param string $trigger what its invoice waits for; empty where nothing is to be said.
	 */
	public function awaited( string $trigger ): string {
		return match ( $trigger ) {
			Trigger::PAID      => __( 'Waits for payment', 'orderinvoicer' ),
			Trigger::CONFIRMED => __( 'Waits until the order is confirmed', 'orderinvoicer' ),
			Trigger::SHIPPED   => __( 'Waits until it is shipped', 'orderinvoicer' ),
			Trigger::COMPLETED => __( 'Waits until the order is completed', 'orderinvoicer' ),
			ProblemCode::FreeOrder->value => __( 'Free order: no document, by your settings', 'orderinvoicer' ),
			default            => str_starts_with( $trigger, Trigger::STATUS ) ? sprintf(
				/* translators: %s: an order status. */
				__( 'Waits until the order is “%s”', 'orderinvoicer' ),
				wc_get_order_status_name( substr( $trigger, strlen( Trigger::STATUS ) ) )
			) : '',
		};
	}

	/** It agrees with what was done, in languages that do so. */
	private function by_hand( Task $task ): string {
		return match ( $task->key->effect ) {
			/* translators: %s: Invoice. */
			Effect::CreateInvoice  => _x( '%s: done by hand', 'invoice', 'orderinvoicer' ),
			/* translators: %s: Proforma. */
			Effect::CreateProforma => _x( '%s: done by hand', 'proforma', 'orderinvoicer' ),
			/* translators: %s: a document or what is done for it, such as Credit note. */
			default                => _x( '%s: done by hand', 'anything else', 'orderinvoicer' ),
		};
	}

	private function name( Task $task ): string {
		$kind = $task->key->effect->creates();
		return $kind === null ? $this->tasks->effect( $task ) : $this->names->kind( $kind );
	}

	private function made( Task $task ): string {
		$is_draft = $task->remote_number === ''
			&& DocumentKind::tryFrom( $task->remote_type )?->is_validated() === true;
		return $is_draft
			? __( 'A draft in Sellsy: it may still change, and has no number yet.', 'orderinvoicer' )
			: __( 'Made in Sellsy.', 'orderinvoicer' );
	}
}
