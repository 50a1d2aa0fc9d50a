<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

/** Tells a change of stock that we make from one that somebody else makes in the same process. */
final class OwnStockChange {

	private bool $is_running = false;

	public function is_running(): bool {
		return $this->is_running;
	}

	/** @param \Closure(): mixed $change */
	public function make( \Closure $change ): void {
		$this->is_running = true;
		try {
			$change();
		} finally {
			$this->is_running = false;
		}
	}
}
