<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Logger;

/** Something at Sellsy's catalogue or customers that no document may wait for: a clear no is logged, everything else is tried again. */
final class OptionalStep {

	private const CLEAR = [ FailureKind::Rejected, FailureKind::NotFound ];

	public function __construct( private readonly Logger $logger ) {}

	/**
	 * @template T
	 * @param callable(): T $step
	 * @return T|null null when Sellsy refused.
	 * @throws RemoteFailure
	 */
	public function try( callable $step ): mixed {
		try {
			return $step();
		} catch ( RemoteFailure $failure ) {
			if ( ! in_array( $failure->kind, self::CLEAR, true ) ) {
				throw $failure;
			}
			$this->log( $failure );
			return null;
		}
	}

	/** For what has not even to be tried again: whatever goes wrong is logged and that is all. */
	public function try_once( callable $step ): void {
		try {
			$step();
		} catch ( RemoteFailure $failure ) {
			$this->log( $failure );
		}
	}

	private function log( RemoteFailure $failure ): void {
		$this->logger->error(
			'Sellsy refused something about an item or customer; the document does without.',
			[
				'route'  => $failure->route,
				'status' => $failure->status,
			]
		);
	}
}
