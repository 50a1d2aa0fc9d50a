<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Backfill\Rules\BackfillOrders;
use OrderInvoicer\Features\Backfill\Rules\CountBackfill;
use OrderInvoicer\Features\Backfill\Rules\CountedOrders;
use OrderInvoicer\Features\Backfill\Rules\SteerBackfill;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * Counting before a back-fill starts, a few orders per request; starting, watching and steering it. The work is done in
 * the background.
 *
 * @phpstan-import-type BackfillAnswer from BackfillView
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
final class BackfillController extends BaseController {

	public function __construct(
		private readonly CountBackfill $count,
		private readonly OrderHistory $history,
		private readonly Account $account,
		private readonly SettingsStore $settings,
		private readonly ProblemView $problems,
		private readonly SteerBackfill $steer,
		private readonly BackfillOrders $orders,
		private readonly BackfillView $view,
	) {}

	public function routes(): array {
		return [
			$this->get( '/backfill', 'backfill', $this->read( ... ) ),
			$this->post( '/backfill/count', 'backfill-count', $this->count( ... ), 'backfill-count-request' ),
			$this->post( '/backfill', 'backfill', $this->start( ... ), 'backfill-request' ),
			$this->post( '/backfill/pause', 'backfill', fn () => $this->after( $this->steer->pause( ... ) ) ),
			$this->post( '/backfill/resume', 'backfill', fn () => $this->after( $this->steer->resume( ... ) ) ),
			$this->post( '/backfill/cancel', 'backfill', fn () => $this->after( $this->steer->cancel( ... ) ) ),
		];
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'backfill', [ 'backfill' => $this->view->current() ] );
	}

	/** @param \Closure(): void $act */
	private function after( \Closure $act ): \WP_REST_Response {
		$act();
		return $this->read();
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function start( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$chosen = new Values( $request->get_params() );
		$filter = $this->orders->filter( $chosen );
		if ( $filter === null ) {
			return Refusal::senseless_orders();
		}
		try {
			$this->steer->start( $filter, $this->orders->kinds( $chosen ), $chosen->flag( 'drafts', true ) );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		return $this->read();
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
			return $this->counted( $total, new CountedOrders(), new Problem( ProblemCode::NotConnected ) );
		}
		try {
			return $this->counted(
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
			return $this->counted( $total, new CountedOrders(), $failure->on_screen() );
		}
	}

	private function counted( int $total, CountedOrders $counted, ?Problem $problem ): \WP_REST_Response {
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
