<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

/** How an e-mail address was written in the shop. */
interface WrittenEmails {

	/** @return list<string> by its orders and its accounts, whatever the case; some, where there are many. */
	public function like( string $email ): array;
}
