<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\unit\Domain;

/** The same "random" numbers on every machine and every run (Park and Miller's minimal standard generator). */
final class SeededNumbers {

	private const MODULUS = 2_147_483_647;

	public function __construct( private int $state ) {}

	/** Both ends included; the range is at most 2^31 wide. */
	public function between( int $low, int $high ): int {
		$this->state = $this->state * 48_271 % self::MODULUS;
		return $low + $this->state % ( $high - $low + 1 );
	}

	/** True once in so many times. */
	public function once_in( int $times ): bool {
		return $this->between( 1, $times ) === 1;
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $choices
	 * @return T
	 */
	public function one_of( array $choices ): mixed {
		return $choices[ $this->between( 0, count( $choices ) - 1 ) ];
	}
}
