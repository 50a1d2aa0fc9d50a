<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Backfill\Rules\BackfillOrders;
use OrderInvoicer\Features\Backfill\Rules\CountBackfill;
use OrderInvoicer\Features\Backfill\Rules\CountedOrders;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * Counting before a back-fill starts, a few orders per request.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type BackfillCountAnswer array{
 *     orders: NaturalInt,
 *     looked_at: NaturalInt,
 *     with_documents: NaturalInt,
 *     would_stop: NaturalInt,
 *     problems: list<array{
 *         orders: NaturalInt,
 *         problem: ProblemAnswer,
 *     }>,
 *     // null at the end.
 *     next: string|null,
 *     problem: ProblemAnswer|null,
 * }
 */
final class BackfillCountController extends BaseController {

	public function __construct(
		private readonly CountBackfill $count,
		private readonly OrderHistory $history,
		private readonly BackfillOrders $orders,
		private readonly Account $account,
		private readonly SettingsStore $settings,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [ $this->post( '/backfill/count', 'backfill-count', $this->count( ... ), 'backfill-count-request' ) ];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function count( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$chosen = new Values( $request->get_params() );
		$filter = $this->orders->filter( $chosen );
		if ( $filter === null ) {
			return Refusal::senseless_orders();
		}
		$total = $this->history->count( $filter );
		if ( ! $this->account->is_configured() ) {
			return $this->shown( $total, new CountedOrders(), new Problem( ProblemCode::NotConnected ) );
		}
		try {
			return $this->shown(
				$total,
				$this->count->look(
					$filter,
					$this->orders->kinds( $chosen ),
					Cursor::of_string( $chosen->text( 'cursor', '' ) ),
					$this->settings->get()
				),
				null
			);
		} catch ( RemoteFailure $failure ) {
			return $this->shown( $total, new CountedOrders(), $failure->on_screen() );
		}
	}

	private function shown( int $total, CountedOrders $counted, ?Problem $problem ): \WP_REST_Response {
		return $this->answer(
			'backfill-count',
			[
				'orders'         => $total,
				'looked_at'      => $counted->looked_at,
				'with_documents' => $counted->with_documents,
				'would_stop'     => $counted->would_stop(),
				'problems'       => array_map(
					fn ( array $met ): array => [
						'orders'  => $met['orders'],
						'problem' => $this->problems->shown( $met['problem'] ),
					],
					array_values( $counted->problems )
				),
				'next'           => $counted->next?->to_string(),
				'problem'        => $this->problems->view( $problem ),
			]
		);
	}
}
