<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Measures;
use PHPUnit\Framework\Attributes\Group;

/** What the box costs whoever opens an order: nearly the same with thirty documents as with one. */
#[Group( 'real-woocommerce' )]
final class OrderScreenCostTest extends IntegrationTestCase {

	/** Of the box, whatever the order has; what a further document may cost. */
	private const MOST          = 30;
	private const MOST_FOR_EACH = 0.5;

	private int $number     = 0;
	private ?OrderBox $box = null;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		$this->sign_in_as_admin();
	}

	public function test_one_five_and_thirty_documents(): void {
		$this->box( $this->order( 1 ) ); // What WordPress and WooCommerce read once.
		$queries = [];
		foreach ( [ 1, 5, 30 ] as $documents ) {
			$order                 = $this->order( $documents );
			[ $html, $statements ] = $this->box( $order );
			self::assertSame( $documents - 1, preg_match_all( '/<h3>Credit note/', $html ), $html );
			$queries[ $documents ] = count( $statements );
			Measures::note( "order screen, documents: $documents, queries", count( $statements ) );
			self::assertLessThanOrEqual(
				self::MOST + self::MOST_FOR_EACH * $documents,
				count( $statements ),
				"$documents documents:\n" . implode( "\n", $statements )
			);
		}
	}

	/** What was read for one screen counts for that one alone. */
	public function test_the_next_screen_reads_again(): void {
		$order = $this->order( 2 );
		self::assertStringNotContainsString( 'Credit note A-7000', $this->box( $order )[0] );
		$this->document( $order, 'creditnote', $this->refund( $order ), 100, 7000 );
		self::assertStringContainsString( 'Credit note A-7000', $this->box( $order, flush: false )[0] );
	}

	/** With a final invoice, and a final credit note for each refund of 1.00. */
	private function order( int $documents ): \WC_Order {
		$order = wc_create_order();
		$order->set_total( '100' );
		$order->set_status( 'processing' );
		$order->save();
		$this->document( $order, 'invoice', 0, 10000, ++$this->number );
		for ( $refund = 1; $refund < $documents; $refund++ ) {
			$this->document( $order, 'creditnote', $this->refund( $order ), 100, ++$this->number );
		}
		return $order;
	}

	private function refund( \WC_Order $order ): int {
		$made = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '1',
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $made );
		return $made->get_id();
	}

	private function document( \WC_Order $order, string $kind, int $refund_id, int $total, int $number ): void {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s', time() - 3600 );
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'order_id'      => $order->get_id(),
				'refund_id'     => $refund_id,
				'effect'        => "create_$kind",
				'state'         => 'done',
				'remote_type'   => $kind,
				'remote_id'     => 1000 + $number,
				'remote_number' => ( $kind === 'invoice' ? 'F-' : 'A-' ) . $number,
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
			]
		);
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_amounts",
			[
				'sync_id'   => $wpdb->insert_id,
				'order_id'  => $order->get_id(),
				'refund_id' => $refund_id,
				'kind'      => $kind,
				'remote_id' => 1000 + $number,
				'number'    => ( $kind === 'invoice' ? 'F-' : 'A-' ) . $number,
				'currency'  => 'EUR',
				'excl_tax'  => $total,
				'incl_tax'  => $total,
				'read_at'   => $now,
			]
		);
		self::assertSame( '', $wpdb->last_error );
	}

	/** @return array{string, list<string>} what it shows, and what it asked of the database. */
	private function box( \WC_Order $order, bool $flush = true ): array {
		$flush && wp_cache_flush();
		$order     = wc_get_order( $order->get_id() );
		$asked     = [];
		$listens   = static function ( string $query ) use ( &$asked ): string {
			$asked[] = $query;
			return $query;
		};
		$is_box    = static fn ( object $screen ): bool => $screen instanceof OrderBox;
		$this->box = $this->box ?? array_values( array_filter( PluginEngine::admin(), $is_box ) )[0] ?? self::fail();
		add_filter( 'query', $listens );
		ob_start();
		$this->box->render( $order );
		remove_filter( 'query', $listens );
		return [ (string) ob_get_clean(), $asked ];
	}
}
