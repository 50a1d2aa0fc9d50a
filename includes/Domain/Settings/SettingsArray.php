<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Field;
use OrderInvoicer\Domain\Settings\Fields\Group;
use OrderInvoicer\Domain\Settings\Fields\Text;

/**
 * Settings as nested arrays: the one shape in which they are stored, imported and sent over REST. Reading is tolerant:
 * a key that is unknown is ignored, one that is missing or of another type leaves the value as it is. What there is and
 * how it is read stands at the parameters of the settings classes.
 */
final class SettingsArray {

	/** @var Group<Settings>|null */
	private ?Group $declared = null;

	/** Every field as it is declared: the same for each kind of document, without a shop code. */
	public function declared(): Settings {
		return $this->settings()->default();
	}

	/** @return array<string, mixed> */
	public function to_array( Settings $settings ): array {
		return $this->settings()->stored( $settings );
	}

	/** @param array<mixed> $changes */
	public function merged( Settings $settings, array $changes ): Settings {
		return $this->settings()->merged( $settings, $changes );
	}

	/** @param string $name of a setting that stands in no group, or of a group. */
	public function field( string $name ): Field {
		return $this->settings()->entries()[ $name ];
	}

	/** @return array<string, mixed> draft-04, as the REST API publishes it. */
	public function schema(): array {
		return $this->settings()->schema();
	}

	/** @return list<string> settings that hold the owner's own words, as `invoice.subject`. */
	public function free_texts(): array {
		return $this->free_texts_in( $this->settings(), '' );
	}

	/**
	 * Most requests of a shop ask for none of it.
	 *
	 * @return Group<Settings>
	 */
	private function settings(): Group {
		return $this->declared ??= new Group( Settings::class );
	}

	/**
	 * @param Group<covariant object> $group
	 * @return list<string>
	 */
	private function free_texts_in( Group $group, string $prefix ): array {
		$names = [];
		foreach ( $group->entries() as $name => $field ) {
			if ( $field instanceof Group ) {
				array_push( $names, ...$this->free_texts_in( $field, "$prefix$name." ) );
			} elseif ( $field instanceof Text && $field->is_free ) {
				$names[] = "$prefix$name";
			}
		}
		return $names;
	}
}
