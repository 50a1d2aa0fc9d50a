<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * When a draft becomes final, as a string that people can store: `manual` (a person does it), `at_once` (right after it was
 * made), `mapping` (when the order's status is mapped to "finalised") or `hours:<n>` after it was made.
 */
final class Finalise {

	public const MANUAL  = 'manual';
	public const NOW     = 'at_once';
	public const MAPPING = 'mapping';
	public const HOURS   = 'hours:';

	public function __construct( public readonly string $value ) {}

	/** Hours after the creation; null for the other ways. */
	public function hours(): ?int {
		return str_starts_with( $this->value, self::HOURS ) ? (int) substr( $this->value, strlen( self::HOURS ) ) : null;
	}
}
