<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\EarlierPayments\Rules\RecordEarlier;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * What was paid while nothing was recorded: offered, and recorded or left once a person says so.
 *
 * @phpstan-type EarlierPaymentsAnswer array{
 *     // Paid and invoiced before recording was switched on; a thousand at a time.
 *     orders: NaturalInt,
 *     // Number and total; empty where there are none.
 *     says: string,
 *     // What a person is told before.
 *     asks: string,
 *     // To send with POST once a person says yes.
 *     seen: string,
 *     // What was done; empty where nothing was.
 *     done: string,
 * }
 */
final class EarlierPaymentsController extends BaseController {

	public function __construct(
		private readonly RecordEarlier $earlier,
		private readonly EarlierPaymentsText $texts,
	) {}

	public function routes(): array {
		$path = '/payments/earlier';
		return [
			$this->get( $path, 'earlier-payments', $this->read( ... ) ),
			$this->post( $path, 'earlier-payments', $this->record( ... ), 'earlier-payments-request' ),
		];
	}

	private function read(): \WP_REST_Response {
		return $this->shown( '' );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function record( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$seen = is_string( $request['seen'] ) ? $request['seen'] : '';
		if ( $request['leave'] === true ) {
			$done = $this->earlier->leave( $seen ) ? $this->texts->left() : null;
		} else {
			$count = $this->earlier->record( $seen );
			$done  = $count === null ? null : $this->texts->done( $count );
		}
		return $done === null ? Refusal::changed( $this->texts->changed() ) : $this->shown( $done );
	}

	private function shown( string $done ): \WP_REST_Response {
		$offered = $this->earlier->offered();
		return $this->answer(
			'earlier-payments',
			[
				'orders' => count( $offered ),
				'says'   => $this->texts->says( $offered ),
				'asks'   => $offered === [] ? '' : $this->texts->question(),
				'seen'   => RecordEarlier::mark( $offered ),
				'done'   => $done,
			]
		);
	}
}
