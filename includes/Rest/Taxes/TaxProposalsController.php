<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\Confidence;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Domain\Taxes\TaxProposal;
use OrderInvoicer\Domain\Taxes\TaxProposals;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Rest\BaseController;

/**
 * Which taxes of Sellsy fit; only proposed, saved with the settings.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type RateProposalAnswer array{
 *     rate_id: int,
 *     // A tax of Sellsy; null where none fits.
 *     tax_id: int|null,
 *     // certain: one tax fits; likely: the best of several, for a person to check; none.
 *     confidence: value-of<Confidence>,
 * }
 * @phpstan-type ExemptProposalAnswer array{
 *     situation: value-of<ExemptSituation>,
 *     // A tax of Sellsy; null where none fits.
 *     tax_id: int|null,
 *     // certain: one tax fits; likely: the best of several, for a person to check; none.
 *     confidence: value-of<Confidence>,
 * }
 * @phpstan-type TaxProposalsAnswer array{
 *     tax_rates: list<RateProposalAnswer>,
 *     exempt_taxes: list<ExemptProposalAnswer>,
 *     rounding_tax_id: int|null,
 *     // certain: one tax fits; likely: the best of several, for a person to check; none.
 *     rounding_confidence: value-of<Confidence>,
 *     problem: ProblemAnswer|null,
 * }
 */
final class TaxProposalsController extends BaseController {

	public function __construct(
		private readonly Account $account,
		private readonly ShopRates $rates,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [ $this->get( '/tax-proposals', 'tax-proposals', $this->read( ... ) ) ];
	}

	private function read(): \WP_REST_Response {
		if ( ! $this->account->is_configured() ) {
			return $this->proposals( [], new Problem( ProblemCode::NotConnected ) );
		}
		try {
			return $this->proposals( $this->account->taxes(), null );
		} catch ( RemoteFailure $failure ) {
			return $this->proposals( [], $failure->on_screen() );
		}
	}

	/** @param list<\OrderInvoicer\Domain\Account\RemoteTax> $taxes */
	private function proposals( array $taxes, ?Problem $problem ): \WP_REST_Response {
		$rates     = $this->rates->all();
		$proposals = new TaxProposals( $taxes, wc_tax_enabled() ? $rates : [] );
		$rounding  = $proposals->for_rounding();
		return $this->answer(
			'tax-proposals',
			[
				'tax_rates'       => array_map(
					fn ( ShopRate $rate ): array =>
						[ 'rate_id' => $rate->id ] + $this->shown( $proposals->for_rate( $rate ) ),
					$rates
				),
				'exempt_taxes'    => array_map(
					fn ( ExemptSituation $situation ): array =>
						[ 'situation' => $situation->value ] + $this->shown( $proposals->for_situation( $situation ) ),
					ExemptSituation::cases()
				),
				'rounding_tax_id' => $rounding->tax?->id,
				'rounding_confidence' => $rounding->confidence->value,
				'problem'         => $this->problems->view( $problem ),
			]
		);
	}

	/** @return array{tax_id: int|null, confidence: value-of<Confidence>} */
	private function shown( TaxProposal $proposal ): array {
		return [
			'tax_id'     => $proposal->tax?->id,
			'confidence' => $proposal->confidence->value,
		];
	}
}
