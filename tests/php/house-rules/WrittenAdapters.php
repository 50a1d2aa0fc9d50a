<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\Transport\Patience;
use OrderInvoicer\WordPress\System\SystemClock;

/** The plugin's answers to the ports, and what else needs none of the use cases. */
final class WrittenAdapters extends Written {

	private const GIVEN = [
		'wpdb'          => '$this->wpdb',
		Clock::class    => '$this->clock()',
		Patience::class => '$this->patience()',
	];

	/** @var array<string, class-string> by port: who answers it. */
	private array $answers = [];

	/** @var list<class-string> */
	private readonly array $own;

	/**
	 * @param class-string                $factories
	 * @param array<class-string, string> $ports     by type: its port.
	 * @param list<class-string>          $features
	 */
	public function __construct(
		string $head,
		string $factories,
		Classes $classes,
		private readonly Classes $domain,
		private readonly array $ports,
		array $features,
	) {
		parent::__construct( 'Adapters', $head, $factories, $classes, $features );
		$own       = static fn ( string $one ): array => ( new \ReflectionClass( $one ) )->getConstants()['OWN'] ?? [];
		$this->own = array_merge( ...array_map( $own, [ $factories, ...$features ] ) );
		$this->uses = array_fill_keys( [ Clock::class, SystemClock::class, Patience::class ], true );
		foreach ( $ports as $type => $name ) {
			if ( ! isset( self::GIVEN[ $type ] ) ) {
				$this->answers[ $name ] = $this->answer( $type );
			} else {
				$this->uses[ $type ] = true;
			}
		}
		array_map( $this->ask( ... ), array_keys( $this->answers ) );
	}

	protected function object( string $type, string $name ): string {
		$made = isset( $this->ports[ $type ] ) || ! interface_exists( $type ) ? $type : $this->answer( $type );
		return match ( true ) {
			isset( self::GIVEN[ $type ] ) => self::GIVEN[ $type ],
			isset( $this->ports[ $made ] ) => $this->make( $this->answers[ $this->ports[ $made ] ] ),
			$this->is_here( $made ) => $this->make( $made ),
			default => '',
		};
	}

	protected function named( string $name ): string {
		if ( $this->is_port_name( $name ) ) {
			return isset( $this->answers[ $name ] ) ? $this->make( $this->answers[ $name ] ) : "\$this->$name()";
		}
		$class = $this->classes->named( $name ) ?? $this->own( $name );
		return $class !== null && $this->is_here( $class ) ? $this->make( $class ) : '';
	}

	/** @return class-string|null of those beside. */
	private function own( string $name ): ?string {
		$named = array_filter(
			$this->own,
			static fn ( string $class ): bool => Classes::name( $class ) === $name
		);
		return current( $named ) === false ? null : current( $named );
	}

	public function lend( string $type ): string {
		return isset( self::GIVEN[ $type ] ) ? $this->ports[ $type ] ?? '' : parent::lend( $type );
	}

	public function is_port( string $type ): bool {
		return isset( $this->ports[ $type ] );
	}

	public function is_port_name( string $name ): bool {
		return in_array( $name, $this->ports, true );
	}

	/** Who answers one port alone is asked by its name. */
	protected function method_of( string $class ): string {
		$ports = array_keys( $this->answers, $class, true );
		return count( $ports ) === 1 ? $ports[0] : parent::method_of( $class );
	}

	protected function more(): string {
		$code = '';
		foreach ( $this->answers as $port => $class ) {
			$method = $this->method_of( $class );
			$short  = Classes::short( $class );
			$code  .= $method === $port
				? ''
				: "\n\tpublic function $port(): $short {\n\t\treturn \$this->$method();\n\t}\n";
		}
		return $code;
	}

	private function is_here( string $class ): bool {
		return class_exists( $class ) && ( $this->classes->has( $class )
			|| in_array( $class, $this->own, true )
			|| self::is_plain( $class, $this->domain ) );
	}

	/** It needs nothing from outside. */
	public static function is_plain( string $class, Classes $domain ): bool {
		foreach ( ( new \ReflectionClass( $class ) )->getConstructor()?->getParameters() ?? [] as $parameter ) {
			$type = (string) $parameter->getType();
			if ( ! class_exists( $type ) || ! self::is_plain( $type, $domain ) ) {
				return false;
			}
		}
		return $domain->has( $class );
	}

	/** @return class-string */
	private function answer( string $type ): string {
		$all = interface_exists( $type ) ? $this->classes->all( $type ) : [ $type ];
		$one = $this->factories::ANSWERS[ $type ] ?? ( count( $all ) === 1 ? $all[0] : null );
		return $one ?? throw new \LogicException( "Who answers $type? " . implode( ', ', $all ) );
	}
}
