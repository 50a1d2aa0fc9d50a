<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Foundation;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\Wiring\SellsyParts;

/** The plugin's own answers to the ports, which the unit tests never see. */
final class WiringTest extends IntegrationTestCase {

	public function test_the_plugin_answers_each_port(): void {
		$adapters = $this->adapters();
		foreach ( get_class_methods( Ports::class ) as $port ) {
			self::assertIsObject( $adapters->$port(), $port );
		}
	}

	/** It counts the seconds for which the shop's memory is kept: a second one would empty it in between. */
	public function test_there_is_one_runtime_cache(): void {
		$adapters = $this->adapters();
		self::assertSame( $adapters->runtime_cache(), $adapters->runtime_cache() );
	}

	public function test_the_engine_asks_nothing_of_database_or_sellsy_while_it_is_put_together(): void {
		global $wpdb;
		$engine = new Engine( $this->adapters() );
		$before = $wpdb->num_queries;
		foreach ( array_diff( get_class_methods( Engine::class ), [ '__construct' ] ) as $use_case ) {
			self::assertSame( $engine->$use_case(), $engine->$use_case(), $use_case );
		}
		self::assertSame( $before, $wpdb->num_queries );
	}

	private function adapters(): Adapters {
		global $wpdb;
		$on = new Foundation( $wpdb );
		return new Adapters( $on, new SellsyParts( $on ) );
	}
}
