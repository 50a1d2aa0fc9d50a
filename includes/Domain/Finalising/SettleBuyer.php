<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Customers\ResolveAddresses;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\DraftUpdater;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Drafts\TakeDraft;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Taxes\Exemptions;

/**
 * Before an invoice becomes final, it must name the customer that was resolved for its order: not archived, with the
 * name that it had then, and with the order's addresses. One that becomes final on another day than the order's must
 * say when it was sold, and when goods for a company in the EU left. A draft may stand for days, and people work in
 * Sellsy. If anything differs, the customer is resolved afresh and the draft corrected, twice at most; then a person
 * looks at it.
 *
 * @assumes embedded-parties
 */
final class SettleBuyer {

	private const TRIES = 2;

	public function __construct(
		private readonly Customers $customers,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly ResolveAddresses $addresses,
		private readonly TakeDraft $take,
		private readonly DraftUpdater $update,
		private readonly BillableOrder $billable_order,
		private readonly DocumentCompletion $document_completion,
		private readonly Clock $clock,
	) {}

	/**
	 * An order whose buyer was erased can be compared with nobody: its draft stays as it was made.
	 *
	 * @param Task $task the draft's own row.
	 * @return RemoteDocument the draft as it stands after.
	 * @throws NeedsAttention when a person must choose the customer, or look at the draft.
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function settle( Task $task, OrderSnapshot $order, RemoteDocument $draft ): RemoteDocument {
		$tries = 0;
		while (
			! $this->is_right( $task, $order, $draft->parties )
			|| ( ! $order->buyer->is_erased && $this->hides_its_sale( $order, $draft ) )
		) {
			if ( $tries === self::TRIES ) {
				throw NeedsAttention::because( ProblemCode::BuyerDiffers, [ 'id' => $draft->id ] );
			}
			++$tries;
			$draft = $this->corrected( $task, $order );
		}
		return $draft;
	}

	/** A draft of the order's own day says nothing of that day, and is about to get another date. */
	private function hides_its_sale( OrderSnapshot $order, RemoteDocument $draft ): bool {
		return $draft->date !== $this->clock->today()
			&& ( $draft->date === $this->clock->day_of( $order->created_at ) || self::is_to_leave( $order ) );
	}

	/** To a company in the EU: until it is shipped, its invoice says its own day (BR-IC-11), and its draft another. */
	private static function is_to_leave( OrderSnapshot $order ): bool {
		$by_place = static fn ( OrderLine $line ): ?ExemptSituation =>
			$line->taxes === [] ? ( new Exemptions() )->by_place( $order, $line ) : null;
		return $order->delivery->shipped_on() === ''
			&& in_array( ExemptSituation::EuBusiness, array_map( $by_place, $order->lines ), true );
	}

	/** Somebody made it final in Sellsy. */
	public function is_final( Task $task, RemoteDocument $document ): void {
		$this->lost_document_finder->is_for( $task, $document );
	}

	/**
	 * What the draft's answer holds is enough where it says yes; otherwise customer and addresses are read. An order
	 * whose buyer was erased can be compared with nobody.
	 *
	 * @param Task $task the draft's own row.
	 * @throws RemoteFailure
	 */
	public function is_right( Task $task, OrderSnapshot $order, ?DocumentParties $parties ): bool {
		return $order->buyer->is_erased
			|| ( $parties?->customer !== null && $this->fits( $task, $order, $parties ) )
			|| $this->fits( $task, $order, $this->read( $task, $parties ) );
	}

	private function fits( Task $task, OrderSnapshot $order, ?DocumentParties $parties ): bool {
		$customer = $parties?->customer;
		return $parties !== null && $customer !== null
			&& ! $customer->archived
			&& $this->lost_document_finder->was_sent_for( $task, $customer )
			&& $this->serves( $parties->invoicing_address_id, $parties->invoicing_address, $order->billing, $customer )
			&& $this->serves( $parties->delivery_address_id, $parties->delivery_address, $order->shipping, $customer );
	}

	/** Where the order has none, Sellsy chooses; of an address that an answer does not name nothing can be said. */
	private function serves( ?int $id, ?RemoteAddress $theirs, ?Address $ours, RemoteCustomer $customer ): bool {
		if ( $ours === null || $ours->is_empty() || ( $id === null && $theirs === null ) ) {
			return true;
		}
		return $theirs !== null && $this->addresses->serves( $theirs, $ours, $customer );
	}

	private function read( Task $task, ?DocumentParties $parties ): ?DocumentParties {
		$ref      = $parties->ref ?? $this->lost_document_finder->sent_for( $task );
		$customer = $ref === null ? null : $this->customers->get( $ref );
		if ( $ref === null || $customer === null || $customer->archived ) {
			return null;
		}
		$theirs    = array_column( $this->customers->addresses( $ref ), null, 'id' );
		$invoicing = $parties?->invoicing_address_id;
		$delivery  = $parties?->delivery_address_id;
		return new DocumentParties(
			ref: $ref,
			contact_id: null,
			invoicing_address_id: $invoicing,
			delivery_address_id: $delivery,
			customer: $customer,
			invoicing_address: $theirs[ $invoicing ?? 0 ] ?? null,
			delivery_address: $theirs[ $delivery ?? 0 ] ?? null
		);
	}

	/** The draft's own row has the last word where this runner gets no further. */
	private function corrected( Task $task, OrderSnapshot $order ): RemoteDocument {
		$held = $this->take->take( $task );
		try {
			$draft = $this->update->to( $held, $order, $this->billable_order->order( $held, $order ) );
		} catch ( NeedsAttention | RetryLater | RemoteFailure $stop ) {
			$this->take->give_back( $held );
			throw $stop;
		}
		$this->document_completion->done( $held, $draft, null, $order );
		return $draft;
	}
}
