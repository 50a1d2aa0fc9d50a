<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

/** Which test classes come by a place of the core, as one run with probes has shown. */
final class Reach {

	/**
	 * @param array<string, array<int, array{int, int}>> $parts   of each file, by probe.
	 * @param array<int, array<string, true>>            $tests   by probe.
	 * @param array<string, float>                       $seconds of each test class.
	 */
	public function __construct(
		private readonly array $parts,
		private readonly array $tests,
		private readonly array $seconds,
	) {}

	/**
	 * Those of its own room first, then of its file, the quickest first. What is in no function, such as a default, may
	 * reach any.
	 *
	 * @return list<string>
	 */
	public function tests( Mutant $mutant ): array {
		$parts  = $this->parts[ $mutant->path ];
		$around = array_filter(
			$parts,
			static fn ( array $part ): bool => $part[0] <= $mutant->at && $mutant->at + $mutant->length <= $part[1]
		);
		uasort( $around, static fn ( array $one, array $other ): int => $one[1] - $one[0] <=> $other[1] - $other[0] );
		$of_file = array_replace( [], ...array_intersect_key( $this->tests, $parts ) );
		$tests   = $around === [] ? $this->seconds : $this->tests[ array_key_first( $around ) ] ?? [];
		$tests   = array_keys( array_intersect_key( $this->seconds, $tests ) );
		$room    = "tests/php/unit/{$mutant->room()}/";
		$place   = fn ( string $test ): array =>
			[ ! str_starts_with( $test, $room ), ! isset( $of_file[ $test ] ), $this->seconds[ $test ] ];
		usort( $tests, static fn ( string $one, string $other ): int => $place( $one ) <=> $place( $other ) );
		return $tests;
	}
}
