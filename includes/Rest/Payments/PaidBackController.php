<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RecordPaidBack;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Order\Day;
use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * The money of a refund has left: recorded on its credit note, by the entry that made it.
 *
 * @phpstan-import-type TaskAnswer from TaskView
 */
final class PaidBackController extends BaseController {

	public function __construct(
		private readonly RecordPaidBack $record,
		private readonly TaskView $view,
	) {}

	public function routes(): array {
		return [ $this->post( self::TASK . '/paid-back', 'task', $this->record( ... ), 'task-paid-back' ) ];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function record( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$said  = new Values( (array) $request->get_json_params() + $request->get_body_params() );
		$day   = $said->text( 'day', '' );
		$total = $this->record->total( $this->id( $request ) );
		if ( ! Day::exists( $day ) ) {
			return Refusal::of( new Refused( Refused::NO_SUCH_DAY, [ 'day' => $day ] ) );
		}
		if ( $total !== null && $said->text( 'confirmed', '' ) !== $total ) {
			return Refusal::not_confirmed( [ 'total' => $total ] );
		}
		$gateway = $said->text( 'gateway', '' );
		$row     = $this->record->record(
			$this->id( $request ),
			$day,
			$gateway === PaymentSettings::UNNAMED ? '' : $gateway
		);
		return $row === null
			? Refusal::changed(
				__( 'Nothing was recorded: it is recorded already, the credit note is not final, the way to pay has no payment method of Sellsy, or the day is before the order or in the future.', 'orderinvoicer' )
			)
			: $this->answer( 'task', $this->view->view( $row ) );
	}
}
