<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Bulk\Rules\PlanRetryAll;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\Tasks\TaskQuery;

/**
 * Trying again what is listed, or what was mended.
 *
 * @phpstan-type TasksRetryAnswer array{
 *     // How many went back to the queue.
 *     retried: NaturalInt,
 *     // Nothing was tried again: this becomes final by it. Left out where nothing does.
 *     asks?: list<string>,
 *     // To send with the same request once a person says yes.
 *     seen?: string,
 * }
 */
final class RetryAllController extends BaseController {

	public function __construct(
		private readonly RetryTask $retry,
		private readonly PlanRetryAll $plan,
		private readonly BulkText $texts,
	) {}

	public function routes(): array {
		return [ $this->post( '/tasks/retry', 'tasks-retry', $this->retry_all( ... ), 'tasks-retry-request' ) ];
	}

	/**
	 * Where something becomes final by it, a person says yes to that first: the same request with what was seen.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function retry_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		try {
			$listed = $request['mended'] === true
				? $this->plan->mended()
				: TaskQuery::filter( new Values( $request->get_params() ) );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		if ( $listed === null ) {
			return $this->answer( 'tasks-retry', [ 'retried' => 0 ] );
		}
		[ $plan, $orders ] = $this->plan->finals( $listed );
		$is_answered       = $plan->steps === [] || $request['seen'] === $plan->mark();
		return $this->answer(
			'tasks-retry',
			$is_answered
				? [ 'retried' => $this->retry->retry_all( $listed ) ]
				: [
					'retried' => 0,
					'asks'    => [ $this->texts->warning( $plan, $orders ) ],
					'seen'    => $plan->mark(),
				]
		);
	}
}
