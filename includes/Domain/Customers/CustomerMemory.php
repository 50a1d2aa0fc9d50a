<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;

/** How shoppers named themselves, and as which customer of one Sellsy account they are known. */
interface CustomerMemory {

	/**
	 * @param string $who `CustomerKey::who()`.
	 * @return list<RememberedCustomer> the oldest first; those whose customer is gone too.
	 */
	public function of_shopper( string $account, string $who ): array;

	/** @return list<RememberedCustomer> of whichever shopper. */
	public function of_customer( string $account, CustomerRef $ref ): array;

	/**
	 * @param string $number SIREN, SIRET or VAT number.
	 * @return list<CustomerRef>
	 */
	public function of_number( string $account, string $number ): array;

	/** Replaces what was kept for this shopper and spelling. */
	public function remember( string $account, RememberedCustomer $memory ): void;

	public function remember_number( string $account, string $number, CustomerRef $ref ): void;

	/** The customer is gone from Sellsy or archived: nobody is known as it any more. Its turn stays taken. */
	public function forget( string $account, CustomerRef $ref ): void;
}
