<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Foundation;
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
		$on     = new Foundation( $wpdb );
		$memory = new WordPressRuntimeCache( new CredentialStore( $on->secrets(), null ), new SystemClock() );
		$memory->forget();
		wp_using_ext_object_cache( $shared );
		self::assertTrue( $on->settings()->get()->workflow( DocumentKind::Invoice )->enabled );

		$wpdb->update( $wpdb->options, [ 'option_value' => serialize( [ 'invoice' => [ 'enabled' => false ] ] ) ], [ 'option_name' => OptionSettings::OPTION ] ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize -- As WordPress stores it.
		$memory->forget();

		self::assertFalse( $on->settings()->get()->workflow( DocumentKind::Invoice )->enabled );
	}
}
