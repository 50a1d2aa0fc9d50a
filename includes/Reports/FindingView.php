<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Taxes\Doctor\Finding;
use OrderInvoicer\Domain\Taxes\Doctor\TaxChoices;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Wording\FindingText;

/** A finding of the tax doctor as the schema `tax-doctor` shows it. */
final class FindingView {

	public function __construct(
		private readonly FindingText $texts,
		private readonly SettingsArray $arrays,
	) {}

	/** @return array<string, mixed> */
	public function view( Finding $finding ): array {
		return [
			'code'      => $finding->code->value,
			'severity'  => $finding->code->severity()->value,
			'title'     => $this->texts->title( $finding ),
			'why'       => $this->texts->why( $finding ),
			'next_step' => $this->texts->next_step( $finding ),
			'orders'    => $finding->orders,
			'rate_ids'  => array_map( static fn ( ShopRate $rate ): int => $rate->id, $finding->rates ),
			'situation' => $finding->situation->value ?? 'none',
			'fix'       => $finding->fix->is_empty() ? null : $this->fix( $finding->fix ),
		];
	}

	/** @return array<string, mixed> */
	private function fix( TaxChoices $fix ): array {
		return [
			'tax_rates'       => $this->arrays->field( 'tax_rates' )->stored( $fix->rates ),
			'rounding_tax_id' => $fix->rounding,
		];
	}
}
