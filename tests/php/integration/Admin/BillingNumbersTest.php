<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\BillingNumbers;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** SIRET and VAT number on the order screen, saved by WooCommerce's own meta box. */
#[Group( 'real-woocommerce' )]
final class BillingNumbersTest extends IntegrationTestCase {

	private BillingNumbers $numbers;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		// Hooks WooCommerce's own meta boxes in.
		require_once WC_ABSPATH . 'includes/admin/class-wc-admin-meta-boxes.php';
		$this->sign_in_as_admin();
		$this->numbers = ( new AdminObjects() )->get( BillingNumbers::class );
		$this->numbers->register();
	}

	protected function tearDown(): void {
		if ( isset( $this->numbers ) ) {
			remove_filter(
				'woocommerce_admin_billing_fields',
				[ $this->numbers, 'handle_woocommerce_admin_billing_fields' ],
				20
			);
			remove_action(
				'woocommerce_process_shop_order_meta',
				[ $this->numbers, 'handle_woocommerce_process_shop_order_meta' ],
				45
			);
			( new \ReflectionProperty( \WC_Admin_Meta_Boxes::class, 'meta_box_errors' ) )->setValue( null, [] );
		}
		parent::tearDown();
	}

	/** @param list<string> $complaints */
	#[DataProvider( 'typed_numbers' )]
	public function test_what_was_typed_is_kept_and_a_wrong_number_is_said(
		string $siret,
		string $vat_number,
		string $country,
		array $complaints,
	): void {
		$order = wc_create_order();

		$this->save( $order, $siret, $vat_number, $country );

		$saved = wc_get_order( $order->get_id() );
		self::assertSame(
			[ $siret, $vat_number ],
			[ $saved->get_meta( '_orderinvoicer_siret' ), $saved->get_meta( '_orderinvoicer_vat_number' ) ]
		);
		$said = $this->said();
		self::assertCount( count( $complaints ), $said );
		foreach ( $complaints as $at => $complaint ) {
			self::assertStringContainsString( $complaint, $said[ $at ] );
		}
	}

	/** @return iterable<string, array{string, string, string, list<string>}> */
	public static function typed_numbers(): iterable {
		yield 'right ones' => [ '732 829 320 00074', 'FR44 732829320', 'FR', [] ];
		yield 'the country typed with the number' => [ '', '123456789', 'DE', [] ];
		yield 'a Swiss UID' => [ '', 'CHE-116.281.710 MWST', 'CH', [] ];
		yield 'a digit mistyped' => [ '73282932000075', '', 'FR', [ 'SIRET' ] ];
		yield 'both wrong' => [ '1 & 2', 'FR00732829320', 'FR', [ 'SIRET &quot;1 &amp; 2&quot;', 'VAT number' ] ];
	}

	public function test_empty_fields_leave_nothing_on_the_order(): void {
		$order = wc_create_order();
		$this->save( $order, '73282932000074', '', 'FR' );

		$this->save( $order, '', '', 'FR' );

		self::assertFalse( wc_get_order( $order->get_id() )->meta_exists( '_orderinvoicer_siret' ) );
		self::assertFalse( wc_get_order( $order->get_id() )->meta_exists( '_orderinvoicer_vat_number' ) );
	}

	public function test_the_fields_show_what_the_order_has(): void {
		$order = wc_create_order();
		$order->update_meta_data( '_orderinvoicer_siret', '73282932000075' );

		$fields = apply_filters( 'woocommerce_admin_billing_fields', [], $order, 'edit' );

		self::assertSame( '73282932000075', $fields['orderinvoicer_siret']['value'] );
		self::assertSame( '', $fields['orderinvoicer_vat_number']['value'] );
	}

	private function save( \WC_Order $order, string $siret, string $vat_number, string $country ): void {
		$_POST = wp_slash(
			[
				'order_status'              => 'wc-pending',
				'_payment_method'           => '',
				'_billing_country'          => $country,
				'_orderinvoicer_siret'      => $siret,
				'_orderinvoicer_vat_number' => $vat_number,
			]
		);
		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );
	}

	/** @return list<string> */
	private function said(): array {
		return ( new \ReflectionProperty( \WC_Admin_Meta_Boxes::class, 'meta_box_errors' ) )->getValue();
	}
}
