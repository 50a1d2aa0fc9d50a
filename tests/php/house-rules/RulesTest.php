<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Source.php';
require_once __DIR__ . '/Rules.php';
require_once __DIR__ . '/Rooms.php';

/** The rules find what they are for, and nothing else. */
final class RulesTest extends TestCase {

	private Rules $rules;

	protected function setUp(): void {
		$this->rules = new Rules();
	}

	public function test_impure_calls(): void {
		$found = $this->rules->impure_calls(
			$this->source(
				'get_option( \time() ); strlen( "a" ); $this->date(); new Foo( 1 ); Foo::round( 1 ); function'
					. ' time() {} parse_url( $a );'
			)
		);
		$this->assertSame( [ 'x.php:1 get_option', 'x.php:1 time', 'x.php:1 parse_url' ], $found );
	}

	public function test_foreign_names(): void {
		$found = $this->rules->foreign_names(
			$this->source(
				'use Automattic\Foo; use OrderInvoicer\Bar; new \WC_Order( 1 ); new \DateTimeImmutable( "@1" );'
					. ' DAY_IN_SECONDS; ABSPATH; PHP_INT_MAX; self::FULL_DAY; const OUR_OWN = 1;'
			)
		);
		$this->assertSame(
			[ 'x.php:1 Automattic\Foo', 'x.php:1 WC_Order', 'x.php:1 DAY_IN_SECONDS', 'x.php:1 ABSPATH' ],
			$found
		);
	}

	public function test_not_of_the_engine(): void {
		$found = $this->rules->not_of_the_engine(
			$this->source(
				'use OrderInvoicer\Domain\A\One; use OrderInvoicer\Wiring\Composition\Ports; use'
					. ' OrderInvoicer\Wiring\Foundation;'
			)
		);
		$this->assertSame( [ 'x.php:1 OrderInvoicer\Wiring\Foundation' ], $found );
	}

	public function test_floats_and_clocks(): void {
		$found = $this->rules->floats_and_clocks(
			$this->source(
				'(float) $a; 1.5; function f( float $x ) {} new \DateTimeImmutable( "now" ); new \DateTimeImmutable();'
					. ' new \DateTimeImmutable( $at ); "nowhere";'
			)
		);
		$this->assertSame(
			[ 'x.php:1 (float)', 'x.php:1 1.5', 'x.php:1 float', 'x.php:1 "now"', 'x.php:1 \DateTimeImmutable' ],
			$found
		);
	}

	public function test_rooms(): void {
		$rooms = new Rooms(
			[
				Source::read(
					'Domain/A/One.php',
					'<?php namespace OrderInvoicer\Domain\A; use OrderInvoicer\Domain\B\Two; use'
						. ' OrderInvoicer\Rest\Three;'
				),
				Source::read(
					'Domain/B/Two.php',
					'<?php namespace OrderInvoicer\Domain\B; new \OrderInvoicer\Domain\C\Four();'
				),
				Source::read( 'Domain/C/Four.php', '<?php use OrderInvoicer\Domain\B\Two;' ),
				Source::read( 'Rest/Three.php', '<?php use OrderInvoicer\Domain\A\One;' ),
			]
		);
		$this->assertSame( [ 'Domain/A/One.php:1 OrderInvoicer\Rest\Three' ], $rooms->upward() );
		$this->assertSame(
			[ 'Domain/A → Rest', 'Domain/B → Domain/C', 'Domain/C → Domain/B', 'Rest → Domain/A' ],
			array_map( static fn ( string $circle ): string => explode( ',', $circle )[0], $rooms->circles() )
		);
		$this->assertSame( [ 'B', 'C' ], $rooms->untested( [ 'tests/A/OneTest.php', 'tests/B/World.php' ] ) );
		$this->assertSame( [ 'Domain/A', 'Domain/B', 'Domain/C', 'Rest' ], $rooms->of_one_file() );
	}

	public function test_features(): void {
		$two   = 'use OrderInvoicer\Features\Two\Rules\Rule;';
		$rest  = 'use OrderInvoicer\Rest\Three; use OrderInvoicer\Features\One\Screen;';
		$rooms = new Rooms(
			[
				Source::read( 'Features/One/Screen.php', "<?php namespace OrderInvoicer\Features\One; $two $rest" ),
				Source::read(
					'Features/One/Rules/Rule.php',
					"<?php namespace OrderInvoicer\Features\One\Rules; $rest"
				),
				Source::read( 'Rest/Three.php', "<?php $two" ),
			]
		);
		$this->assertSame(
			[
				'Features/One/Screen.php:1 OrderInvoicer\Features\Two\Rules\Rule',
				'Features/One/Rules/Rule.php:1 OrderInvoicer\Rest\Three',
				'Features/One/Rules/Rule.php:1 OrderInvoicer\Features\One\Screen',
			],
			$rooms->between_features()
		);
		$this->assertSame( [ 'Rest/Three.php:1 OrderInvoicer\Features\Two\Rules\Rule' ], $rooms->upward() );
	}

	public function test_loose_texts(): void {
		$found = $this->rules->loose_texts(
			$this->source(
				"__( 'a', 'orderinvoicer' ); _n( 'a', 'b', count( [ 1, 2 ] ), 'orderinvoicer' ); __("
					. " \$a, 'orderinvoicer' ); esc_html__( 'a' ); __( 'a', 'woocommerce' ); __( 'a' ."
					. " 'b', 'orderinvoicer' );"
			)
		);
		$this->assertSame( [ 'x.php:1 __', 'x.php:1 esc_html__', 'x.php:1 __', 'x.php:1 __' ], $found );
	}

	public function test_calls_outside_their_place(): void {
		$source = $this->source( 'wp_remote_get( 1 ); $this->wp_remote_get( 1 );' );
		$this->assertSame(
			[ 'x.php:1 wp_remote_get' ],
			$this->rules->calls_outside( $source, [ 'Sellsy/' ], '/^wp_remote_/' )
		);
		$this->assertSame( [], $this->rules->calls_outside( $source, [ 'x.php' ], '/^wp_remote_/' ) );
	}

	public function test_unguarded_files(): void {
		$guard = "defined( 'ABSPATH' ) || exit;\n\n";
		$head  = "<?php\ndeclare( strict_types=1 );\n\n";
		foreach ( [
			$head . $guard . 'return [];',
			"{$head}namespace A\\B;\n\n{$guard}use C;",
			"<?php\n\nnamespace A;\n\n{$guard}class B {}",
		] as $good ) {
			$this->assertSame( [], $this->rules->unguarded( Source::read( 'x.php', $good ) ), $good );
		}
		foreach ( [
			$head,
			"{$head}namespace A;\n\nuse C;\n\n$guard",
			"{$head}namespace A;\n\nclass B {}",
			"$head/** $guard */\n",
		] as $bad ) {
			$this->assertSame( [ 'x.php' ], $this->rules->unguarded( Source::read( 'x.php', $bad ) ), $bad );
		}
	}

	public function test_lengths(): void {
		$long = 'function f() {' . str_repeat( "\n", Rules::LONGEST_FUNCTION ) . '}';
		$this->assertSame( [ 'x.php: f() 41 lines' ], $this->rules->too_long( $this->source( $long ) ) );
		$fits = 'function f() {' . str_repeat( "\n", Rules::LONGEST_FUNCTION - 1 ) . '} interface I { function g(); }';
		$this->assertSame( [], $this->rules->too_long( $this->source( $fits ) ) );
		$row   = "\n1 =>\nf( [ 'a' => 'b' ] ),";
		$table = 'function f() { return match ( $a ) {' . str_repeat( $row, Rules::LONGEST_FUNCTION ) . '}; }';
		$this->assertSame( [], $this->rules->too_long( $this->source( $table ) ) );
		$longer = str_replace( '}; }', "$row}; }", $table );
		$this->assertSame( [ 'x.php: f() 41 lines' ], $this->rules->too_long( $this->source( $longer ) ) );
		$more = str_replace( '{ return', '{ g(); return', $table );
		$this->assertSame( [ 'x.php: f() 81 lines' ], $this->rules->too_long( $this->source( $more ) ) );
		$parameters = str_repeat( "#[A]\npublic int \$a,\n", Rules::LONGEST_FUNCTION );
		$value      = "class V { function __construct( $parameters ) {} }";
		$this->assertSame( [], $this->rules->too_long( $this->source( $value ) ) );
		$larger = str_replace( ' ) {}', 'public int $b ) {}', $value );
		$this->assertSame( [ 'x.php: __construct() 41 lines' ], $this->rules->too_long( $this->source( $larger ) ) );
		$this->assertSame( [ 'x.php: 301 lines' ], $this->rules->too_long( $this->source( str_repeat( "\n", 301 ) ) ) );
	}

	public function test_wide_lines(): void {
		$fits = str_repeat( 'x', Rules::WIDEST_LINE - 6 );
		$long = str_repeat( 'x', Rules::WIDEST_LINE - 8 );
		foreach (
			[
				"\t'$fits'",
				"\t\t__( '$long', 'orderinvoicer' ),",
				"return __( '$fits', 'orderinvoicer' );",
				"_n(\n\t'$fits$fits',\n\t'$fits$fits',\n\t2,\n\t'orderinvoicer'\n);",
				"<<<'TEXT'\n$fits$fits\nTEXT;",
				str_repeat( 'é', Rules::WIDEST_LINE ),
			] as $good
		) {
			$this->assertSame( [], $this->rules->wide_lines( $this->source( "\n$good" ) ), $good );
		}
		foreach (
			[
				"\t'x$fits'",
				"\t\$said = __( '$long', 'orderinvoicer' );",
				"\t__( 'It fits alone: " . substr( $long, 30 ) . "', 'orderinvoicer' ),",
				"\tfoo( __( '$long', 'orderinvoicer' ) );",
				"// $fits $fits",
			] as $bad
		) {
			$columns = mb_strlen( str_replace( "\t", '    ', $bad ) );
			$found   = $this->rules->wide_lines( $this->source( "\n$bad" ) );
			$this->assertSame( [ "x.php:2 $columns columns" ], $found, $bad );
		}
	}

	private function source( string $code ): Source {
		return Source::read( 'x.php', '<?php ' . $code );
	}
}
