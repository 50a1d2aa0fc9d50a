<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Report\FillPace;
use OrderInvoicer\Domain\Report\MonthMoney;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Queue\SweepSchedule;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * A ledger of a million rows is not counted for each view of a screen: the pass counts it once an hour, and screens add
 * what happened since. A short one is counted as it stands. No task writes a counter: all runners would wait for its
 * row.
 */
final class HourlyCount {

	private const OPTION = 'orderinvoicer_hourly_count';

	/** Rows from which on a count is kept. */
	private const LARGE = 1000;

	private const EVERY = '-1 hour';

	/** Behind the work of the pass. */
	private const AFTER_THE_PASS = 20;

	/** One more than the overview shows. */
	private const DAYS = 31;

	/** The newest row of a ledger that was found large and that nobody has counted: a page asks several times. */
	private int $large_up_to = -1;

	public function __construct(
		private readonly Sql $sql,
		private readonly FreshOptions $options,
		private readonly MadeDocuments $made,
		private readonly MoneyOfMonths $money,
		private readonly Clock $clock,
	) {}

	public function register(): void {
		add_action( SweepSchedule::HOOK, [ $this, 'handle_sweep' ], self::AFTER_THE_PASS );
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
			rows: [ new CountedRows( effect: '', state: TaskState::Done->value, problem: '', number: $last_id ) ],
			zone: wp_timezone_string(),
			days: [],
			money: new MoneyCount( [], 0 ),
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
			return $this->keep( $this->counted( $kept?->filling ) );
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

	private function counted( ?FillPace $before ): Counted {
		// Whole seconds, as the table has them.
		$now     = new \DateTimeImmutable( '@' . $this->clock->now()->getTimestamp() );
		$last_id = $this->last_id();
		$days    = $this->made->per_day( $this->days_until( $now ) );
		return new Counted(
			at: $now,
			last_id: $last_id,
			rows: $this->count( '1 = 1' ),
			zone: wp_timezone_string(),
			days: $days,
			money: $this->money->count( $now ),
			filling: FillPace::counted( $before, $this->made->unread(), $now )
		);
	}

	/** @return non-empty-list<\DateTimeImmutable> */
	private function days_until( \DateTimeImmutable $now ): array {
		$today = $now->setTimezone( wp_timezone() )->setTime( 0, 0 );
		$days  = [];
		foreach ( range( 1 - self::DAYS, 0 ) as $day ) {
			$days[] = $today->modify( "$day days" )->setTime( 0, 0 );
		}
		$days[] = $now;
		return $days;
	}

	private function keep( Counted $counted ): Counted {
		$kept         = get_object_vars( $counted );
		unset( $kept['is_known'] );
		$kept['at']   = $counted->at->getTimestamp();
		$kept['rows'] = array_map( 'array_values', array_map( 'get_object_vars', $counted->rows ) );
		$kept['money'] = [
			'months'  => array_map( 'get_object_vars', $counted->money->months ),
			'unknown' => $counted->money->unknown,
		];
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
		 *     rows: list<array{string, string, string, int}>,
		 *     zone: string,
		 *     days: array<string, array<string, int>>,
		 *     money?: mixed,
		 *     filling?: array<string, int>
		 * } $kept
		 */
		try {
			$rows = array_map( static fn ( array $row ): CountedRows => new CountedRows( ...$row ), $kept['rows'] );
			return new Counted(
				at: new \DateTimeImmutable( "@{$kept['at']}" ),
				last_id: $kept['last_id'],
				rows: $rows,
				zone: $kept['zone'],
				days: $kept['days'],
				money: self::kept_money( $kept['money'] ?? null ),
				filling: isset( $kept['filling'] ) ? new FillPace( ...$kept['filling'] ) : null
			);
		} catch ( \Throwable ) {
			return null;
		}
	}

	/** @throws \UnexpectedValueException where an earlier release counted. */
	private static function kept_money( mixed $kept ): MoneyCount {
		if ( ! is_array( $kept ) ) {
			throw new \UnexpectedValueException();
		}
		/**
		 * @var array{months: list<array{
		 *     month: string,
		 *     currency: string,
		 *     orders: int,
		 *     ordered: int,
		 *     invoices: int,
		 *     invoiced: int,
		 *     credit_notes: int,
		 *     credited: int,
		 *     paid: int,
		 *     open: int,
		 *     drafts: int,
		 *     credit_note_drafts?: int
		 * }>, unknown: int} $kept
		 */
		return new MoneyCount(
			array_map( static fn ( array $month ): MonthMoney => new MonthMoney( ...$month ), $kept['months'] ),
			$kept['unknown']
		);
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_sync' );
	}
}
