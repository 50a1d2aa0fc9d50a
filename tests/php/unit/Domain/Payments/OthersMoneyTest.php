<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Payments\LostPayments;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * An order that waits for its money has a final invoice, and the owner recorded a payment in Sellsy on a sales order.
 *
 * @assumes payment-lowers-due
 */
final class OthersMoneyTest extends TestCase {

	/** Nothing was made of another sale yet: whether its payment would be used up there, nobody has seen. */
	public function test_what_was_paid_for_another_sale_shows_nothing(): void {
		$world   = $this->invoiced( [] );
		$invoice = $this->made( $world, Effect::CreateInvoice );
		$another = $world->sellsy->next_id();

		$world->sellsy->documents[ $another ] = new RemoteDocument(
			...[
				...get_object_vars( $invoice ),
				'id'   => $another,
				'kind' => DocumentKind::Order,
			]
		);
		$world->sellsy->billed[ $another ]    = $world->sellsy->billed[ $invoice->id ];
		$world->newest_payments->by_hand( $another, '5' );
		$this->pay( $world );

		self::assertSame( 1, $world->sellsy->count( 'payments_of_customer' ) );
		self::assertSame( [], $world->observations->seen );
	}

	public function test_what_was_paid_on_its_own_sales_order_is_used_up_there(): void {
		$world = $this->invoiced( [ 'order' => [ 'enabled' => true ] ] );
		$world->newest_payments->by_hand( $this->made( $world, Effect::CreateOrder )->id, '5' );
		$this->pay( $world );

		self::assertSame( [ 'payment-lowers-due' => 'as assumed: used' ], $world->observations->seen );
	}

	/** Banks take days: it is looked at every six hours, never less often. */
	public function test_a_payment_that_is_not_confirmed_is_awaited(): void {
		$world = $this->invoiced( [] );
		$world->newest_payments->by_hand( $this->made( $world, Effect::CreateInvoice )->id, '12', is_confirmed: false );
		$this->pay( $world );
		for ( $try = 1; $try <= 3; $try++ ) {
			$row = $world->ledger->find_by_key( new TaskKey( 1, Effect::RecordPayment ) );
			self::assertSame( 'pending_payment', $row?->problem?->fact( 'for' ) );
			self::assertSame( 6 * 3600, Row::wait( $row ) );
			$world->clock->advance( 6 * 3600 );
			$world->due->run( 20 );
		}
		self::assertSame( [], $world->payments->made );
	}

	public function test_a_payment_that_the_ledger_holds_tells_of_no_loss(): void {
		$world = $this->invoiced( [] );
		$this->pay( $world );
		$row     = static fn ( Effect $effect ): Task =>
			$world->ledger->find_by_key( new TaskKey( 1, $effect ) ) ?? self::fail();
		$lost    = new LostPayments( $world->ledger, $world->payments, $world->shop, $world->clock );
		$invoice = $row( Effect::CreateInvoice );
		$held    = $row( Effect::RecordPayment )->remote_id;
		$calls   = static fn (): array =>
			array_map( static fn ( int $seen ): int => $lost->note( $invoice, $seen ), [ $held, $held + 1, 0 ] );
		self::assertSame( [ 0, 1, 1 ], $calls() );
		self::assertSame( TaskState::Done, $row( Effect::RecordPayment )->state );

		$world->payments->links = [];
		$lost->note( $invoice, $held );
		self::assertSame( TaskState::Done, $row( Effect::RecordPayment )->state );
		$lost->note( $invoice );
		self::assertSame( ProblemCode::PaymentGone, $row( Effect::RecordPayment )->problem?->code );
	}

	/** @param array<string, mixed> $settings */
	private function invoiced( array $settings ): World {
		$world = new World( finalise: true );
		$world->change_settings(
			$settings + [
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'bacs',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$world->order( 1 );
		$this->change(
			$world,
			[
				'paid_at' => null,
				'payment' => new OrderPayment( 'bacs', 'Virement' ),
			]
		);
		$world->fire( 1 );
		$world->pass_time( 5 );
		return $world;
	}

	private function pay( World $world ): void {
		$this->change( $world, [ 'paid_at' => $world->clock->now() ] );
		$world->fire( 1 );
		$world->pass_time( 5 );
	}

	/** @param array<string, mixed> $fields */
	private function change( World $world, array $fields ): void {
		$world->shop->orders[1] = new OrderSnapshot( ...[ ...get_object_vars( $world->shop->orders[1] ), ...$fields ] );
	}

	private function made( World $world, Effect $effect ): RemoteDocument {
		foreach ( $world->ledger->for_order( 1 ) as $row ) {
			if ( $row->key->effect === $effect ) {
				return $world->sellsy->documents[ $row->remote_id ];
			}
		}
		throw new \LogicException( 'None was made.' );
	}
}
