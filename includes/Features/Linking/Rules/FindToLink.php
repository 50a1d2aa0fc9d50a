<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\RecallCustomer;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Seen\DocumentsToLink;

/**
 * Looks for a document that somebody made at Sellsy, because a person asks: by its number, by its id, or among those of
 * the order's customer. What is found is read whole and compared.
 */
final class FindToLink {

	/** Each one that is shown is read by a request of its own. */
	public const MOST = 5;

	/** An estimate may be older than its order. */
	private const BEFORE_ORDER = '-1 year';

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly DocumentsToLink $documents,
		private readonly RecallCustomer $recall,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly CompareToLink $compare,
	) {}

	/**
	 * Whether the number alone leads to it, or the order's customer must be known at Sellsy.
	 *
	 * @param string $number empty: the newest of the customer.
	 */
	public function can_look( int $order_id, LinkTarget $target, string $number ): bool {
		$order = $this->orders->snapshot( $order_id );
		return $order !== null
			&& (
				( $number !== '' && $this->documents->finds_by_number( $target->kind ) )
				|| $this->customer( $order ) !== null
			);
	}

	/**
	 * @param string $number empty: the newest of the customer.
	 * @return list<LinkProposal>
	 * @throws RemoteFailure
	 */
	public function numbered( int $order_id, LinkTarget $target, string $number ): array {
		$order = $this->orders->snapshot( $order_id );
		if ( $order === null || ! $target->is_free( $this->ledger->for_order( $order_id ) ) ) {
			return [];
		}
		$proposals = [];
		foreach ( array_slice( $this->found( $order, $target, $number ), 0, self::MOST ) as $found ) {
			$proposals[] = $this->proposal( $order, $target, $found->id );
		}
		return array_values( array_filter( $proposals ) );
	}

	/**
	 * By its id, as its address has it.
	 *
	 * @return LinkProposal|null null where there is no such document, or nothing to link it as.
	 * @throws RemoteFailure
	 */
	public function one( int $order_id, LinkTarget $target, int $id ): ?LinkProposal {
		$order = $this->orders->snapshot( $order_id );
		return $order === null || ! $target->is_free( $this->ledger->for_order( $order_id ) )
			? null
			: $this->proposal( $order, $target, $id );
	}

	private function proposal( OrderSnapshot $order, LinkTarget $target, int $id ): ?LinkProposal {
		$document = $this->invoicing->get( $target->kind, $id );
		return $document === null
			? null
			: $this->compare->proposal( $order, $target, $document, $this->customer( $order ) );
	}

	/**
	 * A number is compared here too: some lists cannot be asked for it.
	 *
	 * @return list<RemoteDocument>
	 */
	private function found( OrderSnapshot $order, LinkTarget $target, string $number ): array {
		if ( $number !== '' && $this->documents->finds_by_number( $target->kind ) ) {
			return $this->documents->numbered( $target->kind, $number );
		}
		$customer = $this->customer( $order );
		$all      = $customer === null ? [] : $this->documents->of_customer(
			$target->kind,
			$customer,
			$order->created_at->modify( self::BEFORE_ORDER )
		);
		$is_it    = fn ( RemoteDocument $one ): bool => $number === ''
			? $this->ledger->order_of( $one->kind, $one->id ) === null
			: self::plain( $one->number ) === self::plain( $number );
		return array_values( array_filter( $all, $is_it ) );
	}

	/** Whom the order's other documents are for, or whom this shop remembers for its buyer. */
	private function customer( OrderSnapshot $order ): ?CustomerRef {
		$named = array_map(
			fn ( Task $task ): ?CustomerRef => $task->key->effect->creates() !== null && $task->was_at_sellsy()
				? $this->lost_document_finder->sent_for( $task )
				: null,
			$this->ledger->for_order( $order->id )
		);
		return array_values( array_filter( $named ) )[0] ?? $this->recall->exact( $order )?->ref;
	}

	private static function plain( string $number ): string {
		return mb_strtolower( trim( $number ) );
	}
}
