<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ExemptReason;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\Taxes\CreateTax;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Rest\BaseController;

/**
 * Creates the tax at Sellsy that a person asked for. Which rate uses it is saved with the settings.
 *
 * @phpstan-import-type SellsyTaxAnswer from TaxView
 *
 * @phpstan-type TaxCreatedAnswer array{
 *     tax: SellsyTaxAnswer,
 *     created: bool,
 * }
 */
final class TaxCreationController extends BaseController {

	public function __construct(
		private readonly CreateTax $create,
		private readonly TaxView $view,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [ $this->post( '/sellsy/taxes', 'tax-created', $this->create( ... ), 'tax-creation' ) ];
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
