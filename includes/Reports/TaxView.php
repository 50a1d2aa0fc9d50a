<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;

/**
 * A tax of Sellsy as the schema `sellsy-tax` shows it.
 *
 * @phpstan-type SellsyTaxAnswer array{
 *     id: int,
 *     label: string,
 *     percent: string,
 *     category: string,
 *     usable: bool,
 *     exempt: bool,
 * }
 */
final class TaxView {

	/** @return SellsyTaxAnswer */
	public function view( RemoteTax $tax ): array {
		return [
			'id'       => $tax->id,
			'label'    => $tax->label,
			'percent'  => $tax->rate->to_string(),
			'category' => $tax->category,
			'usable'   => $tax->usable,
			'exempt'   => $tax->is_exempt(),
		];
	}
}
