<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

/** What the shop keeps of such requests. Personal data: they stand with the order and nowhere else. */
interface CompanyRequests {

	/** The newest; null where there is none, or it was erased. */
	public function find( int $order_id ): ?CompanyRequest;

	/**
	 * Only whoever won or holds the request's row saves.
	 *
	 * @param int $instead_of number of the request that stands; 0 for none.
	 * @return bool false where there is no such order any more, or another request stands.
	 */
	public function save( int $order_id, CompanyRequest $request, int $instead_of ): bool;

	/** The buyer hears of the refusal by e-mail, and reads it with the order. */
	public function tell_refusal( int $order_id, CompanyRequest $refused ): void;

	/** The billing data of the order become these. Doing it again changes nothing. */
	public function enter( int $order_id, CompanyData $data ): void;
}
