<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;

/** What Site Health reads of our checks. */
abstract class HealthTestCase extends IntegrationTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
	}

	/** @return array<string, array<string, mixed>> */
	final protected function tests( string $kind ): array {
		return apply_filters(
			'site_status_tests',
			[
				'direct' => [],
				'async'  => [],
			]
		)[ $kind ];
	}

	/** @return array<string, mixed> */
	final protected function verdict( string $test ): array {
		return ( $this->tests( 'direct' )[ "orderinvoicer_$test" ]['test'] )();
	}

	/** @return array<string, mixed> as the diagnostics show it. */
	final protected function shown( string $check ): array {
		$all = PluginEngine::screens()->diagnostics()->document()['health'];
		return array_column( $all, null, 'name' )[ $check ];
	}

	final protected function status_of( string $test ): string {
		return $this->verdict( $test )['status'];
	}
}
