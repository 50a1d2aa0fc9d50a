<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\CustomerPayments;
use OrderInvoicer\Sellsy\Resources\DocumentLinks;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsyCreditNotes;
use OrderInvoicer\Sellsy\SellsyPayments;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;

/**
 * @assumes newest-payments
 * @assumes payments-of-customer
 */
final class PaymentsTest extends AdapterTestCase {

	private const PAYMENT = [
		'id'      => 5,
		'number'  => 'ch_1',
		'note'    => 'SHOP-1001',
		'amounts' => [
			'total'     => '35.86',
			'remaining' => '10.00',
		],
	];

	private SellsyPayments $payments;
	private FakeFindings $findings;

	private SellsyCreditNotes $credits;

	protected function setUp(): void {
		parent::setUp();
		$links          = new DocumentLinks( $this->client );
		$this->findings = new FakeFindings();
		$this->payments = new SellsyPayments(
			new CustomerPayments( $this->client, $this->findings ),
			$links,
			new PaymentMapping()
		);
		$this->credits  = new SellsyCreditNotes( $links, new Documents( $this->client ), new RowMapping() );
	}

	public function test_money_in_is_a_credit_and_money_back_a_debit(): void {
		$this->answer( self::PAYMENT, 201 );
		$this->answer( self::PAYMENT, 201 );

		$payment = $this->payments->create(
			new CustomerRef( CustomerType::Company, 12 ),
			self::draft( 'ch_1', false )
		);
		$this->payments->create( new CustomerRef( CustomerType::Individual, 13 ), self::draft( '', true ) );

		self::assertSame( [ 'POST /companies/12/payments', 'POST /individuals/13/payments' ], $this->routes() );
		$sent = [
			'type'              => 'credit',
			'payment_method_id' => 4,
			'paid_at'           => '2026-11-24T10:00:00+01:00',
			'amount'            => [
				'value'    => '35.80',
				'currency' => 'EUR',
			],
			'note'              => 'SHOP-1001',
			'number'            => 'ch_1',
		];
		self::assertSame( $sent, $this->sent( 0 ) );
		self::assertSame( 'debit', $this->sent( 1 )['type'] );
		self::assertArrayNotHasKey( 'number', $this->sent( 1 ) );
		self::assertSame(
			[ 5, 'ch_1', 'SHOP-1001', '35.86', '10' ],
			[
				$payment->id,
				$payment->number,
				$payment->note,
				$payment->amount->to_string(),
				$payment->remaining->to_string(),
			]
		);
	}

	/** What is only observed of it fails no money: the payment is made, and its order goes on. */
	public function test_documents_that_cannot_be_read_of_a_payment_are_not_known_and_fail_nothing(): void {
		$links = [
			'read'       => [ self::link( 7, '12.00' ), self::link( 8, '1.00', 'order' ) ],
			'no amount'  => [ self::link( 7, null ) ],
			'no id'      => [ self::link( null, '12.00' ) ],
			'not a list' => 'none',
		];
		foreach ( $links as $related ) {
			$this->answer( [ 'related_objects' => $related ] + self::PAYMENT, 201 );
		}

		$made = array_map(
			fn (): ?array => $this->payments->create(
				new CustomerRef( CustomerType::Company, 12 ),
				self::draft( 'ch_1', false )
			)->invoices,
			$links
		);

		$expected = [
			'read'       => [ 7 ],
			'no amount'  => [ 7 ],
			'no id'      => null,
			'not a list' => null,
		];
		self::assertSame( $expected, $made );
	}

	/** @return array<string, mixed> */
	private static function link( ?int $id, ?string $amount, string $type = 'invoice' ): array {
		return [
			'id'            => $id,
			'type'          => $type,
			'amount_linked' => $amount,
		];
	}

	public function test_payments_are_found_by_their_whole_note_among_the_customers(): void {
		$this->answer_list(
			[
				self::PAYMENT,
				[ 'note' => 'SHOP-10010' ] + self::PAYMENT,
				[ 'note' => null ] + self::PAYMENT,
				[ 'id' => 9 ] + self::PAYMENT,
			]
		);

		self::assertSame(
			[ 5, 9 ],
			array_column(
				$this->payments->find_by_key(
					new CustomerRef( CustomerType::Company, 12 ),
					'SHOP-1001',
					static fn (): bool => false
				),
				'id'
			)
		);
		$customer = [
			'type' => 'company',
			'id'   => 12,
		];
		self::assertSame( [ 'related_objects' => [ $customer ] ], $this->sent( 0 )['filters'] );
	}

	/** An account may list everybody's, whomever one asks for: what is found is compared again. */
	public function test_a_payment_of_another_is_never_this_customers(): void {
		$another = [
			'related' => [
				'type' => 'company',
				'id'   => 13,
			],
		];
		$theirs  = [
			'type'     => 'credit',
			'status'   => 'confirmed',
			'currency' => 'EUR',
			'paid_at'  => '2026-11-24T10:00:00+01:00',
		] + self::PAYMENT;
		$own     = [ 'related' => [ 'id' => 12 ] + $another['related'] ];
		foreach ( [ 1, 2 ] as $each ) {
			$this->answer_list( [ [ 'id' => 9 ] + $another + $theirs, [ 'id' => 8 ] + $own + $theirs, $theirs ] );
		}
		$customer = new CustomerRef( CustomerType::Company, 12 );
		$found    = $this->payments->find_by_key( $customer, 'SHOP-1001', static fn (): bool => true );
		$money    = $this->payments->of_customer( $customer );

		self::assertSame( [ 8, 5 ], array_column( $found, 'id' ) );
		self::assertSame( [ 8, 5 ], array_column( $money->payments, 'id' ) );
	}

	/** What stands free with the customer is on the last page then, and what is older proves nothing. */
	public function test_where_the_oldest_come_first_all_are_read_and_none_is_behind_which_nothing_is(): void {
		$this->findings->otherwise = [ Assumption::NewestPayments ];
		$customer                  = new CustomerRef( CustomerType::Company, 12 );
		foreach ( range( 1, 6 ) as $id ) {
			$this->answer( self::page( $id, $id === 6 ? 7 : 100 ) );
		}
		$money = $this->payments->of_customer( $customer );
		self::assertSame( [ range( 1, 6 ), true ], [ array_column( $money->payments, 'id' ), $money->is_all ] );

		foreach ( range( 1, 50 ) as $id ) {
			$this->answer( self::page( $id, 100 ) );
		}
		try {
			$this->payments->find_by_key( $customer, 'SHOP-1002', static fn (): bool => true );
			self::fail( 'Newer ones were not read.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::OutcomeUnknown, $failure->kind );
		}
	}

	/** @return array<string, mixed> */
	private static function page( int $id, int $count ): array {
		$payment = [
			'id'       => $id,
			'type'     => 'credit',
			'status'   => 'confirmed',
			'currency' => 'EUR',
			'paid_at'  => '2026-11-24T10:00:00+01:00',
			'related'  => [],
		];
		return [
			'data'       => [ $payment + self::PAYMENT ],
			'pagination' => [
				'count'  => $count,
				'limit'  => 100,
				'offset' => 'next',
			],
		];
	}

	public function test_of_a_customer_with_thousands_the_newest_are_read_and_one_that_is_found_ends_it(): void {
		$customer = new CustomerRef( CustomerType::Company, 12 );
		$page     = static fn ( array $payment ): array => [
			'data'       => [ $payment + self::PAYMENT ],
			'pagination' => [
				'count'  => 100,
				'limit'  => 100,
				'offset' => 'next',
			],
		];
		foreach ( [ 9, 8, 7 ] as $id ) {
			$this->answer(
				$page(
					[
						'id'       => $id,
						'type'     => 'credit',
						'status'   => 'confirmed',
						'currency' => 'EUR',
						'paid_at'  => '2026-11-24T10:00:00+01:00',
						'related'  => [],
					]
				)
			);
		}
		$money = $this->payments->of_customer( $customer );
		self::assertSame( [ [ 9, 8, 7 ], false ], [ array_column( $money->payments, 'id' ), $money->is_all ] );

		$this->answer( $page( [ 'note' => 'SHOP-9' ] ) );
		$this->answer( $page( [ 'id' => 6 ] ) );
		$found = $this->payments->find_by_key( $customer, 'SHOP-1001', static fn (): bool => false );
		self::assertSame( [ [ 6 ], 5 ], [ array_column( $found, 'id' ), count( $this->routes() ) ] );

		foreach ( range( 100, 51 ) as $id ) {
			$this->answer( $page( [ 'id' => $id ] + [ 'note' => 'SHOP-8' ] ) );
		}
		$is_enough = static fn ( array $payments ): bool => $payments[0]->id === 51;
		$found     = $this->payments->find_by_key( $customer, 'SHOP-1001', $is_enough );
		self::assertSame( [ [], 55 ], [ $found, count( $this->routes() ) ], 'Older ones are not it.' );
	}

	public function test_a_payment_is_taken_off_and_deleted(): void {
		$this->answer( [], 204 );
		$this->answer( [], 204 );

		$this->payments->unlink( DocumentKind::Invoice, 7, 5 );
		$this->payments->delete( 5 );

		self::assertSame( [ 'DELETE /invoices/7/payments/5', 'DELETE /payments/5' ], $this->routes() );
	}

	public function test_a_payment_is_linked_by_a_number_and_a_credit_note_by_a_text(): void {
		$this->answer_list( [] );
		$this->answer( [ 'id' => 7 ] );

		$this->payments->link( DocumentKind::Invoice, 7, 5, Decimal::from_string( '1234.57' ) );
		$this->credits->link( 8, 7, Decimal::from_string( '12.66' ) );

		self::assertSame( [ 'POST /invoices/7/payments/5', 'POST /credit-notes/8/invoices/7' ], $this->routes() );
		self::assertSame(
			[ '{"amount":1234.57}', '{"amount":"12.66"}' ],
			[ $this->request( 0 )->body, $this->request( 1 )->body ]
		);
	}

	public function test_what_is_set_against_a_document_and_what_it_leaves(): void {
		$this->answer_list( [ self::PAYMENT ] );
		$this->answer_list( [ [ 'id' => 7 ] ] );
		$this->answer( [ 'amounts' => [ 'total_remaining_due_incl_tax' => '0.01' ] ] );
		$this->answer( [ 'amounts' => [ 'total_remaining_due_incl_tax' => '3.50' ] ] );

		self::assertSame( [ 5 ], $this->payments->linked( DocumentKind::CreditNote, 8 ) );
		self::assertSame( [ 7 ], $this->credits->linked_invoices( 8 ) );
		self::assertSame( '0.01', $this->payments->remaining_due( DocumentKind::Invoice, 7 )->to_string() );
		self::assertSame( '3.5', $this->payments->remaining_due( DocumentKind::CreditNote, 8 )->to_string() );
		self::assertSame( 'GET /credit-notes/8/payments', $this->routes()[0] );
		self::assertSame( [ 'GET /invoices/7', 'GET /credit-notes/8' ], array_slice( $this->routes(), 2 ) );
	}

	private static function draft( string $number, bool $pays_back ): PaymentDraft {
		return new PaymentDraft(
			pays_back: $pays_back,
			method_id: 4,
			amount: Decimal::from_string( '35.8' ),
			currency: Currency::from_code( 'EUR' ),
			paid_at: new \DateTimeImmutable( '2026-11-24T10:00:00+01:00' ),
			number: $number,
			note: 'SHOP-1001'
		);
	}
}
