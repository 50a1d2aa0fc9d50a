<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;

/**
 * A document's address is the same in the order's meta, its note, the box on its screen and WooCommerce's own REST API.
 */
final class FourPlacesTest extends IntegrationTestCase {

	public function test_meta_note_box_and_rest_agree_for_every_kind(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in has no REST API of orders.' );
		}
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$kinds = array_column( DocumentKind::cases(), 'value' );
		$shop->change_settings( array_fill_keys( $kinds, $shop->like_invoice( 'confirmed' ) ) );
		$order = $shop->order();
		$order->payment_complete( 'tx-1' );
		do_action( Wakeups::SWEEP );
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => $order->get_total(),
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		do_action( Wakeups::SWEEP );
		$shop->make_all_due();
		do_action( Wakeups::SWEEP );

		$this->sign_in_as_admin();
		$rest = $this->rest_meta( $order->get_id() );
		$box  = $this->box( $order->get_id() );
		$note = html_entity_decode(
			implode( "\n", array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) )
		);
		foreach ( $kinds as $kind ) {
			$url = wc_get_order( $order->get_id() )->get_meta( "orderinvoicer.{$kind}_url" );
			self::assertStringContainsString( "?_f={$kind}Overview&id=", (string) $url, $kind );
			self::assertSame( $url, $rest[ "orderinvoicer.{$kind}_url" ] ?? null, $kind );
			self::assertStringContainsString( "\"$url\"", $note, $kind );
			self::assertStringContainsString( "\"$url\"", $box, $kind );
		}
		self::assertSame(
			$rest['orderinvoicer.creditnote_url'],
			wc_get_order( $refund->get_id() )->get_meta( 'orderinvoicer.creditnote_url' )
		);
	}

	/** @return array<string, mixed> by key. */
	private function rest_meta( int $order_id ): array {
		$response = rest_do_request( new \WP_REST_Request( 'GET', "/wc/v3/orders/$order_id" ) );
		self::assertSame( 200, $response->get_status() );
		$data = json_decode( (string) wp_json_encode( $response->get_data() ), true, 512, JSON_THROW_ON_ERROR );
		return array_column( $data['meta_data'], 'value', 'key' );
	}

	private function box( int $order_id ): string {
		ob_start();
		( new AdminObjects() )->get( OrderBox::class )->render( wc_get_order( $order_id ) );
		return html_entity_decode( (string) ob_get_clean() );
	}
}
