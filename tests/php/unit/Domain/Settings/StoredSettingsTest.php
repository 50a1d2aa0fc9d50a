<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use PHPUnit\Framework\TestCase;

/** Options as shops hold them, written by the plugin before settings were declared at their parameters. */
final class StoredSettingsTest extends TestCase {

	private const STORED = __DIR__ . '/../../../../fixtures/stored-settings';

	/** @return array<string, array{array<string, mixed>}> */
	public static function options(): array {
		$options = [];
		foreach ( (array) glob( self::STORED . '/*.json' ) as $file ) {
			$stored = json_decode( (string) file_get_contents( (string) $file ), true, 512, JSON_THROW_ON_ERROR );

			$options[ basename( (string) $file, '.json' ) ] = [ (array) $stored ];
		}
		return $options;
	}

	/**
	 * @dataProvider options
	 * @param array<string, mixed> $stored
	 */
	public function test_what_was_stored_is_read_and_stored_again( array $stored ): void {
		$arrays = new SettingsArray();
		$again  = $arrays->to_array( $arrays->merged( $this->defaults(), $stored ) );

		self::assertEquals( $stored, $this->known_to( $stored, $again ) );
	}

	/** But for the subject, which is no longer stored: it follows the shop's language. */
	public function test_a_new_shop_has_the_defaults_of_before(): void {
		[ $stored ] = self::options()['defaults'];
		foreach ( DocumentKind::cases() as $kind ) {
			self::assertSame( 'Order {order_number}', $stored[ $kind->value ]['subject'] );
			$stored[ $kind->value ]['subject'] = '';
		}

		self::assertEquals(
			$stored,
			$this->known_to( $stored, ( new SettingsArray() )->to_array( $this->defaults() ) )
		);
	}

	private function defaults(): Settings {
		return ( new DefaultSettings() )->settings( 'ACME' );
	}

	/**
	 * Settings of today that the plugin of then did not have are left out.
	 *
	 * @param array<mixed> $then
	 * @param array<mixed> $now
	 * @return array<mixed>
	 */
	private function known_to( array $then, array $now ): array {
		$known = array_intersect_key( $now, $then );
		foreach ( $known as $name => $value ) {
			if ( is_array( $value ) && ! array_is_list( $value ) ) {
				$known[ $name ] = $this->known_to( (array) $then[ $name ], $value );
			}
		}
		return $known;
	}
}
