<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/**
 * What one setting may hold. It stands as an attribute at the parameter of a settings class and is all there is to say
 * about the setting: its value before anybody chose, how it is read and stored, and the schema of the REST API.
 */
interface Field {

	public function default(): mixed;

	/**
	 * Tolerant: anybody may have written what is stored.
	 *
	 * @param mixed $now what holds where nothing can be read.
	 */
	public function read( mixed $stored, mixed $now ): mixed;

	/** @return mixed null, scalars and arrays of them, as they stand in the option and in JSON. */
	public function stored( mixed $value ): mixed;

	/** @return array<string, mixed> draft-04, without the property's `required`. */
	public function schema(): array;
}
