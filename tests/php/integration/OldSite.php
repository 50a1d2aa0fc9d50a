<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\WordPress\Tables\Schema;

/**
 * The shop of an earlier release in the place of this one, and its account in the place of the sandbox's, as
 * `tests/fixtures/old-site` holds them: left in the middle of its work. docs/TESTING.md says how it was made.
 */
final class OldSite {

	private const FOLDER = __DIR__ . '/../../fixtures/old-site/';

	/** @var array<string, int> order ids, by what is told of each. */
	public readonly array $orders;

	/** @var array<string, string> as they were, by name. */
	public readonly array $options;

	/** @var array<string, list<array<string, string|null>>> rows as they were, by table. */
	public readonly array $tables;

	public function __construct( private readonly \wpdb $wpdb, Sandbox $sandbox ) {
		$shop          = json_decode( $this->text( 'shop', $sandbox ), true );
		$this->orders  = $shop['orders'];
		$this->options = array_column( $shop['options'], 1, 0 );
		$this->tables  = array_map( self::named( ... ), $shop['tables'] );
		$account       = get_object_vars( json_decode( $this->text( 'sellsy', $sandbox ) ) );
		$sandbox->call( 'POST', '/_sandbox/saved', $account );
		$this->take_ours_away();
		foreach ( $shop['schema'] as $sql ) {
			$this->run( str_replace( '{prefix}', $this->wpdb->prefix, $sql ) );
		}
		foreach ( $this->tables as $table => $rows ) {
			$this->insert( $table, $rows );
		}
		foreach ( $shop['options'] as [ $name, $value, $autoload ] ) {
			$this->insert(
				'options',
				[
					[
						'option_name'  => $name,
						'option_value' => $value,
						'autoload'     => $autoload,
					],
				]
			);
		}
		$sql   = "SELECT group_id FROM {$this->wpdb->prefix}actionscheduler_groups WHERE slug = %s";
		$sql   = $this->wpdb->prepare( $sql, ActionSchedulerQueue::GROUP ); // phpcs:ignore WordPress.DB.PreparedSQL
		$group = [ 'group_id' => $this->wpdb->get_var( $sql ) ]; // phpcs:ignore WordPress.DB.PreparedSQL -- As above.
		foreach ( self::named( $shop['actions'] ) as $action ) {
			$this->insert( 'actionscheduler_actions', [ $action + $group ] );
		}
		wp_cache_flush();
	}

	/** At the addresses of this run, and no older than when it was left. */
	private function text( string $name, Sandbox $sandbox ): string {
		$text = (string) file_get_contents( self::FOLDER . "$name.json" );
		$shop = (string) preg_replace( '~^https?://~', '', home_url() );
		$text = strtr(
			$text,
			[
				'{sandbox}'        => $sandbox->url,
				'{shop}'           => $shop,
				'{shop backwards}' => strrev( rawurlencode( $shop ) ), // As `OptionSite` keeps it.
			]
		);
		return $this->aged( $text );
	}

	/** Each moment as far from now as it was from when the shop was left; each day as far from today. */
	private function aged( string $text ): string {
		$made    = new \DateTimeImmutable( self::made_at(), new \DateTimeZone( 'UTC' ) );
		$seconds = time() - $made->getTimestamp();
		$made_on = $made->setTimezone( wp_timezone() )->setTime( 0, 0 );
		$days    = (int) $made_on->diff( current_datetime()->setTime( 0, 0 ) )->format( '%r%a' );
		return (string) preg_replace_callback(
			'/\b(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)\b|\b\d{4}-\d\d-\d\d\b|\b1[6-9]\d{8}\b/',
			static fn ( array $found ): string => match ( true ) {
				isset( $found[3] ) => gmdate( "Y-m-d\\$found[2]H:i:s", strtotime( "$found[1]T$found[3]Z" ) + $seconds ),
				str_contains( $found[0], '-' ) => gmdate( 'Y-m-d', (int) strtotime( "$found[0] UTC $days days" ) ),
				default => (string) ( (int) $found[0] + $seconds ),
			},
			$text
		);
	}

	private static function made_at(): string {
		return json_decode( (string) file_get_contents( self::FOLDER . 'shop.json' ), true )['made_at'];
	}

	private function take_ours_away(): void {
		( new Schema( $this->wpdb, Features::TABLES ) )->drop();
		$this->run( "DELETE FROM {$this->wpdb->options} WHERE option_name LIKE '%orderinvoicer\\_%'" );
		$this->run( "DELETE FROM {$this->wpdb->prefix}actionscheduler_actions WHERE hook LIKE 'orderinvoicer\\_%'" );
	}

	/**
	 * @param array{columns: list<string>, rows: list<list<string|null>>} $table
	 * @return list<array<string, string|null>>
	 */
	private static function named( array $table ): array {
		$name = static fn ( array $row ): array => array_combine( $table['columns'], $row );
		return array_map( $name, $table['rows'] );
	}

	/** @param list<array<string, string|null>> $rows */
	private function insert( string $table, array $rows ): void {
		foreach ( $rows as $row ) {
			if ( $this->wpdb->insert( $this->wpdb->prefix . $table, $row ) !== 1 ) {
				throw new \RuntimeException( "$table: {$this->wpdb->last_error}" );
			}
		}
	}

	private function run( string $sql ): void {
		if ( $this->wpdb->query( $sql ) === false ) { // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
			throw new \RuntimeException( $this->wpdb->last_error );
		}
	}
}
