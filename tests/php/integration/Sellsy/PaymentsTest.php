<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\StandingPayment;

final class PaymentsTest extends ContractTestCase {

	public function test_a_payment_is_recorded_found_and_set_against_the_invoice(): void {
		$customer = $this->customer();
		$invoice  = $this->final( DocumentKind::Invoice, $customer );
		$method   = $this->account->payment_methods()[0]['id'];

		$payment = $this->payments->create( $customer, $this->draft( '35.86', 'SHOP-1001', $method ) );
		$this->payments->create( $customer, $this->draft( '1', 'SHOP-10010', $method ) );

		self::assertSame(
			[ 'ch_1', 'SHOP-1001', '35.86', '35.86' ],
			[ $payment->number, $payment->note, $payment->amount->to_string(), $payment->remaining->to_string() ]
		);
		$found = $this->payments->find_by_key( $customer, 'SHOP-1001', static fn (): bool => false );
		self::assertEquals( [ $payment ], $found );
		self::assertEquals( $payment, $this->payments->get( $payment->id ) );
		self::assertSame( [], $this->payments->linked( DocumentKind::Invoice, $invoice ) );

		$this->payments->link( DocumentKind::Invoice, $invoice, $payment->id, Decimal::from_string( '35.85' ) );

		self::assertSame( [ $payment->id ], $this->payments->linked( DocumentKind::Invoice, $invoice ) );
		self::assertSame( '0.01', $this->payments->remaining_due( DocumentKind::Invoice, $invoice )->to_string() );
		self::assertSame( '0.01', $this->payments->get( $payment->id )->remaining->to_string() );
	}

	public function test_money_paid_back_is_set_against_the_credit_note(): void {
		$customer = $this->customer();
		$credit   = $this->final( DocumentKind::CreditNote, $customer );
		$payment  = $this->payments->create( $customer, $this->draft( '35.86', 'SHOP-1001/A2', 1, true ) );

		$this->payments->link( DocumentKind::CreditNote, $credit, $payment->id, $payment->amount );

		self::assertSame( [ $payment->id ], $this->payments->linked( DocumentKind::CreditNote, $credit ) );
		self::assertTrue( $this->payments->remaining_due( DocumentKind::CreditNote, $credit )->is_zero() );
		$standing = $this->payments->standing( $payment->id, is_out: true );
		$place    = StandingPayment::place( DocumentKind::CreditNote, $credit );
		self::assertSame( [ true, '35.86' ], [ $standing?->is_confirmed, $standing?->on( [ $place ] )->to_string() ] );
		self::assertNull( $this->payments->standing( $payment->id ), 'It is no money in.' );
	}

	public function test_more_than_is_due_is_refused(): void {
		$customer = $this->customer();
		$invoice  = $this->final( DocumentKind::Invoice, $customer );
		$payment  = $this->payments->create( $customer, $this->draft( '50', 'SHOP-1001', 1 ) );

		try {
			$this->payments->link( DocumentKind::Invoice, $invoice, $payment->id, $payment->amount );
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::Rejected, $failure->kind );
		}
	}

	public function test_one_that_is_taken_off_its_invoice_is_free_and_can_be_deleted(): void {
		$customer = $this->customer();
		$invoice  = $this->final( DocumentKind::Invoice, $customer );
		$payment  = $this->payments->create( $customer, $this->draft( '35.86', 'SHOP-1001', 1 ) );
		$this->payments->link( DocumentKind::Invoice, $invoice, $payment->id, $payment->amount );
		$this->assert_fails( FailureKind::Rejected, fn () => $this->payments->delete( $payment->id ) );

		$this->payments->unlink( DocumentKind::Invoice, $invoice, $payment->id );
		self::assertSame( '35.86', $this->payments->remaining_due( DocumentKind::Invoice, $invoice )->to_string() );
		self::assertSame( '35.86', $this->payments->get( $payment->id )->remaining->to_string() );
		$this->assert_fails(
			FailureKind::NotFound,
			fn () => $this->payments->unlink( DocumentKind::Invoice, $invoice, $payment->id )
		);

		$this->payments->delete( $payment->id );
		$this->assert_fails( FailureKind::NotFound, fn () => $this->payments->get( $payment->id ) );
		$this->assert_fails( FailureKind::NotFound, fn () => $this->payments->delete( $payment->id ) );
	}

	private function assert_fails( FailureKind $kind, \Closure $call ): void {
		try {
			$call();
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( $kind, $failure->kind );
		}
	}

	private function customer(): CustomerRef {
		return $this->customers->create(
			new CustomerDraft(
				CustomerType::Individual,
				'SHOP-C7',
				new Buyer(
					user_id: 7,
					email: 'client@example.org',
					first_name: 'Client',
					last_name: 'Test',
					company: '',
					phone: '',
					siren: '',
					siret: '',
					vat_number: ''
				)
			)
		)->ref;
	}

	private function final( DocumentKind $kind, CustomerRef $customer ): int {
		$id = $this->invoicing->create( Drafts::of( $kind, $customer ) )->id;
		return $this->invoicing->validate( $kind, $id, Drafts::today() )->id;
	}

	private function draft( string $amount, string $key, int $method, bool $pays_back = false ): PaymentDraft {
		return new PaymentDraft(
			pays_back: $pays_back,
			method_id: $method,
			amount: Decimal::from_string( $amount ),
			currency: Currency::from_code( 'EUR' ),
			paid_at: new \DateTimeImmutable( '-1 hour' ),
			number: 'ch_1',
			note: $key
		);
	}
}
