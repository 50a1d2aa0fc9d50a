<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * When a draft becomes final, as a string that people can store: `manual` (a person does it), `at_once` (right after it
 * was made), `mapping` (when the order's status is mapped to "finalised") or `hours:<n>` after it was made.
 */
final class Finalise implements \Stringable {

	public const MANUAL  = 'manual';
	public const NOW     = 'at_once';
	public const MAPPING = 'mapping';
	public const HOURS   = 'hours:';

	/** What may be entered. */
	public const PATTERN = '^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$';
	public const ABOUT   = 'When a draft becomes final: manual (a person does it), at_once, mapping'
		. ' (by the list of states),'
		. ' or hours: and how many after it was made. Only where Sellsy validates the kind.';

	public function __construct( public readonly string $value ) {}

	public function __toString(): string {
		return $this->value;
	}

	/** Hours after the creation; null for the other ways. */
	public function hours(): ?int {
		return str_starts_with( $this->value, self::HOURS )
			? (int) substr( $this->value, strlen( self::HOURS ) )
			: null;
	}
}
