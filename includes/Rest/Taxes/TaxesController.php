<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\ExemptReason;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\Taxes\Confidence;
use OrderInvoicer\Domain\Taxes\CreateTax;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Domain\Taxes\TaxProposal;
use OrderInvoicer\Domain\Taxes\TaxProposals;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Rest\BaseController;

/**
 * Which taxes of Sellsy fit: only proposed, saved with the settings. One that is missing is created there where a
 * person asks for it.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 * @phpstan-import-type SellsyTaxAnswer from TaxView
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
 * @phpstan-type TaxCreatedAnswer array{
 *     tax: SellsyTaxAnswer,
 *     created: bool,
 * }
 */
final class TaxesController extends BaseController {

	public function __construct(
		private readonly Account $account,
		private readonly ShopRates $rates,
		private readonly CreateTax $create,
		private readonly TaxView $view,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [
			$this->get( '/tax-proposals', 'tax-proposals', $this->read( ... ) ),
			$this->post( '/sellsy/taxes', 'tax-created', $this->create( ... ), 'tax-creation' ),
		];
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

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function create( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$draft = $this->draft( new Values( $request->get_params() ) );
		if ( $draft === null ) {
			return new \WP_Error(
				'orderinvoicer_senseless_tax',
				__( 'A tax needs a name, and either a percentage up to 100 or a reason for 0 %.', 'orderinvoicer' ),
				[ 'status' => 400 ]
			);
		}
		try {
			$created = $this->create->create( $draft );
		} catch ( RetryLater $wait ) {
			return $wait->problem->code === ProblemCode::OutcomeUnknown
				? $this->unknown()
				: $this->refused( $wait->problem, 409 );
		} catch ( RemoteFailure $failure ) {
			return $failure->is_outcome_unknown()
				? $this->unknown()
				: $this->refused( $failure->on_screen(), 502 );
		}
		return $this->answer(
			'tax-created',
			[
				'tax'     => $this->view->view( $created['tax'] ),
				'created' => $created['is_new'],
			]
		);
	}

	private function draft( Values $asked ): ?TaxDraft {
		$label   = ( new PlainText() )->line( $asked->text( 'label', '' ), PlainText::SUBJECT );
		$percent = Decimal::from_string( $asked->text( 'percent', '0' ) );
		$reason  = ExemptReason::tryFrom( $asked->text( 'reason', '' ) );
		return match ( true ) {
			$label === '' => null,
			$reason === null => TaxDraft::with_rate( $label, $percent ),
			$percent->is_zero() => TaxDraft::exempt( $label, $reason ),
			default => null,
		};
	}

	private function refused( Problem $problem, int $status ): \WP_Error {
		$shown = $this->problems->shown( $problem );
		return new \WP_Error(
			'orderinvoicer_tax_not_created',
			"{$shown['text']} {$shown['next_step']}",
			[ 'status' => $status ]
		);
	}

	/** Asking again is safe: Sellsy's list is looked through first. */
	private function unknown(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_tax_unknown',
			__( 'Sellsy did not answer clearly, and its list does not show such a tax yet. Wait two minutes, then ask for it again: Sellsy is searched before anything is created.', 'orderinvoicer' ),
			[ 'status' => 502 ]
		);
	}
}
