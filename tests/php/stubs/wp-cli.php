<?php

declare( strict_types=1 );

// What of WP-CLI the commands use, for PHPStan; WP-CLI itself is not a package here.

namespace {

	class WP_CLI {

		public static function add_command( string $name, object $command ): bool {
			return true;
		}

		/** @return never */
		public static function error( string $message ): void {
			exit( 1 );
		}

		public static function line( string $message ): void {}

		public static function success( string $message ): void {}
	}
}

namespace WP_CLI\Utils {

	/**
	 * @param array<int, array<string, mixed>> $items
	 * @param list<string>                     $fields
	 */
	function format_items( string $format, array $items, array $fields ): void {}
}
