<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use OrderInvoicer\Rest\BaseController;

/** What people and programs meet: it gets answers of the ports from the adapters, use cases from the engine. */
final class WrittenScreens extends Written {

	/**
	 * @param class-string       $factories
	 * @param list<class-string> $features
	 */
	public function __construct(
		string $head,
		string $factories,
		Classes $classes,
		private readonly Classes $domain,
		private readonly WrittenAdapters $adapters,
		private readonly WrittenEngine $engine,
		array $features,
	) {
		parent::__construct( 'Screens', $head, $factories, $classes, $features );
	}

	protected function object( string $type, string $name ): string {
		$made = $this->factories::ANSWERS[ $type ] ?? $type;
		$may  = $made === $type && ! $this->is_plain( $type )
			&& ( ! str_contains( $type, '\\Features\\' )
				|| $this->adapters->is_port( $type )
				|| $this->adapters->makes( $type ) );
		$lent = $may ? $this->adapters->lend( $type ) : ''; // Of a feature only what answers a port, and what it needs.
		$made = $lent === '' && interface_exists( $made ) ? $this->classes->only( $made ) : $made;
		$used = $lent === '' && $this->domain->has( $made ) && ! $this->is_plain( $made )
			? $this->engine->lend( $made )
			: '';
		return match ( true ) {
			$type === 'wpdb' => '$this->adapters->wpdb',
			$lent !== '' => "\$this->adapters->$lent()",
			$used !== '' => "\$this->engine()->$used()",
			class_exists( $made ) && $this->classes->has( $made ) => $this->make( $made ),
			default => '',
		};
	}

	protected function named( string $name ): string {
		$list = $this->factories::LISTS[ $name ] ?? null;
		if ( $list !== null ) {
			return $this->listed( $name, is_array( $list ) ? $list : $this->classes->all( $list ) );
		}
		if ( $this->adapters->is_port_name( $name ) ) {
			return "\$this->adapters->$name()";
		}
		$class = $this->classes->named( $name );
		return $class === null ? '' : $this->object( $class, '' );
	}

	protected function list_type( string $type ): string {
		return $type === BaseController::class
			? 'list<array{list<string>, \\Closure(): BaseController}> each with its paths'
			: parent::list_type( $type );
	}

	/** A controller is made when one of its paths is asked for. */
	protected function items( string $type, array $all, array $within ): array {
		if ( $type !== BaseController::class ) {
			return parent::items( $type, $all, $within );
		}
		$items = [];
		foreach ( $this->inside( $all, $within, "\t\t\t\t" ) as $class => $new ) {
			$one     = ( new \ReflectionClass( $class ) )->newInstanceWithoutConstructor();
			$paths   = array_unique( array_column( $one->routes(), 'path' ) );
			$paths   = str_replace( '(?P<target>[\d]+)', '\d+', implode( "',\n\t\t\t\t\t'", $paths ) );
			$items[] = "[\n\t\t\t\t[\n\t\t\t\t\t'$paths',\n\t\t\t\t],"
				. "\n\t\t\t\tfn (): BaseController => $new,\n\t\t\t]";
		}
		return $items;
	}

	protected function closure( string $name ): string {
		$made = $this->named( $name );
		if ( ! str_starts_with( $made, '$this->engine()' ) ) {
			return parent::closure( $name );
		}
		$class = (string) $this->classes->named( $name );

		$this->uses[ $class ] = true;
		return 'fn (): ' . Classes::short( $class ) . " => $made";
	}

	private function is_plain( string $type ): bool {
		return class_exists( $type ) && ! $this->adapters->is_port( $type )
			&& WrittenAdapters::is_plain( $type, $this->domain );
	}
}
