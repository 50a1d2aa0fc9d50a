<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Trail;

/** Steps are kept in memory until their try ends, and written with its outcome: a runner that dies leaves none. */
final class WpdbAttemptLog implements AttemptLog, Trail {

	/** Far more than a try takes; an order of hundreds of new products makes hundreds of requests. */
	private const MOST_STEPS = 60;

	private const LAST_TRIES = 500;

	/** @var list<Step> */
	private array $steps = [];

	public function __construct( private readonly Sql $sql ) {}

	public function begin(): void {
		$this->steps = [];
	}

	public function note( Step $step ): void {
		if ( count( $this->steps ) < self::MOST_STEPS ) {
			$this->steps[] = $step;
		}
	}

	public function add(
		int $task_id,
		int $attempt,
		\DateTimeImmutable $at,
		string $outcome,
		?Problem $problem,
	): void {
		$columns = ProblemColumns::columns( $problem );
		$this->sql->change(
			'INSERT INTO %i ( sync_id, attempt, outcome, error_code, error_message, steps, created_at ) VALUES ( %d,'
				. ' %d, %s, %s, %s, %s, %s )',
			[
				$this->table(),
				$task_id,
				$attempt,
				$outcome,
				$columns['error_code'],
				$columns['error_message'],
				self::steps_text( $this->steps ),
				UtcTime::to_column( $at ),
			]
		);
		$this->begin();
	}

	public function for_task( int $task_id ): array {
		return array_map(
			static fn( array $row ): array => [
				'at'      => UtcTime::of_column( $row['created_at'] ?? '' ),
				'attempt' => (int) ( $row['attempt'] ?? 0 ),
				'outcome' => $row['outcome'] ?? '',
				'problem' => ProblemColumns::read( $row['error_code'] ?? '', $row['error_message'] ?? '' ),
				'steps'   => self::steps_of( $row['steps'] ?? '' ),
			],
			$this->sql->rows( 'SELECT * FROM %i WHERE sync_id = %d ORDER BY id', [ $this->table(), $task_id ] )
		);
	}

	/**
	 * Looks at the last tries only: a task that was tried hundreds of times stands for those before it.
	 *
	 * @return list<int> ids of the tasks tried last, the newest first.
	 * @throws DatabaseRefused
	 */
	public function tried_last( int $most ): array {
		$sql = 'SELECT sync_id FROM %i ORDER BY id DESC LIMIT %d';
		$ids = array_column( $this->sql->rows( $sql, [ $this->table(), self::LAST_TRIES ] ), 'sync_id' );
		return array_map( 'intval', array_slice( array_values( array_unique( $ids ) ), 0, $most ) );
	}

	public function prune( \DateTimeImmutable $before ): void {
		$this->sql->change( 'DELETE FROM %i WHERE created_at < %s', [ $this->table(), UtcTime::to_column( $before ) ] );
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_attempts' );
	}

	/**
	 * The steps of a try as JSON: `[["totals",{"rows":2}]]`.
	 *
	 * @param list<Step> $steps
	 */
	private static function steps_text( array $steps ): string {
		$pairs = array_map( static fn( Step $step ): array => [ $step->code->value, $step->facts ], $steps );
		return $pairs === []
			? ''
			: (string) wp_json_encode(
				$pairs,
				JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE
			);
	}

	/** @return list<Step> without those whose code a newer release wrote. */
	private static function steps_of( string $json ): array {
		$decoded = json_decode( $json, true );
		return array_values( array_filter( array_map( self::step( ... ), is_array( $decoded ) ? $decoded : [] ) ) );
	}

	private static function step( mixed $pair ): ?Step {
		$code = is_array( $pair ) && is_string( $pair[0] ?? null ) ? StepCode::tryFrom( $pair[0] ) : null;
		if ( $code === null || ! is_array( $pair ) ) {
			return null;
		}
		$facts = [];
		foreach ( is_array( $pair[1] ?? null ) ? $pair[1] : [] as $name => $value ) {
			if ( is_string( $name ) && ( is_string( $value ) || is_int( $value ) ) ) {
				$facts[ $name ] = $value;
			}
		}
		return new Step( $code, $facts );
	}
}
