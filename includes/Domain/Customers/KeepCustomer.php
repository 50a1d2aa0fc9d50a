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
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderFingerprint;

/**
 * Which fields of a customer at Sellsy follow an order: only those that are blank there, and those that an order wrote
 * there and that have changed in the order since. Everything else was somebody's decision. Where Sellsy says no, even
 * if only to this connection, no document waits for it.
 */
final class KeepCustomer {

	public function __construct(
		private readonly Customers $customers,
		private readonly OptionalStep $optional,
	) {}

	/** SIREN, SIRET and VAT number stand on a company's documents, and are often learnt after its first order. */
	public function numbers( RemoteCustomer $customer, Buyer $buyer ): void {
		if (
			$customer->ref->type === CustomerType::Company
			&& $this->lacks( $customer, $buyer )
			&& ! $this->is_another( $customer, $buyer )
		) {
			$this->optional->try(
				fn() => $this->customers->fill_in_numbers( $customer->ref, $buyer ),
				FailureKind::AccountBlocked
			);
		}
	}

	/** @param OrderFingerprint $was of the order as its document was made of it. */
	public function email( CustomerRef $ref, Buyer $buyer, OrderFingerprint $was ): void {
		if ( $buyer->email === '' || $was->had( $buyer->email ) ) {
			return;
		}
		$this->optional->try(
			function () use ( $ref, $buyer, $was ): void {
				$customer = $this->customers->get( $ref );
				if ( $customer !== null && $was->had( $customer->email ) ) {
					$this->customers->change_email( $ref, $buyer->email );
				}
			},
			FailureKind::AccountBlocked
		);
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
