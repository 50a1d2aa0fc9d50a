<?php
declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** Another plugin that gives invoices numbers of its own: a sale would have two invoices. */
final class OtherInvoicesCheck implements HealthCheck {

	/** Plugins that number invoices, by their file. */
	public const PLUGINS = [
		'woocommerce-pdf-invoices-packing-slips/woocommerce-pdf-invoices-packingslips.php' =>
			'PDF Invoices & Packing Slips for WooCommerce',
		'print-invoices-packing-slip-labels-for-woocommerce/print-invoices-packing-slip-labels-for-woocommerce.php' =>
			'WebToffee WooCommerce PDF Invoices, Packing Slips, Delivery Notes and Shipping Labels',
		'woocommerce-pdf-invoices/bootstrap.php'        => 'Invoices for WooCommerce',
		'yith-woocommerce-pdf-invoice/init.php'         => 'YITH WooCommerce PDF Invoices & Packing Slips',
		'flexible-invoices/flexible-invoices.php'       => 'Flexible Invoices for WooCommerce',
		'webappick-pdf-invoice-for-woocommerce/woo-invoice.php' => 'Challan',
		'woocommerce-pip/woocommerce-pip.php'           => 'WooCommerce Print Invoices & Packing Lists',
	];

	public function __construct( private readonly SettingsStore $settings ) {}

	public function name(): string {
		return 'other_invoices';
	}

	public function label(): string {
		return __( 'Invoices of other plugins', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$active = $this->settings->get()->workflow( DocumentKind::Invoice )->enabled ? self::active() : [];
		return $active === []
			? Verdict::good( __( 'No other plugin is known to number invoices', 'orderinvoicer' ) )
			: Verdict::recommended(
				sprintf(
					/* translators: %s: name of a plugin. */
					__( '%s can number invoices too', 'orderinvoicer' ),
					implode( ', ', $active )
				),
				__(
					'A sale has one invoice. Where that plugin makes invoices as well, each sale would have two, with two numbers.',
					'orderinvoicer'
				),
				__(
					'Switch the invoices of that plugin off, or the plugin itself. Where it only prints delivery slips, there is nothing to do.',
					'orderinvoicer'
				),
				'plugins.php'
			);
	}

	/** @return list<string> names of those that are active here or on the whole network. */
	private static function active(): array {
		$here    = get_option( 'active_plugins', [] );
		$network = is_multisite() ? get_site_option( 'active_sitewide_plugins', [] ) : [];
		$files   = [ ...( is_array( $here ) ? $here : [] ), ...array_keys( is_array( $network ) ? $network : [] ) ];
		$active  = array_flip( array_filter( $files, is_string( ... ) ) );
		return array_values( array_intersect_key( self::PLUGINS, $active ) );
	}
}
