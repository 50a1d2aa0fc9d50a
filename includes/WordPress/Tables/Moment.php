<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * What this process was told a moment ago. While a runner is at work, the same question is asked of the database once
 * in a moment, not by each class that needs its answer. All that was told ends with the next row, with a request to
 * anybody, with a lock (`Sql::begin_anew()`), where other code turns to another site of the network, and after a
 * second. What was told of a table ends when this process writes to it (`Sql::change()`); what was told of the shop's
 * tables, when other code in this process writes anything. Outside of `hold()` nothing is remembered.
 */
final class Moment {

	/** Nanoseconds. */
	private const LASTS = 1_000_000_000;

	/** In the name of each table of ours, and of none else. */
	private const OURS = 'orderinvoicer_';

	/** How many hold it: a row is worked within a pass. */
	private int $holders = 0;
	private int $began   = 0;

	/** How often something ended. */
	private int $ended = 0;

	/** The statement under way is our own. */
	private bool $is_ours = false;

	/** @var array<string, array{mixed, array<string|int>}> answers by question, with the tables that gave them. */
	private array $answers = [];

	/** What follows is a row, or a look: whoever made it due has changed before what it is about. */
	public function hold(): void {
		$this->end();
		if ( ++$this->holders > 1 ) {
			return;
		}
		add_filter( 'query', [ $this, 'handle_query' ], PHP_INT_MIN );
		add_filter( 'http_request_args', [ $this, 'handle_request' ], PHP_INT_MAX );
		add_action( 'http_api_debug', [ $this, 'end' ], PHP_INT_MAX, 0 );
		add_action( 'switch_blog', [ $this, 'end' ], PHP_INT_MIN, 0 );
	}

	public function release(): void {
		$this->end();
		$this->holders = max( 0, $this->holders - 1 );
		if ( $this->is_held() ) {
			return;
		}
		remove_filter( 'query', [ $this, 'handle_query' ], PHP_INT_MIN );
		remove_filter( 'http_request_args', [ $this, 'handle_request' ], PHP_INT_MAX );
		remove_action( 'http_api_debug', [ $this, 'end' ], PHP_INT_MAX );
		remove_action( 'switch_blog', [ $this, 'end' ], PHP_INT_MIN );
	}

	public function is_held(): bool {
		return $this->holders > 0;
	}

	/** What is asked next is read anew. */
	public function end(): void {
		$this->answers = [];
		++$this->ended;
	}

	/**
	 * A statement of ours.
	 *
	 * @template T
	 * @param callable(): T $write
	 * @return T
	 */
	public function write( string $table, callable $write ): mixed {
		$this->end_of( static fn ( array $tables ): bool => in_array( $table, $tables, true ) );
		$this->is_ours = true;
		try {
			return $write();
		} finally {
			$this->is_ours = false;
		}
	}

	/** @param callable( array<string|int> ): bool $is_old by the tables. */
	private function end_of( callable $is_old ): void {
		$this->answers = array_filter( $this->answers, static fn ( array $answer ): bool => ! $is_old( $answer[1] ) );
		++$this->ended;
	}

	/**
	 * @template T
	 * @param callable(): T     $read   what throws is not remembered; nor is what wrote or waited on the way.
	 * @param array<string|int> $tables that it reads; none: some of the shop's.
	 * @return T
	 */
	public function remember( string $question, callable $read, array $tables = [] ): mixed {
		if ( ! $this->is_held() ) {
			return $read();
		}
		$this->begin();
		if ( array_key_exists( $question, $this->answers ) ) {
			return $this->answers[ $question ][0];
		}
		$ended  = $this->ended;
		$answer = $read();
		if ( $ended === $this->ended ) {
			$this->answers[ $question ] = [ $answer, $tables ];
		}
		return $answer;
	}

	/** The same as before: nothing has ended since. Null: nothing is remembered. */
	public function age(): ?int {
		$this->begin();
		return $this->is_held() ? $this->ended : null;
	}

	private function begin(): void {
		$now = hrtime( true );
		if ( $now - $this->began > self::LASTS ) {
			$this->end();
		}
		if ( $this->answers === [] ) {
			$this->began = $now;
		}
	}

	/** @internal */
	public function handle_query( string $query ): string {
		if ( ! $this->is_ours && preg_match( '/^\s*SELECT\b/i', $query ) !== 1 ) {
			$ours = static fn ( string|int $table ): bool => str_contains( (string) $table, self::OURS );
			$this->end_of(
				static fn ( array $tables ): bool => $tables === [] || array_filter( $tables, $ours ) !== $tables
			);
		}
		return $query;
	}

	/**
	 * @internal
	 * @template T
	 * @param T $arguments
	 * @return T
	 */
	public function handle_request( mixed $arguments ): mixed {
		$this->end();
		return $arguments;
	}
}
