<?php
declare( strict_types=1 );

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

// PSR-4 without Composer: the plugin ships no library.
spl_autoload_register(
	static function ( string $class_name ): void {
		if ( ! str_starts_with( $class_name, 'OrderInvoicer\\' ) ) {
			return;
		}
		$file = __DIR__ . '/' . str_replace( '\\', '/', substr( $class_name, strlen( 'OrderInvoicer\\' ) ) ) . '.php';
		if ( is_file( $file ) ) {
			require $file;
		}
	}
);
