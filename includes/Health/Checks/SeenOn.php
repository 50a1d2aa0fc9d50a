<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

/** How old it is what a check says: nobody is asked for it now. */
final class SeenOn {

	public static function text( \DateTimeImmutable $at ): string {
		/* translators: %s: date. */
		return sprintf( __( 'Seen on %s.', 'orderinvoicer' ), self::date( $at ) );
	}

	public static function date( \DateTimeImmutable $at ): string {
		$format = get_option( 'date_format' );
		return (string) wp_date( is_string( $format ) && $format !== '' ? $format : 'Y-m-d', $at->getTimestamp() );
	}
}
