<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * The owner's choices, one name for each. Texts that the owner wrote are left out: only whether there is one is shown.
 */
final class SettingsFacts {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
	) {}

	/** @return array<string, string> as `invoice.trigger`. */
	public function all(): array {
		return $this->flat( $this->arrays->to_array( $this->settings->get() ), '', $this->arrays->free_texts() );
	}

	/**
	 * @param array<mixed> $values
	 * @param list<string> $free as `invoice.note`.
	 * @return array<string, string>
	 */
	private function flat( array $values, string $prefix, array $free ): array {
		$facts = [];
		foreach ( $values as $name => $value ) {
			$facts += match ( true ) {
				in_array( "$prefix$name", $free, true ) => [ "$prefix$name" => $value === '' ? '' : '(text)' ],
				is_array( $value )
					&& $value !== []
					&& ! array_is_list( $value ) => $this->flat( $value, "$prefix$name.", $free ),
				default => [ "$prefix$name" => is_string( $value ) ? $value : (string) wp_json_encode( $value ) ],
			};
		}
		return $facts;
	}
}
