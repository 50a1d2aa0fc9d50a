<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Text;

defined( 'ABSPATH' ) || exit;

/**
 * A name in the form in which names are compared: case, accents, punctuation and spaces do not count, except for a gap
 * between two digits ("Lot 1-2" is not "Lot 12"). "&" is "et", œ is oe, æ ae, ß ss. By a table: the extension intl is
 * not on every host.
 */
final class PlainName {

	/** Letters of Latin, Greek and Cyrillic with the marks that people leave out. */
	private const LETTERS = [
		'a'  => 'àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª',
		'ae' => 'ǣǽæ',
		'b'  => 'ḃḅḇ',
		'c'  => 'çćĉċčḉ',
		'd'  => 'ďḋḍḏḑḓđð',
		'e'  => 'èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệə',
		'f'  => 'ḟƒ',
		'ff' => 'ﬀ',
		'fi' => 'ﬁ',
		'fl' => 'ﬂ',
		'g'  => 'ĝğġģǧǵḡ',
		'h'  => 'ĥȟḣḥḧḩḫẖħ',
		'i'  => 'ìíîïĩīĭįǐȉȋḭḯỉịı',
		'ij' => 'ĳ',
		'j'  => 'ĵǰ',
		'k'  => 'ķǩḱḳḵĸ',
		'l'  => 'ĺļľḷḹḻḽłŀ',
		'm'  => 'ḿṁṃ',
		'n'  => 'ñńņňǹṅṇṉṋŋŉ',
		'o'  => 'òóôõöōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøº',
		'oe' => 'œ',
		'p'  => 'ṕṗ',
		'r'  => 'ŕŗřȑȓṙṛṝṟ',
		's'  => 'śŝşšșṡṣṥṧṩẛſ',
		'ss' => 'ß',
		't'  => 'ţťțṫṭṯṱẗŧ',
		'th' => 'þ',
		'u'  => 'ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự',
		'v'  => 'ṽṿ',
		'w'  => 'ŵẁẃẅẇẉẘ',
		'x'  => 'ẋẍ',
		'y'  => 'ýÿŷȳẏẙỳỵỷỹ',
		'z'  => 'źżžẑẓẕ',
		'α'  => 'ά',
		'ε'  => 'έ',
		'η'  => 'ή',
		'ι'  => 'ΐίϊ',
		'ο'  => 'ό',
		'σ'  => 'ς',
		'υ'  => 'ΰϋύ',
		'ω'  => 'ώ',
		'е'  => 'ё',
		'ا'  => 'أإآٱ',
		'و'  => 'ؤ',
		'ي'  => 'ئ',
	];

	/** Points, vowels and lengthening of Hebrew and Arabic, which most people leave out. */
	private const POINTS = '/[\x{591}-\x{5BD}\x{5BF}\x{5C1}\x{5C2}\x{5C4}\x{5C5}\x{5C7}\x{610}-\x{61A}\x{640}'
		. '\x{64B}-\x{65F}\x{670}]+/u';

	/** Has a letter or digit of any script: "---" and "." are no names. */
	public static function says_something( string $name ): bool {
		return preg_match( '/[\p{L}\p{N}]/u', mb_scrub( $name ) ) === 1;
	}

	/** What two equal names have in common; empty for a name that says nothing, which is equal to none. */
	public static function key( string $name ): string {
		return self::join( self::words( $name ) );
	}

	/** @return list<string> in lower case, without accents; none for a name that says nothing. */
	public static function words( string $name ): array {
		if ( ! self::says_something( $name ) ) {
			return [];
		}
		$letters = (string) preg_replace( '/\p{Cf}+/u', '', mb_strtolower( mb_scrub( $name ) ) );
		$letters = (string) preg_replace( '/([\p{Latin}\p{Greek}])[\x{300}-\x{36F}]+/u', '$1', $letters );
		$letters = (string) preg_replace( self::POINTS, '', $letters );
		$plain   = str_replace( "\u{438}\u{306}", "\u{439}", strtr( $letters, self::table() ) );
		preg_match_all( '/[\p{L}\p{N}\p{M}]+/u', str_replace( [ '&', '＆' ], ' et ', $plain ), $found );
		return $found[0];
	}

	/** @param list<string> $words of words(). */
	public static function join( array $words ): string {
		$joined = '';
		foreach ( $words as $word ) {
			$is_gap  = preg_match( '/\p{N}$/u', $joined ) === 1 && preg_match( '/^\p{N}/u', $word ) === 1;
			$joined .= ( $is_gap ? ' ' : '' ) . $word;
		}
		return $joined;
	}

	/** @return array<string, string> made once: a pass compares many names. */
	private static function table(): array {
		/** @var array<string, string> $table */
		static $table = [];
		if ( $table !== [] ) {
			return $table;
		}
		foreach ( self::LETTERS as $plain => $letters ) {
			$table += array_fill_keys( mb_str_split( $letters ), $plain );
		}
		return $table;
	}
}
