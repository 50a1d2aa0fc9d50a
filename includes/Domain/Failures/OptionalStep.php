<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;

/**
 * A change of Sellsy's catalogue or customers that no document may wait for: a clear no is logged, everything else is
 * tried again.
 */
final class OptionalStep {

	private const CLEAR = [ FailureKind::Rejected, FailureKind::NotFound ];

	public function __construct( private readonly Logger $logger ) {}

	/**
	 * @template T
	 * @param callable(): T $step
	 * @param FailureKind   ...$also what this step can do without, besides what is clearly refused.
	 * @return T|null null when it was done without.
	 * @throws RemoteFailure
	 */
	public function try( callable $step, FailureKind ...$also ): mixed {
		try {
			return $step();
		} catch ( RemoteFailure $failure ) {
			if ( ! in_array( $failure->kind, [ ...self::CLEAR, ...$also ], true ) ) {
				throw $failure;
			}
			$this->log( $failure );
			return null;
		}
	}

	/** For what must not be sent twice: whatever goes wrong is logged, and nothing is tried again. */
	public function try_once( callable $step ): void {
		try {
			$step();
		} catch ( RemoteFailure $failure ) {
			$this->log( $failure );
		}
	}

	private function log( RemoteFailure $failure ): void {
		$this->logger->error(
			match ( $failure->kind ) {
				FailureKind::Rejected, FailureKind::NotFound =>
					'Sellsy refused a change of an item or customer; the document is made without it.',
				FailureKind::AccountBlocked, FailureKind::V1Missing =>
					'There is no right to make this change of an item or customer; the document is made without it.',
				default =>
					'It is not known whether a change of an item or customer reached Sellsy; it is not sent again.',
			},
			[
				'kind'   => $failure->kind->value,
				'route'  => $failure->route,
				'status' => $failure->status,
			]
		);
	}
}
