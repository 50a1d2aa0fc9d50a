<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;

final class FakePauses implements Pauses {

	/** @var array<string, Pause> */
	public array $pauses = [];

	/** @var array<string, Pause> by effect. */
	public array $partial = [];

	/** Another runner looks already whether the cause is gone. */
	public bool $is_probed = false;

	public function current(): ?Pause {
		return array_values( $this->pauses )[0] ?? null;
	}

	public function pause( Effect $effect ): ?Pause {
		return $this->partial[ $effect->value ] ?? null;
	}

	public function partial(): array {
		return array_values( $this->partial );
	}

	public function begin( Pause $pause ): void {
		if ( $pause->only === null ) {
			$this->pauses[ $pause->problem->code->value ] = $pause;
		} else {
			$this->partial[ $pause->only->value ] = $pause;
		}
	}

	public function take_probe( Pause $pause, \DateTimeImmutable $next ): bool {
		if ( $this->is_probed ) {
			return false;
		}
		$this->begin( new Pause( $pause->problem, $pause->since, $next ) );
		return true;
	}

	public function end_of( Effect $effect ): void {
		unset( $this->partial[ $effect->value ] );
	}

	public function end( ProblemCode $code ): bool {
		$this->partial = array_filter(
			$this->partial,
			static fn ( Pause $pause ): bool => $pause->problem->code !== $code
		);
		$there = isset( $this->pauses[ $code->value ] );
		unset( $this->pauses[ $code->value ] );
		return $there;
	}
}
