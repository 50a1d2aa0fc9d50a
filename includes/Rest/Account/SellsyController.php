<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Rest\BaseController;

/**
 * The lists of the connected account that settings choose from.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 * @phpstan-import-type SellsyTaxAnswer from TaxView
 *
 * @phpstan-type RateCategoryAnswer array{
 *     id: int,
 *     label: string,
 *     currency: string,
 *     is_default: bool,
 * }
 * @phpstan-type NamedAnswer array{
 *     id: int,
 *     label: string,
 * }
 * @phpstan-type TaxListAnswer array{
 *     items: list<SellsyTaxAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 * @phpstan-type RateCategoryListAnswer array{
 *     items: list<RateCategoryAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 * @phpstan-type NamedListAnswer array{
 *     items: list<NamedAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 * @phpstan-type SellsyAnswer array{
 *     taxes: TaxListAnswer,
 *     rate_categories: RateCategoryListAnswer,
 *     staffs: NamedListAnswer,
 *     models: NamedListAnswer,
 *     payment_terms: NamedListAnswer,
 *     // Whether the connection may use API v1: delivery notes, proformas, steps of orders, e-mails. null: not known.
 *     has_v1: bool|null,
 * }
 */
final class SellsyController extends BaseController {

	public function __construct(
		private readonly Account $account,
		private readonly ProblemView $problems,
		private readonly TaxView $tax_view,
	) {}

	public function routes(): array {
		return [ $this->get( '/sellsy', 'sellsy', $this->read( ... ), 'sellsy-query' ) ];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function read( \WP_REST_Request $request ): \WP_REST_Response {
		if ( $request['refresh'] === true ) {
			$this->account->refresh();
		}
		return $this->answer(
			'sellsy',
			[
				'taxes'           => $this->listed(
					fn (): array => array_map( $this->tax_view->view( ... ), $this->account->taxes() )
				),
				'rate_categories' => $this->listed( $this->account->rate_categories( ... ) ),
				'staffs'          => $this->listed( $this->account->staffs( ... ) ),
				'models'          => $this->listed( $this->account->models( ... ) ),
				'payment_terms'   => $this->listed( $this->account->payment_terms( ... ) ),
				'has_v1'          => $this->has_v1(),
			]
		);
	}

	/** Null: not known, because Sellsy could not be asked. */
	private function has_v1(): ?bool {
		try {
			return $this->account->is_configured() ? $this->account->has_v1() : null;
		} catch ( RemoteFailure ) {
			return null;
		}
	}

	/**
	 * One list that fails does not take the others with it, nor the names that it had.
	 *
	 * @template T of array<string, mixed>
	 * @param callable(): list<T> $read
	 * @return array{items: list<T>, problem: ProblemAnswer|null}
	 */
	private function listed( callable $read ): array {
		$problem = $this->account->is_configured() ? null : new Problem( ProblemCode::NotConnected );
		$items   = [];
		try {
			$items = $problem === null ? $read() : [];
		} catch ( RemoteFailure $failure ) {
			$problem = $failure->on_screen();
			$items   = $this->account->as_last_read( $read );
		}
		return [
			'items'   => $items,
			'problem' => $this->problems->view( $problem ),
		];
	}
}
