<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Privacy;

use OrderInvoicer\Domain\OrderBook\BuyerErased;
use OrderInvoicer\Features\Privacy\DocumentEraser;
use OrderInvoicer\Features\Privacy\OrdersOfPerson;
use OrderInvoicer\Tests\Integration\Faults\FaultyDatabase;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use PHPUnit\Framework\Attributes\Group;

final class PrivacyTest extends IntegrationTestCase {

	private const EMAIL = 'shopper@example.com';

	private function invoiced_order(): \WC_Order {
		global $wpdb;
		$order = wc_create_order();
		$order->set_billing_email( self::EMAIL );
		$order->save();
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			[
				'order_id'      => $order->get_id(),
				'effect'        => 'create_invoice',
				'state'         => 'done',
				'remote_type'   => 'invoice',
				'remote_id'     => 77,
				'remote_number' => 'F-1',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
				'error_message' => '',
			]
		);
		return $order;
	}

	/** @return array<string, mixed> */
	private function ask( string $filter, string $email ): array {
		return ( apply_filters( $filter, [] )['orderinvoicer']['callback'] )( $email, 1 );
	}

	public function test_the_export_names_the_invoices_of_this_person_only(): void {
		$order = $this->invoiced_order();

		$export = $this->ask( 'wp_privacy_personal_data_exporters', self::EMAIL );

		self::assertTrue( $export['done'] );
		self::assertCount( 1, $export['data'] );
		self::assertSame(
			[ (string) $order->get_order_number(), 'F-1' ],
			array_slice( array_column( $export['data'][0]['data'], 'value' ), 0, 2 )
		);
		self::assertSame( [], $this->ask( 'wp_privacy_personal_data_exporters', 'somebody@example.com' )['data'] );
	}

	public function test_erasing_says_that_the_invoice_stays(): void {
		$order = $this->invoiced_order();

		$erased = $this->ask( 'wp_privacy_personal_data_erasers', self::EMAIL );

		self::assertTrue( $erased['items_retained'] );
		self::assertStringContainsString( (string) $order->get_order_number(), $erased['messages'][0] );
	}

	/**
	 * WordPress asks one eraser after another, and WooCommerce's takes the e-mail address and the account off the
	 * order.
	 */
	#[Group( 'real-woocommerce' )]
	public function test_a_person_who_is_erased_is_told_that_the_law_keeps_the_invoice(): void {
		update_option( 'woocommerce_erasure_request_removes_order_data', 'yes' );
		$order = $this->invoiced_order();

		$messages = $this->erase_everything();

		self::assertSame( '', wc_get_order( $order->get_id() )->get_customer_id() > 0 ? 'still there' : '' );
		self::assertNotSame( self::EMAIL, wc_get_order( $order->get_id() )->get_billing_email() );
		self::assertStringContainsString(
			"The invoice of order {$order->get_order_number()} stays at Sellsy",
			implode( ' ', $messages )
		);
	}

	/** @return list<string> what every eraser says, in WordPress's sequence. */
	private function erase_everything(): array {
		$messages = [];
		foreach ( apply_filters( 'wp_privacy_personal_data_erasers', [] ) as $eraser ) {
			$page = 1;
			do {
				$answer = ( $eraser['callback'] )( self::EMAIL, $page++ );
				array_push( $messages, ...$answer['messages'] );
			} while ( ! $answer['done'] );
		}
		return $messages;
	}

	/** WordPress then asks no other eraser, so that the person's orders are found with the next try. */
	public function test_a_failure_is_said_and_the_next_try_goes_on(): void {
		$this->invoiced_order();
		$database = new FaultyDatabase( '/orderinvoicer_sync/' );
		$asked    = fn (): mixed =>
			( apply_filters( 'wp_privacy_personal_data_erasers', [] )['orderinvoicer']['callback'] )( self::EMAIL, 1 );

		$failed = $database->while( $asked, FaultyDatabase::ANY );
		self::assertInstanceOf( \WP_Error::class, $failed );
		self::assertStringContainsString( 'Try again', $failed->get_error_message() );
		self::assertTrue( $asked()['done'] );
	}

	public function test_whoever_fails_keeps_no_other_from_forgetting(): void {
		$keeper = static fn ( \Closure $erase ): BuyerErased => new class( $erase ) implements BuyerErased {
			public function __construct( private readonly \Closure $erase ) {}

			public function erase( array $order_ids ): bool {
				return ( $this->erase )( $order_ids );
			}
		};
		$erased = [];
		$eraser = new DocumentEraser(
			new OrdersOfPerson(),
			( new Adapters( $GLOBALS['wpdb'] ) )->ledger(),
			[
				$keeper( static fn (): bool => throw new \RuntimeException( 'No.' ) ),
				$keeper(
					static function ( array $ids ) use ( &$erased ): bool {
						$erased = $ids;
						return true;
					}
				),
			]
		);
		try {
			$eraser->forget( [ 7 ] );
			self::fail( 'It claims that all is erased.' );
		} catch ( \RuntimeException ) {
			self::assertSame( [ 7 ], $erased );
		}
		self::assertInstanceOf( \WP_Error::class, $this->invoiced_order() ? $eraser->erase( self::EMAIL, 1 ) : null );
	}

	public function test_an_order_without_an_invoice_claims_none(): void {
		global $wpdb;
		$order = $this->invoiced_order();
		$wpdb->update(
			$wpdb->prefix . 'orderinvoicer_sync',
			[
				'state'     => 'queued',
				'remote_id' => 0,
			],
			[ 'order_id' => $order->get_id() ]
		);

		self::assertFalse( $this->ask( 'wp_privacy_personal_data_erasers', self::EMAIL )['items_retained'] );
	}

	#[Group( 'real-woocommerce' )]
	public function test_the_buyers_numbers_are_exported_and_erased_with_the_order(): void {
		$order = $this->invoiced_order();
		$order->update_meta_data( '_orderinvoicer_siret', '73282932000074' );
		$order->save();

		$exported = \WC_Privacy_Exporters::order_data_exporter( self::EMAIL, 1 );
		\WC_Privacy_Erasers::remove_order_personal_data( $order );

		self::assertContains( '73282932000074', array_column( $exported['data'][0]['data'], 'value' ) );
		self::assertFalse( wc_get_order( $order->get_id() )->meta_exists( '_orderinvoicer_siret' ) );
	}
}
