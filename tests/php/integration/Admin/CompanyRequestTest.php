<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\CompanyRequests\OrderCompanyRequests;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use PHPUnit\Framework\Attributes\Group;

/** What a buyer asked for, in the order box: both totals before anything is pressed, and the two answers. */
#[Group( 'real-woocommerce' )]
final class CompanyRequestTest extends OrderBoxTestCase {

	private \WC_Order $order;

	protected function setUp(): void {
		parent::setUp();
		$this->shop->change_settings( [ 'shopper' => [ 'company_days' => 30 ] ] );
		$this->order = $this->shop->order();
		$this->order->update_status( 'processing' );
		$this->shop->work( $this->order );
		PluginEngine::make()->due_task_runner()->of_order( $this->order->get_id() );
		$data = new CompanyData( 'ACME <b>SARL</b>', '73282932000074', '', 'PO-7' );
		self::assertTrue(
			PluginEngine::make()->ask_for_company()->ask( $this->order->get_id(), $data )
		);
		do_action( ActionSchedulerQueue::HOOK, $this->row()->id );
	}

	public function test_the_box_says_what_was_asked_and_both_totals_and_accepting_asks_first(): void {
		$number = $this->shop->row( $this->order )->remote_number;
		$total  = number_format( (float) $this->order->get_total(), 2, ',', '' ) . "\u{A0}€";
		$box    = $this->box( $this->order );
		foreach ( [
			'Company: ACME &lt;b&gt;SARL&lt;/b&gt;',
			'SIREN or SIRET: 73282932000074',
			'Their order number: PO-7',
			"A credit note takes back all that is left of invoice $number ($total). This cannot be undone.",
			"Then a new invoice is made out to the company: $total. It becomes final as your other invoices do.",
		] as $text ) {
			self::assertStringContainsString( $text, $box );
		}
		self::assertStringNotContainsString( 'payment that this shop recorded', $box, 'None was.' );

		self::assertNotEmpty( self::asks( $box, "accept_company:{$this->row()->id}" ) );
		$this->press( $this->order, "accept_company:{$this->row()->id}" );
		self::assertSame( TaskState::Done, $this->row()->state );
		$order = wc_get_order( $this->order->get_id() );
		self::assertInstanceOf( \WC_Order::class, $order );
		self::assertSame( 'ACME <b>SARL</b>', $order->get_billing_company() );
		self::assertCount( 2, $this->shop->sandbox->state()['invoices'] );
		self::assertCount( 1, $this->shop->sandbox->state()['credit_notes'] );
	}

	public function test_refusing_needs_a_reason(): void {
		$act = "refuse_company:{$this->row()->id}";
		$this->press( $this->order, $act );
		self::assertSame( TaskState::Attention, $this->row()->state );
		$this->press( $this->order, $act, ' La commande   est payée par vous. ' );
		self::assertSame( TaskState::Skipped, $this->row()->state );
		$order = wc_get_order( $this->order->get_id() );
		self::assertInstanceOf( \WC_Order::class, $order );
		self::assertSame( 'La commande est payée par vous.', OrderCompanyRequests::of( $order )?->refusal );
		self::assertStringNotContainsString( 'refuse_company', $this->box( $this->order ) );
		self::assertSame( '', $order->get_billing_company() );
	}

	private function row(): Task {
		return $this->shop->find( $this->order, Effect::ChangeCompany, '1' ) ?? self::fail( 'No row.' );
	}
}
