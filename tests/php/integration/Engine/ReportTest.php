<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** The table of amounts beside the sandbox: what it says is what Sellsy says, written at once or filled in later. */
#[Group( 'real-woocommerce' )]
final class ReportTest extends IntegrationTestCase {

	/** What the table calls a kind, and the sandbox. */
	private const KINDS = [
		'estimate'   => 'estimates',
		'order'      => 'orders',
		'delivery'   => 'deliveries',
		'proforma'   => 'proformas',
		'invoice'    => 'invoices',
		'creditnote' => 'credit_notes',
	];

	private const OURS = [
		'read_at',
		'changed_at',
		'order_read_at',
		'made_at',
		'seen_status',
		'seen_due',
		'seen_at',
		'hinted_at',
	];

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
	}

	public function test_each_kind_is_worth_what_sellsy_says_written_at_once_or_filled_in_later(): void {
		$order = $this->order_of_every_kind();
		$rows  = $this->rows( $order );
		self::assertEqualsCanonicalizing( array_keys( self::KINDS ), array_keys( $rows ) );
		foreach ( $rows as $kind => $row ) {
			$this->assert_as_at_sellsy( $kind, $row );
			self::assertSame(
				[ 'cheque', 'FR', 'person', 'EUR', self::minor( $order->get_total() ) ],
				[ $row['gateway'], $row['country'], $row['buyer'], $row['order_currency'], (int) $row['order_total'] ]
			);
			self::assertSame(
				$order->get_date_paid()?->format( 'U' ),
				(string) strtotime( $row['order_paid_at'] . ' UTC' )
			);
			self::assertSame(
				$order->get_date_created()?->format( 'U' ),
				(string) strtotime( $row['order_created_at'] . ' UTC' )
			);
		}

		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_amounts" );
		delete_option( Filled::OPTION );
		do_action( Wakeups::SWEEP );
		do_action( Wakeups::SWEEP );
		self::assertEquals( self::without_ours( $rows ), self::without_ours( $this->rows( $order ) ) );
	}

	/** A table that is lost, or a disk that is full, delays no document. */
	public function test_no_document_waits_for_its_report(): void {
		global $wpdb;
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$refuse = static fn ( string $query ): string =>
			str_contains( $query, 'orderinvoicer_amounts' ) ? "$query REFUSED BY THE TEST" : $query;
		add_filter( 'query', $refuse );
		$suppressed = $wpdb->suppress_errors();
		$order->payment_complete( 'tx-1' );
		$this->pass();
		remove_filter( 'query', $refuse );
		$wpdb->suppress_errors( $suppressed );
		self::assertTrue( $this->shop->is_finished( $order ) );
		self::assertSame( [], $this->rows( $order ) );

		do_action( Wakeups::SWEEP );
		$this->assert_as_at_sellsy( 'invoice', $this->rows( $order )['invoice'] );
	}

	private function order_of_every_kind(): \WC_Order {
		$workflow = [ 'email' => false ] + $this->shop->like_invoice( 'confirmed' );
		$this->shop->change_settings( array_fill_keys( array_keys( self::KINDS ), $workflow ) );
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		$this->pass();
		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		$this->pass();
		self::assertNotNull( $this->shop->find( $order, Effect::CreateInvoice ) );
		return wc_get_order( $order->get_id() );
	}

	private function pass(): void {
		$passes = 0;
		while ( $passes++ < 6 && ! $this->shop->is_at_rest() ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	/** @param array<string, string|null> $row */
	private function assert_as_at_sellsy( string $kind, array $row ): void {
		$documents = array_column( $this->shop->sandbox->state()[ self::KINDS[ $kind ] ], null, 'id' );
		$document  = $documents[ $row['remote_id'] ];
		$amounts   = $document['amounts'];
		$taxes     = static fn ( array $tax ): array => [ $tax['id'], $tax['rate'], self::minor( $tax['amount'] ) ];
		self::assertSame( [ $document['number'], 'EUR' ], [ $row['number'], $row['currency'] ], $kind );
		self::assertSame(
			[
				self::minor( $amounts['total_excl_tax'] ),
				self::minor( $amounts['total_incl_tax'] ?? $amounts['total'] ),
			],
			[ (int) $row['excl_tax'], (int) $row['incl_tax'] ],
			$kind
		);
		if ( in_array( $kind, [ 'delivery', 'proforma' ], true ) ) {
			self::assertSame( [ null, null ], [ $row['taxes'], $row['document_date'] ], 'API v1 does not say.' );
			return;
		}
		$ours = array_map(
			static fn ( array $tax ): array => [ $tax['id'], $tax['percent'], $tax['vat'] ],
			json_decode( (string) $row['taxes'], true )
		);
		self::assertSame(
			[ $document['date'], array_map( $taxes, $document['taxes'] ) ],
			[ $row['document_date'], $ours ],
			$kind
		);
	}

	private static function minor( string $amount ): int {
		return Decimal::from_string( $amount )->to_minor( 2 );
	}

	/** @return array<string, array<string, string|null>> by kind. The shop has other orders too. */
	private function rows( \WC_Order $order ): array {
		global $wpdb;
		$rows = array_column(
			$wpdb->get_results(
				$wpdb->prepare(
					"SELECT * FROM {$wpdb->prefix}orderinvoicer_amounts WHERE order_id = %d",
					$order->get_id()
				),
				ARRAY_A
			),
			null,
			'kind'
		);
		ksort( $rows );
		return $rows;
	}

	/**
	 * @param array<string, array<string, string|null>> $rows
	 * @return array<string, array<string, string|null>>
	 */
	private static function without_ours( array $rows ): array {
		$without = static fn ( array $row ): array => array_replace(
			array_diff_key( $row, array_flip( self::OURS ) ),
			// Lists come without the HT of each tax: it follows in free time.
			[ 'taxes' => preg_replace( '/,"ht":-?\d+/', '', (string) $row['taxes'] ) ]
		);
		return array_map( $without, $rows );
	}
}
