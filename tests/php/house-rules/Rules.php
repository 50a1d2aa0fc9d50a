<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** Each rule answers with what breaks it in one file: path, line and what stands there. */
final class Rules {

	public const LONGEST_FILE     = 300;
	public const LONGEST_FUNCTION = 40;
	public const WIDEST_LINE      = 120;
	private const TAB             = '    ';

	/**
	 * PHP's own functions that decide from the clock or by chance, calculate in floats, or read what no port hands in.
	 * A URL is taken apart by WordPress, outside.
	 */
	private const IMPURE = [
		'time',
		'date',
		'gmdate',
		'idate',
		'mktime',
		'strtotime',
		'microtime',
		'hrtime',
		'getdate',
		'localtime',
		'date_create',
		'rand',
		'mt_rand',
		'random_int',
		'random_bytes',
		'uniqid',
		'shuffle',
		'array_rand',
		'sleep',
		'usleep',
		'floatval',
		'doubleval',
		'round',
		'floor',
		'ceil',
		'number_format',
		'getenv',
		'ini_get',
		'file_get_contents',
		'file_put_contents',
		'fopen',
		'curl_init',
		'header',
		'error_log',
		'setlocale',
		'parse_url',
	];

	private const NOT_OF_THE_ENGINE
		= '~^OrderInvoicer\\\\(?!Domain\\\\|Features\\\\\w+\\\\Rules\\\\|Wiring\\\\Composition\\\\)~';

	private const TRANSLATING = [
		'__',
		'_e',
		'_x',
		'_n',
		'_nx',
		'_ex',
		'_n_noop',
		'esc_html__',
		'esc_html_e',
		'esc_html_x',
		'esc_attr__',
		'esc_attr_e',
		'esc_attr_x',
	];

	/** @return list<string> */
	public function impure_calls( Source $source ): array {
		$pure  = array_diff( get_defined_functions()['internal'], self::IMPURE );
		$found = [];
		foreach ( $source->calls() as [ $name, $i ] ) {
			if ( ! in_array( strtolower( $name ), $pure, true ) ) {
				$found[] = $source->at( $i, $name );
			}
		}
		return $found;
	}

	/**
	 * Classes and constants that are neither ours nor PHP's.
	 *
	 * @return list<string>
	 */
	public function foreign_names( Source $source ): array {
		$constants = get_defined_constants( true );
		unset( $constants['user'] );
		$known = array_merge( ...array_values( $constants ) );
		$found = [];
		foreach ( $source->outside_names() as [ $name, $i ] ) {
			$ours = str_starts_with( $name, 'OrderInvoicer\\' )
				|| isset( $known[ $name ] )
				|| $this->is_of_php( $name );
			if ( ! $ours ) {
				$found[] = $source->at( $i, $name );
			}
		}
		return $found;
	}

	/**
	 * Classes of ours that stand neither in the Domain nor in the rules of a feature nor in the composition.
	 *
	 * @return list<string>
	 */
	public function not_of_the_engine( Source $source ): array {
		$found = [];
		foreach ( $source->outside_names() as [ $name, $i ] ) {
			if ( preg_match( self::NOT_OF_THE_ENGINE, $name ) === 1 ) {
				$found[] = $source->at( $i, $name );
			}
		}
		return $found;
	}

	/** @return list<string> */
	public function floats_and_clocks( Source $source ): array {
		$found = [];
		foreach ( $source->tokens as $i => $token ) {
			$float = $token->is( [ T_DNUMBER, T_DOUBLE_CAST ] )
				|| ( $token->is( T_STRING ) && strtolower( $token->text ) === 'float' );
			$clock = preg_match( '/^[\'"](now|today|tomorrow|yesterday)[\'"]$/i', $token->text ) === 1;
			if ( $float || $clock || $this->is_empty_date( $source, $i ) ) {
				$found[] = $source->at( $i, $token->text );
			}
		}
		return $found;
	}

	/**
	 * Texts that cannot be extracted or translated: not written out, or of no or another text domain.
	 *
	 * @return list<string>
	 */
	public function loose_texts( Source $source ): array {
		$found = [];
		foreach ( $source->calls() as [ $name, $i ] ) {
			if ( ! in_array( $name, self::TRANSLATING, true ) ) {
				continue;
			}
			$arguments = $source->arguments( $i + 1 );
			$literal   = $arguments !== []
				&& preg_match( '/^\'(?:[^\'\\\\]|\\\\.)*\'$|^"(?:[^"\\\\$]|\\\\.)*"$/s', $arguments[0] ) === 1;
			if ( ! $literal || end( $arguments ) !== "'orderinvoicer'" ) {
				$found[] = $source->at( $i, $name );
			}
		}
		return $found;
	}

	/**
	 * @param list<string> $places folders and files where the functions may be called.
	 * @return list<string>
	 */
	public function calls_outside( Source $source, array $places, string $pattern ): array {
		foreach ( $places as $place ) {
			if ( str_starts_with( $source->path, $place ) ) {
				return [];
			}
		}
		$found = [];
		foreach ( $source->calls() as [ $name, $i ] ) {
			if ( preg_match( $pattern, $name ) === 1 ) {
				$found[] = $source->at( $i, $name );
			}
		}
		return $found;
	}

	/**
	 * The guard stands first, above the imports: nothing is declared before it, and WordPress's Plugin Check, which
	 * reads only the first lines of a file, finds it.
	 *
	 * @return list<string>
	 */
	public function unguarded( Source $source ): array {
		$head = '/\A<\?php\n\n?(declare\( strict_types=1 \);\n\n)?(namespace [\w\\\\]+;\n\n)?defined\('
			. ' \'ABSPATH\' \) \|\| exit;\n\n/';
		return preg_match( $head, $source->text ) === 1 ? [] : [ $source->path ];
	}

	/** @return list<string> */
	public function too_long( Source $source ): array {
		$lines = substr_count( $source->text, "\n" );
		$found = $lines > self::LONGEST_FILE ? [ "$source->path: $lines lines" ] : [];
		foreach ( $source->function_lengths() as [ $name, $length ] ) {
			if ( $length > self::LONGEST_FUNCTION ) {
				$found[] = "$source->path: $name() $length lines";
			}
		}
		return $found;
	}

	/**
	 * Lines of more than 120 columns. These may be longer: a translated text that stands alone, with its call at most,
	 * and would not fit either way, for it is extracted as one literal; what a heredoc holds; and the
	 * description in a plugin's header, which WordPress reads from one line.
	 *
	 * @return list<string>
	 */
	public function wide_lines( Source $source ): array {
		$texts = $this->translated( $source );
		$held  = $source->heredoc_lines();
		$found = [];
		foreach ( explode( "\n", $source->text ) as $i => $line ) {
			$columns = mb_strlen( str_replace( "\t", self::TAB, $line ) );
			if ( $columns <= self::WIDEST_LINE || isset( $held[ $i + 1 ] ) ) {
				continue;
			}
			$is_field = str_starts_with( $line, ' * Description: ' )
				&& str_contains( $source->text, ' * Plugin Name: ' );
			$is_text  = isset( $texts[ $i + 1 ] ) && $this->stands_alone( $line, $texts[ $i + 1 ] );
			if ( ! $is_field && ! $is_text ) {
				$found[] = "$source->path:" . ( $i + 1 ) . " $columns columns";
			}
		}
		return $found;
	}

	/** @return array<int, string> the longest text of each line that is translated. */
	private function translated( Source $source ): array {
		$texts = [];
		foreach ( $source->calls() as [ $name, $i ] ) {
			if ( ! in_array( $name, self::TRANSLATING, true ) ) {
				continue;
			}
			foreach ( array_slice( $source->tokens, $i + 2 ) as $token ) {
				if ( in_array( $token->text, [ ')', "'orderinvoicer'" ], true ) ) {
					break;
				}
				$is_longer = strlen( $token->text ) > strlen( $texts[ $token->line ] ?? '' );
				if ( $is_longer && $token->is( T_CONSTANT_ENCAPSED_STRING ) ) {
					$texts[ $token->line ] = $token->text;
				}
			}
		}
		return $texts;
	}

	private function stands_alone( string $line, string $text ): bool {
		$indent = strspn( $line, "\t" );
		$alone  = preg_quote( $text, '~' );
		$call   = "(?:(?:return|[?:.]) )?\w+\( $alone, 'orderinvoicer' \)";
		return ( $indent + 1 ) * strlen( self::TAB ) + mb_strlen( $text ) >= self::WIDEST_LINE
			&& preg_match( "~^\t*(?:$alone|$call)[,;]?$~", $line ) === 1;
	}

	private function is_of_php( string $name ): bool {
		$exists = class_exists( $name, false ) || interface_exists( $name, false );
		return $exists && ( new \ReflectionClass( $name ) )->isInternal();
	}

	/** `new \DateTimeImmutable()` reads the clock. */
	private function is_empty_date( Source $source, int $i ): bool {
		return preg_match( '/^\\\\?DateTime(Immutable)?$/', $source->tokens[ $i ]->text ) === 1
			&& ( $source->tokens[ $i - 1 ] ?? null )?->is( T_NEW ) === true
			&& ( ( $source->tokens[ $i + 1 ]->text ?? '' ) !== '(' || $source->arguments( $i + 1 ) === [] );
	}
}
