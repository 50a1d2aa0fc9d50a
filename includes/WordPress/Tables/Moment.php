<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * What this process was told a moment ago. While a runner is at work, the same question is asked of the database once
 * in a moment, not by each class that needs its answer. A moment ends whenever something may have changed: with each
 * statement of this process that is no SELECT (a lock is one: what is read behind it is read anew), with each request
 * to anybody, and after a second. Outside of `hold()` nothing is remembered.
 */
final class Moment {

	/** Nanoseconds. */
	private const LASTS = 1_000_000_000;

	/** How many hold it: a row is worked within a pass. */
	private int $holders = 0;
	private int $began   = 0;

	/** How many moments have ended. */
	private int $ended = 0;

	/** @var array<string, mixed> answers by question. */
	private array $answers = [];

	public function hold(): void {
		$this->end();
		if ( ++$this->holders > 1 ) {
			return;
		}
		add_filter( 'query', [ $this, 'handle_query' ], PHP_INT_MIN );
		add_filter( 'http_request_args', [ $this, 'handle_request' ], PHP_INT_MAX );
		add_action( 'http_api_debug', [ $this, 'end' ], PHP_INT_MAX, 0 );
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
	 * @template T
	 * @param callable(): T $read what throws is not remembered; nor is what wrote or waited on the way.
	 * @return T
	 */
	public function remember( string $question, callable $read ): mixed {
		if ( ! $this->is_held() ) {
			return $read();
		}
		$this->begin();
		if ( array_key_exists( $question, $this->answers ) ) {
			return $this->answers[ $question ];
		}
		$ended  = $this->ended;
		$answer = $read();
		if ( $ended === $this->ended ) {
			$this->answers[ $question ] = $answer;
		}
		return $answer;
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
		if ( preg_match( '/^\s*SELECT\b/i', $query ) !== 1 ) {
			$this->end();
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
