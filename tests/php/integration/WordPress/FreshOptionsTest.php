<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\Sql;

/** Options read together: one query, and what is written meanwhile is seen. */
final class FreshOptionsTest extends IntegrationTestCase {

	public function test_one_look_is_one_query_and_sees_what_it_writes(): void {
		global $wpdb;
		$options = new FreshOptions( new Sql( $wpdb ) );
		$options->set( 'orderinvoicer_look_a', 'one' );
		$options->set( 'orderinvoicer_other', 'elsewhere' );
		$before = $wpdb->num_queries;
		$seen   = $options->together(
			static fn (): array => [
				$options->get( 'orderinvoicer_look_a' ),
				$options->get( 'orderinvoicer_look_b' ),
				$options->starting_with( 'orderinvoicer_look_' ),
			]
		);
		self::assertSame( [ [ 'one', '', [ 'one' ] ], 1 ], [ $seen, $wpdb->num_queries - $before ] );

		$written = $options->together(
			static function () use ( $options ): array {
				$options->set( 'orderinvoicer_look_a', 'two' );
				return [ $options->get( 'orderinvoicer_look_a' ), $options->get( 'orderinvoicer_other' ) ];
			}
		);
		self::assertSame( [ 'two', 'elsewhere' ], $written );
		$wpdb->update( $wpdb->options, [ 'option_value' => 'three' ], [ 'option_name' => 'orderinvoicer_look_a' ] );
		self::assertSame( 'three', $options->get( 'orderinvoicer_look_a' ), 'After it, each is asked again.' );
	}
}
