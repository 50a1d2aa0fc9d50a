<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Secrets\SecretBox;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\Tables\Sql;

final class SecretsTest extends IntegrationTestCase {

	public function test_stored_encrypted_and_never_autoloaded(): void {
		global $wpdb;
		$store = SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );

		$store->set( 'credentials', 'client-secret' );
		$store->set( 'credentials', 'client-secret-2' );

		$row = $wpdb->get_row(
			$wpdb->prepare(
				"SELECT option_value, autoload FROM {$wpdb->options} WHERE option_name = %s",
				'orderinvoicer_secret_credentials'
			)
		);
		self::assertStringNotContainsString( 'client-secret', $row->option_value );
		self::assertSame( 'off', $row->autoload );
		self::assertSame(
			'client-secret-2',
			SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) )->get( 'credentials' )
		);
	}

	public function test_sees_what_another_process_wrote(): void {
		global $wpdb;
		$store = SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$box   = new SecretBox( wp_salt( 'secure_auth' ) );
		self::assertSame( '', $store->get( 'token' ) );

		$wpdb->insert(
			$wpdb->options,
			[
				'option_name' => 'orderinvoicer_secret_token',
				'option_value' => $box->encrypt( 'first' ),
				'autoload' => 'off',
			]
		);
		self::assertSame( 'first', $store->get( 'token' ) );
		$wpdb->update(
			$wpdb->options,
			[ 'option_value' => $box->encrypt( 'second' ) ],
			[ 'option_name' => 'orderinvoicer_secret_token' ]
		);
		self::assertSame( 'second', $store->get( 'token' ) );
	}

	public function test_changed_keys_of_the_site_are_noticed(): void {
		( new SodiumSecretStore( new SecretBox( 'the old keys' ), new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) ) )
			->set( 'credentials', 'client-secret' );
		$store = SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );

		self::assertSame( '', $store->get( 'credentials' ) );
		self::assertFalse( $store->is_readable( 'credentials' ) );
		$store->delete( 'credentials' );
		self::assertTrue( $store->is_readable( 'credentials' ) );
	}

	public function test_stores_nothing_when_it_cannot_encrypt(): void {
		try {
			( new SodiumSecretStore( new SecretBox( '' ), new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) ) )
				->set( 'credentials', 'client-secret' );
			self::fail( 'Nothing was thrown.' );
		} catch ( \RuntimeException $error ) {
			self::assertFalse( get_option( 'orderinvoicer_secret_credentials' ) );
			self::assertStringNotContainsString( 'client-secret', (string) $error );
		}
	}
}
