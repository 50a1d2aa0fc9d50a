<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Trail;

/** Steps are kept in memory until their try ends, and written with its outcome: a runner that dies leaves none. */
final class WpdbAttemptLog implements AttemptLog, Trail {

	/** Far more than a try takes; an order of hundreds of new products makes hundreds of requests. */
	private const MOST_STEPS = 60;

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
				StepColumn::text( $this->steps ),
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
				'steps'   => StepColumn::read( $row['steps'] ?? '' ),
			],
			$this->sql->rows( 'SELECT * FROM %i WHERE sync_id = %d ORDER BY id', [ $this->table(), $task_id ] )
		);
	}

	public function prune( \DateTimeImmutable $before ): void {
		$this->sql->change( 'DELETE FROM %i WHERE created_at < %s', [ $this->table(), UtcTime::to_column( $before ) ] );
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_attempts' );
	}
}
