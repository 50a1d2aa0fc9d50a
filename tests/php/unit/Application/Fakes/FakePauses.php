<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application\Fakes;

use OrderInvoicer\Application\Ports\FailureCount;
use OrderInvoicer\Application\Ports\Pauses;
use OrderInvoicer\Domain\Sync\Pause;
use OrderInvoicer\Domain\Sync\ProblemCode;

final class FakePauses implements Pauses, FailureCount {

	/** @var array<string, Pause> */
	public array $pauses = [];
	public int $failures = 0;

	public function current(): ?Pause {
		return array_values( $this->pauses )[0] ?? null;
	}

	public function begin( Pause $pause ): void {
		$this->pauses[ $pause->problem->code->value ] = $pause;
	}

	public function take_probe( Pause $pause, \DateTimeImmutable $next ): bool {
		$this->begin( new Pause( $pause->problem, $pause->since, $next ) );
		return true;
	}

	public function end( ProblemCode $code ): bool {
		$there = isset( $this->pauses[ $code->value ] );
		unset( $this->pauses[ $code->value ] );
		return $there;
	}

	public function add(): int {
		return ++$this->failures;
	}

	public function reset(): void {
		$this->failures = 0;
	}
}
