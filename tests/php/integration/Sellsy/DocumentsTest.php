<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Every kind of document through every call that it has, against Sellsy's own description of them.
 *
 * @assumes v1-arithmetic
 */
final class DocumentsTest extends ContractTestCase {

	/** @return iterable<string, array{DocumentKind}> */
	public static function kinds(): iterable {
		foreach ( DocumentKind::cases() as $kind ) {
			yield $kind->value => [ $kind ];
		}
	}

	#[DataProvider( 'kinds' )]
	public function test_what_is_created_is_worth_what_was_computed_and_found_again( DocumentKind $kind ): void {
		$company = $this->company();
		$address = $this->customers->add_address(
			$company,
			new Address(
				name: 'Client Test',
				company: 'Acme SARL',
				line_1: '1 rue de la Paix',
				line_2: '',
				postcode: '75001',
				city: 'Paris',
				state: '',
				country: 'FR'
			)
		)->id;
		$contact = $this->customers->create_contact( $this->buyer(), true );
		$this->customers->link_contact( $company, $contact );
		$draft   = Drafts::of( $kind, $company, address: $address, contact: $contact );
		$since   = new \DateTimeImmutable( '-1 minute' );

		$computed = $this->invoicing->compute( $draft );
		$created  = $this->invoicing->create( $draft );
		$this->invoicing->create( Drafts::of( $kind, $company, 'SHOP-10010' ) );

		self::assertSame(
			[ '29.88', '35.86' ],
			[ $computed->excl_tax->to_string(), $computed->incl_tax->to_string() ]
		);
		self::assertSame(
			[ '29.88', '35.86' ],
			[ $created->amounts->excl_tax->to_string(), $created->amounts->incl_tax->to_string() ]
		);
		self::assertSame( [ $kind, 'SHOP-1001', true ], [ $created->kind, $created->key, $created->is_draft() ] );
		self::assertSame( $kind->is_validated(), $created->number === '' );
		self::assertEquals( $created, $this->invoicing->get( $kind, $created->id ) );
		self::assertSame(
			[ $created->id ],
			array_column( $this->invoicing->find_by_key( $kind, $company, 'SHOP-1001', $since ), 'id' )
		);
		self::assertSame( [], $this->invoicing->find_by_key( $kind, $company, 'SHOP-1', $since ) );
		self::assertSame(
			'SHOP-1001',
			array_column( $this->newest->page( $kind, $since, '' )->documents, 'key', 'id' )[ $created->id ] ?? ''
		);
	}

	/** @return iterable<string, array{DocumentKind}> */
	public static function updatable(): iterable {
		foreach (
			[ DocumentKind::Estimate, DocumentKind::Order, DocumentKind::Invoice, DocumentKind::CreditNote ] as $kind
		) {
			yield $kind->value => [ $kind ];
		}
	}

	#[DataProvider( 'updatable' )]
	public function test_a_draft_is_brought_up_to_date_in_place( DocumentKind $kind ): void {
		$company = $this->company();
		$id      = $this->invoicing->create( Drafts::of( $kind, $company ) )->id;

		$updated = $this->invoicing->update( $id, Drafts::of( $kind, $company, quantity: '4' ) );

		self::assertSame(
			[ $id, 'SHOP-1001', '45.84' ],
			[ $updated->id, $updated->key, $updated->amounts->incl_tax->to_string() ]
		);
		self::assertCount( 3, $this->invoicing->get( $kind, $id )->amounts->row_totals );
	}

	#[DataProvider( 'validated' )]
	public function test_what_is_a_draft_is_listed_until_it_is_final( DocumentKind $kind ): void {
		$company = $this->company();
		$first   = $this->invoicing->create( Drafts::of( $kind, $company ) );
		$second  = $this->invoicing->create( Drafts::of( $kind, $company, 'SHOP-1002' ) );
		$drafts  = fn (): array => array_column( $this->newest->drafts( $kind, '' )->documents, 'document', 'id' );
		$listed  = static fn (): array =>
			array_values( array_intersect( array_keys( $drafts() ), [ $first->id, $second->id ] ) );
		self::assertSame( [ $second->id, $first->id ], $listed() );

		$this->invoicing->validate( $kind, $first->id, gmdate( 'Y-m-d' ) );
		self::assertSame( [ $second->id ], $listed() );
		$document = $drafts()[ $second->id ];
		$amounts  = $document->amounts;
		self::assertSame( [ '29.88', '35.86' ], [ $amounts->excl_tax->to_string(), $amounts->incl_tax->to_string() ] );
		self::assertSame( 'EUR', $document->currency );
	}

	/** @return iterable<string, array{DocumentKind}> */
	public static function validated(): iterable {
		yield 'invoice' => [ DocumentKind::Invoice ];
		yield 'credit note' => [ DocumentKind::CreditNote ];
	}

	public function test_documents_of_one_order_hang_together(): void {
		$company  = $this->company();
		$order    = $this->invoicing->create( Drafts::of( DocumentKind::Order, $company ) );
		$delivery = $this->invoicing->create(
			Drafts::of( DocumentKind::Delivery, $company, parent: new ParentRef( DocumentKind::Order, $order->id ) )
		);
		$invoice  = $this->invoicing->create(
			Drafts::of(
				DocumentKind::Invoice,
				$company,
				parent: new ParentRef( DocumentKind::Delivery, $delivery->id )
			)
		);

		$read = $this->v1->call(
			'Document.getOne',
			[
				'doctype' => 'delivery',
				'docid'   => $delivery->id,
			]
		);
		self::assertSame( $order->id, $read->int( 'parentid' ) );
		self::assertSame( $delivery->id, $this->sandbox->state()['invoices'][0]['parent']['id'] );
		self::assertSame( $invoice->id, $this->sandbox->state()['invoices'][0]['id'] );
	}

	public function test_a_validated_credit_note_is_set_against_its_invoice(): void {
		$company = $this->company();
		$today   = Drafts::today();
		$invoice = $this->invoicing->validate(
			DocumentKind::Invoice,
			$this->invoicing->create( Drafts::of( DocumentKind::Invoice, $company ) )->id,
			$today
		);
		$credit  = $this->invoicing->validate(
			DocumentKind::CreditNote,
			$this->invoicing->create( Drafts::of( DocumentKind::CreditNote, $company, quantity: '1' ) )->id,
			$today
		);

		self::assertSame( 'stored', $credit->status );
		self::assertNotSame( '', $credit->number );
		self::assertSame( [], $this->credits->linked_invoices( $credit->id ) );

		$this->credits->link( $credit->id, $invoice->id, $credit->amounts->incl_tax );

		self::assertSame( [ $invoice->id ], $this->credits->linked_invoices( $credit->id ) );
		self::assertTrue(
			$this->payments->remaining_due( DocumentKind::Invoice, $invoice->id )
				->equals( $invoice->amounts->incl_tax->minus( $credit->amounts->incl_tax ) )
		);
	}

	/** @return iterable<string, array{DocumentKind, DocumentState}> */
	public static function steps(): iterable {
		foreach ( DocumentKind::cases() as $kind ) {
			foreach ( $kind->is_validated() ? [] : DocumentState::states( $kind ) as $state ) {
				yield "$kind->value $state->value" => [ $kind, $state ];
			}
		}
	}

	#[DataProvider( 'steps' )]
	public function test_a_state_is_set_and_read_and_set_again( DocumentKind $kind, DocumentState $state ): void {
		$id = $this->invoicing->create( Drafts::of( $kind, $this->company() ) )->id;
		self::assertSame( DocumentState::Draft, $this->steps->state( $kind, $id ) );

		$this->steps->set_state( $kind, $id, $state );
		$this->steps->set_state( $kind, $id, $state );

		self::assertSame( $state, $this->steps->state( $kind, $id ) );
	}

	public function test_what_the_customer_did_is_no_state_that_we_set(): void {
		$id = $this->invoicing->create( Drafts::of( DocumentKind::Estimate, $this->company() ) )->id;
		$this->v1->call(
			'Document.updateStep',
			[
				'docid'    => $id,
				'document' => [
					'doctype' => 'estimate',
					'step'    => 'accepted',
				],
			]
		);

		self::assertNull( $this->steps->state( DocumentKind::Estimate, $id ) );
	}

	public function test_a_final_invoice_is_finalised_and_sent_to_one_address(): void {
		$id = $this->invoicing->create( Drafts::of( DocumentKind::Invoice, $this->company() ) )->id;
		self::assertSame( DocumentState::Draft, $this->steps->state( DocumentKind::Invoice, $id ) );
		$this->invoicing->validate( DocumentKind::Invoice, $id, Drafts::today() );

		$this->steps->send( DocumentKind::Invoice, $id, 'client@example.org' );

		self::assertSame( DocumentState::Finalised, $this->steps->state( DocumentKind::Invoice, $id ) );
		$mails = $this->sandbox->call( 'GET', '/_sandbox/mails' );
		self::assertCount( 1, $mails );
		self::assertStringContainsString( 'client@example.org', (string) wp_json_encode( $mails[0] ) );
		self::assertStringNotContainsString( 'client@example.org', (string) wp_json_encode( $this->log->lines ) );
	}

	/** @param array<string, mixed> $fault */
	#[DataProvider( 'faults' )]
	public function test_failures_of_v1_say_whether_the_document_may_exist(
		array $fault,
		FailureKind $kind,
		int $deliveries,
	): void {
		$company = $this->company();
		$draft   = Drafts::of( DocumentKind::Delivery, $company );
		$this->sandbox->fault( $fault + [ 'times' => 1 ] );

		self::assertSame( $kind, $this->failure( fn() => $this->invoicing->create( $draft ) )->kind );
		self::assertCount(
			$deliveries,
			$this->invoicing->find_by_key(
				DocumentKind::Delivery,
				$company,
				'SHOP-1001',
				new \DateTimeImmutable( '-1 minute' )
			)
		);
	}

	/** @return iterable<string, array{array<string, mixed>, FailureKind, int}> */
	public static function faults(): iterable {
		$create = [ 'path' => 'v1:Document.create' ];
		yield '500 before' => [ $create + [ 'mode' => '500-before' ], FailureKind::OutcomeUnknown, 0 ];
		yield '500 after' => [ $create + [ 'mode' => '500-after' ], FailureKind::OutcomeUnknown, 1 ];
		yield 'dropped after' => [ $create + [ 'mode' => 'drop-after' ], FailureKind::OutcomeUnknown, 1 ];
		yield 'cut off' => [ $create + [ 'mode' => 'malformed' ], FailureKind::OutcomeUnknown, 1 ];
		yield 'a page of a proxy' => [ $create + [ 'mode' => 'html' ], FailureKind::OutcomeUnknown, 0 ];
		yield 'unavailable' => [ $create + [ 'mode' => 'v1-unavailable' ], FailureKind::OutcomeUnknown, 0 ];
		yield 'too many' => [ $create + [ 'mode' => '429' ], FailureKind::RateLimited, 0 ];
		yield 'made, but not read' => [
			[
				'path' => 'v1:Document.getOne',
				'mode' => '429',
			],
			FailureKind::OutcomeUnknown,
			1,
		];
	}

	public function test_a_token_that_the_envelope_refuses_is_renewed_once(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'v1_invalid_token' => 'envelope' ] );
		$draft = Drafts::of( DocumentKind::Delivery, $this->company() );
		$this->sandbox->fault(
			[
				'mode' => '401-once',
				'path' => 'v1:Document.create',
			]
		);

		self::assertTrue( $this->invoicing->create( $draft )->is_draft() );
	}

	public function test_without_the_right_to_v1_only_that_is_missing(): void {
		self::assertTrue( $this->account->has_v1() );
		$this->connect( 'sandbox-modern', 'sandbox-modern-secret' );
		$this->account->refresh();
		$company = $this->company();

		self::assertFalse( $this->account->has_v1() );
		$failure = $this->failure( fn() => $this->invoicing->create( Drafts::of( DocumentKind::Proforma, $company ) ) );
		self::assertSame(
			[ FailureKind::V1Missing, 'v1:Document.create', 'api-v1' ],
			[ $failure->kind, $failure->route, $failure->scope ]
		);
		self::assertSame( 'SHOP-1001', $this->invoicing->create( Drafts::of( DocumentKind::Order, $company ) )->key );
	}

	public function test_what_is_gone_is_null(): void {
		foreach ( DocumentKind::cases() as $kind ) {
			self::assertNull( $this->invoicing->get( $kind, 999 ), $kind->value );
		}
	}

	private function company(): CustomerRef {
		return $this->customers->create( new CustomerDraft( CustomerType::Company, 'SHOP-C7', $this->buyer() ) )->ref;
	}

	private function buyer(): Buyer {
		return new Buyer(
			user_id: 7,
			email: 'client@example.org',
			first_name: 'Client',
			last_name: 'Test',
			company: 'Acme SARL',
			phone: '',
			siren: '732829320',
			siret: '73282932000074',
			vat_number: 'FR44732829320'
		);
	}

	private function failure( \Closure $work ): RemoteFailure {
		try {
			$work();
		} catch ( RemoteFailure $failure ) {
			return $failure;
		}
		self::fail( 'Nothing was thrown.' );
	}
}
