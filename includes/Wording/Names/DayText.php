<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

/** A day as the shop writes it. Plain text, to be escaped. */
final class DayText {

	/** @param string $day such as 2026-11-30, the same in every time zone. */
	public static function text( string $day ): string {
		$utc    = new \DateTimeZone( 'UTC' );
		$format = get_option( 'date_format' );
		$moment = \DateTimeImmutable::createFromFormat( '!Y-m-d', $day, $utc );
		return $moment === false
			? $day
			: (string) wp_date( is_string( $format ) ? $format : 'Y-m-d', $moment->getTimestamp(), $utc );
	}
}
