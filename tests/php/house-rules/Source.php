<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** A PHP file of the plugin as tokens, without white space, comments and docblocks. */
final class Source {

	private const ROOT = __DIR__ . '/../../../includes/';

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
				$sources[] = self::read(
					substr( $file->getPathname(), strlen( self::ROOT ) ),
					(string) file_get_contents( $file->getPathname() )
				);
			}
		}
		return $sources;
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

	/** @return list<array{string, int}> named functions with their lines. */
	public function function_lengths(): array {
		$lengths = [];
		foreach ( $this->tokens as $i => $token ) {
			if ( $token->is( T_FUNCTION ) ) {
				$lengths[] = [ $this->tokens[ $i + 1 ]->text, $this->length( $i ) ];
			}
		}
		return $lengths;
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
