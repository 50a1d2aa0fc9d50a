<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** The plugin's classes by the name of the method that makes each: `TaskRunner` is `task_runner`. */
final class Classes {

	private const CLASS_FILE = '~/[A-Z]\w+\.php$~';

	/** @var array<string, list<class-string>> by name: its class, or its twins. */
	private array $by_name = [];

	/** @param list<Source> $sources */
	public function __construct( array $sources, string $pattern ) {
		foreach ( $sources as $source ) {
			$is_class = preg_match( self::CLASS_FILE, $source->path ) === 1 && ! $source->is_written();
			if ( $is_class && preg_match( $pattern, $source->path ) === 1 ) {
				/** @var class-string $class */
				$class = 'OrderInvoicer\\' . str_replace( [ '/', '.php' ], [ '\\', '' ], $source->path );
				$this->by_name[ self::name( $class ) ][] = $class;
			}
		}
	}

	/** @return class-string|null */
	public function named( string $name ): ?string {
		$classes = $this->by_name[ $name ] ?? [];
		return count( $classes ) > 1
			? throw new \LogicException( "Which class is $name()? " . implode( ', ', $classes ) )
			: $classes[0] ?? null;
	}

	public function has( string $class ): bool {
		return in_array( $class, $this->by_name[ self::name( $class ) ] ?? [], true );
	}

	/** @return list<class-string> interfaces. */
	public function interfaces(): array {
		$found = array_filter( array_merge( [], ...array_values( $this->by_name ) ), interface_exists( ... ) );
		sort( $found );
		return $found;
	}

	/** @return array<string, true> by type: what constructors want. */
	public function asked(): array {
		$asked = [];
		foreach ( array_merge( [], ...array_values( $this->by_name ) ) as $class ) {
			foreach ( ( new \ReflectionClass( $class ) )->getConstructor()?->getParameters() ?? [] as $parameter ) {
				$asked[ ltrim( (string) $parameter->getType(), '?' ) ] = true;
			}
		}
		return $asked;
	}

	/** @return list<class-string> by the end of their names. */
	public function ending( string $end ): array {
		$found = array_merge( [], ...array_values( $this->by_name ) );
		$found = array_filter( $found, static fn ( string $class ): bool => str_ends_with( $class, $end ) );
		sort( $found );
		return $found;
	}

	/** @return list<class-string> what can be made and is a `$type`. */
	public function all( string $type ): array {
		$is_one = static fn ( string $class ): bool => is_subclass_of( $class, $type )
			&& ( new \ReflectionClass( $class ) )->isInstantiable();
		$found  = array_values( array_filter( array_merge( ...array_values( $this->by_name ) ), $is_one ) );
		sort( $found );
		return $found;
	}

	/** Who alone has an interface; the interface itself where none or several do. */
	public function only( string $type ): string {
		$all = interface_exists( $type ) ? $this->all( $type ) : [];
		return count( $all ) === 1 ? $all[0] : $type;
	}

	public static function name( string $class ): string {
		return strtolower( (string) preg_replace( '/(?<=[a-z0-9])(?=[A-Z])/', '_', self::short( $class ) ) );
	}

	public static function short( string $class ): string {
		return substr( (string) strrchr( "\\$class", '\\' ), 1 );
	}
}
