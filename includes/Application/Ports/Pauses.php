<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Domain\Sync\Pause;
use OrderInvoicer\Domain\Sync\ProblemCode;

/** Reasons why all work stands still, shared by every runner. */
interface Pauses {

	/** The pause in force, the one that needs a person before the others. */
	public function current( \DateTimeImmutable $now ): ?Pause;

	public function begin( Pause $pause ): void;

	/** Ends a pause; true when there was one. */
	public function end( ProblemCode $code ): bool;
}
