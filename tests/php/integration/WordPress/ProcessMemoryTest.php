<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\WordPressRuntimeCache;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\System\SystemClock;
use PHPUnit\Framework\Attributes\DataProvider;

/** Another process changes the settings while this one works: the next row works by the new ones. */
final class ProcessMemoryTest extends IntegrationTestCase {

	protected function tearDown(): void {
		wp_using_ext_object_cache( false );
		parent::tearDown();
	}

	/** @return iterable<string, array{bool}> */
	public static function caches(): iterable {
		yield 'a cache of this process' => [ false ];
		yield 'a cache that processes share, of which this one holds a part' => [ true ];
	}

	#[DataProvider( 'caches' )]
	public function test_the_settings_are_read_anew_for_each_row( bool $shared ): void {
		global $wpdb;
		update_option( OptionSettings::OPTION, [ 'invoice' => [ 'enabled' => true ] ], true );
		$adapters = new Adapters( $wpdb );
		$memory = new WordPressRuntimeCache(
			new CredentialStore( $adapters->sodium_secret_store(), null ),
			new SystemClock(),
			$adapters->moment(),
			$adapters->kept_values()
		);
		$memory->forget();
		wp_using_ext_object_cache( $shared );
		self::assertTrue( $adapters->settings()->get()->workflow( DocumentKind::Invoice )->enabled );

		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize -- As WordPress stores it.
		$wpdb->update(
			$wpdb->options,
			[ 'option_value' => serialize( [ 'invoice' => [ 'enabled' => false ] ] ) ],
			[ 'option_name' => OptionSettings::OPTION ]
		);
		$memory->forget();

		self::assertFalse( $adapters->settings()->get()->workflow( DocumentKind::Invoice )->enabled );
	}

	#[DataProvider( 'caches' )]
	public function test_a_row_that_begins_reads_settings_account_and_address_anew( bool $shared ): void {
		global $wpdb;
		update_option( OptionSettings::OPTION, [ 'invoice' => [ 'enabled' => true ] ], true );
		update_option( AccountIdentity::OPTION, [ 'account' => 'one' ], false );
		$adapters = new Adapters( $wpdb );
		$memory = new WordPressRuntimeCache(
			new CredentialStore( $adapters->sodium_secret_store(), null ),
			new SystemClock(),
			$adapters->moment(),
			$adapters->kept_values()
		);
		$memory->hold();
		$memory->release();
		wp_using_ext_object_cache( $shared );
		self::assertTrue( $adapters->settings()->get()->workflow( DocumentKind::Invoice )->enabled );
		self::assertSame( [ 'account' => 'one' ], get_option( AccountIdentity::OPTION ) );

		$now = [
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize -- As WordPress stores it.
			OptionSettings::OPTION  => serialize( [ 'invoice' => [ 'enabled' => false ] ] ),
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize -- As above.
			AccountIdentity::OPTION => serialize( [ 'account' => 'two' ] ),
			'home'                  => 'https://copy.example.com',
		];
		foreach ( $now as $name => $value ) {
			$wpdb->update( $wpdb->options, [ 'option_value' => $value ], [ 'option_name' => $name ] );
		}
		$memory->hold();
		$memory->release();

		self::assertFalse( $adapters->settings()->get()->workflow( DocumentKind::Invoice )->enabled );
		self::assertSame( [ 'account' => 'two' ], get_option( AccountIdentity::OPTION ) );
		self::assertSame( 'copy.example.com', $adapters->site()->address() );
	}

	public function test_what_did_not_exist_is_seen_by_the_next_row(): void {
		global $wpdb;
		delete_option( AccountIdentity::OPTION );
		$adapters = new Adapters( $wpdb );
		$memory = new WordPressRuntimeCache(
			new CredentialStore( $adapters->sodium_secret_store(), null ),
			new SystemClock(),
			$adapters->moment(),
			$adapters->kept_values()
		);
		$memory->hold();
		self::assertSame( [], get_option( AccountIdentity::OPTION, [] ) );
		$memory->release();

		$wpdb->insert(
			$wpdb->options,
			[
				'option_name'  => AccountIdentity::OPTION,
				'option_value' => 'a:1:{s:7:"account";s:3:"two";}',
				'autoload'     => 'off',
			]
		);
		$memory->hold();
		$memory->release();

		self::assertSame( [ 'account' => 'two' ], get_option( AccountIdentity::OPTION ) );
	}
}
