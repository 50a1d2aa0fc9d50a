<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Domain\Sync\Pause;
use OrderInvoicer\Domain\Sync\ProblemCode;

/**
 * Reasons why all work stands still, shared by every runner. A pause stays until it is ended; its `until` is when one
 * runner may see whether the cause is gone (null: a person must act).
 */
interface Pauses {

	/** The pause in force, the one that needs a person before the others. */
	public function current(): ?Pause;

	/** Begins a pause, or moves the `until` of the one there is. */
	public function begin( Pause $pause ): void;

	/** True for the one runner that may look whether the cause is gone; the others wait until `next`. */
	public function take_probe( Pause $pause, \DateTimeImmutable $next ): bool;

	/** Ends a pause; true when there was one. */
	public function end( ProblemCode $code ): bool;
}
