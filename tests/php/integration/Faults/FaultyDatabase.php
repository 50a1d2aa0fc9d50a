<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Refunds\CreateCreditNote;

/**
 * WordPress's connection, of which one chosen question fails: as a syntax error, so that the database itself refuses
 * it.
 */
final class FaultyDatabase {

	public const ANY = '*';

	/** A runner takes the row of this id. */
	public const CLAIM = "/^\s*UPDATE `\w+orderinvoicer_sync` SET state = 'working'.*\sWHERE id = (\d+)/s";

	/**
	 * Our tables, and options; orders, refunds, their items and meta, in WooCommerce's tables and in those of posts.
	 */
	public const ALL = '/orderinvoicer\W*_|_options\b|_wc_orders|_wc_order_|woocommerce_order|_posts\b|_postmeta\b/';

	/** One look at an order, and who looks. */
	private const LOOK      = '/WooOrders::(?:snapshot|refunds):.*$/';
	private const OF_A_LOOK = 3;

	/** @var list<array{place: string, question: string}> what was asked, of what the test is about, and from where. */
	public array $asked = [];

	/** What was refused; empty until then. */
	public string $refused = '';

	private string $place = '';
	private int $left     = 0;

	/** @var array<string, true> that were claimed, by id. */
	private array $rows = [];

	public function __construct( private readonly string $about ) {}

	/**
	 * @template T
	 * @param callable(): T $work
	 * @param string        $place from where the question comes that fails; ANY for wherever; empty for none.
	 * @param int           $time  which of those from there, from 1.
	 * @return T
	 */
	public function while( callable $work, string $place = '', int $time = 1 ): mixed {
		global $wpdb;
		$this->asked   = [];
		$this->rows    = [];
		$this->refused = '';
		$this->place   = $place;
		$this->left    = $time;
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
		$place         = $this->place_of( $query );
		$this->asked[] = [
			'place'    => $place,
			'question' => $query,
		];
		if ( $this->refused !== '' || ! in_array( $this->place, [ $place, self::ANY ], true ) || --$this->left > 0 ) {
			return $query;
		}
		$this->refused = substr( (string) preg_replace( '/\s+/', ' ', $query ), 0, 160 );
		return "$query REFUSED BY THE TEST";
	}

	/**
	 * @return array<string, string> questions by place, in their sequence; of those that are asked again from one place
	 *         the first.
	 */
	public function places(): array {
		return array_reverse( array_column( array_reverse( $this->asked ), 'question', 'place' ) );
	}

	/**
	 * Where our code was, and what it asked, without ids and moments. Of credit notes each has its own: the second
	 * depends on what is read of the first. Of the many questions of one look at an order some stand for all: see
	 * RefusedReadsTest.
	 */
	private function place_of( string $query ): string {
		$frames = array_filter(
			debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ),
			static fn ( array $frame ): bool =>
				preg_match( '/^OrderInvoicer\\\\(?!Tests)/', $frame['class'] ?? '' ) === 1
		);
		$ours   = implode(
			' ',
			array_map(
				static fn ( array $frame ): string =>
					( $frame['class'] ?? '' ) . "::{$frame['function']}:" . ( $frame['line'] ?? '' ),
				$frames
			)
		);
		$asked  = (string) preg_replace( "/\d+|'[^']*'/", '#', $query );
		if ( preg_match( self::CLAIM, $query, $claimed ) === 1 ) {
			$this->rows[ $claimed[1] ] = true;
		}
		if ( preg_match( self::LOOK, $ours, $look ) === 1 ) {
			[ $asked, $ours ] = [ (string) ( crc32( $asked ) % self::OF_A_LOOK ), $look[0] ];
		}
		return ( str_contains( $ours, CreateCreditNote::class ) ? 'row ' . count( $this->rows ) . ' ' : '' )
			. "$asked $ours";
	}
}
