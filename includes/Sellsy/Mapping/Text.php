<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

/** Texts within Sellsy's limits, counted in characters. */
final class Text {

	/** Plain text that stays under 65,535 characters even if every one becomes an HTML entity. */
	private const MAX_NOTE = 10_000;

	/** A shortest length is asked for where a shop may have nothing to give (a country without postcodes). */
	private const FILLER = '-';

	public static function cut( string $text, int $max ): string {
		return mb_substr( trim( $text ), 0, $max );
	}

	/** Between two and `max` characters: `` becomes `--`, the village of Y becomes `Y-`. */
	public static function filled( string $text, int $max ): string {
		$text = self::cut( $text, $max );
		return $text . str_repeat( self::FILLER, max( 0, 2 - mb_strlen( $text ) ) );
	}

	/** What was given to filled(). */
	public static function unfilled( string $text ): string {
		return mb_strlen( $text ) === 2 ? rtrim( $text, self::FILLER ) : $text;
	}

	/** Sellsy shows a note as HTML. */
	public static function html( string $plain ): string {
		$escaped = htmlspecialchars( self::cut( $plain, self::MAX_NOTE ), ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
		return str_replace( [ "\r\n", "\r", "\n" ], '<br>', $escaped );
	}
}
