<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\LegalNumbers;
use OrderInvoicer\Domain\Buyers\Likeness;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Which fields of a customer at Sellsy follow an order: only those that are blank there, and those that an order wrote
 * there and that have changed in the order since. Everything else was somebody's decision. Where Sellsy says no, even
 * if only to this connection, no document waits for it.
 */
final class KeepCustomer {

	public function __construct(
		private readonly Customers $customers,
		private readonly OptionalStep $optional,
		private readonly OrderLinks $orders,
	) {}

	/** SIREN, SIRET and VAT number stand on a company's documents, and are often learnt after its first order. */
	public function numbers( RemoteCustomer $customer, OrderSnapshot $order ): void {
		$buyer = $order->buyer;
		if (
			$customer->ref->type === CustomerType::Company
			&& $this->lacks( $customer, $buyer )
			&& ! $this->is_another( $customer, $buyer )
		) {
			$this->change(
				$order,
				$customer->ref,
				fn(): bool => $this->customers->fill_in_numbers( $customer->ref, $buyer )
			);
		}
	}

	/** @param OrderFingerprint $was of the order as its document was made of it. */
	public function email( CustomerRef $ref, OrderSnapshot $order, OrderFingerprint $was ): void {
		$email = $order->buyer->email;
		if ( $email === '' || $was->had( $email ) ) {
			return;
		}
		$this->change(
			$order,
			$ref,
			function () use ( $ref, $email, $was ): bool {
				$customer = $this->customers->get( $ref );
				$is_ours  = $customer !== null && $was->had( $customer->email );
				return ! $is_ours || $this->customers->change_email( $ref, $email );
			}
		);
	}

	/** @param \Closure(): bool $change false: it is left to a person, who is told. */
	private function change( OrderSnapshot $order, CustomerRef $ref, \Closure $change ): void {
		if ( $this->optional->try( $change, FailureKind::AccountBlocked ) === false ) {
			$this->orders->note_problem( $order->id, new Problem( ProblemCode::ClientToChange, $ref->facts() ) );
		}
	}

	private function lacks( RemoteCustomer $customer, Buyer $buyer ): bool {
		return ( $customer->siren === '' && $buyer->siren !== '' )
			|| ( $customer->siret === '' && $buyer->siret !== '' )
			|| ( $customer->vat_number === '' && $buyer->vat_number !== '' );
	}

	/** A person may have chosen a customer with other numbers. */
	private function is_another( RemoteCustomer $customer, Buyer $buyer ): bool {
		return $customer->numbers()->likeness(
			LegalNumbers::from_numbers( $buyer->siren, $buyer->siret, $buyer->vat_number )
		) === Likeness::Never;
	}
}
