<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- A lock must go past the caches.
// phpcs:disable WordPress.DB.PreparedSQL.NotPrepared -- Everything is prepared, on the lines above each call.

/**
 * A row of the options table that only one process can insert, as WordPress's own updater locks
 * (`WP_Upgrader::create_lock()`); `add_option()` is no lock, it writes ON DUPLICATE KEY UPDATE. Past WordPress's option
 * functions throughout: their caches are not shared between processes.
 */
final class OptionLock implements RefreshLock {

	private const OPTION = 'orderinvoicer_token_lock';

	/** Seconds after which a holder is taken for dead; longer than a token request can take. */
	private const LEASE = 60;

	/** Microseconds. */
	private const PAUSE = 250_000;

	private string $held = '';

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	public function acquire(): bool {
		$value = $this->clock->now()->getTimestamp() . ':' . $this->randomness->token();
		if ( $this->insert( $value ) || $this->take_over( $value ) ) {
			$this->held = $value;
			return true;
		}
		return false;
	}

	public function release(): void {
		$this->wpdb->delete(
			$this->wpdb->options,
			[ 'option_name' => self::OPTION ] + [ 'option_value' => $this->held ]
		);
		$this->held = '';
	}

	public function wait(): void {
		usleep( self::PAUSE );
	}

	private function insert( string $value ): bool {
		$sql = 'INSERT IGNORE INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, %s )';
		return $this->wpdb->query(
			(string) $this->wpdb->prepare( $sql, $this->wpdb->options, self::OPTION, $value, 'off' )
		) === 1;
	}

	/** From a holder that died: the condition on the old value lets one process win. */
	private function take_over( string $value ): bool {
		$sql = 'SELECT option_value FROM %i WHERE option_name = %s';
		$old = (string) $this->wpdb->get_var(
			(string) $this->wpdb->prepare( $sql, $this->wpdb->options, self::OPTION )
		);
		if ( (int) $old > $this->clock->now()->getTimestamp() - self::LEASE ) {
			return false;
		}
		$row = [ 'option_name' => self::OPTION ] + [ 'option_value' => $old ];
		return $this->wpdb->update( $this->wpdb->options, [ 'option_value' => $value ], $row ) === 1;
	}
}
