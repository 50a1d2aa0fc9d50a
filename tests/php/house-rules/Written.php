<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/**
 * One class that the tool writes: who is made, and what each needs in turn. What no type says stands in its factories.
 */
abstract class Written {

	private const NEEDED = '/\$this->(\w+)\(\)/';

	/** Parameters that say what the plugin's main file says. */
	private const CONSTANTS = [
		'file'           => 'ORDERINVOICER_FILE',
		'plugin_version' => 'ORDERINVOICER_VERSION',
		'version'        => 'ORDERINVOICER_VERSION',
	];

	/** A class that makes itself. */
	private const MAKERS = [ 'for_site', 'from_constants' ];

	/** @var array<string, true> by name: what somebody asks for. */
	private array $asked = [];

	/** @var array<string, true> by name: what a closure or a factory is handed has a method, whoever else needs it. */
	private array $alone = [];

	/** @var array<string, array{class-string, string, list<string>}> by name: class, what makes it, arguments. */
	private array $made = [];

	/** @var array<string, array{string, array<class-string, string>}> by name: what all are, and who makes each. */
	private array $lists = [];

	/** @var array<string, true> classes that are named beside those. */
	protected array $uses = [];

	/**
	 * @param class-string       $factories
	 * @param list<class-string> $features which have factories too.
	 */
	public function __construct(
		protected readonly string $name,
		private readonly string $head,
		protected readonly string $factories,
		protected readonly Classes $classes,
		private readonly array $features = [],
	) {}

	/** @return class-string|null who has that factory. */
	private function factories_with( string $factory ): ?string {
		$have = static fn ( string $class ): bool => method_exists( $class, $factory );
		$one  = current( array_filter( [ $this->factories, ...$this->features ], $have ) );
		return $one === false ? null : $one;
	}

	/** @return string how the written class says it; empty where it has none. */
	abstract protected function object( string $type, string $name ): string;

	/** @return string the same of the one that a closure is named after. */
	abstract protected function named( string $name ): string;

	/** @return string more methods. */
	protected function more(): string {
		return '';
	}

	public function ask( string $name ): void {
		$this->asked( $this->named( $name ) );
	}

	public function makes( string $class ): bool {
		return in_array( $class, array_column( $this->made, 0 ), true );
	}

	/** @return string the method by which somebody else may have it; empty where it cannot be made here. */
	public function lend( string $type ): string {
		try {
			( clone $this )->object( $type, '' );
		} catch ( \LogicException ) {
			return '';
		}
		return $this->asked( $this->object( $type, '' ) );
	}

	/** @return string the method. */
	private function asked( string $made ): string {
		if ( preg_match( self::NEEDED, $made, $own ) !== 1 ) {
			return '';
		}
		$this->asked[ $own[1] ] = true;
		return $own[1];
	}

	/** @param class-string $class */
	protected function make( string $class ): string {
		$name = $this->method_of( $class );
		$made = $this->made[ $name ][0] ?? $class;
		if ( $made !== $class ) {
			throw new \LogicException( "$class and $made have one name: rename one." );
		}
		if ( ! isset( $this->made[ $name ] ) ) {
			$this->made[ $name ] = [ $class, '', [] ]; // Whoever needs himself gets a closure.
			$this->made[ $name ] = $this->maker( $class );
		}
		return "\$this->$name()";
	}

	/** @param class-string $class */
	protected function method_of( string $class ): string {
		return Classes::name( $class );
	}

	/** @return list<string> */
	protected function arguments( string $maker, ?\ReflectionFunctionAbstract $method ): array {
		$found    = [];
		$left_out = false;
		foreach ( $method?->getParameters() ?? [] as $parameter ) {
			$argument = $this->argument( $maker, $parameter );
			if ( $argument !== '' ) {
				$found[] = ( $left_out ? "{$parameter->getName()}: " : '' ) . $argument;
			}
			$left_out = $left_out || $argument === '';
		}
		return $found;
	}

	/**
	 * @param class-string $class
	 * @return array{class-string, string, list<string>}
	 */
	private function maker( string $class ): array {
		$name = Classes::name( $class );
		if ( $this->factories_with( $name ) !== null ) {
			return [ $class, $this->factory( $name ), [] ];
		}
		$has = static fn ( string $one ): bool => method_exists( $class, $one );
		$own = current( array_filter( self::MAKERS, $has ) );
		return $own === false
			? [ $class, '', $this->arguments( $name, ( new \ReflectionClass( $class ) )->getConstructor() ) ]
			: [ $class, "::$own", $this->arguments( $name, new \ReflectionMethod( $class, $own ) ) ];
	}

	private function factory( string $factory ): string {
		$factories = $this->factories_with( $factory ) ?? $this->factories;
		$needs     = implode( ', ', $this->arguments( $factory, new \ReflectionMethod( $factories, $factory ) ) );
		preg_match_all( self::NEEDED, $needs, $named );

		$this->alone += array_fill_keys( $named[1], true );
		$this->uses  += [ $factories => true ];
		return Classes::short( $factories ) . "::$factory(" . ( $needs === '' ? ')' : " $needs )" );
	}

	/** @return string empty for what is left as its default. */
	private function argument( string $maker, \ReflectionParameter $parameter ): string {
		$name    = $parameter->getName();
		$type    = ltrim( (string) $parameter->getType(), '?' );
		$factory = "{$maker}_$name";
		$answers = $this->factories::ANSWERS;
		$is_left = $parameter->isOptional() && ( $type === \Closure::class || ! class_exists( $type ) );
		$found   = match ( true ) {
			$this->factories_with( $factory ) !== null => $this->factory( $factory ),
			isset( $answers[ $factory ] ) => $this->object( $answers[ $factory ], '' ),
			$type === 'array' && ! $is_left => $this->list( $factory, $parameter ),
			$type === 'string' && ! $is_left => self::CONSTANTS[ $name ] ?? '',
			$type === \Closure::class => $is_left ? '' : $this->closure( $name ),
			default => $is_left ? '' : $this->object( $type, $name ),
		};
		return $found !== '' || $is_left
			? $found
			: throw new \LogicException( "$this->factories has no $factory() for $type \$$name." );
	}

	/** The class says itself who is in its list: those, then all others of a kind. */
	private function list( string $name, \ReflectionParameter $parameter ): string {
		$class    = $parameter->getDeclaringClass();
		$in_order = $class?->getConstant( 'IN_ORDER' ) ?? false;
		$all_of   = $class?->getConstant( 'ALL_OF' )[ $parameter->getName() ] ?? null;
		$first    = is_array( $in_order ) ? $in_order : [];
		$others   = $all_of === null ? [] : array_diff( $this->classes->all( $all_of ), $first );
		return $first === [] && $all_of === null
			? ''
			: $this->listed( $name, [ ...$first, ...array_values( $others ) ], $all_of );
	}

	/** @param list<class-string> $classes */
	protected function listed( string $name, array $classes, ?string $kind = null ): string {
		if ( $classes === [] ) {
			return '[]';
		}
		$this->lists[ $name ] ??= [
			$kind ?? (string) current( array_intersect( ...array_map( self::kinds( ... ), $classes ) ) ),
			array_combine( $classes, array_map( $this->item( ... ), $classes ) ),
		];
		return "\$this->$name()";
	}

	/** @param class-string $class */
	private function item( string $class ): string {
		$name = Classes::name( $class );
		$in   = $this->factories_with( $name );
		$many = $in === null ? null : new \ReflectionMethod( $in, $name );
		return (string) $many?->getReturnType() === 'array'
			? "...{$this->factory( $name )}"
			: $this->object( $class, '' );
	}

	/** @return list<string> */
	private static function kinds( string $class ): array {
		return array_values( [ ...(array) class_implements( $class ), ...(array) class_parents( $class ) ] );
	}

	protected function closure( string $name ): string {
		$made = $this->named( $name );
		preg_match( self::NEEDED, $made, $own );
		if ( isset( $own[1], $this->made[ $own[1] ] ) ) {
			$this->alone[ $own[1] ] = true;
		}
		return (string) preg_replace( '/\(\)$/', '( ... )', $made );
	}

	public function text(): string {
		ksort( $this->made );
		ksort( $this->lists );
		$within = $this->needed_once();
		$props  = '';
		$code   = '';
		foreach ( array_diff_key( $this->made, $within ) as $name => [ $class ] ) {
			$short  = Classes::short( $class );
			$new    = $this->new( $name, $within, "\t\t" );
			$kept   = ! in_array( $class, $this->factories::ANEW, true );
			$props .= $kept ? "\tprivate ?$short \$$name = null;\n" : '';
			$code  .= $this->method( $name, $short, $kept ? "\$this->$name ??= $new" : $new );
		}
		foreach ( $this->lists as $name => [ $type, $all ] ) {
			$items = implode( ",\n\t\t\t", $this->items( $type, $all, $within ) );
			$code .= "\n\t/** @return {$this->list_type( $type )} */"
				. $this->method( $name, 'array', "[\n\t\t\t$items,\n\t\t]" );

			$this->uses += $type === '' ? [] : [ $type => true ];
		}
		$code .= $this->more();
		return sprintf( $this->head, $this->imports( $code ), $props, $this->narrow( $code ) );
	}

	protected function list_type( string $type ): string {
		return 'list<' . ( $type === '' ? 'object' : Classes::short( $type ) ) . '>';
	}

	/**
	 * @param array<class-string, string> $all
	 * @param array<string, mixed>        $within
	 * @return array<string> as they stand in the list.
	 */
	protected function items( string $type, array $all, array $within ): array {
		return $this->inside( $all, $within, "\t\t\t" );
	}

	protected function method( string $name, string $type, string $returns ): string {
		$access = isset( $this->asked[ $name ] ) ? 'public' : 'private';
		return "\n\t$access function $name(): $type {\n\t\treturn $returns;\n\t}\n";
	}

	/** @return array<string, mixed> by name: what one other needs, and nobody asks for, is made where it is needed. */
	private function needed_once(): array {
		$said = array_column( $this->made, 1 );
		foreach ( [ ...array_column( $this->made, 2 ), ...array_column( $this->lists, 1 ) ] as $arguments ) {
			$said = [ ...$said, ...array_values( $arguments ) ];
		}
		preg_match_all( self::NEEDED, implode( ' ', $said ), $needed );
		$of_one = array_intersect( array_count_values( $needed[1] ), [ 1 ] );
		return array_diff_key( array_intersect_key( $of_one, $this->made ), $this->asked, $this->alone );
	}

	/** A call of a factory that is too wide has a line for each argument. */
	private function narrow( string $code ): string {
		return (string) preg_replace_callback(
			'/^(\t*)(\S.*(?:Factories|Feature)::\w+\() (.+) \)(,|;|)$/m',
			static function ( array $line ): string {
				$is_wide = strlen( str_replace( "\t", '    ', $line[0] ) ) > Rules::WIDEST_LINE;
				$needs   = str_replace( ', ', ",\n$line[1]\t", $line[3] );
				return $is_wide ? "$line[1]$line[2]\n$line[1]\t$needs\n$line[1])$line[4]" : $line[0];
			},
			$code
		);
	}

	private function imports( string $code ): string {
		$uses = [ ...array_column( $this->made, 0 ), $this->factories, ...array_keys( $this->uses ) ];
		$uses = array_filter(
			array_unique( $uses ),
			fn ( string $class ): bool => dirname( str_replace( '\\', '/', $class ) ) !== 'OrderInvoicer/Wiring'
				&& preg_match( '/\b' . Classes::short( $class ) . '\b/', $code . $this->head ) === 1
		);
		sort( $uses );
		return implode( "\n", array_map( static fn ( string $class ): string => "use $class;", $uses ) );
	}

	/** @param array<string, mixed> $within */
	private function new( string $name, array $within, string $indent ): string {
		[ $class, $factory, $arguments ] = $this->made[ $name ];

		$inside = $this->inside( $arguments, $within, "$indent\t" );
		$lines  = $inside === [] ? '' : "\n$indent\t" . implode( ",\n$indent\t", $inside ) . "\n$indent";
		$short  = Classes::short( $class );
		return match ( true ) {
			str_starts_with( $factory, '::' ) => "$short$factory($lines)",
			default => $factory !== '' ? $factory : "new $short($lines)",
		};
	}

	/**
	 * @param array<string>        $arguments
	 * @param array<string, mixed> $within
	 * @return array<string> with their keys.
	 */
	protected function inside( array $arguments, array $within, string $indent ): array {
		return (array) preg_replace_callback(
			self::NEEDED,
			fn ( array $needed ): string =>
				isset( $within[ $needed[1] ] ) ? $this->new( $needed[1], $within, $indent ) : $needed[0],
			$arguments
		);
	}
}
