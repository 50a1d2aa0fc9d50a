<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

/** What a buyer gives of their company: the same as at the checkout. As typed, checked by whoever took it. */
final class CompanyData {

	public function __construct(
		public readonly string $company,
		public readonly string $siret,
		public readonly string $vat_number,
		public readonly string $order_number,
	) {}
}
