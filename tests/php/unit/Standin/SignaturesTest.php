<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Standin;

use PHPUnit\Framework\TestCase;

/** What the stand-in offers, WooCommerce offers under the same name with the same parameters. */
final class SignaturesTest extends TestCase {

	private const LINES = 2610;

	/** What the plugin asks of WooCommerce only where the stand-in has nothing to show. */
	private const NOT_SHOWN = [
		'its screens and pages' => [
			'OrderUtil::is_order_edit_screen',
			'wc_get_page_permalink',
			'wc_get_template',
			'wc_get_template_html',
			'wc_help_tip',
			'wc_price',
			'wc_wp_theme_get_element_class_name',
		],
		'its checkout'          => [ 'CartCheckoutUtils::get_company_field_visibility', 'Package::container' ],
		'days and weights'      => [
			'wc_format_datetime',
			'wc_format_weight',
			'wc_get_weight',
			'wc_time_format',
		],
		'stock'                 => [ 'wc_stock_amount', 'wc_update_product_stock' ],
		'its log'               => [ 'LoggingUtil::get_default_handler', 'LoggingUtil::get_log_directory' ],
		'plugins beside it'     => [ 'wc_get_container', 'wc_stc_get_shipment_order', 'wc_stc_get_shipments_by_order' ],
	];

	public function test_every_class_method_and_function_is_woocommerces(): void {
		$standin = $this->signatures( 'standin' );
		$stubs   = $this->signatures(
			'stubs',
			json_encode( array_map( 'array_keys', $standin ), JSON_THROW_ON_ERROR )
		);
		self::assertGreaterThan( 20, count( $standin['classes'] ) );
		self::assertGreaterThan( 20, count( $standin['functions'] ) );

		$differences = [];
		foreach ( $standin['classes'] as $class => $methods ) {
			foreach ( $methods as $method => $parameters ) {
				$differences[] = $this->difference(
					"$class::$method()",
					$parameters,
					$stubs['classes'][ $class ][ $method ] ?? null
				);
			}
		}
		foreach ( $standin['functions'] as $function => $parameters ) {
			$differences[] = $this->difference( "$function()", $parameters, $stubs['functions'][ $function ] ?? null );
		}

		self::assertSame( [], array_values( array_filter( $differences ) ) );
	}

	public function test_what_the_plugin_asks_is_there_or_named_here(): void {
		$standin = $this->signatures( 'standin' );
		$lacks   = [];
		foreach ( new \RecursiveIteratorIterator(
			new \RecursiveDirectoryIterator( dirname( __DIR__, 4 ) . '/includes', \FilesystemIterator::SKIP_DOTS )
		) as $file ) {
			$code = (string) file_get_contents( (string) $file );
			preg_match_all( '~^use (Automattic\\\\WooCommerce\\\\[\w\\\\]+);~m', $code, $classes );
			foreach ( $classes[1] as $class ) {
				$name = basename( strtr( $class, '\\', '/' ) );
				preg_match_all( "~\\b$name::(\\w+)\\(~", $code, $methods );
				foreach ( $methods[1] as $method ) {
					$lacks[ "$name::$method" ] = ! isset( $standin['classes'][ $class ][ $method ] );
				}
			}
			preg_match_all( '~(?<![\w>:\\\\$])wc_\w+(?=\()~', $code, $functions );
			foreach ( $functions[0] as $function ) {
				$lacks[ $function ] = ! isset( $standin['functions'][ $function ] );
			}
		}

		$named = array_merge( ...array_values( self::NOT_SHOWN ) );
		sort( $named );
		$lacks = array_keys( array_filter( $lacks ) );
		sort( $lacks );
		self::assertSame( $named, $lacks );
	}

	public function test_the_stand_in_stays_small(): void {
		$lines = 0;
		foreach ( new \RecursiveIteratorIterator(
			new \RecursiveDirectoryIterator(
				dirname( __DIR__, 3 ) . '/woocommerce-standin',
				\FilesystemIterator::SKIP_DOTS
			)
		) as $file ) {
			$lines += count( (array) file( (string) $file ) );
		}

		self::assertLessThanOrEqual( self::LINES, $lines );
	}

	/**
	 * The stand-in may leave out parameters at the end; it may not ask for more, or call them otherwise.
	 *
	 * @param list<array{name: string, optional: bool}>      $ours
	 * @param list<array{name: string, optional: bool}>|null $theirs
	 */
	private function difference( string $name, array $ours, ?array $theirs ): string {
		if ( $theirs === null ) {
			return "$name is not WooCommerce's";
		}
		foreach ( $ours as $place => $parameter ) {
			$their_name = $theirs[ $place ]['name'] ?? '';
			if ( $their_name !== $parameter['name'] ) {
				return "$name: \${$parameter['name']} is \$$their_name in WooCommerce";
			}
			if ( $theirs[ $place ]['optional'] && ! $parameter['optional'] ) {
				return "$name: \${$parameter['name']} is optional in WooCommerce";
			}
		}
		return '';
	}

	/**
	 * @return array{
	 *     classes: array<string, array<string, list<array{name: string, optional: bool}>>>,
	 *     functions: array<string, list<array{name: string, optional: bool}>>
	 * }
	 */
	private function signatures( string ...$arguments ): array {
		$command = implode(
			' ',
			array_map(
				'escapeshellarg',
				[ PHP_BINARY, '-d', 'memory_limit=1G', __DIR__ . '/signatures.php', ...$arguments ]
			)
		);
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec -- both bear the same names.
		exec( "$command 2>&1", $output, $code );
		self::assertSame( 0, $code, implode( "\n", $output ) );
		return json_decode( implode( '', $output ), true, 512, JSON_THROW_ON_ERROR );
	}
}
