<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainText;

/**
 * Every text goes through here into a request's body, wherever it comes from: cleaned (`PlainText`), then cut to
 * Sellsy's limits, counted in characters.
 */
final class Text {

	/** Of rows and descriptions; Sellsy names no limit. */
	public const MAX_TEXT = 10_000;

	/** Sellsy's limit of `tracking_url`. */
	private const MAX_URL = 250;

	/** Plain text that stays under 65,535 characters even if every one becomes an HTML entity. */
	private const MAX_NOTE = 10_000;

	/** A shortest length is asked for where a shop may have nothing to give (a country without postcodes). */
	private const FILLER = '-';

	/** A name, an address, a subject. */
	public static function line( string $text, int $max ): string {
		return ( new PlainText() )->line( $text, $max );
	}

	/** A description: its line breaks and spaces are kept. */
	public static function whole( string $text, int $max ): string {
		return ( new PlainText() )->whole( $text, $max );
	}

	/** What a row says: Sellsy wants something on every one. */
	public static function row( string $text ): string {
		$text = self::whole( $text, self::MAX_TEXT );
		return $text === '' ? self::FILLER : $text;
	}

	/** A reference or number, which is compared: its own spaces are kept. */
	public static function code( string $text, int $max ): string {
		return ( new PlainText() )->code( $text, $max );
	}

	/** Null for one that Sellsy would refuse: it is worth less than the document. */
	public static function url( string $url ): ?string {
		return mb_strlen( $url ) <= self::MAX_URL
			&& preg_match( '#^https?://[^\s<>"]+$#iD', $url ) === 1
			&& filter_var( $url, FILTER_VALIDATE_URL ) !== false
				? $url
				: null;
	}

	/** Between two and `max` characters: `` becomes `--`, the village of Y becomes `Y-`. */
	public static function filled( string $text, int $max ): string {
		$text = self::line( $text, $max );
		return $text . str_repeat( self::FILLER, max( 0, 2 - mb_strlen( $text ) ) );
	}

	/** What was given to filled(). */
	public static function unfilled( string $text ): string {
		return mb_strlen( $text ) === 2 ? rtrim( $text, self::FILLER ) : $text;
	}

	/** Sellsy shows a note as HTML. */
	public static function html( string $plain ): string {
		$escaped = htmlspecialchars(
			self::whole( $plain, self::MAX_NOTE ),
			ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5,
			'UTF-8'
		);
		return str_replace( [ "\r\n", "\r", "\n" ], '<br>', $escaped );
	}
}
