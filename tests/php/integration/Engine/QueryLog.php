<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

/** Which code asked the database what: for ORDERINVOICER_SHOW_COST. */
final class QueryLog {

	/** @var list<array{task: int, sql: string, by: string}> */
	private array $queries = [];
	private int $task      = 0;

	public function begin(): void {
		add_filter( 'query', [ $this, 'note' ] );
	}

	public function end(): void {
		remove_filter( 'query', [ $this, 'note' ] );
	}

	public function next_task(): void {
		++$this->task;
	}

	public function note( string $sql ): string {
		$this->queries[] = [
			'task' => $this->task,
			'sql'  => (string) preg_replace( '/\s+/', ' ', $sql ),
			'by'   => $this->callers(),
		];
		return $sql;
	}

	/** Every statement in its order, with the classes that led to it. */
	public function write( string $file ): void {
		$lines = array_map( static fn ( array $query ): string => "{$query['task']}\t" . substr( $query['sql'], 0, 160 ) . "\t{$query['by']}", $this->queries );
		file_put_contents( $file, implode( "\n", $lines ) . "\n" );
	}

	private function callers(): string {
		$frames = array_slice( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ), 5 );
		$names  = array_map( static fn ( array $frame ): string => basename( str_replace( '\\', '/', $frame['class'] ?? '' ) ) . '::' . $frame['function'], $frames );
		$end    = array_search( 'TaskRunner::process', $names, true );
		return implode( ' < ', array_filter( array_slice( $names, 0, $end === false ? 12 : $end ), static fn ( string $name ): bool => ! str_contains( $name, '{closure}' ) && ! str_starts_with( $name, 'Sql::' ) ) );
	}
}
