<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/**
 * A parameter that stands as several entries beside the others, not as one entry of its name. What `read()` gets is
 * everything that is stored; what `stored()` and `schema()` answer is by the names of the entries.
 */
interface Spread extends Field {

	/** @return array<string, mixed> */
	public function stored( mixed $value ): array;

	/** @return array<string, Field> by the name of the entry. */
	public function entries(): array;
}
