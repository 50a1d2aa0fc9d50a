<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use OrderInvoicer\Wiring\Composition\Factories;
use OrderInvoicer\Wiring\Composition\Ports;

/**
 * Writes `Wiring/Engine` (npm run composition) from the types of constructors: who makes each class that somebody asks
 * the engine for, and what that one needs in turn. What does not follow from a type stands in `Factories`.
 */
final class Composition {

	public const FILE = __DIR__ . '/../../../includes/Wiring/Engine.php';

	/** Who asks the engine, in the plugin and in its tests. */
	private const ASKED = '/(?:engine|make)(?:\(\))?\s*->([a-z_]+)\(/';

	private const NEEDED = '/\$this->(\w+)\(\)/';

	private const HEAD = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Wiring;

		defined( 'ABSPATH' ) || exit;

		%s

		/**
		 * The use cases, each made once, when it is first asked for. Written by `npm run composition` from the types of
		 * their constructors: never edit it (docs/ARCHITECTURE.md, "One composition").
		 */
		final class Engine {

		%s
			public function __construct( private readonly Ports $ports ) {}
		%s}

		PHP;

	/** @var array<string, list<class-string>> by the name of a method: its class, or its twins. */
	private array $classes = [];

	/** @var array<string, string> by type: the port that answers with it. */
	private array $ports = [];

	/** @var array<string, true> by name: what somebody asks for. */
	private array $asked = [];

	/** @var array<string, true> by name: what a closure or a factory is handed has a method, whoever else needs it. */
	private array $alone = [];

	/** @var array<string, array{class-string, list<string>}> by name: class and arguments. */
	private array $made = [];

	/** @param list<Source> $sources of the plugin. */
	public function __construct( array $sources ) {
		foreach ( $sources as $source ) {
			if ( preg_match( '~^(Domain|Wiring/Composition)/~', $source->path ) === 1 ) {
				/** @var class-string $class */
				$class = 'OrderInvoicer\\' . str_replace( [ '/', '.php' ], [ '\\', '' ], $source->path );
				$this->classes[ self::name( $class ) ][] = $class;
			}
		}
		foreach ( ( new \ReflectionClass( Ports::class ) )->getMethods() as $port ) {
			$this->ports[ (string) $port->getReturnType() ] = $port->getName();
		}
	}

	/** @param list<Source> $callers */
	public function written( array $callers ): string {
		foreach ( $callers as $caller ) {
			preg_match_all( self::ASKED, $caller->text, $found );
			foreach ( array_intersect( $found[1], array_keys( $this->classes ) ) as $name ) {
				$this->asked[ $name ] = true;
				$this->make( $this->named( $name ) );
			}
		}
		ksort( $this->made );
		return $this->file();
	}

	/** @param class-string $class */
	private function make( string $class ): string {
		$name = self::name( $class );
		$made = $this->made[ $name ][0] ?? $class;
		if ( $made !== $class ) {
			throw new \LogicException( "$class and $made have one name: rename one." );
		}
		if ( ! isset( $this->made[ $name ] ) ) {
			$this->made[ $name ]    = [ $class, [] ];
			$this->made[ $name ][1] = $this->arguments( $name, ( new \ReflectionClass( $class ) )->getConstructor() );
		}
		return $name;
	}

	/** @return list<string> */
	private function arguments( string $maker, ?\ReflectionMethod $method ): array {
		return array_map(
			fn ( \ReflectionParameter $parameter ): string => $this->argument( $maker, $parameter ),
			$method?->getParameters() ?? []
		);
	}

	private function argument( string $maker, \ReflectionParameter $parameter ): string {
		$name    = $parameter->getName();
		$type    = ltrim( (string) $parameter->getType(), '?' );
		$factory = "{$maker}_$name";
		if ( method_exists( Factories::class, $factory ) ) {
			$needs = $this->arguments( $factory, new \ReflectionMethod( Factories::class, $factory ) );
			$needs = implode( ', ', $needs );
			preg_match_all( self::NEEDED, $needs, $named );
			$this->alone += array_fill_keys( $named[1], true );
			return "Factories::$factory(" . ( $needs === '' ? ')' : " $needs )" );
		}
		if ( $type === \Closure::class ) {
			$this->alone[ $name ] = true;
			return "\$this->{$this->make( $this->named( $name ) )}( ... )";
		}
		$made = Factories::ANSWERS[ $type ] ?? $type;
		$port = ( $this->ports[ $type ] ?? '' ) === $name ? $name : $this->port( $made );
		$ours = array_merge( ...array_values( $this->classes ) );
		return match ( true ) {
			$type === Ports::class => '$this->ports',
			$port !== '' => "\$this->ports->$port()",
			in_array( $made, $ours, true ) && class_exists( $made ) => "\$this->{$this->make( $made )}()",
			default => throw new \LogicException( "Factories has no $factory() for $type \$$name." ),
		};
	}

	/** @return string empty where none answers; a part of a port's interface is answered by that port. */
	private function port( string $type ): string {
		$is_part = static fn ( string $port ): bool => is_subclass_of( $port, $type );
		$wider   = array_filter( $this->ports, $is_part, ARRAY_FILTER_USE_KEY );
		return $this->ports[ $type ] ?? ( count( $wider ) === 1 ? current( $wider ) : '' );
	}

	/** @return class-string */
	private function named( string $name ): string {
		$classes = $this->classes[ $name ] ?? [];
		return count( $classes ) === 1
			? $classes[0]
			: throw new \LogicException( "Which class is $name()? " . implode( ', ', $classes ) );
	}

	private function file(): string {
		$props = '';
		$code  = '';
		$uses  = [ Factories::class, Ports::class, ...array_column( $this->made, 0 ) ];
		sort( $uses );
		preg_match_all( self::NEEDED, implode( array_merge( ...array_column( $this->made, 1 ) ) ), $needed );
		$of_one = array_keys( array_count_values( $needed[1] ), 1, true );
		$within = array_diff( $of_one, array_keys( $this->asked + $this->alone ) );
		foreach ( $this->made as $name => [ $class ] ) {
			if ( ! in_array( $name, $within, true ) ) {
				$short  = ( new \ReflectionClass( $class ) )->getShortName();
				$access = isset( $this->asked[ $name ] ) ? 'public' : 'private';
				$new    = $this->new( $name, $within, "\t\t" );
				$props .= "\tprivate ?$short \$$name = null;\n";
				$code  .= "\n\t$access function $name(): $short {\n\t\treturn \$this->$name ??= $new;\n\t}\n";
			}
		}
		$imports = implode( "\n", array_map( static fn ( string $class ): string => "use $class;", $uses ) );
		return sprintf( self::HEAD, $imports, $props, $code );
	}

	/** @param list<string> $within what one other needs, and nobody asks for, is made where it is needed. */
	private function new( string $name, array $within, string $indent ): string {
		[ $class, $arguments ] = $this->made[ $name ];
		$inside = preg_replace_callback(
			self::NEEDED,
			fn ( array $needed ): string =>
				in_array( $needed[1], $within, true ) ? $this->new( $needed[1], $within, "$indent\t" ) : $needed[0],
			$arguments
		);
		$lines = $inside === [] ? '' : "\n$indent\t" . implode( ",\n$indent\t", $inside ) . "\n$indent";
		return 'new ' . ( new \ReflectionClass( $class ) )->getShortName() . "($lines)";
	}

	private static function name( string $class ): string {
		$short = substr( (string) strrchr( $class, '\\' ), 1 );
		return strtolower( (string) preg_replace( '/(?<=[a-z0-9])(?=[A-Z])/', '_', $short ) );
	}
}
