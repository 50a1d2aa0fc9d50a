<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Pauses;

defined( 'ABSPATH' ) || exit;

/** Requests that got no proper answer in a row, over all runners: enough of them open the breaker. */
interface FailureCount {

	/** @return int how many in a row now. */
	public function add(): int;

	public function reset(): void;
}
