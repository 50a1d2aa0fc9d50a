<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Source.php';
require_once __DIR__ . '/Rules.php';
require_once __DIR__ . '/Rooms.php';
require_once __DIR__ . '/Foreign.php';
require_once __DIR__ . '/Classes.php';
require_once __DIR__ . '/Written.php';
require_once __DIR__ . '/WrittenEngine.php';
require_once __DIR__ . '/WrittenAdapters.php';
require_once __DIR__ . '/WrittenScreens.php';
require_once __DIR__ . '/WrittenPorts.php';
require_once __DIR__ . '/WrittenFeatures.php';
require_once __DIR__ . '/Composition.php';

/** Rules that people forget, read from the tokens of every file. */
final class HouseRulesTest extends TestCase {

	private Rules $rules;

	protected function setUp(): void {
		$this->rules = new Rules();
	}

	public function test_rules_and_engine_call_only_phps_own_pure_functions(): void {
		$this->assert_kept( $this->pure(), $this->rules->impure_calls( ... ) );
	}

	public function test_rules_and_engine_name_no_class_or_constant_of_wordpress(): void {
		$this->assert_kept( $this->pure(), $this->rules->foreign_names( ... ) );
	}

	public function test_rules_and_engine_hold_no_floats_and_no_clock(): void {
		$this->assert_kept( $this->pure(), $this->rules->floats_and_clocks( ... ) );
	}

	/** So the plugin and the unit tests use the same one, each with its own answers to the ports. */
	public function test_the_engine_is_made_of_rules_alone(): void {
		$found = array_map( $this->rules->not_of_the_engine( ... ), $this->engine() );
		$this->assertSame( [], array_merge( ...$found ) );
	}

	public function test_the_composition_is_as_constructors_ask(): void {
		foreach ( ( new Composition( Source::all() ) )->files( Source::project() ) as $file => $written ) {
			$name = basename( $file );
			$this->assertTrue( $written === file_get_contents( $file ), "$name is stale: npm run composition." );
		}
	}

	public function test_no_floor_knows_one_above(): void {
		$this->assertSame( [], $this->rooms()->upward() );
	}

	public function test_no_folders_need_each_other(): void {
		$this->assertSame( [], $this->rooms()->circles() );
	}

	public function test_no_folder_is_there_for_one_file(): void {
		$this->assertSame( [], $this->rooms()->of_one_file() );
	}

	/** So each can be read, and left out, alone. */
	public function test_no_feature_knows_another(): void {
		$this->assertSame( [], $this->rooms()->between_features() );
	}

	/** A fault in a room is seen by the tests of its name, which are run first, and are the ones that are read. */
	public function test_each_room_of_the_core_has_tests_of_its_name(): void {
		$tests = array_map(
			static fn ( Source $source ): string => $source->path,
			[ ...Source::all( '../tests/php/unit/Domain' ), ...Source::all( '../tests/php/unit/Features' ) ]
		);
		$this->assertSame( [], $this->rooms()->untested( $tests ) );
	}

	public function test_texts_are_written_out_and_of_our_text_domain(): void {
		$this->assert_kept( Source::all(), $this->rules->loose_texts( ... ) );
	}

	public function test_only_the_transport_calls_other_hosts(): void {
		// The site itself is no other host: one request to it starts the work after the response has gone, another
		// looks whether it answers.
		$this->assert_called_only_in(
			[ 'Sellsy/Transport/', 'WordPress/Queue/AfterResponse.php', 'WordPress/System/OwnRoute.php' ],
			'/^(wp_(safe_)?remote_(get|post|head|request)|curl_\w+|fsockopen|stream_socket_client)$/'
		);
	}

	public function test_only_the_queue_talks_to_action_scheduler(): void {
		// Deactivation unschedules on every site of a network, before or without the plugin's own objects.
		$this->assert_called_only_in( [ 'WordPress/Queue/', 'Lifecycle.php' ], '/^as_[a-z_]+$/' );
	}

	/** French counts the first of a month: DayText knows it. What it is handed or what is no text comes from these. */
	public function test_days_are_told_by_day_text_alone(): void {
		$this->assert_called_only_in(
			[
				'WooCommerce/AsTheShop.php',
				'WooCommerce/Emails/MailedDocument.php',
				'WooCommerce/Order/WooPaidOrders.php',
			],
			'/^(wc_date_format|wc_format_datetime|date_i18n|mysql2date)$/'
		);
	}

	public function test_orders_are_never_read_as_posts(): void {
		$this->assert_called_only_in( [], '/^(get|add|update|delete)_post_meta$/' );
	}

	/** One place registers routes, and cannot do it without a permission and a schema. */
	public function test_every_route_has_a_permission_and_a_schema(): void {
		$this->assert_called_only_in( [ 'Rest/BaseController.php' ], '/^register_rest_route$/' );
		foreach ( Source::all( 'Rest' ) as $source ) {
			$this->assertStringNotContainsString( '__return_true', $source->text, $source->path );
		}
		$base = (string) file_get_contents( __DIR__ . '/../../../includes/Rest/BaseController.php' );
		$this->assertMatchesRegularExpression( '/\'permission_callback\'\s*=>.*\s*\$this->answered/', $base );
		$this->assertMatchesRegularExpression( '/\'schema\'\s*=>/', $base );
	}

	/** Called over HTTP a file must answer nothing: without WordPress it would end in an error that names folders. */
	public function test_every_file_refuses_to_be_read_without_wordpress(): void {
		$this->assert_kept( Source::all(), $this->rules->unguarded( ... ) );
	}

	public function test_files_and_functions_stay_short(): void {
		$by_hand = array_filter( Source::all(), static fn ( Source $source ): bool => ! $source->is_written() );
		$this->assert_kept( array_values( $by_hand ), $this->rules->too_long( ... ) );
	}

	public function test_every_file_is_php(): void {
		foreach ( [ ...Source::project(), ...Source::all( '../templates/' ) ] as $source ) {
			try {
				\PhpToken::tokenize( $source->text, TOKEN_PARSE );
			} catch ( \ParseError $error ) {
				$this->fail( "$source->path:{$error->getLine()} {$error->getMessage()}" );
			}
		}
		$this->addToAssertionCount( 1 );
	}

	public function test_lines_fit_a_window(): void {
		$this->assert_kept( Source::project(), $this->rules->wide_lines( ... ) );
	}

	/** @return list<Source> what works without WordPress. */
	private function pure(): array {
		$is_rule = static fn ( Source $source ): bool => str_contains( $source->path, '/Rules/' );
		return [
			...Source::all( 'Domain' ),
			...array_values( array_filter( Source::all( 'Features' ), $is_rule ) ),
			...$this->engine(),
		];
	}

	/** @return list<Source> */
	private function engine(): array {
		$is_engine = static fn ( Source $source ): bool => $source->path === 'Wiring/Engine.php'
			|| str_starts_with( $source->path, 'Wiring/Composition/' );
		return array_values( array_filter( Source::all( 'Wiring' ), $is_engine ) );
	}

	private function rooms(): Rooms {
		return new Rooms( Source::all() );
	}

	/** @param list<string> $places */
	private function assert_called_only_in( array $places, string $pattern ): void {
		$this->assert_kept(
			Source::all(),
			fn ( Source $source ): array => $this->rules->calls_outside( $source, $places, $pattern )
		);
	}

	/**
	 * @param list<Source>                     $sources
	 * @param callable( Source ): list<string> $rule
	 */
	private function assert_kept( array $sources, callable $rule ): void {
		$this->assertGreaterThan( 20, count( $sources ) );
		$this->assertSame( [], array_merge( ...array_map( $rule, $sources ) ) );
	}
}
