<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

/** A day, and a moment, as the shop writes them. Plain text, to be escaped. */
final class DayText {

	/** @param string $day such as 2026-11-30, the same in every time zone. */
	public static function text( string $day ): string {
		$utc    = new \DateTimeZone( 'UTC' );
		$moment = \DateTimeImmutable::createFromFormat( '!Y-m-d', $day, $utc );
		return $moment === false
			? $day
			: self::with_first( (string) wp_date( self::format( 'date_format' ), $moment->getTimestamp(), $utc ) );
	}

	public static function moment( \DateTimeImmutable $at ): string {
		$format = self::format( 'date_format' ) . ' ' . self::format( 'time_format' );
		return self::with_first( (string) wp_date( $format, $at->getTimestamp() ) );
	}

	/** As everywhere else in the shop. */
	private static function format( string $option ): string {
		$format = get_option( $option );
		return is_string( $format ) ? $format : 'Y-m-d';
	}

	/** French counts the first day of a month: "1er octobre". */
	public static function with_first( string $day ): string {
		return str_starts_with( determine_locale(), 'fr' )
			? (string) preg_replace( '/^1(?= \p{L})/u', '1er', $day )
			: $day;
	}
}
