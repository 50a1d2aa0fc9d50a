<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\FillPace;

/** The whole ledger as it was counted at some moment of the last hours. */
final class Counted {

	/**
	 * @param int                $last_id newest row that was counted.
	 * @param array<string, int> $figures as `LedgerParts` names them.
	 * @param string             $zone    in which days are days, such as `Europe/Paris`.
	 * @param bool               $is_known false: nobody has counted yet, and days and money are missing.
	 * @param FillPace|null      $filling  of old documents; null where an earlier release counted.
	 */
	public function __construct(
		public readonly \DateTimeImmutable $at,
		public readonly int $last_id,
		public readonly array $figures,
		public readonly string $zone,
		public readonly bool $is_known = true,
		public readonly ?FillPace $filling = null,
	) {}

	/** @return list<CountedRows> */
	public function rows(): array {
		$rows = [];
		foreach ( $this->figures as $name => $number ) {
			if ( str_starts_with( $name, 'task ' ) ) {
				[ , $effect, $state, $problem ] = explode( ' ', $name );
				$rows[] = new CountedRows( effect: $effect, state: $state, problem: $problem, number: $number );
			}
		}
		return $rows;
	}

	/** @return array<string, array<string, int>> documents made before that moment, by day, then by kind. */
	public function days(): array {
		$days = [];
		foreach ( $this->figures as $name => $number ) {
			if ( str_starts_with( $name, 'day ' ) ) {
				[ , $day, $kind ]      = explode( ' ', $name );
				$days[ $day ][ $kind ] = $number;
			}
		}
		return $days;
	}
}
