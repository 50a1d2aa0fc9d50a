<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Rest\BaseController;

/**
 * Tries the connected account, a few steps a request.
 *
 * @phpstan-import-type DoctorAnswer from DoctorView
 */
final class DoctorController extends BaseController {

	/** No request is longer, but for the answer that it waits for: each answer shows how far it is. */
	private const SECONDS = 2;

	public function __construct(
		private readonly Doctor $doctor,
		private readonly DoctorRunner $runner,
		private readonly DoctorView $view,
		private readonly Account $account,
	) {}

	public function routes(): array {
		return [
			$this->get( '/doctor', 'doctor', $this->read( ... ) ),
			$this->post( '/doctor', 'doctor', $this->begin( ... ), 'doctor-request' ),
			$this->post( '/doctor/step', 'doctor', $this->step( ... ) ),
		];
	}

	private function read(): \WP_REST_Response|\WP_Error {
		return $this->answered_with( static fn () => null );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function begin( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answered_with(
			function () use ( $request ): Progress {
				$this->doctor->begin(
					$request->get_param( 'again' ) === true,
					$request->get_param( 'drafts' ) === true
				);
				return $this->runner->go_on( 0 );
			}
		);
	}

	private function step(): \WP_REST_Response|\WP_Error {
		return $this->answered_with( fn () => $this->runner->go_on( self::SECONDS ) );
	}

	/** @param \Closure(): ?Progress $act */
	private function answered_with( \Closure $act ): \WP_REST_Response|\WP_Error {
		if ( ! $this->account->is_configured() ) {
			return $this->refusal(
				'orderinvoicer_not_connected',
				__( 'Connect your Sellsy account first.', 'orderinvoicer' ),
				409
			);
		}
		try {
			$progress = $act();
			return $this->answer( 'doctor', $this->view->view( $this->doctor->record(), $progress ) );
		} catch ( LeaseLost ) {
			return $this->refusal(
				'orderinvoicer_doctor_busy',
				__( 'Somebody else is at it already.', 'orderinvoicer' ),
				409
			);
		}
	}

	private function refusal( string $code, string $text, int $status ): \WP_Error {
		return new \WP_Error( $code, $text, [ 'status' => $status ] );
	}
}
