<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

/** The histories of one run; one that fails shortens itself and says how it is told again. */
final class Seeds {

	/** @param int $daily how many, unless `ORDERINVOICER_HISTORIES` says another number, or `ORDERINVOICER_HISTORY` a seed. */
	public function __construct( private readonly int $daily, private readonly string $command ) {}

	/**
	 * @param \Closure( History ): ?string $fault
	 * @return list<string> of those that failed.
	 */
	public function failing( \Closure $fault ): array {
		$found = [];
		foreach ( $this->seeds() as $seed ) {
			$history = History::of_seed( $seed );
			if ( $fault( $history ) !== null ) {
				$short   = $this->shortened( $history, $fault );
				$found[] = "$short\n{$fault( $short )}\nORDERINVOICER_HISTORY=$seed $this->command";
			}
		}
		return $found;
	}

	/** @return list<int> */
	private function seeds(): array {
		$one  = getenv( 'ORDERINVOICER_HISTORY' );
		$many = getenv( 'ORDERINVOICER_HISTORIES' );
		return $one !== false ? [ (int) $one ] : range( 1, $many === false ? $this->daily : (int) $many );
	}

	/** @param \Closure( History ): ?string $fault */
	private function shortened( History $history, \Closure $fault ): History {
		for ( $place = count( $history->events ) - 1; $place >= 0; $place-- ) {
			$shorter = $history->without( $place );
			$history = $fault( $shorter ) === null ? $history : $shorter;
		}
		return $history;
	}
}
