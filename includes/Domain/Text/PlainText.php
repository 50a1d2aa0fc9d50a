<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Text;

defined( 'ABSPATH' ) || exit;

/**
 * Texts as people read them, wherever they come from: no entities, no tags, nothing that cannot be seen, valid UTF-8,
 * cut between characters. Whatever shows such a text as HTML shows the same. Cleaning twice changes nothing.
 */
final class PlainText {

	public const REFERENCE = 250;
	public const SUBJECT   = 250;
	public const TEXT      = 2000;

	/** Bytes. Nobody reads more, and patterns stay quick. */
	private const LONGEST = 65_535;

	/** What still changes after so many rounds was made to keep us busy. */
	private const ROUNDS = 20;

	private const BRACKETS = [
		'<' => '‹',
		'>' => '›',
	];

	/** HTML's elements. Other words between angle brackets were meant to be read: "size <M>". */
	private const ELEMENTS = 'a|abbr|acronym|address|applet|area|article|aside|audio|b|base|basefont|bdi|bdo|bgsound'
		. '|big|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del'
		. '|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]'
		. '|head|header|hgroup|hr|html|i|iframe|image|img|input|ins|isindex|kbd|keygen|label|legend|li|link|listing'
		. '|main|map|mark|marquee|math|menu|meta|meter|nav|nobr|noembed|noframes|noscript|object|ol|optgroup|option'
		. '|output|p|param|picture|plaintext|pre|progress|q|rp|rt|ruby|s|samp|script|search|section|select|slot|small'
		. '|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time'
		. '|title|tr|track|tt|u|ul|var|video|wbr|xmp';

	/** Valid UTF-8, or one byte (1) that is not. */
	private const CHARACTERS = '/[\x00-\x7F]++|[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]'
		. '|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}'
		. '|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2}|(.)/s';

	/**
	 * Controls, signs of direction, zero width, fillers; joiners too, but within emoji and scripts that are written
	 * with them.
	 */
	private const UNSEEN = '/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\x{034F}\x{115F}\x{1160}\x{17B4}\x{17B5}\x{2800}\x{3164}\x{FFA0}]'
		. '(?<![\n\t\x{200C}\x{200D}])|(?<![\p{So}\p{Sk}\x{FE0F}])'
		. '(?<![^\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Inherited}])[\x{200C}\x{200D}]/u';

	/** On one line. */
	public function line( string $text, int $longest ): string {
		return $this->cut( $this->replace( '/\s+/u', ' ', $this->clean( $text ) ), $longest );
	}

	/** Line breaks kept. */
	public function block( string $text, int $longest ): string {
		$text = $this->replace( '/[^\S\n]+/u', ' ', $this->clean( $text ) );
		return $this->cut( $this->replace( '/\n{3,}/', "\n\n", $this->replace( '/ ?\n ?/', "\n", $text ) ), $longest );
	}

	/** Its own spaces and line breaks kept: what was put together of cleaned parts. */
	public function whole( string $text, int $longest ): string {
		return $this->cut( $this->clean( $text ), $longest );
	}

	/** A reference or number: its own spaces kept, on one line. */
	public function code( string $text, int $longest ): string {
		return $this->cut( strtr( $this->clean( $text ), "\n\t", '  ' ), $longest );
	}

	/**
	 * Round after round until nothing changes: a tag may be written as entities, those as entities, and come apart by
	 * what cannot be seen.
	 */
	private function clean( string $text ): string {
		$text = str_replace( [ "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}" ], "\n", $this->valid( $text ) );
		for ( $round = 0; $round < self::ROUNDS; $round++ ) {
			$before = $text;
			$text   = $this->replace( self::UNSEEN, '', $text );
			$text   = html_entity_decode(
				$this->replace( '/&(?:amp;|#0*38;|#x0*26;)+/i', '&', $text ),
				ENT_QUOTES | ENT_HTML5,
				'UTF-8'
			);
			$text   = $this->without_tags( $text );
			if ( $text === $before ) {
				return $this->without_openings( $text );
			}
		}
		return strtr( $text, [ '&' => '＆' ] + self::BRACKETS );
	}

	/** What is no UTF-8 is read as Windows wrote it. */
	private function valid( string $text ): string {
		$text = mb_strcut( $text, 0, self::LONGEST, 'UTF-8' );
		return preg_match( '//u', $text ) === 1
			? $text
			: (string) preg_replace_callback(
				self::CHARACTERS,
				static fn( array $found ): string =>
					isset( $found[1] ) ? (string) mb_convert_encoding( $found[1], 'UTF-8', 'Windows-1252' ) : $found[0],
				$text
			);
	}

	private function without_tags( string $text ): string {
		// A size, not what is struck through.
		$text   = str_contains( $text, '</S>' ) ? $text : str_replace( '<S>', '‹S›', $text );
		$quoted = '(?:[^<>"\']|"[^"<]*+"|\'[^\'<]*+\')*+';
		$tag    = '<\/?(?:' . self::ELEMENTS . ')(?=[\s\/>])';
		foreach (
			[
				// Where the first has no end, none has.
				'/<script\b[^<]*+(?:<(?!\/script\b)[^<]*+)*+(?:<\/script\s*>|(*COMMIT)(*FAIL))/iu' => '',
				'/<style\b[^<]*+(?:<(?!\/style\b)[^<]*+)*+(?:<\/style\s*>|(*COMMIT)(*FAIL))/iu' => '',
				'/<!--(?:[^-]|-(?!->))*+(?:-->|\z)/u'                          => '',
				'/<br\b[^<>]*+>[^\S\n]*+\n?/iu'                                => "\n",
				// Never closed: it would swallow what follows up to the next one.
				"/{$tag}[^<>=]*+=[^<>]*+(?=<)/iu"                              => '',
				"/$tag$quoted>/iu"                                             => '',
				"/{$tag}[^<>]*+>/iu"                                           => '',
				// Of other elements too, where it brings something to do.
				'/<\/?[a-z][^\s<>=]*+\s[^<>=]*+=[^<>]*+>/iu'                   => '',
				'/<[!?][^<>]*+>/u'                                             => '',
				"/{$tag}[^<>=]*+=[^<>]*+\z/iu"                                 => '',
			] as $pattern => $instead
		) {
			$text = $this->replace( $pattern, $instead, $text );
		}
		return $text;
	}

	/** What could still open a tag stands between brackets that cannot. */
	private function without_openings( string $text ): string {
		$text = $this->replace( '/<([a-z\/!?][^<>]*+)>/iu', '‹$1›', $text );
		return $this->replace( '/<(?=[a-z\/!?])/iu', '‹', $text );
	}

	/** A text that a pattern cannot cope with loses its brackets, never itself. */
	private function replace( string $pattern, string $instead, string $text ): string {
		return preg_replace( $pattern, $instead, $text ) ?? strtr( $text, self::BRACKETS );
	}

	private function cut( string $text, int $longest ): string {
		return trim( mb_substr( trim( $text ), 0, $longest ) );
	}
}
