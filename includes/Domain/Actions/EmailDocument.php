<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\OrderBook\DocumentEmails;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;

/** A person has the shop e-mail a final document to the customer, also once more, and also where that is off. */
final class EmailDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly TaskRunner $task_runner,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<Task> $rows of an order.
	 * @return Task|null the row of the document that was made last; null where none is final.
	 */
	public static function document( DocumentKind $kind, array $rows ): ?Task {
		$found = null;
		foreach ( $rows as $row ) {
			if (
				$row->key->effect === Effect::create( $kind )
				&& $row->state === TaskState::Done
				&& $row->was_at_sellsy()
				&& $row->remote_number !== ''
				&& $row->id > ( $found->id ?? 0 )
			) {
				$found = $row;
			}
		}
		return $found;
	}

	/**
	 * Where it is not known whether an earlier one left, the row stays and goes on asking.
	 *
	 * @return Task|null the row of the e-mail, after the try; null where there is no such document.
	 */
	public function now( int $order_id, DocumentKind $kind ): ?Task {
		$document = self::document( $kind, $this->ledger->for_order( $order_id ) );
		if ( $document === null ) {
			return null;
		}
		$now   = $this->clock->now();
		$key   = DocumentEmails::key( Effect::NotifyCustomer, $kind, $document );
		$again = static fn ( Task $task ): ?TaskChange => TaskTransitions::sent_anew( $task, $document->id, $now );
		$id    = FreshTask::ask( $this->ledger, $key, $now, $document->id, $again );
		$this->task_runner->process( $id );
		return $this->ledger->find( $id );
	}
}
