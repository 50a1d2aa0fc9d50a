<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\DocumentOfTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;

/**
 * The shop tells the customer that a document is final, at most once by itself (`HandOnce`). A person decides also
 * where a backup took the ledger back.
 */
final class NotifyCustomer implements TaskHandler {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly ShopEmails $emails,
		private readonly Invoicing $invoicing,
		private readonly RecentAnswers $answers,
		private readonly CompleteTask $complete_task,
		private readonly HandOnce $once,
		private readonly Unrecorded $unrecorded,
	) {}

	public function run( Task $task ): void {
		$kind  = DocumentKind::from( $task->key->part );
		$facts = [ 'kind' => $kind->value ];
		$this->once->check( $task, $facts );
		$row = DocumentOfTask::at_rest( $this->ledger, $task );
		$this->check_address( $task );
		if ( ! $this->once->is_decided( $task ) && $this->unrecorded->may_be_sent( $task, $row ) ) {
			throw $this->once->unknown( $facts + [ 'restored' => 'yes' ] );
		}
		$document  = $this->document( $kind, $row->remote_id );
		$hand_over = $this->emails->prepare( $task->key->order_id, $document, $task->asked )
			?? throw SkipTask::not_wanted();
		$this->once->send(
			$task,
			static function ( \Closure $leaving ) use ( $hand_over ): bool {
				$leaving();
				return $hand_over();
			},
			$facts
		);
		$this->complete_task->done( $task );
		$this->emails->note_sent( $task->key->order_id, $kind, $document->number );
	}

	/** Left out: the order is looked at again once it is edited. */
	private function check_address( Task $task ): void {
		$order = OrderOfTask::read( $this->orders, $task );
		if ( $order->buyer->email === '' ) {
			$facts = [ 'kind' => $task->key->part ] + [ 'from' => 'shop' ];
			throw new SkipTask( new Problem( ProblemCode::NoEmail, $facts ) );
		}
	}

	/** As it is now: it may have been deleted or cancelled at Sellsy while its e-mail waited. */
	private function document( DocumentKind $kind, int $id ): RemoteDocument {
		$recent   = $this->answers->document( $kind, $id );
		$document = $recent === null || $recent->is_draft() ? $this->invoicing->get( $kind, $id ) : $recent;
		return $document !== null && $document->number !== '' && ! $document->is_cancelled()
			? $document
			: throw SkipTask::not_wanted();
	}
}
