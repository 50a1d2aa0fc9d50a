<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/**
 * How much there is to know, and how far apart it lies: counted from tokens and from who names whom
 * (docs/ARCHITECTURE.md).
 */
final class House {

	private const OWN = 'OrderInvoicer\\';

	/** Its schemas say what REST answers: a tool and clients read them. */
	private const SCHEMAS = '/schemas\.php$/';

	/** What follows these is no class. */
	private const NO_CLASS = [
		T_OBJECT_OPERATOR,
		T_NULLSAFE_OBJECT_OPERATOR,
		T_DOUBLE_COLON,
		T_FUNCTION,
		T_CONST,
		T_CASE,
		T_NAMESPACE,
	];

	/** @var array<string, Source> by class, with its namespace. */
	private array $classes = [];

	/** @param list<Source> $sources */
	public function __construct( private readonly array $sources ) {
		foreach ( $sources as $source ) {
			$this->classes[ $this->class_of( $source ) ] = $source;
		}
	}

	/** @return array<string, int> the fewer the better. Nobody reads what a tool writes: it counts as a user only. */
	public function figures(): array {
		$edges   = $this->edges();
		$circles = $this->circles( $edges );
		$by_hand = $this->by_hand();
		return [
			'lines of code' => $this->lines_of_code( '' ),
			'files' => count( $by_hand ),
			'lines of code in Wiring/' => $this->lines_of_code( 'Wiring/' ),
			'problems asked for by their code in the core' => $this->problem_codes(),
			'folders with classes of the stock' => count( $this->folders_of( 'Stock' ) ),
			'properties that share no word with their class' => count( $this->odd_names() ),
			'circles of files' => count( $circles ),
			'files in the largest circle' => max( 0, 0, ...array_map( count( ... ), $circles ) ),
			'names of another folder, of a hundred' => $this->from_elsewhere( array_intersect_key( $edges, $by_hand ) ),
			'classes that one other class names' => count( $this->of_one_user( $edges ) ),
		];
	}

	/** @return list<string> property and class. */
	public function odd_names(): array {
		$found = [];
		foreach ( $this->sources as $source ) {
			foreach ( $source->tokens as $i => $token ) {
				if ( ! $token->is( T_VARIABLE ) || ! $this->is_property( $source, $i ) ) {
					continue;
				}
				$type = $source->tokens[ $i - 1 ];
				$name = $type->is( [ T_STRING, T_NAME_QUALIFIED ] ) ? $this->resolve( $source, $type->text ) : '';
				$is_value = ! isset( $this->classes[ $name ] ) || self::is_value( $this->classes[ $name ] );
				if ( ! $is_value && ! self::share_a_word( $token->text, $name ) ) {
					$found[] = $source->at( $i, "$type->text $token->text" );
				}
			}
		}
		return $found;
	}

	/**
	 * @param array<string, list<string>> $edges
	 * @return list<list<string>> classes that need each other, each circle once (Tarjan).
	 */
	public function circles( array $edges ): array {
		$index   = [];
		$low     = [];
		$stack   = [];
		$circles = [];
		$visit   = function ( string $node ) use ( &$visit, &$index, &$low, &$stack, &$circles, $edges ): void {
			$index[ $node ] = count( $index );
			$low[ $node ]   = $index[ $node ];
			$stack[ $node ] = true;
			foreach ( $edges[ $node ] ?? [] as $next ) {
				if ( ! isset( $index[ $next ] ) ) {
					$visit( $next );
					$low[ $node ] = min( $low[ $node ], $low[ $next ] );
				} elseif ( isset( $stack[ $next ] ) ) {
					$low[ $node ] = min( $low[ $node ], $index[ $next ] );
				}
			}
			if ( $low[ $node ] !== $index[ $node ] ) {
				return;
			}
			$circle = [];
			do {
				$last     = (string) array_key_last( $stack );
				$circle[] = $last;
				unset( $stack[ $last ] );
			} while ( $last !== $node );
			if ( count( $circle ) > 1 ) {
				$circles[] = $circle;
			}
		};
		foreach ( array_keys( $edges ) as $node ) {
			if ( ! isset( $index[ $node ] ) ) {
				$visit( $node );
			}
		}
		return $circles;
	}

	/** @return array<string, list<string>> by class: the others that it names. */
	public function edges(): array {
		$edges = [];
		foreach ( $this->classes as $class => $source ) {
			$named = [];
			foreach ( $source->tokens as $i => $token ) {
				if (
					$token->is( [ T_STRING, T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED ] )
					&& ! $source->follows(
						$i,
						self::NO_CLASS
					)
				) {
					$name = $this->resolve( $source, $token->text );
					if ( isset( $this->classes[ $name ] ) && $name !== $class ) {
						$named[ $name ] = true;
					}
				}
			}
			$edges[ $class ] = array_keys( $named );
		}
		return $edges;
	}

	/** Lines that hold a token. */
	private function lines_of_code( string $below ): int {
		$lines = 0;
		foreach ( $this->by_hand() as $source ) {
			if ( str_starts_with( $source->path, $below ) && preg_match( self::SCHEMAS, $source->path ) !== 1 ) {
				$held = [];
				foreach ( $source->tokens as $token ) {
					$end   = $token->line + substr_count( rtrim( $token->text ), "\n" );
					$held += array_fill_keys( range( $token->line, $end ), true );
				}
				$lines += count( $held );
			}
		}
		return $lines;
	}

	/** @return array<string, Source> by class. */
	private function by_hand(): array {
		return array_filter( $this->classes, static fn ( Source $source ): bool => ! $source->is_written() );
	}

	private function problem_codes(): int {
		$found = 0;
		foreach ( $this->sources as $source ) {
			if ( preg_match( '/^(Domain|Core)\/(?!Failures\/)/', $source->path ) === 1 ) {
				$found += preg_match_all( '/problem(\(\))?\??->code\b/', $source->text );
			}
		}
		return $found;
	}

	/** @return list<string> */
	private function folders_of( string $word ): array {
		$folders = [];
		foreach ( $this->sources as $source ) {
			if ( in_array( $word, self::words( basename( $source->path, '.php' ) ), true ) ) {
				$folders[ dirname( $source->path ) ] = true;
			}
		}
		return array_keys( $folders );
	}

	/** @param array<string, list<string>> $edges */
	private function from_elsewhere( array $edges ): int {
		$all   = 0;
		$other = 0;
		foreach ( $edges as $class => $named ) {
			foreach ( $named as $name ) {
				$all++;
				$other += self::folder( $class ) === self::folder( $name ) ? 0 : 1;
			}
		}
		return intdiv( 100 * $other, max( 1, $all ) );
	}

	/**
	 * @param array<string, list<string>> $edges
	 * @return list<string>
	 */
	private function of_one_user( array $edges ): array {
		$users = array_count_values( array_merge( [], ...array_values( $edges ) ) );
		return array_keys( array_filter( $users, static fn ( int $count ): bool => $count === 1 ) );
	}

	private function class_of( Source $source ): string {
		return self::OWN . str_replace( '/', '\\', substr( $source->path, 0, -strlen( '.php' ) ) );
	}

	private static function folder( string $class ): string {
		return substr( $class, 0, (int) strrpos( $class, '\\' ) );
	}

	/** A name as the file means it: imported, written out, or of its own folder. */
	private function resolve( Source $source, string $name ): string {
		static $imports = [];
		$imports[ $source->path ] ??= $this->imports( $source );
		return match ( true ) {
			str_starts_with( $name, '\\' ) => substr( $name, 1 ),
			str_starts_with( $name, self::OWN ) => $name,
			default => $imports[ $source->path ][ $name ] ?? self::folder( $this->class_of( $source ) ) . "\\$name",
		};
	}

	/** @return array<string, string> whole names by those that the file uses. */
	private function imports( Source $source ): array {
		$found = [];
		preg_match_all( '/^use ([\w\\\\]+)(?: as (\w+))?;/m', $source->text, $all, PREG_SET_ORDER );
		foreach ( $all as $one ) {
			$found[ $one[2] ?? substr( (string) strrchr( "\\$one[1]", '\\' ), 1 ) ] = $one[1];
		}
		return $found;
	}

	private function is_property( Source $source, int $i ): bool {
		$back = $i - 2;
		while ( $source->tokens[ $back ]->is( [ '?', T_READONLY, T_STATIC ] ) ) {
			$back--;
		}
		return $source->tokens[ $back ]->is( [ T_PRIVATE, T_PROTECTED, T_PUBLIC ] );
	}

	/** Called by its part, such as an amount or a buyer: what can be read from outside, and numbers. */
	private static function is_value( Source $source ): bool {
		return preg_match( '~^Domain/(Money|Settings/Fields)/~', $source->path ) === 1
			|| preg_match( '/^(enum |\t+public (readonly |static )*\??[\w\\\\]+ \$)/m', $source->text ) === 1;
	}

	private static function share_a_word( string $property, string $class ): bool {
		$short = substr( $class, strlen( self::folder( $class ) ) + 1 );
		return array_intersect( self::stems( ltrim( $property, '$' ) ), self::stems( $short ) ) !== [];
	}

	/** @return list<string> */
	private static function stems( string $name ): array {
		return array_map(
			static fn ( string $word ): string => substr( rtrim( strtolower( $word ), 's' ), 0, 5 ),
			self::words( $name )
		);
	}

	/** @return list<string> */
	private static function words( string $name ): array {
		return (array) preg_split( '/_|(?<=[a-z0-9])(?=[A-Z])/', $name, -1, PREG_SPLIT_NO_EMPTY );
	}
}
