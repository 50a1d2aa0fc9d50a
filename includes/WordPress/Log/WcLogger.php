<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Log;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** WooCommerce's own log (WooCommerce › Status › Logs), source `orderinvoicer`. */
final class WcLogger implements Logger {

	public const SOURCE = 'orderinvoicer';

	/**
	 * Everything else is left out: a name, an address or a token can never get here by accident. `error` is a class,
	 * `detail` a class with file and line, never a message.
	 */
	private const ALLOWED = [
		...[ 'order_id', 'sync_id', 'effect', 'state', 'attempt', 'outcome', 'code', 'pause', 'event' ],
		...[ 'hook', 'method', 'route', 'path', 'status', 'ms', 'kind', 'scope', 'remote_type', 'remote_id' ],
		...[ 'rate_id', 'missing', 'error', 'detail', 'site_id', 'waiting', 'part', 'noticed' ],
	];

	public function __construct( private readonly SettingsStore $settings ) {}

	/** Written only while the owner has the detailed log switched on. */
	public function debug( string $message, array $context = [] ): void {
		try {
			if ( $this->settings->get()->debug_log ) {
				$this->log( 'debug', $message, $context );
			}
		} catch ( DatabaseRefused ) {
			return; // Nothing fails for want of a line in the log.
		}
	}

	public function info( string $message, array $context = [] ): void {
		$this->log( 'info', $message, $context );
	}

	public function error( string $message, array $context = [], ?\Throwable $error = null ): void {
		$this->log( 'error', $message, $error === null ? $context : $context + [ 'error' => $error::class ] );
	}

	/**
	 * Where WooCommerce is not there, errors are in PHP's own log.
	 *
	 * @param array<string, string|int> $context
	 */
	private function log( string $level, string $message, array $context ): void {
		if ( function_exists( 'wc_get_logger' ) ) {
			wc_get_logger()->log( $level, $message, $this->allowed( $context ) );
		} elseif ( $level === 'error' ) {
			// phpcs:ignore WordPress.PHP.DevelopmentFunctions -- nobody else keeps a log.
			error_log( "Order Invoicer: $message " . wp_json_encode( $this->allowed( $context ) ) );
		}
	}

	/**
	 * @param array<string, string|int> $context
	 * @return array<string, string|int>
	 */
	private function allowed( array $context ): array {
		return [ 'source' => self::SOURCE ] + array_intersect_key( $context, array_flip( self::ALLOWED ) );
	}
}
