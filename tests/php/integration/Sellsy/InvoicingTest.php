<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\Tests\Integration\Sandbox;
use PHPUnit\Framework\Attributes\DataProvider;

final class InvoicingTest extends SellsyTestCase {

	public function test_an_order_of_a_company_becomes_one_final_invoice(): void {
		$buyer   = $this->buyer( 'Acme SARL' );
		$company = $this->customers->create( new CustomerDraft( CustomerType::Company, 'SHOP-C7', $buyer ) )->ref;
		$contact = $this->customers->create_contact( $buyer, true );
		$this->customers->link_contact( $company, $contact );
		$address = $this->customers->add_address(
			$company,
			new Address(
				name: 'Client Test',
				company: 'Acme SARL',
				line_1: '1 rue de la Paix',
				line_2: '',
				postcode: '',
				city: 'Y',
				state: '',
				country: 'FR'
			)
		)->id;
		$item    = $this->items->create(
			new ItemDraft(
				type: 'product',
				reference: 'TSHIRT',
				name: 'T-shirt',
				price: Decimal::from_string( '8.325' ),
				tax_id: 1
			)
		);
		$draft   = $this->draft(
			$company,
			$contact,
			$address,
			[
				new DraftRow(
					kind: RowKind::Priced,
					description: 'T-shirt bleu',
					reference: 'TSHIRT',
					quantity: Decimal::from_string( '3' ),
					unit_amount: Decimal::from_string( '8.325' ),
					total: 2498,
					tax_id: 1,
					item: $item->ref
				),
				...$this->rows(),
			]
		);

		$computed = $this->invoicing->compute( $draft );
		$created  = $this->invoicing->create( $draft );

		self::assertSame(
			[ '24.98', '4.9', null ],
			array_map( static fn( ?Decimal $total ): ?string => $total?->to_string(), $computed->row_totals )
		);
		self::assertTrue( $created->is_draft() );
		self::assertSame( [ 'SHOP-1001', '' ], [ $created->key, $created->number ] );
		self::assertTrue( $computed->incl_tax->equals( $created->amounts->incl_tax ) );
		self::assertSame( '35.86', $created->amounts->incl_tax->to_string() );
		self::assertSame(
			[ $contact ],
			array_column( $this->customers->find_contacts( $company, 'client@example.org' ), 'id' )
		);
		self::assertSame( 'Y', $this->customers->addresses( $company )[0]->city );
		self::assertSame( 'TSHIRT', $this->items->find_by_reference( 'TSHIRT' )[0]->reference );

		$final = $this->invoicing->validate( DocumentKind::Invoice, $created->id, Drafts::today() );

		self::assertSame( 'due', $final->status );
		self::assertNotSame( '', $final->number );
		$read = $this->invoicing->get( DocumentKind::Invoice, $created->id );
		self::assertEquals(
			[ $final->id, $final->key, $final->number, $final->status, $final->amounts ],
			[ $read->id, $read->key, $read->number, $read->status, $read->amounts ]
		);
		self::assertEquals(
			[ $company, 'Acme SARL' ],
			[ $read->parties?->ref, $read->parties?->invoicing_address?->name ],
			'Whom it names, asked for with it.'
		);
	}

	public function test_every_payment_term_that_can_be_chosen_is_accepted(): void {
		$customer = $this->individual();
		$terms    = $this->account->payment_terms();

		self::assertGreaterThan( 3, count( $terms ) );
		foreach ( $terms as $term ) {
			self::assertTrue(
				$this->invoicing->create( $this->draft( $customer, null, null, $this->rows(), $term['id'] ) )
					->is_draft(),
				$term['label']
			);
		}
	}

	public function test_finds_its_own_documents_by_key_among_the_customers(): void {
		$customer = $this->individual();
		$other    = $this->customers->create(
			new CustomerDraft(
				CustomerType::Individual,
				'SHOP-C8',
				new Buyer(
					user_id: 8,
					email: 'autre@example.org',
					first_name: 'Autre',
					last_name: 'Client',
					company: '',
					phone: '',
					siren: '',
					siret: '',
					vat_number: ''
				)
			)
		)->ref;
		$since    = new \DateTimeImmutable( '-1 minute' );
		$first    = $this->invoicing->create( $this->draft( $customer, null, null, $this->rows() ) );
		$this->invoicing->create( $this->draft( $customer, null, null, $this->rows(), null, 'SHOP-10010' ) );
		$this->invoicing->create( $this->draft( $other, null, null, $this->rows() ) );
		$last = $this->invoicing->create( $this->draft( $customer, null, null, $this->rows() ) );

		$found = $this->invoicing->find_by_key( DocumentKind::Invoice, $customer, 'SHOP-1001', $since );

		self::assertSame( [ $last->id, $first->id ], array_column( $found, 'id' ) );
		self::assertSame( [], $this->invoicing->find_by_key( DocumentKind::Invoice, $customer, 'SHOP-9', $since ) );
	}

	public function test_a_filter_that_finds_nothing_is_not_leant_on_once_that_was_seen(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'created_search' => 'none' ] );
		$customer = $this->individual();
		$made     = $this->invoicing->create( $this->draft( $customer, null, null, $this->rows() ) );
		$since    = new \DateTimeImmutable( '-1 minute' );
		$find     = fn (): array => array_column(
			$this->invoicing->find_by_key( DocumentKind::Invoice, $customer, 'SHOP-1001', $since ),
			'id'
		);
		self::assertSame( [], $find() );

		$this->findings->otherwise = [ Assumption::LostDocument ];

		self::assertSame( [ $made->id ], $find() );
	}

	public function test_reads_every_page_when_it_looks_for_a_key(): void {
		$customer = $this->individual();
		$first    = $this->invoicing->create( $this->draft( $customer, null, null, $this->rows(), null, 'SHOP-1' ) );
		for ( $number = 2; $number <= 102; $number++ ) {
			$this->invoicing->create( $this->draft( $customer, null, null, $this->rows(), null, 'SHOP-' . $number ) );
		}

		self::assertSame(
			$first->id,
			$this->invoicing->find_by_key(
				DocumentKind::Invoice,
				$customer,
				'SHOP-1',
				new \DateTimeImmutable( '-1 hour' )
			)[0]->id
		);
	}

	/** @param array<string, mixed> $fault */
	#[DataProvider( 'faults' )]
	public function test_failures_say_whether_the_invoice_may_exist(
		array $fault,
		FailureKind $kind,
		int $invoices,
	): void {
		$draft = $this->draft( $this->individual(), null, null, $this->rows() );
		$this->sandbox->fault(
			$fault + [
				'method' => 'POST',
				'path' => '/invoices',
				'times' => 1,
			]
		);

		try {
			$this->invoicing->create( $draft );
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( $kind, $failure->kind );
		}
		self::assertCount( $invoices, $this->sandbox->state()['invoices'] );
	}

	/** @return iterable<string, array{array<string, mixed>, FailureKind, int}> */
	public static function faults(): iterable {
		yield '500 before' => [ [ 'mode' => '500-before' ], FailureKind::OutcomeUnknown, 0 ];
		yield '500 after' => [ [ 'mode' => '500-after' ], FailureKind::OutcomeUnknown, 1 ];
		yield 'dropped before' => [ [ 'mode' => 'drop-before' ], FailureKind::OutcomeUnknown, 0 ];
		yield 'dropped after' => [ [ 'mode' => 'drop-after' ], FailureKind::OutcomeUnknown, 1 ];
		yield 'cut off' => [ [ 'mode' => 'malformed' ], FailureKind::OutcomeUnknown, 1 ];
		yield 'a page of a proxy' => [ [ 'mode' => 'html' ], FailureKind::OutcomeUnknown, 0 ];
		yield 'too many' => [ [ 'mode' => '429' ], FailureKind::RateLimited, 0 ];
	}

	public function test_401_once_is_nobodys_business(): void {
		$draft = $this->draft( $this->individual(), null, null, $this->rows() );
		$this->sandbox->fault(
			[
				'mode' => '401-once',
				'method' => 'POST',
				'path' => '/invoices',
			]
		);

		self::assertTrue( $this->invoicing->create( $draft )->is_draft() );
		self::assertCount( 1, $this->sandbox->state()['invoices'] );
	}

	public function test_nothing_reaches_a_server_that_is_not_there(): void {
		$customer      = $this->individual();
		$this->sandbox = new Sandbox( 'http://127.0.0.1:9' );
		HttpGuard::allow( 'http://127.0.0.1:9' );
		$this->connect( 'sandbox-client', 'sandbox-secret' );

		try {
			$this->invoicing->create( $this->draft( $customer, null, null, $this->rows() ) );
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::NotSent, $failure->kind );
		}
	}

	public function test_the_e_mail_of_one_of_sellsys_staff_is_named_as_the_field(): void {
		try {
			$this->customers->create(
				new CustomerDraft(
					CustomerType::Individual,
					'SHOP-C9',
					new Buyer(
						user_id: 9,
						email: 'gerance@boutique.example',
						first_name: 'Client',
						last_name: 'Test',
						company: '',
						phone: '',
						siren: '',
						siret: '',
						vat_number: ''
					)
				)
			);
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( [ FailureKind::Rejected, [ 'email' ] ], [ $failure->kind, $failure->fields ] );
		}
	}

	public function test_what_is_gone_is_null(): void {
		foreach ( [
			fn() => $this->invoicing->get( DocumentKind::Invoice, 999 ),
			fn() => $this->items->get( 999 ),
			fn() => $this->customers->get( new CustomerRef( CustomerType::Company, 999 ) ),
		] as $read ) {
			self::assertNull( $read() );
		}
	}

	public function test_nothing_personal_is_logged(): void {
		$this->individual();

		self::assertNotSame( [], $this->log->lines );
		self::assertStringNotContainsString( 'example.org', (string) wp_json_encode( $this->log->lines ) );
	}

	private function individual(): CustomerRef {
		return $this->customers->create(
			new CustomerDraft( CustomerType::Individual, 'SHOP-C7', $this->buyer( '' ) )
		)->ref;
	}

	private function buyer( string $company ): Buyer {
		return new Buyer(
			user_id: 7,
			email: 'client@example.org',
			first_name: 'Client',
			last_name: 'Test',
			company: $company,
			phone: '+33 1 23 45 67 89',
			siren: '732829320',
			siret: '73282932000074',
			vat_number: 'FR44732829320'
		);
	}

	/** @return list<DraftRow> */
	private function rows(): array {
		return [
			new DraftRow(
				kind: RowKind::Priced,
				description: 'Frais de port',
				reference: '',
				quantity: Decimal::from_string( '1' ),
				unit_amount: Decimal::from_string( '4.9' ),
				total: 490,
				tax_id: 1
			),
			new DraftRow( RowKind::Comment, 'Code promo NOEL' ),
		];
	}

	/** @param list<DraftRow> $rows */
	private function draft(
		CustomerRef $customer,
		?int $contact,
		?int $address,
		array $rows,
		?int $payment_term = null,
		string $key = 'SHOP-1001',
	): DocumentDraft {
		return new DocumentDraft(
			kind: DocumentKind::Invoice,
			key: $key,
			customer: $customer,
			contact_id: $contact,
			invoicing_address_id: $address,
			delivery_address_id: $address,
			currency: Currency::from_code( 'EUR' ),
			date: Drafts::today(),
			subject: 'Commande 1001',
			note: "Merci !\nÀ bientôt",
			rows: $rows,
			totals: new Totals( 0, 0, [] ),
			rate_category_id: 1,
			owner_id: 2,
			model_id: 1,
			payment_term_id: $payment_term
		);
	}
}
