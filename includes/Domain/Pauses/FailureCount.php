<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Pauses;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\KeptValues;

/**
 * How many requests in a row got no proper answer, over all runners. Enough of them open the circuit breaker.
 */
final class FailureCount {

	private const OPTION = 'orderinvoicer_failures_in_a_row';

	public function __construct( private readonly KeptValues $values ) {}

	/** @return int how many in a row now. */
	public function add(): int {
		return $this->values->increment( self::OPTION );
	}

	/** Whether the last request got no proper answer. */
	public function has_any(): bool {
		return $this->values->get( self::OPTION ) !== '';
	}

	public function reset(): void {
		if ( $this->has_any() ) {
			$this->values->delete( self::OPTION );
		}
	}
}
