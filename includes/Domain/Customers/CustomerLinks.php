<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

/** Who is remembered as which customer of one Sellsy account, for people to look through. */
interface CustomerLinks {

	/** @return list<CustomerLink> the latest first. */
	public function page( string $account, ?CustomerSearch $search, int $limit, int $offset ): array;

	public function count( string $account, ?CustomerSearch $search ): int;

	/** @return array<string, int> orders that wait for a person to choose their customer, by ProblemCode value. */
	public function waiting(): array;

	/** The next order of this shopper is matched afresh; false when there is no such link. */
	public function forget( string $account, int $id ): bool;
}
