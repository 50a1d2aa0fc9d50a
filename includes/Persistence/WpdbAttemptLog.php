<?php
declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Application\Ports\AttemptLog;
use OrderInvoicer\Domain\Sync\Problem;

defined( 'ABSPATH' ) || exit;

final class WpdbAttemptLog implements AttemptLog {

	public function __construct( private readonly Sql $sql ) {}

	public function add( int $sync_id, int $attempt, \DateTimeImmutable $at, string $outcome, ?Problem $problem ): void {
		$columns = ProblemColumns::of( $problem );
		$this->sql->change(
			'INSERT INTO %i ( sync_id, attempt, outcome, error_code, error_message, created_at ) VALUES ( %d, %d, %s, %s, %s, %s )',
			[ $this->table(), $sync_id, $attempt, $outcome, $columns['error_code'], $columns['error_message'], UtcTime::to_column( $at ) ]
		);
	}

	public function for_sync( int $sync_id ): array {
		return array_map(
			static fn( array $row ): array => [
				'at'      => UtcTime::of_column( $row['created_at'] ?? '' ),
				'attempt' => (int) ( $row['attempt'] ?? 0 ),
				'outcome' => $row['outcome'] ?? '',
				'problem' => ProblemColumns::read( $row['error_code'] ?? '', $row['error_message'] ?? '' ),
			],
			$this->sql->rows( 'SELECT * FROM %i WHERE sync_id = %d ORDER BY id', [ $this->table(), $sync_id ] )
		);
	}

	public function prune( \DateTimeImmutable $before ): void {
		$this->sql->change( 'DELETE FROM %i WHERE created_at < %s', [ $this->table(), UtcTime::to_column( $before ) ] );
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_attempts' );
	}
}
