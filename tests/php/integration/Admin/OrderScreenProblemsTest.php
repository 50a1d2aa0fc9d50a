<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Wiring\Adapters;

/** What stopped or waits, as the box of an order tells it. */
final class OrderScreenProblemsTest extends OrderScreenTestCase {

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
		self::assertSame( [], self::asks( $this->box( $order ), "retry:$id" ) );

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );

		$asks = fn (): string => implode( ' ', self::asks( $this->box( $order ), "retry:$id" ) ?? [] );
		self::assertStringContainsString( 'Alpha SAS: 120,00', $asks() );

		global $wpdb;
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", [ 'remote_number' => 'F-1' ], [ 'id' => $id ] );
		self::assertStringNotContainsString( 'Alpha SAS', $asks(), 'It is final already.' );
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
			'/000,25.*000,00.*0,25/',
			implode( ' ', self::asks( $this->box( $order ), "accept_rounding:$id:0.25" ) ?? [] )
		);
	}

	public function test_several_customers_are_a_choice(): void {
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

		self::assertStringContainsString( "value=\"choose_customer:$id\"", $box );
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

		self::assertSame( 1, substr_count( $box, 'data-asks=' ) );
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

		self::assertStringContainsString( 'Nothing to do, and nothing is lost: what waits', $box );
		self::assertSame( 0, substr_count( $box, 'data-asks=' ) );
	}

	/** What Sellsy does not answer for is said once, with since when, whatever each row last heard. */
	public function test_that_sellsy_does_not_answer_is_said_once_with_since_when(): void {
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'enabled' => false ] ] );
		$order = wc_create_order();
		$this->row( $order, [ 'error_code' => 'not_sent' ] );
		$this->row( $order, [ 'error_code' => 'sellsy_down' ] + [ 'effect' => 'create_proforma' ] );
		$since = new \DateTimeImmutable( '2026-12-01T10:00:00Z' );
		$pause = new Pause( new Problem( ProblemCode::SellsyDown ), $since, null );
		( new Adapters( $GLOBALS['wpdb'] ) )->pauses()->begin( $pause );

		$box = $this->box( $order );

		self::assertSame( 1, substr_count( $box, 'Sellsy has not answered since 1 December 2026 11:00.' ) );
		self::assertStringNotContainsString( 'when it was last asked', $box );
		self::assertStringNotContainsString( 'could not be reached', $box );
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
		( new Adapters( $GLOBALS['wpdb'] ) )->pauses()->begin(
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
}
