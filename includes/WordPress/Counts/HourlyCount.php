<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Report\FillPace;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * A ledger of a million rows is not counted for each view of a screen: the pass counts once an hour what changed in it
 * (`LedgerParts`), and screens add what happened since. A short one is counted as it stands. No task writes a counter:
 * all runners would wait for its row.
 */
final class HourlyCount {

	private const OPTION = 'orderinvoicer_hourly_count';

	/** Rows from which on a count is kept. */
	private const LARGE = 1000;

	private const EVERY = '-1 hour';

	/** Behind the work of the pass. */
	private const AFTER_THE_PASS = 20;

	/** The newest row of a ledger that was found large and that nobody has counted: a page asks several times. */
	private int $large_up_to = -1;

	public function __construct(
		private readonly Sql $sql,
		private readonly FreshOptions $options,
		private readonly LedgerParts $parts,
		private readonly Clock $clock,
	) {}

	public function register(): void {
		add_action( Wakeups::SWEEP, [ $this, 'handle_sweep' ], self::AFTER_THE_PASS );
	}

	/** @internal */
	public function handle_sweep(): void {
		try {
			$this->counted_since( $this->clock->now()->modify( self::EVERY ) );
		} catch ( DatabaseRefused ) {
			return; // The next pass counts.
		}
	}

	/**
	 * A page never counts a large ledger: it shows what is kept, however old, and says when that was. Where nothing is
	 * kept yet, as right after an update, all that waits for nobody passes for done until the pass has counted.
	 *
	 * @return Counted|null null for a ledger so short that it is counted as it stands.
	 * @throws DatabaseRefused
	 */
	public function read(): ?Counted {
		$kept    = $this->kept();
		$last_id = $this->last_id();
		if ( $kept !== null && $kept->last_id <= $last_id ) {
			return $kept;
		}
		if ( $this->large_up_to !== $last_id && $this->is_large() ) {
			$this->large_up_to = $last_id;
		}
		return $this->large_up_to === $last_id ? $this->not_counted_yet( $last_id ) : null;
	}

	private function not_counted_yet( int $last_id ): Counted {
		return new Counted(
			at: $this->clock->now(),
			last_id: $last_id,
			figures: [ 'task  ' . TaskState::Done->value . ' ' => $last_id ],
			zone: wp_timezone_string(),
			is_known: false
		);
	}

	/**
	 * Counts by effect, state and problem.
	 *
	 * @param literal-string $condition
	 * @return list<CountedRows>
	 * @throws DatabaseRefused
	 */
	public function count( string $condition ): array {
		return $this->counts(
			"SELECT effect, state, error_code, COUNT(*) AS number FROM %i WHERE $condition"
				. ' GROUP BY effect, state, error_code',
			[ $this->table() ]
		);
	}

	/**
	 * Counts listed tasks by state alone, which an index gives in order.
	 *
	 * @param literal-string $condition
	 * @return list<CountedRows>
	 * @throws DatabaseRefused
	 */
	public function by_state( string $condition ): array {
		return $this->counts(
			"SELECT state, COUNT(*) AS number FROM %i WHERE effect <> %s AND $condition GROUP BY state",
			[ $this->table(), Effect::FollowOrder->value ]
		);
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments
	 * @return list<CountedRows>
	 */
	private function counts( string $sql, array $arguments ): array {
		$counts = [];
		foreach ( $this->sql->rows( $sql, $arguments ) as $row ) {
			$number   = (int) ( $row['number'] ?? 0 );
			$counts[] = new CountedRows(
				effect: $row['effect'] ?? '',
				state: $row['state'] ?? '',
				problem: $row['error_code'] ?? '',
				number: $number
			);
		}
		return $counts;
	}

	private function counted_since( \DateTimeImmutable $oldest ): ?Counted {
		$kept = $this->kept();
		if ( $kept !== null && $kept->at > $oldest && $this->is_of_this_month( $kept ) ) {
			return $kept;
		}
		if ( $this->is_large() ) {
			$counted = $this->counted( $kept?->filling );
			return $counted === null ? $kept : $this->keep( $counted );
		}
		if ( $kept !== null ) {
			$this->options->delete( self::OPTION );
		}
		return null;
	}

	/** Lower than at the last count where the ledger was emptied since, or a backup put back. */
	private function last_id(): int {
		return (int) $this->sql->value( 'SELECT MAX( id ) FROM %i', [ $this->table() ] );
	}

	private function is_large(): bool {
		return $this->sql->rows(
			'SELECT id FROM %i ORDER BY id LIMIT 1 OFFSET %d',
			[ $this->table(), self::LARGE ]
		) !== [];
	}

	/** Money is counted by months, so the turn of one asks for another count. */
	private function is_of_this_month( Counted $kept ): bool {
		return $kept->zone === wp_timezone_string()
			&& MoneyOfMonths::month( $kept->at ) === MoneyOfMonths::month( $this->clock->now() );
	}

	/** @return Counted|null null as long as something is still to be counted: what is kept counts until then. */
	private function counted( ?FillPace $before ): ?Counted {
		// Whole seconds, as the table has them.
		$now     = new \DateTimeImmutable( '@' . $this->clock->now()->getTimestamp() );
		$last_id = $this->last_id();
		$figures = $this->parts->figures( $now );
		return $figures === null ? null : new Counted(
			at: $now,
			last_id: $last_id,
			figures: $figures,
			zone: wp_timezone_string(),
			filling: FillPace::counted( $before, $figures['unread'] ?? 0, $now )
		);
	}

	private function keep( Counted $counted ): Counted {
		$kept = [ 'at' => $counted->at->getTimestamp() ] + get_object_vars( $counted );
		unset( $kept['is_known'] );
		$this->options->set( self::OPTION, (string) wp_json_encode( $kept ) );
		return $counted;
	}

	/** Null for what cannot be read too: it is counted anew. */
	private function kept(): ?Counted {
		$kept = json_decode( $this->options->get( self::OPTION ), true );
		if ( ! is_array( $kept ) ) {
			return null;
		}
		/**
		 * @var array{
		 *     at: int,
		 *     last_id: int,
		 *     figures?: array<string, int>,
		 *     zone: string,
		 *     filling?: array<string, int>
		 * } $kept
		 */
		try {
			return new Counted(
				at: new \DateTimeImmutable( "@{$kept['at']}" ),
				last_id: $kept['last_id'],
				figures: $kept['figures'] ?? self::of_former( $kept ),
				zone: $kept['zone'],
				filling: isset( $kept['filling'] ) ? new FillPace( ...$kept['filling'] ) : null
			);
		} catch ( \Throwable ) {
			return null;
		}
	}

	/**
	 * As releases before the parts kept it: it is shown until all is counted.
	 *
	 * @param array<string, mixed> $kept
	 * @return array<string, int>
	 */
	private static function of_former( array $kept ): array {
		/**
		 * @var array{
		 *     rows: list<array{string, string, string, int}>,
		 *     days: array<string, array<string, int>>,
		 *     money: array{months: list<array<string, string|int>>, unknown: int}
		 * } $kept
		 */
		$figures = [ 'unknown 9999-12' => $kept['money']['unknown'] ];
		foreach ( $kept['rows'] as [ $effect, $state, $problem, $number ] ) {
			$figures[ "task $effect $state $problem" ] = $number;
		}
		foreach ( $kept['days'] as $day => $kinds ) {
			foreach ( $kinds as $kind => $number ) {
				$figures[ "day $day $kind" ] = $number;
			}
		}
		foreach ( $kept['money']['months'] as $month ) {
			foreach ( array_filter( $month, is_int( ... ) ) as $name => $number ) {
				$figures[ "money {$month['month']} {$month['currency']} $name" ] = $number;
			}
		}
		return $figures;
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_sync' );
	}
}
