<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

/**
 * Kills the process at a chosen step. Every call to the outside counts as two steps, before and after its effect; once
 * dead, every further call dies as well, so that no handler of the dead process can write anything.
 */
final class Fate {

	public int $steps     = 0;
	public ?int $kill_at  = null;
	private bool $is_dead = false;

	/**
	 * @template T
	 * @param callable(): T $effect
	 * @return T
	 */
	public function call( callable $effect ): mixed {
		$this->step();
		$result = $effect();
		$this->step();
		return $result;
	}

	/** Now. */
	public function die(): never {
		$this->is_dead = true;
		throw new Killed( 'killed in a request' );
	}

	public function revive(): void {
		$this->is_dead = false;
		$this->kill_at = null;
	}

	private function step(): void {
		++$this->steps;
		if ( $this->is_dead || $this->steps === $this->kill_at ) {
			$this->is_dead = true;
			throw new Killed( "killed at step {$this->steps}" );
		}
	}
}
