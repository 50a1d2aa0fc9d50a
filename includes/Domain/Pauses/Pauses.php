<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Pauses;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;

/**
 * Reasons why all work, or all of one kind, stands still, shared by every runner. A pause stays until it is ended; its
 * `until` is when one runner may see whether the cause is gone (null: a person must act).
 */
interface Pauses {

	/** The pause of all work in force, the one that needs a person before the others. */
	public function current(): ?Pause;

	/** What this kind of work waits for while the others go on. */
	public function pause( Effect $effect ): ?Pause;

	/** @return list<Pause> those of one kind of work. */
	public function partial(): array;

	/** Begins a pause, or moves the `until` of the one there is. */
	public function begin( Pause $pause ): void;

	/** True for the one runner that may look whether the cause is gone; the others wait until `next`. */
	public function take_probe( Pause $pause, \DateTimeImmutable $next ): bool;

	/** Ends the pause of all work, and of every kind of work, that has this cause; true when there was one. */
	public function end( ProblemCode $code ): bool;

	/** This kind of work goes on. */
	public function end_of( Effect $effect ): void;
}
