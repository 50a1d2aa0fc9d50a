<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** The folders of the plugin, and which of them names which. */
final class Rooms {

	/** From the ground up. A folder names those of its own floor and of floors below, never one above. */
	private const FLOORS = [
		[ 'Domain' ],
		[ 'Sellsy', 'WooCommerce', 'WordPress', 'Wording' ],
		[ 'Reports' ],
		[ 'Admin', 'Cli', 'Health', 'Rest' ],
		[ 'Features' ],
		[ 'Wiring' ],
	];

	/** @param list<Source> $sources */
	public function __construct( private readonly array $sources ) {}

	/** @return list<string> folders that somebody made for one file. */
	public function of_one_file(): array {
		$files = array_count_values(
			array_map( static fn ( Source $source ): string => dirname( $source->path ), $this->sources )
		);
		return array_keys( array_diff_key( array_intersect( $files, [ 1 ] ), [ '.' => true ] ) );
	}

	/** @return list<string> names of another feature; and those that a feature's rules have of what is not pure. */
	public function between_features(): array {
		$found = [];
		foreach ( $this->names() as [ $from, $to, $what ] ) {
			[ $floor, $feature, $room ] = [ ...explode( '/', $from ), '', '' ];
			[ $other, $named, $inside ] = [ ...explode( '/', $to ), '', '' ];

			$is_other = $other === 'Features' && $named !== $feature;
			$is_rule  = $room === 'Rules' && $other !== 'Domain' && $inside !== 'Rules';
			if ( $floor === 'Features' && ( $is_other || $is_rule ) ) {
				$found[] = $what;
			}
		}
		return $found;
	}

	/**
	 * @param list<string> $tests their paths.
	 * @return list<string> rooms of the core, and features with rules, without a test in a folder of the same name.
	 */
	public function untested( array $tests ): array {
		$tests  = array_filter( $tests, static fn ( string $test ): bool => str_ends_with( $test, 'Test.php' ) );
		$tested = array_map( static fn ( string $test ): string => basename( dirname( $test ) ), $tests );
		$rooms  = [];
		foreach ( $this->sources as $source ) {
			$parts = explode( '/', $source->path );
			if ( isset( $parts[2] ) && ( $parts[0] === 'Domain' || $parts[2] === 'Rules' ) ) {
				$rooms[ $parts[1] ] = true;
			}
		}
		return array_values( array_diff( array_keys( $rooms ), $tested ) );
	}

	/** @return list<string> names of a floor above. */
	public function upward(): array {
		$found = [];
		foreach ( $this->names() as [ $from, $to, $what ] ) {
			if ( $this->floor( $from ) < $this->floor( $to ) ) {
				$found[] = $what;
			}
		}
		return $found;
	}

	/** @return list<string> folders that need each other, in one line for each pair within a circle. */
	public function circles(): array {
		$needs = [];
		$first = [];
		foreach ( $this->names() as [ $from, $to, $what ] ) {
			$needs[ $from ][ $to ]     = true;
			$first[ "$from → $to" ] ??= $what;
		}
		$found = [];
		foreach ( $needs as $from => $tos ) {
			foreach ( array_keys( $tos ) as $to ) {
				if ( in_array( $from, $this->reached( $to, $needs ), true ) ) {
					$found[] = "$from → $to, first in " . $first[ "$from → $to" ];
				}
			}
		}
		return $found;
	}

	/**
	 * @param array<string, array<string, true>> $needs
	 * @return list<string>
	 */
	private function reached( string $start, array $needs ): array {
		$reached = [ $start => true ];
		$todo    = [ $start ];
		while ( $todo !== [] ) {
			foreach ( array_keys( $needs[ array_pop( $todo ) ] ?? [] ) as $next ) {
				if ( ! isset( $reached[ $next ] ) ) {
					$reached[ $next ] = true;
					$todo[]           = $next;
				}
			}
		}
		return array_keys( $reached );
	}

	/** The plugin's own files at the top know everybody: they stand on the uppermost floor. */
	private function floor( string $folder ): int {
		foreach ( self::FLOORS as $floor => $folders ) {
			if ( in_array( explode( '/', $folder )[0], $folders, true ) ) {
				return $floor;
			}
		}
		return count( self::FLOORS );
	}

	/** @return list<array{string, string, string}> folder, the other folder that it names, and where. */
	private function names(): array {
		$names = [];
		foreach ( $this->sources as $source ) {
			$from = dirname( $source->path );
			foreach ( $source->tokens as $i => $token ) {
				$name = ltrim( $token->text, '\\' );
				if (
					! $token->is( [ T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED ] )
					|| ! str_starts_with( $name, 'OrderInvoicer\\' )
					|| $source->follows( $i, [ T_NAMESPACE ] )
				) {
					continue;
				}
				$to = dirname( str_replace( '\\', '/', substr( $name, strlen( 'OrderInvoicer\\' ) ) ) );
				if ( $to !== $from ) {
					$names[] = [ $from, $to, $source->at( $i, $name ) ];
				}
			}
		}
		return $names;
	}
}
