<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * E-mail address, SIREN, SIRET or VAT number were corrected after the document was made: a draft follows, a final one
 * is judged.
 */
final class EditedBuyerTest extends TestCase {

	private const SIREN = '732829320';
	private const SIRET = '73282932000074';
	private const VAT   = 'FR44732829320';

	private World $world;

	public function test_a_drafts_customer_gets_the_new_address_where_it_still_has_the_old_one(): void {
		$this->invoice( Finalise::MANUAL, self::buyer() );
		$this->edit( self::buyer( email: 'nouveau@example.com' ) );

		self::assertSame( [ 'nouveau@example.com' ], $this->emails() );
		self::assertSame( [ TaskState::Done, null ], $this->state() );
		self::assertCount( 1, $this->world->invoicing->updated );
	}

	public function test_an_address_that_somebody_chose_at_sellsy_stays(): void {
		$this->invoice( Finalise::MANUAL, self::buyer() );
		foreach ( $this->world->sellsy->customers as $key => $was ) {
			$this->world->sellsy->customers[ $key ] = new RemoteCustomer(
				ref: $was->ref,
				relation: $was->relation,
				name: $was->name,
				email: 'compta@example.com',
				reference: $was->reference,
				siren: '',
				siret: '',
				vat_number: '',
				archived: false
			);
		}
		$this->edit( self::buyer( email: 'nouveau@example.com' ) );

		self::assertSame( [ 'compta@example.com' ], $this->emails() );
		self::assertSame( [ TaskState::Done, null ], $this->state() );
	}

	public function test_an_address_that_sellsy_refuses_stops_nothing(): void {
		$this->invoice( Finalise::MANUAL, self::buyer() );
		$this->world->sellsy->staff_emails = [ 'nouveau@example.com' ];
		$this->edit( self::buyer( email: 'nouveau@example.com' ) );

		self::assertSame( [ 'client@example.com' ], $this->emails() );
		self::assertSame( [ TaskState::Done, null ], $this->state() );
	}

	#[DataProvider( 'passing' )]
	public function test_an_address_is_not_lost_when_a_failure_passes( string $call, FailureKind $kind ): void {
		$this->invoice( Finalise::MANUAL, self::buyer() );
		$this->world->order( 1, self::buyer( email: 'nouveau@example.com' ) );
		$this->world->sellsy->plan( $call, $kind );
		$this->world->fire( 1 );
		$this->world->pass_time( 30 );

		self::assertSame( [ 'nouveau@example.com' ], $this->emails() );
		self::assertSame( [ TaskState::Done, null ], $this->state() );
		self::assertSame( [], $this->world->shop->errors, 'Sellsy refused nothing.' );
	}

	/** @return iterable<string, array{string, FailureKind}> */
	public static function passing(): iterable {
		foreach ( [
			FailureKind::RateLimited,
			FailureKind::Unauthorized,
			FailureKind::NotSent,
			FailureKind::OutcomeUnknown,
		] as $kind ) {
			yield "$kind->value" => [ 'change_email', $kind ];
		}
	}

	public function test_an_address_that_may_not_be_written_stops_nothing(): void {
		$this->invoice( Finalise::MANUAL, self::buyer() );
		$this->world->sellsy->plan( 'change_email', FailureKind::AccountBlocked );
		$this->edit( self::buyer( email: 'nouveau@example.com' ) );

		self::assertSame( [ TaskState::Done, null ], $this->state() );
		self::assertStringContainsString( 'no right', implode( $this->world->shop->errors ) );
	}

	public function test_a_guest_with_another_address_is_the_customer_who_has_it(): void {
		$this->invoice( Finalise::MANUAL, self::buyer( user_id: 0 ) );
		$theirs = new CustomerRef( CustomerType::Individual, 900 );
		$this->world->sellsy->has_customer( $theirs, 'nouveau@example.com' );
		$this->edit( self::buyer( email: 'nouveau@example.com', user_id: 0 ) );

		self::assertSame( 'individual900', $this->billed() );
		self::assertEqualsCanonicalizing( [ 'client@example.com', 'nouveau@example.com' ], $this->emails() );
	}

	public function test_two_customers_with_the_new_address_are_a_persons_choice(): void {
		$this->invoice( Finalise::MANUAL, self::buyer( user_id: 0 ) );
		$was = $this->billed();
		$this->world->sellsy->has_customer( new CustomerRef( CustomerType::Individual, 900 ), 'nouveau@example.com' );
		$this->world->sellsy->has_customer( new CustomerRef( CustomerType::Individual, 901 ), 'nouveau@example.com' );
		$this->edit( self::buyer( email: 'nouveau@example.com', user_id: 0 ) );

		self::assertSame( [ 'several_customers', $was ], [ $this->state()[1], $this->billed() ] );
	}

	public function test_numbers_learnt_later_are_written_where_the_company_has_none(): void {
		$this->invoice( Finalise::MANUAL, self::buyer( company: 'Acme' ) );
		$was = $this->billed();
		$this->edit( self::buyer( company: 'Acme', siren: self::SIREN, siret: self::SIRET, vat: self::VAT ) );

		$company = $this->world->sellsy->customers[ $was ];
		self::assertSame(
			[ $was, self::SIREN, self::SIRET, self::VAT ],
			[ $this->billed(), $company->siren, $company->siret, $company->vat_number ]
		);
		self::assertSame( [ TaskState::Done, null ], $this->state() );
	}

	public function test_another_number_is_another_customer(): void {
		$this->invoice( Finalise::MANUAL, self::buyer( company: 'Acme', siren: self::SIREN ) );
		$was = $this->billed();
		$this->edit( self::buyer( company: 'Acme', siren: '552100554' ) );

		self::assertNotSame( $was, $this->billed() );
		self::assertSame( self::SIREN, $this->world->sellsy->customers[ $was ]->siren );
	}

	public function test_a_final_invoice_differs_when_a_number_does(): void {
		$this->invoice( Finalise::NOW, self::buyer( company: 'Acme' ) );
		$this->edit( self::buyer( company: 'Acme', vat: self::VAT ) );

		self::assertSame( [ TaskState::Attention, 'differs_from_order' ], $this->state() );
		self::assertSame( [], $this->world->invoicing->updated );
	}

	public function test_a_person_keeps_the_invoice_until_the_order_is_edited_again(): void {
		$this->invoice( Finalise::NOW, self::buyer( company: 'Acme' ) );
		$this->edit( self::buyer( company: 'Acme', vat: self::VAT ) );
		$id = $this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) )->id ?? 0;
		self::assertTrue( $this->world->keep->keep( $id ) );
		$this->world->fire( 1 );
		$this->world->pass_time( 70 );
		self::assertSame( [ TaskState::Done, null ], $this->state() );
		self::assertFalse( $this->world->keep->keep( $id ) );

		$this->edit( self::buyer( company: 'Acme', siren: self::SIREN, vat: self::VAT ) );
		self::assertSame( [ TaskState::Attention, 'differs_from_order' ], $this->state() );
	}

	public function test_a_buyer_who_is_erased_makes_no_difference_right(): void {
		$this->invoice( Finalise::NOW, self::buyer( company: 'Acme' ) );
		$this->world->order( 1, self::buyer( company: 'Acme' ), ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
		$this->world->order( 1, Buyer::erased(), ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
		self::assertSame( [ TaskState::Attention, 'differs_from_order' ], $this->state() );
	}

	public function test_an_invoice_of_an_erased_buyer_is_right_once_its_amounts_are_and_never_issued_anew(): void {
		$this->invoice( Finalise::NOW, self::buyer( company: 'Acme' ) );
		$id = $this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) )->id ?? 0;
		$this->edit( self::buyer( company: 'Acme', vat: self::VAT ) );
		self::assertSame( [ TaskState::Attention, 'differs_from_order' ], $this->state() );
		$this->edit( Buyer::erased() );
		self::assertSame( [ TaskState::Done, null ], $this->state() );
		self::assertNull( $this->world->reissue->now( 1, $id ) );
		self::assertNull( $this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateCreditNote ) ) );
	}

	public function test_an_invoice_with_another_vat_is_not_kept(): void {
		$this->invoice( Finalise::NOW, self::buyer( company: 'Acme' ) );
		$this->world->order( 1, self::buyer( company: 'Acme' ), ht: '10.91', vat: '1.09' );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
		$row = $this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) );

		self::assertSame(
			[ '12.00', '12.00', '1.09', '2.00' ],
			array_map(
				static fn ( string $fact ): ?string => $row?->problem?->fact( $fact ),
				[ 'order_total', 'document_total', 'order_vat', 'document_vat' ]
			)
		);
		self::assertFalse( $this->world->keep->keep( $row->id ?? 0 ) );
	}

	public function test_what_is_edited_once_more_meanwhile_is_not_kept(): void {
		$this->invoice( Finalise::NOW, self::buyer( company: 'Acme' ) );
		$this->edit( self::buyer( company: 'Acme', vat: self::VAT ) );
		$this->world->order( 1, self::buyer( company: 'Acme', vat: self::VAT ), ht: '20.00', vat: '4.00' );

		self::assertFalse(
			$this->world->keep->keep(
				$this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) )->id ?? 0
			)
		);
		self::assertSame( [ TaskState::Attention, 'differs_from_order' ], $this->state() );
	}

	public function test_a_final_invoice_is_not_wrong_because_of_an_address(): void {
		$this->invoice( Finalise::NOW, self::buyer() );
		$this->edit( self::buyer( email: 'nouveau@example.com' ) );
		$looks = $this->world->sellsy->count( 'get_document' );
		$this->edit( self::buyer( email: 'nouveau@example.com' ) );

		self::assertSame( [ TaskState::Done, null ], $this->state() );
		self::assertSame( $looks, $this->world->sellsy->count( 'get_document' ), 'It is taken note of.' );
		self::assertSame( [], $this->world->invoicing->updated );
	}

	public function test_a_number_that_cannot_be_written_stops_nothing(): void {
		$this->world = new World();
		$this->world->sellsy->has_customer( new CustomerRef( CustomerType::Company, 900 ), 'client@example.com' );
		$this->world->sellsy->plan( 'fill_in_numbers', FailureKind::AccountBlocked );
		$this->invoice( Finalise::MANUAL, self::buyer( company: 'Acme', siren: self::SIREN ), $this->world );

		self::assertSame( [ TaskState::Done, null ], $this->state() );
	}

	public function test_a_number_that_could_not_be_written_then_is_written_with_the_companys_next_order(): void {
		$company     = self::buyer( company: 'Acme', siren: self::SIREN );
		$this->world = new World();
		$this->world->sellsy->has_customer( new CustomerRef( CustomerType::Company, 900 ), 'client@example.com' );
		$this->world->sellsy->plan( 'fill_in_numbers', FailureKind::AccountBlocked );
		$this->invoice( Finalise::MANUAL, $company, $this->world );
		self::assertSame( '', $this->world->sellsy->customers['company900']->siren );

		$this->world->order( 2, $company );
		$this->world->fire( 2 );
		$this->world->pass_time( 6 );
		self::assertSame( self::SIREN, $this->world->sellsy->customers['company900']->siren );
	}

	/** The account drops what a change leaves out, and not all of the client can be sent back. */
	public function test_a_client_whom_a_change_would_empty_is_left_to_a_person_who_is_told(): void {
		$this->world = new World();
		$this->world->sellsy->is_left_to_people = true;
		$this->world->sellsy->has_customer( new CustomerRef( CustomerType::Company, 900 ), 'client@example.com' );
		$this->invoice( Finalise::MANUAL, self::buyer( company: 'Acme', siren: self::SIREN ), $this->world );
		$this->edit( self::buyer( email: 'nouveau@example.com', company: 'Acme', siren: self::SIREN ) );

		self::assertSame( [ TaskState::Done, null ], $this->state(), 'No document waits for it.' );
		$told = array_column( array_values( $this->world->shop->problems ), 'code' );
		self::assertSame( [ ProblemCode::ClientToChange ], $told, 'Once for the order.' );
		self::assertSame( [ 'client@example.com' ], $this->emails() );
	}

	#[DataProvider( 'drafts_and_final' )]
	public function test_a_document_stays_as_it_is_when_the_shop_erases_its_buyer( string $finalise ): void {
		$this->invoice( $finalise, self::buyer() );
		$asked = $this->world->sellsy->calls;
		$this->erase_buyer();

		self::assertSame( [ TaskState::Done, null ], $this->state() );
		self::assertSame( [], $this->world->invoicing->updated );
		self::assertSame( $asked, $this->world->sellsy->calls, 'Nothing to look at.' );
	}

	/** @return iterable<string, array{string}> */
	public static function drafts_and_final(): iterable {
		yield 'draft' => [ Finalise::MANUAL ];
		yield 'final' => [ Finalise::NOW ];
	}

	public function test_a_draft_whose_buyer_was_erased_becomes_final_when_a_person_says_so(): void {
		$this->invoice( Finalise::MANUAL, self::buyer() );
		$this->erase_buyer();
		$this->world->make_final();
		$this->world->fire( 1 );
		$this->world->pass_time( 6 );

		self::assertNotSame( '', $this->world->row()->remote_number );
	}

	public function test_nobody_is_invoiced_under_the_name_of_deleted(): void {
		$this->world = new World();
		$this->world->order( 1, Buyer::erased() );
		$this->world->fire( 1 );
		$this->world->pass_time( 6 );

		self::assertSame( [ TaskState::Attention, 'customer_nameless' ], $this->state() );
		self::assertSame( [], $this->world->sellsy->customers );
	}

	private function erase_buyer(): void {
		$order = $this->world->shop->orders[1];

		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'buyer'   => Buyer::erased(),
				'billing' => new Address(
					name: '[deleted] [deleted]',
					company: '',
					line_1: '[deleted]',
					line_2: '',
					postcode: '[deleted]',
					city: '[deleted]',
					state: '',
					country: ''
				),
			]
		);
		$this->world->fire( 1 );
		$this->world->pass_time( 6 );
	}

	private function invoice( string $finalise, Buyer $buyer, ?World $world = null ): void {
		$this->world = $world ?? new World();
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => $finalise ] ] );
		$this->edit( $buyer );
	}

	private function edit( Buyer $buyer ): void {
		$this->world->order( 1, $buyer );
		$this->world->fire( 1 );
		$this->world->pass_time( 6 );
	}

	private static function buyer(
		string $email = 'client@example.com',
		int $user_id = 5,
		string $company = '',
		string $siren = '',
		string $siret = '',
		string $vat = '',
	): Buyer {
		return new Buyer(
			user_id: $user_id,
			email: $email,
			first_name: 'Client',
			last_name: 'Test',
			company: $company,
			phone: '',
			siren: $siren,
			siret: $siret,
			vat_number: $vat
		);
	}

	/** @return list<string> of all customers. */
	private function emails(): array {
		return array_values(
			array_map(
				static fn ( RemoteCustomer $customer ): string => $customer->email,
				$this->world->sellsy->customers
			)
		);
	}

	private function billed(): string {
		return $this->world->sellsy->billed[ $this->world->row()->remote_id ];
	}

	/** @return array{TaskState|null, string|null} */
	private function state(): array {
		$row = $this->world->ledger->find_by_key( new TaskKey( 1, Effect::create( DocumentKind::Invoice ) ) );
		return [ $row?->state, $row?->problem?->code->value ];
	}
}
