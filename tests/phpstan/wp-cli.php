<?php
/**
 * What of WP-CLI the plugin calls, as WP-CLI 2.12 declares it; no stubs package is to be had.
 */

declare( strict_types=1 );

namespace {
	final class WP_CLI {
		/**
		 * @param callable|object|class-string $callable
		 * @param array<string, mixed>         $args
		 */
		public static function add_command( string $name, $callable, array $args = [] ): bool {}

		public static function line( string $message = '' ): void {}

		public static function success( string $message ): void {}

		public static function warning( string $message ): void {}

		/**
		 * @param string|\WP_Error|\Throwable $message
		 * @return never
		 */
		public static function error( $message ) {}

		/** @param array<string, mixed> $assoc_args */
		public static function confirm( string $question, array $assoc_args = [] ): void {}

		/** @return never */
		public static function halt( int $return_code ) {}
	}
}

namespace WP_CLI\Utils {
	/**
	 * @param array<array<string, mixed>> $items
	 * @param list<string>|string         $fields
	 */
	function format_items( string $format, array $items, $fields ): void {}
}
