<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** A PHP file of the plugin as tokens, without white space, comments and docblocks. */
final class Source {

	private const ROOT = __DIR__ . '/../../../includes/';

	/** What `npm run composition` writes. */
	public const WRITTEN = [
		'FeatureHooks.php',
		'Wiring/Composition/Ports.php',
		'Wiring/Adapters.php',
		'Wiring/Answers.php',
		'Wiring/Engine.php',
		'Wiring/Features.php',
		'Wiring/Screens.php',
	];

	/** @param list<\PhpToken> $tokens */
	private function __construct(
		public readonly string $path,
		public readonly string $text,
		public readonly array $tokens,
	) {}

	/** @return list<self> every file below includes/, or below one folder of it. */
	public static function all( string $folder = '' ): array {
		$files   = new \RecursiveIteratorIterator(
			new \RecursiveDirectoryIterator( self::ROOT . $folder, \FilesystemIterator::SKIP_DOTS )
		);
		$sources = [];
		foreach ( $files as $file ) {
			if ( $file instanceof \SplFileInfo && $file->getExtension() === 'php' ) {
				$path      = $file->getPathname();
				$sources[] = self::read( substr( $path, strlen( self::ROOT ) ), (string) file_get_contents( $path ) );
			}
		}
		return $sources;
	}

	/** A tool writes it (npm run composition): nobody has to read it. */
	public function is_written(): bool {
		return in_array( $this->path, self::WRITTEN, true );
	}

	/** @return list<self> every PHP file of the project: the plugin's, and those that test it. */
	public static function project(): array {
		$root = array_map(
			static fn ( string $file ): self =>
				self::read( $file, (string) file_get_contents( self::ROOT . "../$file" ) ),
			[ 'orderinvoicer.php', 'uninstall.php' ]
		);
		return [ ...$root, ...self::all(), ...self::all( '../tests/' ) ];
	}

	public static function read( string $path, string $text ): self {
		$tokens = array_filter(
			\PhpToken::tokenize( $text ),
			static fn ( \PhpToken $token ): bool => ! $token->isIgnorable()
		);
		return new self( $path, $text, array_values( $tokens ) );
	}

	public function at( int $token, string $what ): string {
		return "$this->path:{$this->tokens[ $token ]->line} $what";
	}

	/** @return list<array{string, int}> functions called by name, each with its token's index. */
	public function calls(): array {
		$calls = [];
		foreach ( $this->tokens as $i => $token ) {
			$is_call = $token->is( [ T_STRING, T_NAME_FULLY_QUALIFIED ] )
				&& ( $this->tokens[ $i + 1 ]->text ?? '' ) === '(';
			if (
				$is_call
				&& ! $this->follows(
					$i,
					[ T_OBJECT_OPERATOR, T_NULLSAFE_OBJECT_OPERATOR, T_DOUBLE_COLON, T_FUNCTION, T_NEW, T_ATTRIBUTE ]
				)
			) {
				$calls[] = [ ltrim( $token->text, '\\' ), $i ];
			}
		}
		return $calls;
	}

	/** @return list<array{string, int}> names from outside the file's namespace: `\WC_Order`, imports, constants. */
	public function outside_names(): array {
		$names = [];
		foreach ( $this->tokens as $i => $token ) {
			$is_call     = ( $this->tokens[ $i + 1 ]->text ?? '' ) === '(' && ! $this->follows( $i, [ T_NEW ] );
			$is_name     = $token->is( T_NAME_FULLY_QUALIFIED ) && ! $is_call;
			$is_import   = $token->is( [ T_NAME_QUALIFIED, T_STRING ] ) && $this->follows( $i, [ T_USE ] );
			$is_constant = $token->is( T_STRING )
				&& preg_match( '/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/', $token->text ) === 1
				&& strlen( $token->text ) > 1
				&& ! $is_call
				&& ! $this->follows( $i, [ T_DOUBLE_COLON, T_CONST, T_CASE ] );
			if ( $is_name || $is_import || $is_constant ) {
				$names[] = [ ltrim( $token->text, '\\' ), $i ];
			}
		}
		return $names;
	}

	/**
	 * @return list<string> arguments of a call as written, without white space.
	 * @param int $open index of its bracket.
	 */
	public function arguments( int $open ): array {
		$arguments = [ '' ];
		$depth     = 0;
		for ( $i = $open; isset( $this->tokens[ $i ] ); $i++ ) {
			$text   = $this->tokens[ $i ]->text;
			$depth += in_array( $text, [ '(', '[' ], true ) ? 1 : 0;
			$depth -= in_array( $text, [ ')', ']' ], true ) ? 1 : 0;
			if ( $depth === 0 ) {
				break;
			}
			if ( $depth === 1 && $text === ',' ) {
				$arguments[] = '';
			} elseif ( $i > $open ) {
				$arguments[ count( $arguments ) - 1 ] .= $text;
			}
		}
		return array_values( array_filter( $arguments, static fn ( string $argument ): bool => $argument !== '' ) );
	}

	/** @return list<array{string, int}> named functions with their lines; a table with its rows. */
	public function function_lengths(): array {
		$lengths = [];
		foreach ( $this->tokens as $i => $token ) {
			if ( $token->is( T_FUNCTION ) ) {
				$lengths[] = [ $this->tokens[ $i + 1 ]->text, $this->rows( $i ) ?? $this->length( $i ) ];
			}
		}
		return $lengths;
	}

	/**
	 * Arms of a function that is one `return match … ;` and nothing else, parameters of a constructor without a body;
	 * null for any other.
	 */
	private function rows( int $start ): ?int {
		$body = $start;
		while ( ! in_array( $this->tokens[ $body ]->text ?? ';', [ '{', ';' ], true ) ) {
			$body++;
		}
		$opens = ( $this->tokens[ $body ]->text ?? '' ) . ( $this->tokens[ $body + 1 ]->text ?? '' );
		if ( $opens === '{}' && $this->tokens[ $start + 1 ]->text === '__construct' ) {
			$head = array_slice( $this->tokens, $start, $body - $start );
			return count( array_filter( $head, static fn ( \PhpToken $token ): bool => $token->is( T_VARIABLE ) ) );
		}
		$is_match = $this->tokens[ $body + 1 ]?->is( T_RETURN ) && $this->tokens[ $body + 2 ]?->is( T_MATCH );
		$rows     = 0;
		$depth    = 0;
		for ( $i = $body + 3; $is_match && isset( $this->tokens[ $i ] ); $i++ ) {
			$text   = $this->tokens[ $i ]->text;
			$depth += in_array( $text, [ '(', '[', '{' ], true ) ? 1 : 0;
			$depth -= in_array( $text, [ ')', ']', '}' ], true ) ? 1 : 0;
			$rows  += $depth === 1 && $text === '=>' ? 1 : 0;
			if ( $depth === 0 && $text === '}' ) {
				$ends = ( $this->tokens[ $i + 1 ]->text ?? '' ) === ';'
					&& ( $this->tokens[ $i + 2 ]->text ?? '' ) === '}';
				return $ends ? $rows : null;
			}
		}
		return null;
	}

	/** @return array<int, true> lines within a heredoc. */
	public function heredoc_lines(): array {
		$lines = [];
		$start = null;
		foreach ( $this->tokens as $token ) {
			$start = $token->is( T_START_HEREDOC ) ? $token->line : $start;
			if ( $start !== null && $token->is( T_END_HEREDOC ) ) {
				$lines += array_fill_keys( range( $start + 1, $token->line - 1 ), true );
				$start  = null;
			}
		}
		return $lines;
	}

	/** @param list<int> $kinds */
	public function follows( int $i, array $kinds ): bool {
		return ( $this->tokens[ $i - 1 ] ?? null )?->is( $kinds ) === true;
	}

	/** From `function` to the brace that closes its body; 0 without a body. */
	private function length( int $start ): int {
		$depth = 0;
		for ( $i = $start; isset( $this->tokens[ $i ] ); $i++ ) {
			$text = $this->tokens[ $i ]->text;
			if ( $depth === 0 && $text === ';' ) {
				return 0;
			}
			$depth += in_array( $text, [ '{', '${' ], true ) ? 1 : 0;
			$depth -= $text === '}' ? 1 : 0;
			if ( $depth === 0 && $text === '}' ) {
				return $this->tokens[ $i ]->line - $this->tokens[ $start ]->line + 1;
			}
		}
		return 0;
	}
}
