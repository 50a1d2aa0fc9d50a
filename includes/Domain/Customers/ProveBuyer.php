<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\Likeness;
use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * A document was made for a remembered buyer whom Sellsy was not asked about. Is it still the buyer that the order
 * names? Sellsy's answer holds customer and addresses as they are now; what it leaves out is read.
 *
 * @assumes embedded-parties
 */
final class ProveBuyer {

	public function __construct(
		private readonly Customers $customers,
		private readonly RecallCustomer $recall,
		private readonly ResolveAddresses $addresses,
		private readonly ResolveContact $contact,
		private readonly KeepCustomer $keep,
	) {}

	/**
	 * A prospect becomes a client, and numbers that are blank follow the order, as with a customer that was asked for.
	 *
	 * @param Parties $assumed that the document was sent for.
	 * @return DocumentParties|null with the customer as it is now; null: somebody else has to be found, or another
	 *         address.
	 * @throws RemoteFailure
	 */
	public function parties( OrderSnapshot $order, ?DocumentParties $told, Parties $assumed ): ?DocumentParties {
		if ( $told !== null && $told->ref->facts() !== $assumed->customer->facts() ) {
			return null;
		}
		$customer = $this->customer( $order, $told?->customer, $assumed );
		if ( $customer === null || ! $this->has_contact( $order, $told, $assumed ) ) {
			return null;
		}
		$parties = $this->with_addresses( $order, $told, $assumed, $customer );
		if ( $parties !== null && $customer->relation === 'prospect' ) {
			$this->customers->convert_to_client( $customer->ref );
		}
		if ( $parties !== null ) {
			$this->keep->numbers( $customer, $order );
		}
		return $parties;
	}

	/**
	 * The customer alone, for what could not be taken back once a document names somebody else.
	 *
	 * @param RemoteCustomer|null $told as Sellsy has just told; null: it is asked.
	 * @return RemoteCustomer|null null: the customer is gone, archived, or another company by now.
	 * @throws RemoteFailure
	 */
	public function customer( OrderSnapshot $order, ?RemoteCustomer $told, Parties $assumed ): ?RemoteCustomer {
		$customer = $told ?? $this->customers->get( $assumed->customer );
		return $customer === null || $customer->archived || ! $this->is_of_the_numbers( $order, $customer )
			? null
			: $customer;
	}

	/** Somebody may have given it the numbers of another company; a person may have chosen one that has them. */
	private function is_of_the_numbers( OrderSnapshot $order, RemoteCustomer $customer ): bool {
		$numbers = BuyerIdentity::from_buyer( $order->buyer, $order->billing )->numbers;
		return $numbers->likeness( $customer->numbers() ) !== Likeness::Never
			|| $this->recall->exact( $order )?->origin === RememberedCustomer::CHOSEN;
	}

	private function with_addresses(
		OrderSnapshot $order,
		?DocumentParties $told,
		Parties $assumed,
		RemoteCustomer $customer,
	): ?DocumentParties {
		if ( $this->serve( $order, $assumed, $customer, $told?->invoicing_address, $told?->delivery_address ) ) {
			return $this->all( $assumed, $customer, $told?->invoicing_address, $told?->delivery_address );
		}
		$theirs    = array_column( $this->customers->addresses( $customer->ref ), null, 'id' );
		$invoicing = $theirs[ $assumed->invoicing_address_id ?? 0 ] ?? null;
		$delivery  = $theirs[ $assumed->delivery_address_id ?? 0 ] ?? null;
		return $this->serve( $order, $assumed, $customer, $invoicing, $delivery )
			? $this->all( $assumed, $customer, $invoicing, $delivery )
			: null;
	}

	private function all(
		Parties $assumed,
		RemoteCustomer $customer,
		?RemoteAddress $invoicing,
		?RemoteAddress $delivery,
	): DocumentParties {
		return new DocumentParties(
			ref: $assumed->customer,
			contact_id: $assumed->contact_id,
			invoicing_address_id: $assumed->invoicing_address_id,
			delivery_address_id: $assumed->delivery_address_id,
			customer: $customer,
			invoicing_address: $invoicing,
			delivery_address: $delivery
		);
	}

	private function serve(
		OrderSnapshot $order,
		Parties $assumed,
		RemoteCustomer $customer,
		?RemoteAddress $invoicing,
		?RemoteAddress $delivery,
	): bool {
		$shipping = $order->shipping === null || $order->shipping->is_empty() ? $order->billing : $order->shipping;
		return (
			$assumed->invoicing_address_id === null
			|| ( $invoicing !== null && $this->addresses->serves( $invoicing, $order->billing, $customer ) )
		)
			&& (
				$assumed->delivery_address_id === null
				|| ( $delivery !== null && $this->addresses->serves( $delivery, $shipping, $customer ) )
			);
	}

	private function has_contact( OrderSnapshot $order, ?DocumentParties $told, Parties $assumed ): bool {
		return $assumed->contact_id === null
			|| $this->contact->is_still( $assumed->contact_id, $order->buyer, $told?->contact );
	}
}
