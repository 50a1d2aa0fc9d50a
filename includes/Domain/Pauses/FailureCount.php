<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Pauses;

defined( 'ABSPATH' ) || exit;

/** How many requests in a row got no proper answer, over all runners. Enough of them open the circuit breaker. */
interface FailureCount {

	/** @return int how many in a row now. */
	public function add(): int;

	/** Whether the last request got no proper answer. */
	public function has_any(): bool;

	public function reset(): void;
}
