<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Histories;

/** As while a plugin is being updated: none of its hooks is heard. */
final class Deafness {

	/** @param \Closure(): mixed $change */
	public static function during( \Closure $change ): void {
		global $wp_filter;
		$before = $wp_filter;
		foreach ( $before as $name => $hook ) {
			$without = clone $hook;
			foreach ( $hook->callbacks as $priority => $callbacks ) {
				foreach ( $callbacks as $callback ) {
					if ( self::is_ours( $callback['function'] ) ) {
						$without->remove_filter( $name, $callback['function'], $priority );
					}
				}
			}
			$wp_filter[ $name ] = $without; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		}
		try {
			$change();
		} finally {
			$wp_filter = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		}
	}

	private static function is_ours( mixed $function ): bool {
		$owner = match ( true ) {
			$function instanceof \Closure =>
				( new \ReflectionFunction( $function ) )->getClosureScopeClass()?->getName(),
			is_array( $function ) => is_object( $function[0] ) ? $function[0]::class : $function[0],
			default => '',
		};
		return str_starts_with( (string) $owner, 'OrderInvoicer\\' ) && ! str_contains( (string) $owner, '\\Tests\\' );
	}
}
