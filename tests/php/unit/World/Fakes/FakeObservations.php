<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;

/** What was seen at work, in words: the last one of each; one that is otherwise stands. */
final class FakeObservations implements Observations {

	/** @var array<string, string> such as `otherwise: refused`, by assumption. */
	public array $seen = [];

	public function saw( Assumption $assumption, bool $is_as_assumed, string $seen ): void {
		if ( ! str_starts_with( $this->seen[ $assumption->value ] ?? '', 'otherwise: ' ) ) {
			$this->seen[ $assumption->value ] = ( $is_as_assumed ? 'as assumed: ' : 'otherwise: ' ) . $seen;
		}
	}

	public function is_open( Assumption $assumption ): bool {
		return ! isset( $this->seen[ $assumption->value ] );
	}
}
