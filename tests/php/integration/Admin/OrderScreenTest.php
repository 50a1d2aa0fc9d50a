<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OrderList\OrderListColumn;

/** The box and the list column as the plugin puts them together, over rows written straight into the ledger. */
final class OrderScreenTest extends OrderScreenTestCase {

	public function test_an_order_without_documents_offers_to_sync_it(): void {
		$box = $this->box( wc_create_order() );

		self::assertStringContainsString( 'no document', $box );
		self::assertMatchesRegularExpression( '/value="make_now:invoice"[^>]*>Create now: Invoice</', $box );
	}

	/** Checkout keeps it as it was typed; `esc_attr()` alone would end the text of the script there. */
	public function test_a_name_with_an_entity_in_it_leaves_the_box_its_buttons(): void {
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		$order = wc_create_order();
		$order->set_billing_company( 'Chez &quot;Alpha&quot;' );
		$order->save();

		self::assertStringContainsString(
			'Chez &quot;Alpha&quot;',
			self::asks( $this->box( $order ), 'make_now:invoice' )[0] ?? ''
		);
	}

	public function test_what_another_tool_wrote_as_an_address_runs_no_script(): void {
		$order = wc_create_order();
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'javascript:alert(1)' );
		$order->save();

		$elsewhere = self::box_of( $this->printed( $order ) )['elsewhere'];
		self::assertSame( [ '' ], array_column( $elsewhere, 'url' ) );
	}

	public function test_what_stopped_for_a_setting_leads_to_it(): void {
		$order = wc_create_order();
		$this->row(
			$order,
			[
				'state'      => 'attention',
				'error_code' => 'tax_unmapped',
			]
		);
		$printed = $this->printed( $order );
		$address = admin_url( 'admin.php?page=orderinvoicer' ) . '#/taxes?setting=tax_rates';
		self::assertSame( $address, self::box_of( $printed )['groups'][0][0]['setting'] );
		self::assertStringContainsString( '>Open this setting</a>', $printed );
	}

	public function test_a_draft_is_linked_and_can_be_made_final(): void {
		$order = wc_create_order();
		$id    = $this->row( $order, self::DRAFT );

		$box = $this->box( $order );

		self::assertStringContainsString( 'id=77', $box );
		self::assertStringContainsString( 'Draft invoice', $box );
		self::assertSame( 1, substr_count( $box, 'data-asks=' ) );
		self::assertStringContainsString( "value=\"finalise:$id\"", $box );
	}

	public function test_a_final_invoice_shows_its_number(): void {
		$order = wc_create_order();
		$this->row( $order, [ 'remote_number' => 'F-1 <b>' ] + self::DRAFT );

		self::assertStringContainsString( 'Invoice F-1 &lt;b&gt;', $this->box( $order ) );
	}

	public function test_a_finalised_invoice_is_one_document_and_not_two(): void {
		$order = wc_create_order();
		foreach ( [ 'create_invoice', 'validate_invoice' ] as $effect ) {
			$this->row( $order, [ 'effect' => $effect ] + [ 'remote_number' => 'F-1' ] + self::DRAFT );
		}

		self::assertSame( 1, substr_count( $this->box( $order ), '>Invoice F-1<' ) );
	}

	/** A draft that was left to a person, or an invoice that was linked in the place of another. */
	public function test_of_what_is_final_nothing_says_that_it_was_not_made_final(): void {
		$order = wc_create_order();
		$final = [ 'remote_number' => 'F-1' ] + self::DRAFT;
		$left  = [
			'effect' => 'validate_invoice',
			'parent_id' => $this->row( $order, $final ),
			'state' => 'skipped',
			'error_code' => 'step_not_wanted',
		];
		$this->row( $order, $left );

		self::assertStringNotContainsString( 'Finalising', $this->box( $order ) );
		self::assertStringContainsString( 'F-1', $this->box( $order ) );
	}

	public function test_what_a_person_had_made_final_is_not_offered_again_while_sellsy_is_away(): void {
		$order = wc_create_order();
		$draft = $this->row( $order, self::DRAFT );
		$step  = [
			'effect' => 'validate_invoice',
			'parent_id' => $draft,
			'due_at' => gmdate( 'Y-m-d H:i:s', time() + 40 ),
			'attempts' => 1,
			'error_code' => 'sellsy_down',
		];
		$asked = $this->row( $order, [ 'asked' => 1 ] + $step );

		$box = $this->box( $order );
		self::assertStringContainsString( 'Finalising the invoice – Asked for, waiting', $box );
		self::assertStringContainsString( 'Next try: ', $box );
		self::assertStringNotContainsString( "finalise:$draft", $box );

		global $wpdb;
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", [ 'asked' => 0 ], [ 'id' => $asked ] );
		self::assertStringContainsString( "finalise:$draft", $this->box( $order ), 'Nobody has asked for it.' );
	}

	public function test_an_order_that_is_not_placed_yet_has_no_button_that_would_do_nothing(): void {
		$order = new \WC_Order();
		$order->set_status( 'auto-draft' );
		$order->save();

		self::assertStringNotContainsString( 'data-asks=', $this->box( $order ) );
	}

	public function test_what_was_left_out_because_its_kind_is_switched_off_can_be_asked_for_as_its_text_says(): void {
		$order = wc_create_order();
		$this->row(
			$order,
			[
				'effect' => 'create_estimate',
				'state' => 'skipped',
				'error_code' => 'workflow_disabled',
			]
		);

		$box = $this->box( $order );

		self::assertStringContainsString( 'ask for this one document from the order', $box );
		self::assertStringContainsString( 'value="make_now:estimate"', $box );
	}

	public function test_an_invoice_made_by_somebody_else_is_linked_and_not_made_again(): void {
		$order = wc_create_order();
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/?_f=invoiceOverview&id=3' );
		$order->save();

		$box = $this->box( $order );

		self::assertStringContainsString( 'id=3', $box );
		self::assertStringNotContainsString( 'value="make_now:invoice"', $box );
	}

	public function test_a_document_of_ours_is_not_called_one_of_others_while_the_next_of_its_kind_waits(): void {
		$order = wc_create_order();
		$order->update_meta_data(
			'orderinvoicer.creditnote_url',
			'https://www.sellsy.com/?_f=creditNoteOverview&id=78'
		);
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/?_f=invoiceOverview&id=77' );
		$order->save();
		foreach ( [
			[ 'create_invoice', 'invoice', 0, 77 ],
			[ 'create_creditnote', 'creditnote', 501, 78 ],
		] as [ $effect, $type, $refund_id, $remote_id ] ) {
			$this->row(
				$order,
				[
					'effect' => $effect,
					'refund_id' => $refund_id,
					'state' => 'done',
					'remote_type' => $type,
					'remote_id' => $remote_id,
					'remote_number' => 'N-1',
				]
			);
		}
		$this->row(
			$order,
			[
				'effect' => 'create_creditnote',
				'refund_id' => 502,
			]
		);
		$this->row( $order, [ 'revision' => 1 ] );

		self::assertStringNotContainsString( 'outside this plugin', $this->box( $order ) );
	}

	public function test_every_document_of_the_order_is_listed_in_its_sequence(): void {
		$order = wc_create_order();
		foreach ( [ 'creditnote', 'invoice', 'proforma', 'delivery', 'order', 'estimate' ] as $place => $kind ) {
			$this->row(
				$order,
				[
					'effect' => "create_$kind",
					'refund_id' => $kind === 'creditnote' ? 9 : 0,
					'state' => 'done',
					'remote_type' => $kind,
					'remote_id' => 70 + $place,
					'remote_number' => strtoupper( $kind ),
				]
			);
		}

		$box = $this->box( $order );

		self::assertMatchesRegularExpression(
			'/Invoice INVOICE.*Credit note for refund 9.*Credit note CREDITNOTE.*Estimate ESTIMATE.*Sales order ORDER'
				. '.*Delivery note DELIVERY.*Proforma PROFORMA/s',
			$box
		);
		self::assertStringNotContainsString( 'data-asks=', $box );
	}

	public function test_the_valid_invoice_stands_before_one_that_was_cancelled(): void {
		$order = wc_create_order();
		foreach ( [ 'document_cancelled', '' ] as $revision => $problem ) {
			$this->row(
				$order,
				[
					'revision' => $revision,
					'state' => $problem === '' ? 'done' : 'attention',
					'error_code' => $problem,
					'remote_type' => 'invoice',
					'remote_id' => 70 + $revision,
					'remote_number' => "F-$revision",
				]
			);
		}

		self::assertMatchesRegularExpression( '/F-1.*F-0.*cancelled/s', $this->box( $order ) );
	}

	public function test_what_was_done_for_documents_stands_in_one_line_each(): void {
		$order = wc_create_order();
		$this->row(
			$order,
			[
				'effect' => 'record_payment',
				'state' => 'done',
			]
		);
		$id = $this->row(
			$order,
			[
				'effect' => 'send_document',
				'part' => 'invoice',
				'state' => 'attention',
				'error_code' => 'sellsy_down',
			]
		);
		$this->row(
			$order,
			[
				'effect' => 'follow_order',
				'state' => 'done',
			]
		);

		$box = $this->box( $order );

		self::assertMatchesRegularExpression( '~<p>Payment – Done on [^<]+</p>~', $box );
		self::assertStringContainsString( '<p>E-mail to the customer: Invoice – Needs you</p>', $box );
		self::assertStringContainsString( "value=\"retry:$id\"", $box );
		self::assertStringNotContainsString( 'Checking whether', $box );
	}

	public function test_the_list_asks_the_ledger_once_for_all_orders_of_the_page(): void {
		global $wpdb;
		$orders = [ wc_create_order(), wc_create_order(), wc_create_order() ];
		$this->row( $orders[0], [ 'remote_number' => 'F-9' ] + self::DRAFT );
		$this->row( $orders[1], [ 'state' => 'attention' ] );
		apply_filters( 'woocommerce_order_list_table_prepare_items_query_args', [] );
		apply_filters( 'woocommerce_order_query', (object) [ 'orders' => $orders ], [] );
		$before = $wpdb->num_queries;

		$cells = array_map( fn ( \WC_Order $order ): string => $this->cell( $order ), $orders );

		self::assertSame( 1, $wpdb->num_queries - $before );
		self::assertStringContainsString( 'F-9', $cells[0] );
		self::assertStringContainsString( '>Invoice: needs you<', $cells[1] );
		self::assertStringContainsString( 'status-failed', $cells[1] );
		self::assertSame( '', $cells[2] );
	}

	public function test_the_list_says_that_a_draft_could_not_be_finalised(): void {
		$order = wc_create_order();
		$this->row( $order, self::DRAFT );
		$this->row(
			$order,
			[
				'state' => 'attention',
				'effect' => 'validate_invoice',
			]
		);
		// A list of its own: the one that is registered has read its page already.
		$column = ( new AdminObjects() )->get( OrderListColumn::class );
		$column->handle_woocommerce_order_query( (object) [ 'orders' => [ $order ] ] );

		ob_start();
		$column->handle_custom_column( 'orderinvoicer', $order );

		$cell = (string) ob_get_clean();
		self::assertStringContainsString( '>Draft invoice: needs you<', $cell );
		self::assertSame( 1, substr_count( $cell, '<mark' ) );
	}

	public function test_both_lists_have_the_column(): void {
		self::assertArrayHasKey( 'orderinvoicer', apply_filters( 'manage_woocommerce_page_wc-orders_columns', [] ) );
		self::assertArrayHasKey( 'orderinvoicer', apply_filters( 'manage_edit-shop_order_columns', [] ) );
	}

	public function test_what_is_no_sale_is_offered_nothing_and_says_why(): void {
		$order = wc_create_order( [ 'status' => 'cancelled' ] );
		$draft = wc_create_order( [ 'status' => 'failed' ] );
		$this->row( $draft, self::DRAFT );

		$box = $this->box( $order );

		self::assertStringNotContainsString( 'data-asks=', $box . $this->box( $draft ) );
		self::assertSame( 1, substr_count( $box, 'that is no sale, so no document is made of it' ) );
		self::assertStringContainsString( 'change its status first', $box );
	}

	private function cell( \WC_Order $order ): string {
		ob_start();
		do_action( 'manage_woocommerce_page_wc-orders_custom_column', 'orderinvoicer', $order );
		return (string) ob_get_clean();
	}
}
