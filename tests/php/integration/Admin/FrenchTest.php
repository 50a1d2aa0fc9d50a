<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\AsTheShop;
use OrderInvoicer\Wording\Names\ShopTexts;
use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Wording\Names\DayText;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\WordPress\System\FrenchFile;
use PHPUnit\Framework\Attributes\DataProvider;

/** French as the plugin's own languages folder has it, loaded by WordPress itself. */
final class FrenchTest extends IntegrationTestCase {

	private ProblemText $text;

	protected function setUp(): void {
		parent::setUp();
		$this->text = new ProblemText();
		switch_to_locale( 'fr_FR' );
	}

	protected function tearDown(): void {
		restore_current_locale();
		parent::tearDown();
	}

	public function test_amounts_and_percentages_have_a_comma(): void {
		$facts = [
			'order_total'    => '29.97',
			'sellsy_total'   => '29.98',
			'rate_label'     => 'TVA 5.5',
			'order_percent'  => '5.5',
			'sellsy_percent' => '20',
		];

		self::assertSame(
			'La commande s’élève à 29,97, mais Sellsy calcule 29,98.',
			$this->text->text( new Problem( ProblemCode::TotalsDiffer, $facts ) )
		);
		self::assertStringContainsString(
			"taxée à 5,5\u{a0}% avec «\u{a0}TVA 5.5\u{a0}»",
			$this->text->text( new Problem( ProblemCode::TaxPercentDiffers, $facts ) )
		);
	}

	public function test_a_day_is_written_as_in_france(): void {
		$problem = new Problem( ProblemCode::BeforeStartDate, [ 'start_date' => '2026-11-24' ] );

		self::assertStringContainsString( '24/11/2026', $this->text->text( $problem ) );
	}

	public function test_the_first_of_a_month_is_the_first_on_documents_too(): void {
		update_option( 'date_format', 'j F Y' );

		self::assertStringStartsWith( '1er ', AsTheShop::day( '2026-10-01' ) );
		self::assertStringStartsWith( '11 ', AsTheShop::day( '2026-10-11' ) );
		self::assertSame( AsTheShop::day( '2026-10-01' ), DayText::text( '2026-10-01' ) );
	}

	public function test_the_first_of_a_month_is_the_first_wherever_a_moment_is_told(): void {
		update_option( 'date_format', 'j F Y' );
		$first = new \DateTimeImmutable( '2026-12-01 12:00', wp_timezone() );

		self::assertStringContainsString( ' 1er ', SeenOn::text( $first ) );
		self::assertStringStartsWith( '1er ', DayText::day( $first ) );
		self::assertStringStartsWith( '1er ', AsTheShop::day_of( $first ) );
		self::assertStringStartsWith( '2 ', AsTheShop::day_of( $first->modify( '+1 day' ) ) );
	}

	public function test_plurals_are_those_of_french(): void {
		$form = static fn ( int $count ): string => translate_nooped_plural(
			/* translators: %s: number of orders. */
			_n_noop( '%s order needs you.', '%s orders need you.', 'orderinvoicer' ),
			$count,
			'orderinvoicer'
		);

		self::assertSame(
			[ '%s commande est à traiter.', '%s commandes sont à traiter.' ],
			[ $form( 0 ), $form( 2 ) ]
		);
	}

	public function test_documents_speak_the_language_of_the_shop_and_not_of_the_reader(): void {
		restore_current_locale();
		$french  = static fn(): string => 'fr_FR';
		$english = static fn(): string => 'en_US';
		add_filter( 'locale', $french, 9 );
		add_filter( 'determine_locale', $english, 9 );

		$texts = [ __( 'Rounding', 'orderinvoicer' ), ( new ShopTexts() )->rounding(), ( new ShopTexts() )->subject() ];

		remove_filter( 'locale', $french, 9 );
		remove_filter( 'determine_locale', $english, 9 );
		self::assertSame( [ 'Rounding', 'Arrondi', 'Commande {order_number}' ], $texts );
	}

	/** Canada, Belgium, Switzerland: WordPress looks for files of their own, and there are none. */
	#[DataProvider( 'french_elsewhere' )]
	public function test_french_is_spoken_wherever_it_is( string $locale ): void {
		restore_current_locale();
		$there = static fn (): string => $locale;
		add_filter( 'determine_locale', $there, 9 );
		add_filter( 'pre_determine_locale', $there );
		unload_textdomain( 'orderinvoicer', true );
		$text   = __( 'Rounding', 'orderinvoicer' );
		$handle = 'orderinvoicer-french-test';
		wp_register_script( $handle, plugins_url( 'orderinvoicer/build/index.js' ), [], '1', true );
		$script = load_script_textdomain( $handle, 'orderinvoicer', WP_PLUGIN_DIR . '/orderinvoicer/languages' );
		wp_deregister_script( $handle );
		remove_filter( 'determine_locale', $there, 9 );
		remove_filter( 'pre_determine_locale', $there );
		unload_textdomain( 'orderinvoicer', true );

		self::assertSame( 'Arrondi', $text );
		self::assertStringContainsString( 'Vue d’ensemble', (string) $script );
	}

	/** @return array<string, array{string}> */
	public static function french_elsewhere(): array {
		return [
			'Canada'      => [ 'fr_CA' ],
			'Belgium'     => [ 'fr_BE' ],
			'Switzerland' => [ 'fr_CH' ],
			'France'      => [ 'fr_FR' ],
		];
	}

	public function test_other_languages_and_files_of_ones_own_are_left_alone(): void {
		$files = new FrenchFile( '/ours/' );
		$own   = tempnam( sys_get_temp_dir(), 'fr' );
		self::assertSame( '/x/orderinvoicer-de_DE.mo', $files->texts( '/x/orderinvoicer-de_DE.mo' ) );
		self::assertSame( '/x/orderinvoicer-fry.mo', $files->texts( '/x/orderinvoicer-fry.mo' ) );
		self::assertSame( $own, $files->texts( (string) $own ) );
		self::assertSame( '/ours/orderinvoicer-fr_FR.mo', $files->texts( '/x/orderinvoicer-fr_CA.mo' ) );
		unlink( (string) $own );
	}
}
