<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\Wiring\Engine;

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
		$engine = new Engine( new Answers( $this->adapters() ) );
		$before = $wpdb->num_queries;
		foreach ( array_diff( get_class_methods( Engine::class ), [ '__construct' ] ) as $use_case ) {
			self::assertSame( $engine->$use_case(), $engine->$use_case(), $use_case );
		}
		self::assertSame( $before, $wpdb->num_queries );
	}

	public function test_the_plugin_makes_each_adapter_and_each_screen_without_a_question(): void {
		global $wpdb;
		$adapters = $this->adapters();
		$screens  = PluginEngine::screens();
		wp_load_alloptions(); // WordPress's own question.
		$before = $wpdb->num_queries;
		foreach ( [ $adapters, $screens ] as $made ) {
			foreach ( array_diff( get_class_methods( $made ), [ '__construct' ] ) as $name ) {
				self::assertNotEmpty( $made->$name(), $name );
			}
		}
		self::assertSame( $before, $wpdb->num_queries, $wpdb->last_query );
	}

	/** Seconds that are left for a shopper's file, what was read before it is written, an order's rows. */
	public function test_what_holds_something_for_one_piece_of_work_is_made_anew(): void {
		$adapters = $this->adapters();
		$screens  = PluginEngine::screens();
		self::assertNotSame( $adapters->document_files(), $adapters->document_files() );
		self::assertNotSame( $adapters->account_findings(), $adapters->account_findings() );
		self::assertNotSame( $screens->order_list_ajax()[0], $screens->order_list_ajax()[0] );
	}

	private function adapters(): Adapters {
		global $wpdb;
		return new Adapters( $wpdb );
	}
}
