<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

/** The histories of one run; one that fails shortens itself and says how it is told again. */
final class Seeds {

	/**
	 * `ORDERINVOICER_HISTORIES` says how many instead, `ORDERINVOICER_HISTORIES_FROM` the first seed, and
	 * `ORDERINVOICER_HISTORY` the only one.
	 */
	public function __construct( private readonly int $daily, private readonly string $command ) {}

	/**
	 * @param \Closure( History ): ?string $fault
	 * @return list<string> of those that failed.
	 */
	public function failing( \Closure $fault ): array {
		$found = [];
		foreach ( $this->seeds() as $seed ) {
			$history = History::of_seed( $seed );
			$first   = $fault( $history );
			if ( $first !== null ) {
				$short   = $this->shortened( $history, $fault );
				$says    = $fault( $short ) ?? "$first (once only)";
				$found[] = "$short\n$says\nORDERINVOICER_HISTORY=$seed $this->command";
				// At once: a night's run may be broken off.
				fwrite( STDERR, "\n" . end( $found ) . "\n" );
			}
		}
		return $found;
	}

	/** @return list<int> */
	private function seeds(): array {
		$only  = getenv( 'ORDERINVOICER_HISTORY' );
		$many  = getenv( 'ORDERINVOICER_HISTORIES' );
		$first = max( 1, (int) getenv( 'ORDERINVOICER_HISTORIES_FROM' ) );
		return $only !== false
			? [ (int) $only ]
			: range( $first, $first - 1 + ( $many === false ? $this->daily : (int) $many ) );
	}

	/** @param \Closure( History ): ?string $fault */
	private function shortened( History $history, \Closure $fault ): History {
		for ( $place = count( $history->events ) - 1; $place >= 0; $place-- ) {
			$shorter = $history->without( $place );
			$history = $fault( $shorter ) === null ? $history : $shorter;
		}
		foreach ( array_keys( $history->simpler() ) as $one ) {
			$simpler = $history->simpler()[ $one ];
			$history = $fault( $simpler ) === null ? $history : $simpler;
		}
		return $history;
	}
}
