<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Features\History\HistoryCsv;
use OrderInvoicer\Features\History\HistoryExport;
use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Integration\Rest\RestTestCase;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\Wording\Names\GatewayName;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestWith;

/** The history and its file, of real orders whose documents stand in the sandbox. */
#[Group( 'real-woocommerce' )]
final class HistoryTest extends RestTestCase {

	private SandboxShop $shop;
	private \WC_Order $company;
	private \WC_Order $refunded;
	private \WC_Order $exempt;
	private \WC_Order $waiting;
	private ?\Closure $storage = null;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->sign_in_as_admin();
		$this->shop->settle_everything();
		$workflow = [ 'email' => false ] + $this->shop->like_invoice( 'confirmed' );
		$this->shop->change_settings( [ 'creditnote' => [ 'finalise' => 'at_once' ] + $workflow ] );
	}

	protected function tearDown(): void {
		if ( $this->storage !== null ) {
			remove_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		}
		parent::tearDown();
	}

	/** A company's order, one that was refunded in part, one without VAT, one that waits. */
	private function orders(): void {
		$this->company = $this->order( 'Ada', '=HYPERLINK("x")', 'ada@example.com' );
		$this->company->set_billing_company( 'Alpha SAS' );
		$this->company->update_meta_data( BuyerNumbers::OWN_SIRET, '73282932000074' );
		$this->paid( $this->company );
		$this->refunded = $this->order( 'Zoé', 'Martin', 'zoe@example.com' );
		$this->paid( $this->refunded );
		wc_create_refund(
			[
				'order_id' => $this->refunded->get_id(),
				'amount'   => '5.00',
			]
		);
		$this->exempt = $this->order( 'Léa', 'Sans', 'lea@example.com' );
		foreach ( [ 'billing', 'shipping' ] as $address ) {
			$this->exempt->set_address( [ 'country' => 'US' ] + $this->exempt->get_address( $address ), $address );
		}
		foreach ( $this->exempt->get_items( [ 'line_item', 'shipping', 'fee' ] ) as $item ) {
			$item->set_taxes(
				[
					'total' => [],
					'subtotal' => [],
				]
			);
			$item->save();
		}
		$this->exempt->remove_order_items( 'tax' );
		$this->exempt->set_cart_tax( 0 );
		$this->exempt->set_total( $this->exempt->get_subtotal() );
		$this->paid( $this->exempt );
		$this->pass();
		$this->waiting = $this->order( 'Wim', 'Warten', 'wim@example.com' );
		$this->paid( $this->waiting );
	}

	private function order( string $first, string $last, string $email ): \WC_Order {
		$order = $this->shop->order();
		$order->set_billing_first_name( $first );
		$order->set_billing_last_name( $last );
		$order->set_billing_email( $email );
		$order->set_payment_method( 'cheque' );
		$order->set_payment_method_title( 'Chèque' );
		$order->save();
		return $order;
	}

	private function paid( \WC_Order $order ): void {
		$order->save();
		$order->payment_complete( "tx-{$order->get_id()}" );
	}

	private function pass(): void {
		$passes = 0;
		while ( $passes++ < 6 && ! $this->shop->is_at_rest() ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	/** @return list<array<string, mixed>> */
	private function listed( string $query = '' ): array {
		return array_values( $this->valid( $this->call( 'GET', "/history?$query" ), 'history' ) );
	}

	/** @return list<string> order and state. */
	private function found( string $query ): array {
		return array_map(
			static fn ( array $row ): string => "{$row['order']['id']} {$row['kind']} {$row['state']}",
			$this->listed( $query )
		);
	}

	public function test_documents_are_listed_searched_filtered_and_sorted(): void {
		$this->orders();
		$company  = "{$this->company->get_id()} invoice paid";
		$invoice  = "{$this->refunded->get_id()} invoice paid";
		$credit   = "{$this->refunded->get_id()} creditnote final";
		$exempt   = "{$this->exempt->get_id()} invoice paid";
		$waiting  = "{$this->waiting->get_id()} invoice waits";
		$response = $this->call( 'GET', '/history?per_page=2&page=2' );
		$headers  = $response->get_headers();

		self::assertSame(
			[ $waiting, $exempt, $credit, $invoice, $company ],
			$this->sorted( $this->found( 'orderby=order' ) )
		);
		self::assertSame(
			array_reverse( $this->found( 'orderby=order' ) ),
			$this->found( 'orderby=order&order=asc' )
		);
		self::assertSame(
			[ '5', '3', '0' ],
			[ $headers['X-WP-Total'], $headers['X-WP-TotalPages'], $headers['X-OrderInvoicer-Newest'] ]
		);
		self::assertCount( 2, $response->get_data() );

		self::assertSame( [ $waiting ], $this->found( 'state=waits' ) );
		self::assertSame( [ $credit ], $this->found( 'kind=creditnote' ) );
		self::assertContains( $company, $this->found( 'state=paid' ) );
		self::assertNotContains( $credit, $this->found( 'state=paid' ) );
		self::assertContains( $credit, $this->found( 'state=final' ) );
		self::assertContains( $company, $this->found( 'state=final' ) );
		self::assertSame( [], $this->found( 'state=draft' ) );

		self::assertSame( [ $company ], $this->found( "search={$this->company->get_order_number()}" ) );
		self::assertSame( [ $company ], $this->found( 'search=alpha' ) );
		self::assertSame( [ $company ], $this->found( 'search=ada@ex' ) );
		self::assertEqualsCanonicalizing( [ $credit, $invoice ], $this->found( 'search=martin' ) );
		$number = $this->listed( 'kind=creditnote' )[0]['number'];
		self::assertEqualsCanonicalizing( [ $credit, $invoice ], $this->found( "search=$number" ) );
		self::assertSame( [], $this->found( 'search=nobody' ) );

		$today    = wp_date( 'Y-m-d' );
		$tomorrow = wp_date( 'Y-m-d', time() + DAY_IN_SECONDS );
		self::assertCount( 5, $this->found( "from=$today&until=$today" ) );
		self::assertSame( [], $this->found( "from=$tomorrow" ) );
		$this->assert_refused( 400, 'orderinvoicer_no_such_day', $this->call( 'GET', '/history?from=2026-02-30' ) );
	}

	/** Of one customer or amount the newer stands first where the list goes down. */
	#[TestWith( [ 'yes' ] )]
	#[TestWith( [ 'no' ] )]
	public function test_documents_are_sorted_and_what_is_not_known_is_last( string $own_tables ): void {
		$this->storage = static fn (): string => $own_tables;
		add_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		$this->orders();
		$this->refunded->set_billing_first_name( 'élise' );
		$this->refunded->save();
		$this->waiting->set_billing_first_name( '' );
		$this->waiting->set_billing_last_name( '' );
		$this->waiting->set_billing_company( 'Warten SARL' );
		$this->waiting->save();
		$gone = [ "{$this->exempt->get_id()} invoice paid" ];
		$this->exempt->delete();
		$names = [
			"{$this->company->get_id()} invoice paid",
			"{$this->refunded->get_id()} invoice paid",
			"{$this->refunded->get_id()} creditnote final",
			"{$this->waiting->get_id()} invoice waits",
		];
		self::assertSame( [ ...$names, ...$gone ], $this->found( 'orderby=customer&order=asc' ) );
		self::assertSame( [ ...array_reverse( $names ), ...$gone ], $this->found( 'orderby=customer' ) );
		self::assertSame(
			[ $names[2], $names[3] ],
			$this->found( 'orderby=customer&order=asc&per_page=2&page=2' )
		);

		foreach ( [ 'asc', 'desc' ] as $order ) {
			$amounts = array_column( $this->listed( "orderby=total&order=$order" ), 'incl_tax' );
			self::assertNull( array_pop( $amounts ), 'It waits.' );
			$sorted = $amounts;
			$order === 'asc' ? sort( $sorted, SORT_NUMERIC ) : rsort( $sorted, SORT_NUMERIC );
			self::assertSame( $sorted, $amounts );
			self::assertSame( '-5.00', $order === 'asc' ? $amounts[0] : $amounts[3] );
		}
	}

	/**
	 * @param list<string> $rows
	 * @return list<string>
	 */
	private function sorted( array $rows ): array {
		rsort( $rows );
		usort( $rows, static fn ( string $a, string $b ): int => [ (int) $b, $a ] <=> [ (int) $a, $b ] );
		return $rows;
	}

	public function test_amounts_are_those_of_the_documents_and_what_is_credited_is_taken_off(): void {
		$this->orders();
		$credit = $this->listed( 'kind=creditnote' )[0];
		self::assertSame(
			[ '-5.00', 'EUR', 'Zoé Martin' ],
			[ $credit['incl_tax'], $credit['currency'], $credit['customer'] ]
		);
		$waiting = $this->listed( 'state=waits' )[0];
		self::assertSame( [ null, null, '' ], [ $waiting['incl_tax'], $waiting['due'], $waiting['number'] ] );
		$company = $this->listed( 'search=alpha' )[0];
		self::assertSame( wc_format_decimal( $this->company->get_total(), 2 ), $company['incl_tax'] );
	}

	/** Who adds the file up counts each sale once. */
	public function test_the_file_has_no_kind_that_is_no_sale_unless_it_is_asked_for(): void {
		$this->orders();
		global $wpdb;
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'order_id'    => $this->company->get_id(),
				'effect'      => 'create_proforma',
				'state'       => 'done',
				'remote_type' => 'proforma',
				'remote_id'   => 880,
				'due_at'      => gmdate( 'Y-m-d H:i:s' ),
				'created_at'  => gmdate( 'Y-m-d H:i:s' ),
				'updated_at'  => gmdate( 'Y-m-d H:i:s' ),
			]
		);
		$kinds = fn ( HistoryFilter $filter ): array =>
			array_values( array_unique( array_column( array_slice( $this->lines( $filter ), 1 ), 2 ) ) );

		self::assertEqualsCanonicalizing( [ 'Invoice', 'Credit note' ], $kinds( new HistoryFilter() ) );
		self::assertSame( [ 'Proforma' ], $kinds( new HistoryFilter( kind: DocumentKind::Proforma ) ) );
	}

	public function test_the_file_says_everything_of_what_is_filtered(): void {
		$this->orders();
		$this->exempt->set_payment_method_title( '' );
		$this->exempt->save();
		$lines = $this->lines( new HistoryFilter() );
		self::assertCount( 6, $lines );
		$head    = $lines[0];
		$by_kind = static fn ( \WC_Order $order, string $kind ): array => array_combine(
			$head,
			array_values(
				array_filter(
					$lines,
					static fn ( array $line ): bool => $line[3] === (string) $order->get_id() && $line[2] === $kind
				)
			)[0]
		);
		$company = $by_kind( $this->company, 'Invoice' );
		self::assertSame(
			[ 'Ada =HYPERLINK("x")', 'Alpha SAS', '73282932000074', 'Chèque', 'EUR', '' ],
			[
				$company['Customer'],
				$company['Company'],
				$company['SIRET'],
				$company['Payment method'],
				$company['Currency'],
				$company['Invoice credited'],
			]
		);
		self::assertSame( str_replace( '.', ',', $this->company->get_total() ), $company['Incl. VAT'] );
		self::assertSame(
			[ $company['Incl. VAT'], '0,00', 'Paid' ],
			[ $company['Paid, credit notes deducted'], $company['Left to pay'], $company['State'] ]
		);
		$rates = array_values(
			array_filter( $head, static fn ( string $name ): bool => str_starts_with( $name, 'VAT at' ) )
		);
		self::assertSame( 'VAT at 0%', array_pop( $rates ), 'A sale outside the EU has a tax of Sellsy too.' );
		self::assertCount( 1, $rates );
		$vat = wc_format_decimal( $this->company->get_total_tax(), 2 );
		self::assertSame( str_replace( '.', ',', $vat ), $company[ $rates[0] ] );
		// Of rows, as the report has it: a cent beside the document's own HT where Sellsy rounds that from its TTC.
		self::assertMatchesRegularExpression( '/^\d+,\d\d$/D', $company[ str_replace( 'VAT', 'Base', $rates[0] ) ] );

		$credit = $by_kind( $this->refunded, 'Credit note' );
		self::assertSame( $by_kind( $this->refunded, 'Invoice' )['Number'], $credit['Invoice credited'] );
		self::assertSame(
			[ '-5,00', '', '' ],
			[ $credit['Incl. VAT'], $credit['Paid, credit notes deducted'], $credit['Left to pay'] ]
		);

		$exempt = $by_kind( $this->exempt, 'Invoice' );
		self::assertSame( GatewayName::of( $this->exempt->get_payment_method() ), $exempt['Payment method'] );
		self::assertSame(
			[ '', '0,00', 'US' ],
			[ $exempt[ $rates[0] ], $exempt['VAT at 0%'], $exempt['Country'] ],
			'It has no such VAT.'
		);
		self::assertSame( $exempt['Excl. VAT'], $exempt['Incl. VAT'] );

		$waiting = $by_kind( $this->waiting, 'Invoice' );
		self::assertSame( [ '', '', 'Waiting' ], [ $waiting['Number'], $waiting['Incl. VAT'], $waiting['State'] ] );

		self::assertCount( 3, $this->lines( new HistoryFilter( order_ids: [ $this->refunded->get_id() ] ) ) );
		self::assertCount( 1, $this->lines( new HistoryFilter( from: '2099-01-01' ) ) );
	}

	/** Sellsy says what is due there while a payment waits, whatever the shop was paid. */
	#[TestWith( [ 'queued' ] )]
	#[TestWith( [ 'working' ] )]
	#[TestWith( [ 'attention' ] )]
	public function test_an_invoice_whose_payment_waits_is_not_paid( string $state ): void {
		$this->company = $this->order( 'Ada', 'Lovelace', 'ada@example.com' );
		$this->paid( $this->company );
		$this->pass();
		global $wpdb;
		$of    = [ 'order_id' => $this->company->get_id() ];
		$total = wc_format_decimal( $this->company->get_total(), 2 );
		$set   = static fn ( string $state ) => $wpdb->update(
			"{$wpdb->prefix}orderinvoicer_sync",
			[ 'state' => $state ],
			$of + [ 'effect' => 'record_payment' ]
		);
		self::assertSame( [ 'paid', '0.00', '0.00' ], $this->money_left() );
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_amounts", [ 'seen_due' => null ], $of );
		self::assertSame( 1, $set( $state ) );
		self::assertSame( [ 'due', $total, $total ], $this->money_left() );
		$set( 'skipped' );
		self::assertSame( [ 'paid', '0.00', '0.00' ], $this->money_left() );
	}

	/** @return array{string, string, string} the history's state and rest, and the figures' rest. */
	private function money_left(): array {
		[ $row ]  = $this->listed();
		$today    = wp_date( 'Y-m-d' );
		$figures  = $this->call( 'GET', "/figures?from=$today&until=$today" )->get_data();
		return [ $row['state'], $row['due'], $figures['currencies'][0]['now']['due'] ];
	}

	/** Every number is there once, and the file comes to what the figures say. */
	public function test_what_is_cancelled_has_a_line_and_no_amount(): void {
		$this->orders();
		$numbers = $this->numbers_of( [ $this->company, $this->exempt ] );
		self::assertCount( 2, $numbers );
		global $wpdb;
		foreach ( $numbers as $number ) {
			$wpdb->update(
				"{$wpdb->prefix}orderinvoicer_amounts",
				[ 'seen_status' => 'cancelled' ],
				[ 'number' => $number ]
			);
		}
		$table = "{$wpdb->prefix}orderinvoicer_sync";
		$wpdb->update(
			$table,
			[
				'state'   => 'attention',
				'outcome' => '',
			],
			[
				'order_id' => $this->company->get_id(),
				'effect'   => 'create_invoice',
			]
		);
		$wpdb->update(
			$table,
			[
				'state'   => 'skipped',
				'outcome' => 'not_wanted',
			],
			[
				'order_id' => $this->exempt->get_id(),
				'effect'   => 'create_invoice',
			]
		);
		$lines   = $this->lines( new HistoryFilter() );
		$head    = array_shift( $lines );
		$lines   = array_map( static fn ( array $line ): array => array_combine( $head, $line ), $lines );
		$of      = array_column( $lines, null, 'Number' );
		foreach ( $numbers as $number ) {
			self::assertSame( [ 'Cancelled', '0,00' ], [ $of[ $number ]['State'], $of[ $number ]['Incl. VAT'] ] );
		}
		$today   = wp_date( 'Y-m-d' );
		$figures = $this->call( 'GET', "/figures?from=$today&until=$today" )->get_data()['currencies'][0]['now'];
		$cents   = static fn ( string $amount ): int => (int) str_replace( [ ',', '.' ], '', $amount );
		self::assertSame(
			$cents( $figures['invoiced'] ) - $cents( $figures['credited'] ),
			array_sum( array_map( $cents, array_column( $lines, 'Incl. VAT' ) ) )
		);
	}

	/**
	 * @param list<\WC_Order> $orders
	 * @return list<string>
	 */
	private function numbers_of( array $orders ): array {
		$ids  = array_map( static fn ( \WC_Order $order ): int => $order->get_id(), $orders );
		$rows = array_filter(
			$this->listed( 'kind=invoice' ),
			static fn ( array $row ): bool => in_array( $row['order']['id'], $ids, true )
		);
		return array_values( array_column( $rows, 'number' ) );
	}

	/** @return list<list<string>> */
	private function lines( HistoryFilter $filter ): array {
		$csv = '';
		foreach ( $this->csv()->lines( $filter ) as $part ) {
			$csv .= $part;
		}
		self::assertStringStartsWith( "\u{FEFF}", $csv );
		$lines = explode( "\r\n", trim( substr( $csv, 3 ) ) );
		return array_map( static fn ( string $line ): array => str_getcsv( $line, ';', '"', '' ), $lines );
	}

	/** As it is made for the form. */
	private function csv(): HistoryCsv {
		foreach ( PluginEngine::screens()->forms() as $form ) {
			if ( $form instanceof HistoryExport ) {
				return ( new \ReflectionProperty( $form, 'csv' ) )->getValue( $form );
			}
		}
		self::fail( 'Nobody hands it out.' );
	}

	public function test_an_order_without_a_document_is_found_by_its_number(): void {
		$order  = $this->order( 'Nah', 'Noch', 'noch@example.com' );
		$number = (string) $order->get_order_number();
		$path   = "/history/order?number=$number";
		$asked  = fn (): mixed => $this->valid( $this->call( 'GET', $path ), 'history-order' );

		self::assertSame( [], $this->found( "search=$number" ) );
		self::assertSame(
			[
				'order' => [
					'id'       => $order->get_id(),
					'number'   => $number,
					'edit_url' => $order->get_edit_order_url(),
				],
				'waits' => 'Waits until the order is confirmed',
			],
			$asked()
		);
		$this->left_out( $order );
		self::assertSame( '', ( (array) $asked() )['waits'], 'Somebody did it by hand.' );
		$order->delete();
		self::assertSame(
			[
				'order' => null,
				'waits' => '',
			],
			$asked(),
			'In the trash.'
		);
	}

	private function left_out( \WC_Order $order ): void {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			[
				'order_id'      => $order->get_id(),
				'effect'        => 'create_invoice',
				'state'         => 'skipped',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
				'error_message' => '',
			]
		);
	}

	public function test_orders_that_wait_for_their_moment_are_counted(): void {
		$order = $this->order( 'Nah', 'Noch', 'noch@example.com' );
		$about = $this->valid( $this->call( 'GET', '/history/about' ), 'history-about' );
		self::assertSame( [ 1, false ], [ $about['waiting'], $about['more'] ] );
		self::assertStringContainsString( 'action=orderinvoicer_history', $about['csv'] );
		$this->paid( $order );
		self::assertSame( 0, $this->valid( $this->call( 'GET', '/history/about' ), 'history-about' )['waiting'] );
	}

	/** It waits for nothing: the settings make no document of it. */
	#[TestWith( [ 'yes' ], 'tables of orders' )]
	#[TestWith( [ 'no' ], 'posts' )]
	public function test_a_free_order_is_not_said_to_wait( string $own_tables ): void {
		$this->storage = static fn (): string => $own_tables;
		add_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		$order = $this->order( 'Frei', 'Gratis', 'frei@example.com' );
		$order->set_total( '0' );
		$order->save();
		$about = fn (): int => $this->valid( $this->call( 'GET', '/history/about' ), 'history-about' )['waiting'];
		$waits = fn (): string => $this->valid(
			$this->call( 'GET', "/history/order?number={$order->get_order_number()}" ),
			'history-order'
		)['waits'];
		$this->shop->change_settings( [ 'free_orders' => true ] );
		self::assertSame( [ 1, 'Waits until the order is confirmed' ], [ $about(), $waits() ] );
		$this->shop->change_settings( [ 'free_orders' => false ] );
		self::assertSame( [ 0, 'Free order: no document, by your settings' ], [ $about(), $waits() ] );
	}

	public function test_what_needs_a_person_is_told_by_cause(): void {
		global $wpdb;
		$this->orders();
		$wpdb->update(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'state'      => 'attention',
				'error_code' => 'tax_unmapped',
			],
			[
				'order_id' => $this->waiting->get_id(),
				'effect'   => 'create_invoice',
			]
		);
		$todo = $this->valid( $this->call( 'GET', '/todo' ), 'todo' );
		self::assertSame(
			[
				'code' => 'tax_unmapped',
				'orders' => 1,
				'tasks' => 1,
				'retryable' => 1,
			],
			$todo['causes'][0]
		);
		self::assertSame(
			[ $this->waiting->get_id(), 'Wim Warten', wc_format_decimal( $this->waiting->get_total(), 2 ), 'EUR' ],
			[
				$todo['rows'][0]['task']['order']['id'],
				$todo['rows'][0]['customer'],
				wc_format_decimal( $todo['rows'][0]['total'], 2 ),
				$todo['rows'][0]['currency'],
			]
		);
		self::assertSame( [], $this->valid( $this->call( 'GET', '/todo?problem=document_gone' ), 'todo' )['rows'] );
		self::assertSame( [ "{$this->waiting->get_id()} invoice todo" ], $this->found( 'state=todo' ) );
		$retry = $this->call( 'POST', '/tasks/retry', [ 'ids' => [ $todo['rows'][0]['task']['id'] ] ] )->get_data();
		self::assertArrayHasKey( 'asks', $retry, 'An invoice would become final.' );
	}

	public function test_who_may_not_manage_the_shop_reads_nothing(): void {
		wp_set_current_user( 0 );
		foreach ( [ '/history', '/history/about', '/todo' ] as $path ) {
			self::assertSame( 401, $this->call( 'GET', $path )->get_status() );
		}
	}
}
