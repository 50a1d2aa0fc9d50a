<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

/**
 * Our key at the end of a subject, in brackets: the only place for it on documents that have no reference field, or
 * whose reference is the buyer's own order number.
 */
final class SubjectKey {

	/** What the longest key takes, with a blank and brackets. */
	public const ROOM = 103;

	public static function add( string $subject, string $key ): string {
		return trim( "$subject [$key]" );
	}

	/** Empty when the subject does not end with a key. */
	public static function read( string $subject ): string {
		return preg_match( '/\[([^\[\]]+)\]\s*$/u', $subject, $found ) === 1 ? $found[1] : '';
	}
}
