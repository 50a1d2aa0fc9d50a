<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\System\KeptValues;
use OrderInvoicer\Tests\Unit\World\Fate;

/** Kept in memory. */
final class FakeKeptValues implements KeptValues {

	/** @var array<string, string> by name. */
	public array $values = [];

	/** What another process does right before the next value becomes another. @var (\Closure(): void)|null */
	public ?\Closure $before_swap = null;

	public function __construct( private readonly Fate $fate ) {}

	/** @param string $prefix of the names. */
	public function forget( string $prefix ): void {
		$this->values = array_filter(
			$this->values,
			static fn ( string $name ): bool => ! str_starts_with( $name, $prefix ),
			ARRAY_FILTER_USE_KEY
		);
	}

	public function get( string $name ): string {
		return $this->values[ $name ] ?? '';
	}

	public function set( string $name, string $value ): void {
		$this->values[ $name ] = $value;
	}

	public function swap( string $name, string $old, string $new_value ): bool {
		return $this->fate->call(
			function () use ( $name, $old, $new_value ): bool {
				$before            = $this->before_swap;
				$this->before_swap = null;
				if ( $before !== null ) {
					$before();
				}
				$holds = $this->get( $name ) === $old;
				if ( $holds ) {
					$this->values[ $name ] = $new_value;
				}
				return $holds;
			}
		);
	}

	public function increment( string $name ): int {
		$this->values[ $name ] = (string) ( (int) $this->get( $name ) + 1 );
		return (int) $this->values[ $name ];
	}

	public function delete( string $name ): bool {
		$there = isset( $this->values[ $name ] );
		unset( $this->values[ $name ] );
		return $there;
	}
}
