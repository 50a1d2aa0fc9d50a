<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Histories;

use PHPUnit\Framework\TestCase;

/**
 * Whatever happens to an order, and whatever goes wrong meanwhile: what stands at Sellsy is what was sold and what was
 * paid, or a person is asked. A seed that fails shortens itself and says how to run it again.
 */
final class HistoriesTest extends TestCase {

	private const DAILY = 120;

	public function test_what_stands_is_what_was_sold_and_paid_or_a_person_is_asked(): void {
		$this->for_each_seed(
			static fn ( History $history ): ?string => ( new Teller() )->tell( $history )->fault()
		);
	}

	public function test_what_went_wrong_meanwhile_leaves_no_trace(): void {
		$this->for_each_seed(
			static function ( History $history ): ?string {
				if ( ! $history->rests || ! $history->has_faults() ) {
					return null;
				}
				$with    = (string) ( new Teller() )->tell( $history );
				$without = (string) ( new Teller() )->tell( $history->without_faults() );
				return $with === $without ? null : "With:\n$with\nWithout:\n$without";
			}
		);
	}

	/** @param \Closure( History ): ?string $fault */
	private function for_each_seed( \Closure $fault ): void {
		$found = [];
		foreach ( self::seeds() as $seed ) {
			$history = History::of_seed( $seed );
			$wrong   = $fault( $history );
			if ( $wrong !== null ) {
				$found[] = $this->told( $this->shortened( $history, $fault ), $fault );
			}
		}
		self::assertTrue( $found === [], implode( "\n\n", $found ) );
	}

	/** @return list<int> */
	private static function seeds(): array {
		$one  = getenv( 'ORDERINVOICER_HISTORY' );
		$many = getenv( 'ORDERINVOICER_HISTORIES' );
		return $one !== false ? [ (int) $one ] : range( 1, $many === false ? self::DAILY : (int) $many );
	}

	/** @param \Closure( History ): ?string $fault */
	private function shortened( History $history, \Closure $fault ): History {
		for ( $place = count( $history->events ) - 1; $place >= 0; $place-- ) {
			$shorter = $history->without( $place );
			$history = $fault( $shorter ) === null ? $history : $shorter;
		}
		return $history;
	}

	/** @param \Closure( History ): ?string $fault */
	private function told( History $history, \Closure $fault ): string {
		return "$history\n{$fault( $history )}\n" . ( new Teller() )->tell( $history ) . "\n"
			. "ORDERINVOICER_HISTORY=$history->seed vendor/bin/phpunit --testsuite unit --filter HistoriesTest";
	}
}
