<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests;

/** Figures for `npm run measure`, one a line: its name, a tab, the figure. Nothing is written where nobody measures. */
final class Measures {

	public static function note( string $name, int|float $figure ): void {
		$file = (string) getenv( 'ORDERINVOICER_MEASURES' );
		if ( $file !== '' ) {
			file_put_contents( $file, "$name\t" . round( $figure, 2 ) . "\n", FILE_APPEND | LOCK_EX );
		}
	}
}
