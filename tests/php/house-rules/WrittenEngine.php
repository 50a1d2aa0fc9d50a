<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use OrderInvoicer\Wiring\Composition\Ports;

/** The use cases, of the ports alone. */
final class WrittenEngine extends Written {

	/**
	 * @param class-string                $factories
	 * @param array<class-string, string> $ports     by type: the port that answers with it.
	 */
	public function __construct(
		string $head,
		string $factories,
		Classes $classes,
		private readonly array $ports,
	) {
		parent::__construct( 'Engine', $head, $factories, $classes );
		$this->uses[ Ports::class ] = true;
	}

	protected function object( string $type, string $name ): string {
		$made = $this->factories::ANSWERS[ $type ] ?? $this->classes->only( $type );
		$port = ( $this->ports[ $type ] ?? '' ) === $name ? $name : $this->port( $made );
		return match ( true ) {
			$type === Ports::class => '$this->ports',
			$port !== '' => "\$this->ports->$port()",
			class_exists( $made ) && $this->classes->has( $made ) => $this->make( $made ),
			default => '',
		};
	}

	protected function named( string $name ): string {
		$class = $this->classes->named( $name );
		if ( $class !== null ) {
			return $this->make( $class );
		}
		return in_array( $name, $this->ports, true ) ? "\$this->ports->$name()" : '';
	}

	/** @return string empty where none answers; a part of a port's interface is answered by that port. */
	private function port( string $type ): string {
		$is_part = static fn ( string $port ): bool => is_subclass_of( $port, $type );
		$wider   = array_filter( $this->ports, $is_part, ARRAY_FILTER_USE_KEY );
		return $this->ports[ $type ] ?? ( count( $wider ) === 1 ? current( $wider ) : '' );
	}
}
