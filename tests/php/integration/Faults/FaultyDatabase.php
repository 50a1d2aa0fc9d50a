<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

/** WordPress's connection, of which one chosen question fails: as a syntax error, so that the database itself refuses it. */
final class FaultyDatabase {

	/** Our tables, and options; orders, refunds, their items and meta, in WooCommerce's tables and in those of posts. */
	public const ALL = '/orderinvoicer\W*_|_options\b|_wc_orders|_wc_order_|woocommerce_order|_posts\b|_postmeta\b/';

	/** @var list<string> what was asked of it, of those that the test is about. */
	public array $asked = [];

	private int $refused = 0;

	public function __construct( private readonly string $about ) {}

	/**
	 * @template T
	 * @param callable(): T $work
	 * @param int           $refused the question that fails, from 1; 0 for none.
	 * @return T
	 */
	public function while( callable $work, int $refused ): mixed {
		global $wpdb;
		$this->asked   = [];
		$this->refused = $refused;
		$suppressed    = $wpdb->suppress_errors();
		add_filter( 'query', [ $this, 'handle_query' ], PHP_INT_MAX );
		try {
			return $work();
		} finally {
			remove_filter( 'query', [ $this, 'handle_query' ], PHP_INT_MAX );
			$wpdb->suppress_errors( $suppressed );
		}
	}

	public function handle_query( string $query ): string {
		if ( preg_match( $this->about, $query ) !== 1 ) {
			return $query;
		}
		$this->asked[] = $query;
		return count( $this->asked ) === $this->refused ? "$query REFUSED BY THE TEST" : $query;
	}

	/** @return bool whether there were so many questions that the chosen one was among them. */
	public function has_refused(): bool {
		return count( $this->asked ) >= $this->refused;
	}

	public function refused_question(): string {
		return substr( (string) preg_replace( '/\s+/', ' ', $this->asked[ $this->refused - 1 ] ?? '' ), 0, 160 );
	}
}
