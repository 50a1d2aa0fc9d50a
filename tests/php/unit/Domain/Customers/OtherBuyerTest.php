<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * The buyer of an order is another one than when its invoice was made: Sellsy sets nothing of one customer against the
 * other's.
 */
final class OtherBuyerTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => Finalise::NOW,
				],
				'payments'   => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->world->order( 1 );
	}

	public function test_a_credit_note_is_for_the_customer_of_its_invoice(): void {
		$this->work();
		$this->other_buyer();
		$this->world->shop->refunds[1] = [
			new RefundSnapshot(
				id: 501,
				amount: Decimal::from_string( '5.00' ),
				lines: [],
				reason: '',
				created_at: $this->world->clock->now(),
				is_paid_back: false
			),
		];
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->due->run( 20 );

		self::assertSame( $this->billed( Effect::CreateInvoice ), $this->billed( Effect::CreateCreditNote, 501 ) );
	}

	public function test_a_credit_note_is_for_the_customer_of_its_invoice_when_the_shop_has_erased_its_buyer(): void {
		$this->work();
		$customers = $this->world->sellsy->customers;

		$this->world->shop->orders[1]  = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[1] ),
				'buyer' => Buyer::erased(),
			]
		);
		$this->world->shop->refunds[1] = [
			new RefundSnapshot(
				id: 501,
				amount: Decimal::from_string( '5.00' ),
				lines: [],
				reason: '',
				created_at: $this->world->clock->now(),
				is_paid_back: false
			),
		];
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->due->run( 20 );

		self::assertSame( $this->billed( Effect::CreateInvoice ), $this->billed( Effect::CreateCreditNote, 501 ) );
		self::assertSame( $customers, $this->world->sellsy->customers );
	}

	public function test_credit_and_reissue_credits_the_one_and_bills_the_other(): void {
		$this->work();
		$this->other_buyer();
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 5 );

		self::assertSame( $this->billed( Effect::CreateInvoice ), $this->billed( Effect::CreateCreditNote ) );
		self::assertNotSame( $this->billed( Effect::CreateInvoice ), $this->billed( Effect::CreateInvoice, 0, 1 ) );
	}

	public function test_the_payment_of_a_changed_draft_is_its_new_customers(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->work();
		$this->other_buyer();
		$this->work();
		$this->world->make_final();
		$this->work();

		self::assertSame(
			[ $this->billed( Effect::CreateInvoice ) ],
			array_column( $this->world->payments->made, 'customer' )
		);
	}

	private function work(): void {
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
	}

	private function other_buyer(): void {
		$order   = $this->world->order( 1, World::buyer( 6, 'autre@example.com', 'Acme SARL' ) );
		$address = new Address(
			name: 'Client Test',
			company: 'Acme SARL',
			line_1: '2 rue de la Paix',
			line_2: '',
			postcode: '75002',
			city: 'Paris',
			state: '',
			country: 'FR'
		);

		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'billing' => $address,
			]
		);
	}

	private function billed( Effect $effect, int $refund_id = 0, int $revision = 0 ): string {
		$id = $this->world->ledger->find_by_key(
			new TaskKey( order_id: 1, effect: $effect, refund_id: $refund_id, part: '', revision: $revision )
		)?->remote_id;
		self::assertGreaterThan( 0, $id );
		return $this->world->sellsy->billed[ $id ?? 0 ];
	}
}
