<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wording\ActText;

/** The button of the order box, and what the screens say then. */
final class DoneByHandTest extends IntegrationTestCase {

	use DrawnBox;

	private \WC_Order $order;
	private int $row;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		if ( ! $this->is_standin() ) {
			require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		}
		$this->sign_in_as_admin();
		$this->order = wc_create_order( [ 'status' => 'processing' ] );
		$this->row   = $this->stopped();
	}

	public function test_a_row_that_stopped_has_the_button_and_is_left_alone_once_it_is_pressed(): void {
		self::assertStringContainsString( "value=\"done_by_hand:{$this->row}\"", $this->box() );

		$this->press( "done_by_hand:{$this->row}" );

		$box = $this->box();
		self::assertStringNotContainsString( 'done_by_hand:', $box );
		self::assertStringContainsString( 'Somebody did this by hand at Sellsy, so it is left alone.', $box );
		self::assertMatchesRegularExpression(
			'/value="make_now:invoice:by_hand"[^>]*>Make it all the same: Invoice</',
			$box,
			'A person may still ask for it.'
		);
		self::assertStringContainsString( '<span>Invoice: done by hand</span>', $this->cell() );
		self::assertStringContainsString( 'it will be there twice', $box, 'A draft is one too many as well.' );
	}

	public function test_the_box_asks_what_the_log_asks(): void {
		self::assertSame(
			[ ( new ActText() )->warning( RowAct::DoneByHand ) ],
			self::asks( $this->box(), "done_by_hand:{$this->row}" )
		);
	}

	public function test_a_credit_note_made_by_hand_is_not_retried_by_a_slip(): void {
		$row = $this->stopped( 'create_creditnote', 7 );
		self::assertMatchesRegularExpression( "/value=\"retry:$row\"[^>]*>Retry</", $this->box() );
		$this->press( "done_by_hand:$row" );
		self::assertMatchesRegularExpression( "/value=\"retry:$row:by_hand\"[^>]*>Do it all the same</", $this->box() );
	}

	public function test_its_refunds_are_a_persons_too(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in makes no refunds.' );
		}
		$this->order->set_total( '12.00' );
		$this->order->save();
		wc_create_refund(
			[
				'order_id' => $this->order->get_id(),
				'amount'   => '4.00',
			]
		);
		$this->order = wc_get_order( $this->order->get_id() );
		self::assertStringNotContainsString( 'make the credit note by hand', $this->box() );

		$this->press( "done_by_hand:{$this->row}" );
		self::assertStringContainsString( 'make the credit note by hand at Sellsy too.', $this->box() );
	}

	public function test_a_document_that_is_gone_is_not_made_again_once_a_person_says_so(): void {
		$this->change( 'document_gone', '{"id":77}', '' );
		$box = $this->box();
		self::assertMatchesRegularExpression( "/value=\"leave_out:{$this->row}\"[^>]*>Do not make it again</", $box );
		self::assertStringContainsString( "done_by_hand:{$this->row}", $box );

		$this->press( "leave_out:{$this->row}" );
		$box = $this->box();
		self::assertStringContainsString(
			'The document was deleted at Sellsy on purpose, so it is not made again.',
			$box
		);
		self::assertMatchesRegularExpression(
			'/value="make_now:invoice:by_hand"[^>]*>Make it all the same: Invoice</',
			$box,
			'A person may still ask for it.'
		);
		self::assertStringContainsString( '<span>Invoice: left out</span>', $this->cell() );
	}

	public function test_one_that_was_cancelled_is_named_and_not_said_to_be_deleted(): void {
		$this->change( 'document_cancelled', '{"id":77,"kind":"invoice","number":"F-1"}', 'F-1' );
		$this->press( "leave_out:{$this->row}" );
		$box = $this->box();
		self::assertStringContainsString( 'F-1 was cancelled at Sellsy on purpose, so it is not made again.', $box );
		self::assertStringContainsString( 'Make it all the same: Invoice', $box );
	}

	public function test_an_invoice_that_differs_in_no_amount_may_be_kept(): void {
		$this->change(
			'differs_from_order',
			'{"kind":"invoice","order_total":"12.00","document_total":"12.00","number":"F-1","order":"seen"}',
			'F-1'
		);
		$box = $this->box();
		self::assertMatchesRegularExpression( "/value=\"keep:{$this->row}\"[^>]*>Keep the invoice as it is</", $box );
		self::assertStringContainsString( 'keep it as it is', $box );
		self::assertStringNotContainsString( 'value="retry:', $box );

		$this->press( "keep:{$this->row}" );
		self::assertStringContainsString( "keep:{$this->row}", $this->box(), 'It was edited once more.' );

		$this->change(
			'differs_from_order',
			'{"kind":"invoice","order_total":"13.00","document_total":"12.00","number":"F-1","order":"seen"}',
			'F-1'
		);
		self::assertStringNotContainsString( 'keep', $this->box() );
	}

	public function test_the_invoice_of_a_credit_note_without_its_refund_is_issued_anew_by_name(): void {
		global $wpdb;
		$table     = "{$wpdb->prefix}orderinvoicer_sync";
		$invoice   = $this->row;
		$this->row = $this->stopped( 'create_creditnote', 7 );
		$made      = [
			'state'         => 'done',
			'error_code'    => '',
			'remote_type'   => 'invoice',
			'remote_id'     => 900,
			'remote_number' => 'F-1',
		];
		$wpdb->update( $table, $made, [ 'id' => $invoice ] );
		$wpdb->update( $table, [ 'parent_id' => $invoice ], [ 'id' => $this->row ] );
		$this->change( 'refund_undone', '{"number":"A-1"}', 'A-1' );
		self::assertMatchesRegularExpression(
			"/value=\"reissue:{$this->row}\"[^>]*>Credit and re-issue the invoice \\(cannot be undone\\)</",
			$this->box()
		);

		$this->change( 'refund_undone', '{"number":""}', '' );
		self::assertStringNotContainsString( 'reissue:', $this->box() );
		self::assertStringContainsString( 'delete that draft in Sellsy', $this->box() );
	}

	private function change( string $code, string $facts, string $number ): void {
		global $wpdb;
		$wpdb->update(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'error_code'    => $code,
				'error_message' => $facts,
				'remote_type'   => 'invoice',
				'remote_id'     => 77,
				'remote_number' => $number,
			],
			[ 'id' => $this->row ]
		);
	}

	private function stopped( string $effect = 'create_invoice', int $refund_id = 0 ): int {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'order_id'      => $this->order->get_id(),
				'effect'        => $effect,
				'refund_id'     => $refund_id,
				'state'         => 'attention',
				'error_code'    => 'tax_split_unknown',
				'error_message' => '{"line":"Mug"}',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
			]
		);
		return (int) $wpdb->insert_id;
	}

	private function press( string $button ): void {
		self::press_at( $this->order->get_id(), $button );
	}

	private function box(): string {
		ob_start();
		( new AdminObjects() )->get( OrderBox::class )->render( $this->order );
		return self::drawn( (string) ob_get_clean() );
	}

	private function cell(): string {
		$column = ( new AdminObjects() )->get( OrderListColumn::class );
		$column->handle_woocommerce_order_query( (object) [ 'orders' => [ $this->order ] ] );
		ob_start();
		$column->handle_custom_column( 'orderinvoicer', $this->order );
		return (string) ob_get_clean();
	}
}
