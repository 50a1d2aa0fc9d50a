<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Payments\MethodProposals;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Rest\Account\SellsyController;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\WooCommerce\PaymentGateways;

/**
 * The shop's gateways and the account's payment methods, with what fits by name; only proposed, saved with the
 * settings.
 *
 * @phpstan-import-type NamedAnswer from SellsyController
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type PaymentGatewayAnswer array{
 *     id: string,
 *     title: string,
 *     // Switched on in WooCommerce.
 *     in_use: bool,
 * }
 * @phpstan-type MethodProposalAnswer array{
 *     gateway: string,
 *     method_id: int,
 *     certain: bool,
 * }
 * @phpstan-type PaymentMethodsAnswer array{
 *     // Also gift_card and store_credit, which stand for a gateway.
 *     gateways: list<PaymentGatewayAnswer>,
 *     methods: list<NamedAnswer>,
 *     // Only where one fits; not certain where it is the first of several.
 *     proposals: list<MethodProposalAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 */
final class PaymentMethodsController extends BaseController {

	public function __construct(
		private readonly Account $account,
		private readonly PaymentGateways $gateways,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [ $this->get( '/payment-methods', 'payment-methods', $this->read( ... ) ) ];
	}

	private function read(): \WP_REST_Response {
		if ( ! $this->account->is_configured() ) {
			return $this->shown( [], new Problem( ProblemCode::NotConnected ) );
		}
		try {
			return $this->shown( $this->account->payment_methods(), null );
		} catch ( RemoteFailure $failure ) {
			$known = $this->account->as_last_read( $this->account->payment_methods( ... ) );
			return $this->shown( $known, $failure->on_screen() );
		}
	}

	/** @param list<array{id: int, label: string}> $methods */
	private function shown( array $methods, ?Problem $problem ): \WP_REST_Response {
		$gateways = $this->gateways->all();
		$in_use   = $this->gateways->in_use();
		return $this->answer(
			'payment-methods',
			[
				'gateways'  => array_map(
					static fn ( array $one ): array => $one + [ 'in_use' => in_array( $one['id'], $in_use, true ) ],
					$gateways
				),
				'methods'   => $methods,
				'proposals' => $this->proposals( $gateways, new MethodProposals( $methods ) ),
				'problem'   => $this->problems->view( $problem ),
			]
		);
	}

	/**
	 * @param list<array{id: string, title: string}> $gateways
	 * @return list<MethodProposalAnswer>
	 */
	private function proposals( array $gateways, MethodProposals $names ): array {
		$proposals = [];
		foreach ( $gateways as $gateway ) {
			$proposal = $names->for_gateway( $gateway['id'], $gateway['title'] );
			if ( $proposal !== null ) {
				$proposals[] = [
					'gateway'   => $gateway['id'],
					'method_id' => $proposal['method_id'],
					'certain'   => $proposal['is_certain'],
				];
			}
		}
		return $proposals;
	}
}
