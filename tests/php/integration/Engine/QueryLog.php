<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

/** Which code asked the database what: for ORDERINVOICER_SHOW_COST. */
final class QueryLog {

	/** @var list<array{sql: string, by: string}> */
	private array $queries = [];

	/** @param string $file where it is written; nothing is noted without one. */
	public function __construct( private readonly string $file ) {
		if ( $file !== '' ) {
			add_filter( 'query', [ $this, 'note' ] );
		}
	}

	/** Every statement in its order, with the classes that led to it. */
	public function end(): void {
		if ( $this->file !== '' ) {
			remove_filter( 'query', [ $this, 'note' ] );
			$lines = array_map(
				static fn ( array $query ): string => substr( $query['sql'], 0, 160 ) . "\t{$query['by']}",
				$this->queries
			);
			file_put_contents( $this->file, implode( "\n", $lines ) . "\n" );
		}
	}

	public function note( string $sql ): string {
		$this->queries[] = [
			'sql' => (string) preg_replace( '/\s+/', ' ', $sql ),
			'by'  => $this->callers(),
		];
		return $sql;
	}

	private function callers(): string {
		$frames = array_slice( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ), 5 );
		$names  = array_map(
			static fn ( array $frame ): string =>
				basename( str_replace( '\\', '/', $frame['class'] ?? '' ) ) . '::' . $frame['function'],
			$frames
		);
		$end    = array_search( 'TaskRunner::process', $names, true );
		return implode(
			' < ',
			array_filter(
				array_slice( $names, 0, $end === false ? 12 : $end ),
				static fn ( string $name ): bool =>
					! str_contains( $name, '{closure}' ) && ! str_starts_with( $name, 'Sql::' )
			)
		);
	}
}
