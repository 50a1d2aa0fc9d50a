<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

/** The name of a file in an archive, which every system takes. */
final class ArchiveName {

	/**
	 * Number, kind and order, so that a person finds it. Two numbers that differ in what no name holds would be one:
	 * such a name ends with the task.
	 */
	public static function of( string $number, string $kind, string $order, int $task_id ): string {
		$is_plain = preg_match( '/^[A-Z0-9-]{1,40}$/D', $number ) === 1;
		$parts    = array_map( self::safe( ... ), [ $number, $kind, $order, $is_plain ? '' : (string) $task_id ] );
		return implode( '_', array_filter( $parts, static fn ( string $part ): bool => $part !== '' ) ) . '.pdf';
	}

	private static function safe( string $text ): string {
		return substr( trim( (string) preg_replace( '/[^A-Za-z0-9]+/', '-', $text ), '-' ), 0, 40 );
	}
}
