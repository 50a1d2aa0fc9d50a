<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OrderActions;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Foundation;

/** The box and the list column as the plugin puts them together, over rows written straight into the ledger. */
final class OrderScreenTest extends IntegrationTestCase {

	private const DRAFT = [
		'state'       => 'done',
		'remote_type' => 'invoice',
		'remote_id'   => 77,
	];

	/** The test process is no admin request, in which the plugin registers them itself. */
	public static function setUpBeforeClass(): void {
		foreach ( PluginEngine::admin() as $screen ) {
			if (
				$screen instanceof OrderBox
				|| $screen instanceof OrderActions
				|| $screen instanceof OrderListColumn
			) {
				$screen->register();
			}
		}
	}

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		if ( ! $this->is_standin() ) {
			require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		}
		$this->sign_in_as_admin();
	}

	public function test_an_order_without_documents_offers_to_sync_it(): void {
		$box = $this->box( wc_create_order() );

		self::assertStringContainsString( 'no document', $box );
		self::assertMatchesRegularExpression( '/value="make_now:invoice"[^>]*>Create now: Invoice</', $box );
	}

	public function test_a_draft_is_linked_and_can_be_made_final(): void {
		$order = wc_create_order();
		$id    = $this->row( $order, self::DRAFT );

		$box = $this->box( $order );

		self::assertStringContainsString( 'id=77', $box );
		self::assertStringContainsString( 'Draft invoice', $box );
		self::assertSame( 1, substr_count( $box, 'name="act"' ) );
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

	public function test_a_problem_is_told_in_words_and_can_be_tried_again(): void {
		$order = wc_create_order();
		$id    = $this->row(
			$order,
			[
				'state' => 'attention',
				'error_code' => 'tax_unmapped',
				'error_message' => '{"rate_id":1,"rate_label":"TVA <20>","percent":"20"}',
			]
		);

		$box = $this->box( $order );

		self::assertStringContainsString( 'TVA &lt;20&gt;', $box );
		self::assertStringContainsString( "value=\"retry:$id\"", $box );
		self::assertStringNotContainsString( 'TVA <20>', $box );
	}

	public function test_to_try_again_asks_where_the_invoice_becomes_final_by_it(): void {
		$order = wc_create_order();
		$order->set_billing_company( 'Alpha SAS' );
		$order->set_total( '120' );
		$order->save();
		$stopped = [
			'state' => 'attention',
			'error_code' => 'tax_unmapped',
			'error_message' => '{"rate_id":1,"rate_label":"TVA","percent":"20"}',
		];
		$id      = $this->row( $order, $stopped );
		self::assertDoesNotMatchRegularExpression(
			"/value=\"retry:$id\"[^>]*data-question/",
			$this->box( $order )
		);

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );

		$asking = "/value=\"retry:$id\"[^>]*data-question=\"[^\"]*Alpha SAS: 120,00/";
		self::assertMatchesRegularExpression( $asking, $this->box( $order ) );

		global $wpdb;
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", [ 'remote_number' => 'F-1' ], [ 'id' => $id ] );
		self::assertDoesNotMatchRegularExpression( $asking, $this->box( $order ), 'It is final already.' );
	}

	public function test_a_rounding_over_the_limit_is_accepted_beside_both_totals(): void {
		$order = $this->order_worth( '3000.25' );
		$id    = $this->row(
			$order,
			[
				'state' => 'attention',
				'error_code' => 'rounding_over_cap',
				'error_message' =>
					'{"amount":"0.25","cap":"0.05","order_total":"3000.25","document_total":"3000.00"}',
			]
		);

		self::assertMatchesRegularExpression(
			"/value=\"accept_rounding:$id:0.25\"[^>]*data-question=\"[^\"]*000,25[^\"]*000,00[^\"]*0,25/",
			$this->box( $order )
		);
	}

	public function test_several_customers_are_fetched_only_when_asked_for(): void {
		$order = wc_create_order();
		$id    = $this->row(
			$order,
			[
				'state' => 'attention',
				'error_code' => 'several_customers',
				'error_message' => '{"candidates":"[]"}',
			]
		);

		$box = $this->box( $order );

		self::assertStringContainsString( "orderinvoicer_candidates=$id", $box );
		self::assertStringNotContainsString( 'type="radio"', $box );
	}

	public function test_a_refund_of_an_invoiced_order_asks_for_a_credit_note(): void {
		$order = wc_create_order();
		$order->set_total( '10' );
		$order->save();
		$this->row( $order, self::DRAFT );
		self::assertStringNotContainsString( 'Credit notes are switched off', $this->box( $order ) );

		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '4',
			]
		);

		self::assertStringContainsString(
			'Credit notes are switched off: make one by hand',
			$this->box( wc_get_order( $order->get_id() ) )
		);
	}

	public function test_a_credit_note_can_be_previewed_once_there_is_an_invoice(): void {
		wp_dequeue_script( 'orderinvoicer-order-box' );
		$order = $this->order_worth( '10' );
		self::assertStringNotContainsString( 'data-order="{', $this->box( $order ) );
		self::assertStringNotContainsString( 'A credit note can be previewed once', $this->box( $order ) );
		$order->set_date_paid( time() );
		$order->save();
		self::assertStringContainsString( 'A credit note can be previewed once', $this->box( $order ) );
		self::assertFalse( wp_script_is( 'orderinvoicer-order-box' ) );

		$this->row( $order, self::DRAFT );

		self::assertSame(
			[
				'order_id'   => $order->get_id(),
				'currency'   => $order->get_currency(),
				'refundable' => true,
				'refunds'    => [],
			],
			$this->previewable( $order )
		);
		self::assertTrue( wp_script_is( 'orderinvoicer-order-box' ) );
		self::assertStringNotContainsString( 'can be previewed once', $this->box( $order ) );
	}

	public function test_refunds_without_a_credit_note_can_be_previewed_too(): void {
		$order   = $this->order_worth( '10' );
		$refunds = array_map(
			static fn ( string $amount ): \WC_Order_Refund => wc_create_refund(
				[
					'order_id' => $order->get_id(),
					'amount'   => $amount,
				]
			),
			[ '1', '2', '3', '4' ]
		);
		$this->row( $order, self::DRAFT );
		$of = static fn ( int $refund ): array => [
			'effect'    => 'create_creditnote',
			'refund_id' => $refunds[ $refund ]->get_id(),
		];
		$this->row(
			$order,
			$of( 0 ) + [
				'state' => 'done',
				'remote_type' => 'creditnote',
				'remote_id' => 78,
			]
		);
		$this->row(
			$order,
			$of( 1 ) + [
				'state' => 'skipped',
				'error_code' => 'refund_in_draft',
			]
		);
		$this->row( $order, $of( 2 ) + [ 'state' => 'attention' ] );

		$shown = $this->previewable( wc_get_order( $order->get_id() ) );

		self::assertFalse( $shown['refundable'] );
		self::assertSame( [ $refunds[2]->get_id(), $refunds[3]->get_id() ], array_column( $shown['refunds'], 'id' ) );
		self::assertEquals( [ 3, 4 ], array_column( $shown['refunds'], 'amount' ) );
	}

	/** @return array<string, mixed> what the script is given. */
	private function previewable( \WC_Order $order ): array {
		self::assertSame( 1, preg_match( '/data-order="([^"]+)"/', $this->box( $order ), $found ) );
		return json_decode( html_entity_decode( $found[1] ), true, 512, JSON_THROW_ON_ERROR );
	}

	private function order_worth( string $total ): \WC_Order {
		$order = wc_create_order();
		$order->set_total( $total );
		$order->save();
		return $order;
	}

	public function test_a_refund_of_what_another_program_invoiced_says_that_a_credit_note_is_due(): void {
		update_option( 'orderinvoicer_settings', [ 'creditnote' => [ 'enabled' => true ] ] );
		$order = $this->order_worth( '20' );
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/?_f=invoiceOverview&id=3' );
		$order->save();
		self::assertStringNotContainsString( 'a credit note is due', $this->box( $order ) );
		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5',
			]
		);
		self::assertStringContainsString( 'a credit note is due', $this->box( wc_get_order( $order->get_id() ) ) );
	}

	public function test_an_order_that_is_not_placed_yet_has_no_button_that_would_do_nothing(): void {
		$order = new \WC_Order();
		$order->set_status( 'auto-draft' );
		$order->save();

		self::assertStringNotContainsString( 'name="act"', $this->box( $order ) );
	}

	public function test_an_invoice_that_is_tried_again_has_one_button(): void {
		$order = wc_create_order();
		$this->row(
			$order,
			[
				'attempts' => 2,
				'error_code' => 'not_sent',
			]
		);

		$box = $this->box( $order );

		self::assertSame( 1, substr_count( $box, 'name="act"' ) );
		self::assertStringContainsString( 'value="make_now:invoice"', $box );
	}

	/** Nothing to do, says the row: then nothing is offered. */
	public function test_an_invoice_that_waits_for_sellsy_has_no_button(): void {
		$order = wc_create_order();
		$this->row(
			$order,
			[
				'attempts' => 2,
				'error_code' => 'sellsy_down',
			]
		);

		$box = $this->box( $order );

		self::assertStringContainsString( 'Nothing to do: it is tried again by itself', $box );
		self::assertSame( 0, substr_count( $box, 'name="act"' ) );
	}

	public function test_a_cancelled_order_whose_invoice_stands_says_what_can_be_done(): void {
		$order   = wc_create_order( [ 'status' => 'cancelled' ] );
		$invoice = $this->row( $order, [ 'remote_number' => 'F-1' ] + self::DRAFT );
		$says    = 'This order is cancelled, but its invoice is not credited in full';

		self::assertStringContainsString( $says, $this->box( $order ) );

		$this->row(
			$order,
			[
				'effect' => 'create_creditnote',
				'state' => 'done',
				'parent_id' => $invoice,
				'remote_type' => 'creditnote',
				'remote_id' => 78,
				'remote_number' => 'A-1',
			]
		);
		self::assertStringNotContainsString( $says, $this->box( $order ) );
	}

	/** Nobody is told to enter it a second time while its credit note is on its way, or stopped. */
	public function test_a_cancelled_order_with_a_refund_of_all_asks_for_no_other(): void {
		update_option( 'orderinvoicer_settings', [ 'creditnote' => [ 'enabled' => true ] ] );
		$order = wc_create_order( [ 'status' => 'cancelled' ] );
		$order->set_total( '12.00' );
		$order->save();
		$this->row( $order, [ 'remote_number' => 'F-1' ] + self::DRAFT );
		self::assertStringContainsString( 'refund what is left', $this->box( $order ) );

		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '12.00',
			]
		);
		$order = wc_get_order( $order->get_id() );
		$order->set_status( 'cancelled' );
		$order->save();
		self::assertStringNotContainsString( 'refund what is left', $this->box( $order ) );
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

	public function test_an_invoice_that_is_issued_anew_is_retried_and_not_asked_for_as_the_first(): void {
		$order = wc_create_order();
		$this->row( $order, [ 'remote_number' => 'F-1' ] + self::DRAFT );
		$id = $this->row(
			$order,
			[
				'revision' => 1,
				'attempts' => 1,
				'error_code' => 'not_sent',
			]
		);

		$box = $this->box( $order );

		self::assertStringContainsString( "value=\"retry:$id\"", $box );
		self::assertStringNotContainsString( 'value="make_now:invoice"', $box );
	}

	public function test_why_everything_waits_is_said(): void {
		$order = wc_create_order();
		$this->row( $order, [] );
		self::assertStringNotContainsString( 'not connected', $this->box( $order ) );

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'enabled' => true ] ] );

		self::assertStringContainsString( 'not connected', $this->box( $order ) );
	}

	public function test_a_right_that_only_another_kind_of_work_lacks_is_not_said_of_this_order(): void {
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'enabled' => false ] ] );
		$blocked = new Problem(
			ProblemCode::AccountBlocked,
			[
				'status' => 403,
				'scope'  => 'credit-notes.write',
				'route'  => 'POST /credit-notes',
			]
		);
		( new Foundation( $GLOBALS['wpdb'] ) )->pauses()->begin(
			new Pause(
				problem: $blocked,
				since: new \DateTimeImmutable(),
				until: new \DateTimeImmutable( '+5 minutes' ),
				only: Effect::CreateCreditNote
			)
		);
		$order = wc_create_order();
		$this->row( $order, [] );
		self::assertStringNotContainsString( 'does not allow', $this->box( $order ) );

		$this->row(
			$order,
			[
				'effect' => 'create_creditnote',
				'refund_id' => 9,
			]
		);

		self::assertStringContainsString(
			'the privilege &quot;Facturation / Créer des avoirs&quot; of its person',
			$this->box( $order )
		);
	}

	public function test_a_wrong_number_of_the_buyer_is_said(): void {
		$order = wc_create_order();
		$order->update_meta_data( '_orderinvoicer_siret', '73282932000074' );
		self::assertStringNotContainsString( 'SIRET', $this->box( $order ) );

		$order->update_meta_data( '_orderinvoicer_siret', '73282932000075' );

		self::assertStringContainsString(
			'SIREN or SIRET &quot;73282932000075&quot; is not used. This SIREN or SIRET cannot be right',
			$this->box( $order )
		);
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

	public function test_only_the_invoice_that_was_seen_is_issued_anew(): void {
		$order = wc_create_order();
		$id    = $this->row(
			$order,
			[
				'state' => 'attention',
				'remote_type' => 'invoice',
				'remote_id' => 77,
				'remote_number' => 'F-1',
				'error_code' => 'differs_from_order',
				'error_message' => '{}',
			]
		);

		self::assertStringContainsString( "value=\"reissue:$id\"", $this->box( $order ) );
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
			'/Estimate ESTIMATE.*Sales order ORDER.*Delivery note DELIVERY.*Proforma PROFORMA.*Invoice INVOICE.*Credit'
				. ' note for refund 9.*Credit note CREDITNOTE/s',
			$box
		);
		self::assertStringNotContainsString( 'name="act"', $box );
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

	public function test_every_kind_that_is_switched_on_can_be_asked_for(): void {
		update_option(
			'orderinvoicer_settings',
			[
				'estimate'   => [ 'enabled' => true ],
				'creditnote' => [ 'enabled' => true ],
			]
		);
		$order = wc_create_order();
		$order->update_meta_data( 'orderinvoicer.delivery_url', 'https://www.sellsy.com/?_f=deliveryOverview&id=3' );
		$order->save();

		$box = $this->box( $order );

		preg_match_all( '/value="(make_now:[^"]+)"/', $box, $offered );
		self::assertSame( [ 'make_now:estimate', 'make_now:invoice' ], $offered[1] );
		self::assertStringContainsString( 'deliveryOverview', $box );
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

	public function test_a_button_needs_the_right_to_edit_orders_and_a_nonce_of_this_order(): void {
		$order = wc_create_order();
		add_filter(
			'wp_die_handler',
			$die = static fn (): \Closure =>
				static fn ( mixed $message, mixed $title, mixed $args ) => throw new \RuntimeException( 'died' )
		);
		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'act'      => 'make_now:invoice',
		];
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . ( $order->get_id() + 1 ) ) ];
		self::assertSame( 'died', $this->post() );

		wp_set_current_user(
			wp_insert_user(
				[
					'user_login' => 'shopper',
					'user_pass' => 'secret',
					'role' => 'customer',
				]
			)
		);
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		self::assertSame( 'died', $this->post() );

		$this->sign_in_as_admin();
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		add_filter(
			'map_meta_cap',
			$not_this = static fn ( array $caps, string $cap ): array =>
				$cap === 'edit_post' ? [ 'do_not_allow' ] : $caps,
			10,
			2
		);
		self::assertSame( 'died', $this->post() );

		remove_filter( 'map_meta_cap', $not_this );
		remove_filter( 'wp_die_handler', $die );
		$_REQUEST = [];
	}

	public function test_a_button_that_fails_says_so_on_the_next_screen(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in has no order screen.' );
		}
		require_once WC_ABSPATH . 'includes/admin/class-wc-admin-meta-boxes.php';
		$order    = wc_create_order();
		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'act'      => 'make_now:invoice',
		];
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		add_filter( 'wp_redirect', '__return_false' );
		add_filter(
			'woocommerce_order_get_billing_first_name',
			$fail = static fn () => throw new \LogicException( 'another plugin' )
		);

		self::assertSame( 'done', $this->post() );

		$said = new \ReflectionProperty( \WC_Admin_Meta_Boxes::class, 'meta_box_errors' );
		self::assertStringContainsString( 'this failed unexpectedly', implode( ' ', $said->getValue() ) );
		$said->setValue( null, [] );
		remove_filter( 'woocommerce_order_get_billing_first_name', $fail );
		remove_filter( 'wp_redirect', '__return_false' );
		$_POST    = [];
		$_REQUEST = [];
	}

	public function test_what_is_no_sale_is_offered_nothing_and_says_why(): void {
		$order = wc_create_order( [ 'status' => 'cancelled' ] );
		$draft = wc_create_order( [ 'status' => 'failed' ] );
		$this->row( $draft, self::DRAFT );

		$box = $this->box( $order );

		self::assertStringNotContainsString( 'name="act"', $box . $this->box( $draft ) );
		self::assertSame( 1, substr_count( $box, 'that is no sale, so no document is made of it' ) );
		self::assertStringContainsString( 'change its status first', $box );
	}

	public function test_a_draft_that_needs_somebody_is_not_said_to_go_on_by_itself_in_the_next_line(): void {
		$order = wc_create_order( [ 'status' => 'cancelled' ] );
		$this->row(
			$order,
			[
				'state' => 'attention',
				'error_code' => 'draft_to_delete',
				'error_message' => '{"id":77}',
				'remote_type' => 'invoice',
				'remote_id' => 77,
			]
		);
		$this->row(
			$order,
			[
				'effect' => 'validate_invoice',
				'state' => 'skipped',
				'error_code' => 'waits_for_document',
				'error_message' => '{"for":"own_row"}',
			]
		);

		$box = $this->box( $order );

		self::assertStringContainsString( 'Needs you', $box );
		self::assertStringNotContainsString( 'Left out', $box );
		self::assertStringNotContainsString( 'goes on by itself', $box );
	}

	public function test_what_becomes_final_asks_first_with_kind_customer_and_total(): void {
		update_option(
			'orderinvoicer_settings',
			[
				'invoice' => [
					'enabled'    => true,
					'finalise'   => 'at_once',
					'start_date' => '2090-01-01',
				],
			]
		);
		$order = $this->order_worth( '120' );
		$order->set_billing_company( 'Alpha <SAS>' );
		$order->save();

		self::assertSame(
			[
				"Invoice for Alpha <SAS>: 120,00\u{00A0}€.",
				'No payment of this order is known.',
				'The order is older than the start date, 2090-01-01.',
				'Sellsy gives it its number at once. It is there to stay: a mistake is put right by a further document,'
					. ' such as a credit note.',
			],
			$this->question( $this->box( $order ), 'make_now:invoice' )
		);
		self::assertTrue( wp_script_is( 'orderinvoicer-order-box' ) );

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$draft = wc_create_order();
		$id    = $this->row( $draft, self::DRAFT );
		self::assertSame( [], $this->question( $this->box( $order ), 'make_now:invoice' ) );
		self::assertStringStartsWith(
			'Invoice for nobody',
			$this->question( $this->box( $draft ), "finalise:$id" )[0] ?? ''
		);
	}

	/** No mistake is put right by "a credit note, for example": it is one. */
	public function test_a_credit_note_that_becomes_final_speaks_of_itself(): void {
		$order = $this->order_worth( '120' );
		$row   = $this->row(
			$order,
			[
				'effect' => 'create_creditnote',
				'state' => 'done',
				'remote_type' => 'creditnote',
				'remote_id' => 78,
			]
		);

		$asks = $this->question( $this->box( $order ), "finalise:$row" );

		self::assertSame(
			'Sellsy gives it its number at once. It is there to stay, and takes its amount off the invoice for good.',
			end( $asks )
		);
	}

	public function test_what_was_done_by_hand_is_not_made_final_after_all_without_asking(): void {
		$order = $this->order_worth( '120' );
		$order->set_billing_company( '---' );
		$order->set_billing_first_name( 'Zoé' );
		$order->set_billing_last_name( 'Roy' );
		$order->save();
		$id = $this->row(
			$order,
			[
				'effect'       => 'validate_invoice',
				'state'        => 'skipped',
				'error_code' => 'done_by_hand',
			]
		);
		self::assertSame(
			[
				"Invoice for Zoé Roy: 120,00\u{00A0}€.",
				'No payment of this order is known.',
				'Sellsy gives it its number at once. It is there to stay: a mistake is put right by a further document,'
					. ' such as a credit note.',
			],
			$this->question( $this->box( $order ), "retry:$id:by_hand" )
		);
	}

	public function test_without_an_answer_nothing_becomes_final_and_the_page_asks(): void {
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		$order    = $this->order_worth( '120' );
		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'act'      => 'make_now:invoice',
		];
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		$went     = [];
		add_filter(
			'wp_redirect',
			$stay = static function ( string $url ) use ( &$went ): bool {
				$went[] = $url;
				return false;
			}
		);

		$this->post();
		self::assertStringContainsString( 'orderinvoicer_ask=make_now:invoice', rawurldecode( $went[0] ?? '' ) );
		self::assertStringContainsString( 'no document', $this->box( $order ) );

		$_GET = [ 'orderinvoicer_ask' => 'make_now:invoice' ];
		$box  = $this->box( $order );
		self::assertStringContainsString( 'name="confirmed" value="make_now:invoice"', $box );
		self::assertStringContainsString( '120,00', $box );

		$_POST['confirmed'] = 'make_now:invoice';
		$this->post();
		self::assertStringNotContainsString( 'orderinvoicer_ask', $went[1] ?? '' );
		self::assertStringNotContainsString( 'no document', $this->box( $order ) );
		remove_filter( 'wp_redirect', $stay );
		$_GET     = [];
		$_POST    = [];
		$_REQUEST = [];
	}

	public function test_a_credit_note_is_previewed_only_where_an_invoice_stands(): void {
		$waiting = $this->order_worth( '10' );
		$this->row( $waiting, [ 'attempts' => 1 ] );
		$deleted = $this->order_worth( '10' );
		$this->row(
			$deleted,
			[
				'state' => 'attention',
				'error_code' => 'document_gone',
				'remote_type' => 'invoice',
				'remote_id' => 77,
			]
		);

		self::assertStringNotContainsString(
			'data-order="{',
			$this->box( $waiting ) . $this->box( $deleted )
		);
	}

	/** @return list<string> what the dialog asks before that button works. */
	private function question( string $box, string $act ): array {
		$found = preg_match(
			'/value="' . preg_quote( $act, '/' ) . '" formnovalidate(?: data-question="([^"]+)")?>/',
			$box,
			$parts
		);
		self::assertSame( 1, $found );
		return json_decode( html_entity_decode( $parts[1] ?? '[]', ENT_QUOTES ), true, 512, JSON_THROW_ON_ERROR );
	}

	private function post(): string {
		try {
			do_action( 'admin_post_orderinvoicer_order' );
			return 'done';
		} catch ( \RuntimeException $stopped ) {
			return $stopped->getMessage();
		}
	}

	private function box( \WC_Order $order ): string {
		$screen = wc_get_page_screen_id( 'shop-order' );
		set_current_screen( $screen );
		do_action( 'add_meta_boxes', $screen, $order );
		$box = $GLOBALS['wp_meta_boxes'][ $screen ]['side']['default']['orderinvoicer-order'];
		ob_start();
		call_user_func( $box['callback'], $order );
		return (string) ob_get_clean();
	}

	private function cell( \WC_Order $order ): string {
		ob_start();
		do_action( 'manage_woocommerce_page_wc-orders_custom_column', 'orderinvoicer', $order );
		return (string) ob_get_clean();
	}

	/** @param array<string, string|int> $columns */
	private function row( \WC_Order $order, array $columns ): int {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			$columns + [
				'order_id'   => $order->get_id(),
				'effect'     => 'create_invoice',
				'due_at'     => $now,
				'created_at' => $now,
				'updated_at' => $now,
			]
		);
		self::assertSame( '', $wpdb->last_error );
		return $wpdb->insert_id;
	}
}
