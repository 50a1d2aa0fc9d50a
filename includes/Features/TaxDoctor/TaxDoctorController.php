<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Features\TaxDoctor\Rules\Finding;
use OrderInvoicer\Features\TaxDoctor\Rules\Severity;
use OrderInvoicer\Features\TaxDoctor\Rules\ShopTaxes;
use OrderInvoicer\Features\TaxDoctor\Rules\TaxChoices;
use OrderInvoicer\Features\TaxDoctor\Rules\TaxDoctor;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\Shop\KeptOrderFacts;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Rest\BaseController;

/**
 * The tax doctor on the mapping as it stands on the page, saved or not; changes nothing.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type FixAnswer array{
 *     tax_rates: list<array{
 *         // A tax rate of WooCommerce.
 *         rate_id: PositiveInt,
 *         // A tax of Sellsy.
 *         tax_id: PositiveInt,
 *     }>,
 *     rounding_tax_id: PositiveInt|null,
 * }
 * @phpstan-type FindingAnswer array{
 *     code: string,
 *     severity: value-of<Severity>,
 *     title: string,
 *     why: string,
 *     next_step: string,
 *     // Recent ones that it touches.
 *     orders: NaturalInt,
 *     rate_ids: list<PositiveInt>,
 *     situation: 'none'|value-of<ExemptSituation>,
 *     // Choices that mend it; null where a person must decide.
 *     fix: FixAnswer|null,
 * }
 * @phpstan-type TaxDoctorAnswer array{
 *     findings: list<FindingAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 */
final class TaxDoctorController extends BaseController {

	public function __construct(
		private readonly Account $account,
		private readonly ShopRates $rates,
		private readonly KeptOrderFacts $facts,
		private readonly TaxDoctor $doctor,
		private readonly FindingText $texts,
		private readonly SettingsArray $arrays,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [ $this->post( '/tax-doctor', 'tax-doctor', $this->examine( ... ), 'tax-doctor-request' ) ];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function examine( \WP_REST_Request $request ): \WP_REST_Response {
		if ( ! $this->account->is_configured() ) {
			return $this->shown( [], new Problem( ProblemCode::NotConnected ) );
		}
		try {
			return $this->shown( $this->doctor->examine( $this->shop( $request->get_params() ) ), null );
		} catch ( RemoteFailure $failure ) {
			return $this->shown( [], $failure->on_screen() );
		}
	}

	/**
	 * @param array<mixed> $asked a part of the settings; what it leaves out is not mapped.
	 * @throws RemoteFailure
	 */
	private function shop( array $asked ): ShopTaxes {
		$rates = $this->rates->all();
		$facts = $this->facts->read( $rates );
		$asked = $this->arrays->merged( $this->arrays->declared(), $asked );
		return new ShopTaxes(
			country: WC()->countries->get_base_country(),
			rates: $rates,
			gone: $facts->use->gone,
			taxes: $this->account->taxes(),
			choices: new TaxChoices(
				rates: $asked->tax_rates,
				exempt: $asked->exempt_taxes,
				rounding: $asked->rounding_tax_id,
				reasons: $asked->exempt_reasons
			),
			orders: $facts->use->orders,
			situations: $facts->situations,
			tax_enabled: wc_tax_enabled(),
		);
	}

	/** @param list<Finding> $findings */
	private function shown( array $findings, ?Problem $problem ): \WP_REST_Response {
		return $this->answer(
			'tax-doctor',
			[
				'findings' => array_map( $this->finding( ... ), $findings ),
				'problem'  => $this->problems->view( $problem ),
			]
		);
	}

	/** @return FindingAnswer as the schema `tax-doctor` has it. */
	private function finding( Finding $finding ): array {
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

	/** @return FixAnswer */
	private function fix( TaxChoices $fix ): array {
		$rates = [];
		foreach ( $fix->rates as $rate_id => $tax_id ) {
			$rates[] = [
				'rate_id' => $rate_id,
				'tax_id'  => $tax_id,
			];
		}
		return [
			'tax_rates'       => $rates,
			'rounding_tax_id' => $fix->rounding,
		];
	}
}
