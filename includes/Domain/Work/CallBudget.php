<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** How many calls of Sellsy a pass may still make for the look. */
final class CallBudget {

	/** @param \Closure(): bool $may whether one more leaves the orders of today their reserve. */
	public function __construct(
		private int $left,
		private readonly \Closure $may,
	) {}

	public function has( int $calls ): bool {
		return $this->left >= $calls && ( $this->may )();
	}

	/** Before each call. */
	public function take(): bool {
		if ( ! $this->has( 1 ) ) {
			return false;
		}
		--$this->left;
		return true;
	}

	public function left(): int {
		return $this->left;
	}

	/** Calls that were made without asking one by one. */
	public function spent( int $calls ): void {
		$this->left -= $calls;
	}
}
