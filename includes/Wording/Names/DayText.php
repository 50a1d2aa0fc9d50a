<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

/** A day, and a moment, as the shop writes them. Plain text, to be escaped. */
final class DayText {

	private const PLAIN = [
		'date_format' => 'Y-m-d',
		'time_format' => 'H:i',
	];

	/** @param string $day such as 2026-11-30, the same in every time zone. */
	public static function text( string $day ): string {
		$utc    = new \DateTimeZone( 'UTC' );
		$moment = \DateTimeImmutable::createFromFormat( '!Y-m-d', $day, $utc );
		return $moment === false
			? $day
			: self::with_first( (string) wp_date( self::format( 'date_format' ), $moment->getTimestamp(), $utc ) );
	}

	/** The day of a moment, where the time says nothing. */
	public static function day( \DateTimeImmutable $at ): string {
		return self::with_first( (string) wp_date( self::format( 'date_format' ), $at->getTimestamp() ) );
	}

	public static function moment( \DateTimeImmutable $at ): string {
		$format = self::format( 'date_format' ) . ' ' . self::format( 'time_format' );
		return self::with_first( (string) wp_date( $format, $at->getTimestamp() ) );
	}

	/**
	 * As everywhere else in the shop.
	 *
	 * @param key-of<self::PLAIN> $option
	 */
	private static function format( string $option ): string {
		$format = get_option( $option );
		return is_string( $format ) && $format !== '' ? $format : self::PLAIN[ $option ];
	}

	/** French counts the first day of a month: "1er octobre". */
	public static function with_first( string $day ): string {
		return str_starts_with( determine_locale(), 'fr' )
			? (string) preg_replace( '/^1(?= \p{L})/u', '1er', $day )
			: $day;
	}
}
