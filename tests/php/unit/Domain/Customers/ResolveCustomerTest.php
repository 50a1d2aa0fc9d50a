<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * The right customer: remembered, SIRET, reference, e-mail, created; a person where it is not clear.
 *
 * @assumes search-by-email
 */
final class ResolveCustomerTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_nobody_is_found_so_an_individual_is_created_under_our_reference(): void {
		$this->bill();
		$customer = array_values( $this->world->sellsy->customers )[0];
		self::assertSame( CustomerType::Individual, $customer->ref->type );
		self::assertSame( 'SHOP-C5', $customer->reference );
	}

	public function test_a_guest_is_known_by_the_hash_of_the_lower_cased_email(): void {
		$this->bill( 1, World::buyer( 0, 'Client@Example.com' ) );
		$this->bill( 2, World::buyer( 0, 'client@example.com' ) );
		self::assertCount( 1, $this->world->sellsy->customers );
		self::assertMatchesRegularExpression(
			'/^SHOP-G[0-9a-f]{16}$/',
			array_values( $this->world->sellsy->customers )[0]->reference
		);
	}

	public function test_guests_without_email_are_customers_of_their_own(): void {
		$this->bill( 1, World::buyer( 0, '' ) );
		$this->bill( 2, World::buyer( 0, '' ) );
		self::assertSame(
			[ 'SHOP-O1', 'SHOP-O2' ],
			array_map(
				static fn( $customer ): string => $customer->reference,
				array_values( $this->world->sellsy->customers )
			)
		);
	}

	public function test_siret_comes_before_everything_else(): void {
		$this->has( CustomerType::Company, 40, siret: '73282932000074', siren: '732829320' );
		$this->has( CustomerType::Company, 41, email: 'client@example.com' );
		$this->bill( 1, World::buyer( 5, 'client@example.com', 'Acme SARL', '732829320', '73282932000074' ) );
		$this->assert_billed( 'company40' );
	}

	public function test_an_equal_name_by_our_reference_comes_before_another_by_email(): void {
		$this->has( CustomerType::Individual, 40, reference: 'SHOP-C5' );
		$this->has( CustomerType::Individual, 41, email: 'client@example.com', name: 'Claire Test' );
		$this->bill();
		$this->assert_billed( 'individual40' );
	}

	public function test_a_further_reference_of_ours_on_one_that_is_found_by_email_counts_as_ours(): void {
		$this->has( CustomerType::Individual, 40, email: 'client@example.com', reference: 'SHOP-C5-3' );
		$this->bill();
		$this->assert_billed( 'individual40' );
		$codes = array_map( static fn ( Step $step ): StepCode => $step->code, $this->world->shop->steps );
		self::assertContains( StepCode::FoundByReference, $codes );
	}

	public function test_equal_names_by_our_reference_and_by_email_stop(): void {
		$this->has( CustomerType::Individual, 40, reference: 'SHOP-C5' );
		$this->has( CustomerType::Individual, 41, email: 'client@example.com' );
		$this->bill();
		$this->assert_stopped(
			ProblemCode::SeveralCustomers,
			'[{"type":"individual","id":41},{"type":"individual","id":40}]'
		);
	}

	/** After a backup was put back, say: its address is another by now, so that no search by address found it. */
	public function test_one_of_the_other_kind_under_our_reference_is_nobodys_but_its_own_orders(): void {
		$this->has( CustomerType::Company, 40, email: 'other@example.com', reference: 'SHOP-C5' );
		$this->world->sellsy->plan( 'create_customer', FailureKind::OutcomeUnknown );
		$this->bill();
		$this->world->pass_time( 5 );
		$person = array_values( $this->world->sellsy->customers )[1];
		self::assertSame( [ CustomerType::Individual, 'SHOP-C5' ], [ $person->ref->type, $person->reference ] );

		$this->bill( 2, World::buyer( 5, 'client@example.com', 'Acme SARL' ) );
		self::assertSame( [ $person->ref->key(), 'company40' ], array_values( $this->world->sellsy->billed ) );
	}

	/** @dataProvider orders_that_say_little */
	public function test_it_counts_where_the_order_says_too_little_to_tell( Buyer $buyer, string $made ): void {
		$this->has( CustomerType::Company, 40, email: 'other@example.com', reference: 'SHOP-C5' );
		$this->bill( 1, $buyer );
		$customers = $this->world->sellsy->customers;
		self::assertSame(
			[ 'SHOP-C5', ...$made === '' ? [] : [ $made ] ],
			array_column( array_values( $customers ), 'reference' )
		);
		self::assertSame( [ (string) array_key_last( $customers ) ], array_values( $this->world->sellsy->billed ) );
	}

	/** @return iterable<string, array{Buyer, string}> */
	public static function orders_that_say_little(): iterable {
		yield 'no name' => [
			new Buyer(
				user_id: 5,
				email: 'client@example.com',
				first_name: '',
				last_name: '',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			),
			'',
		];
		yield 'no address to search by' => [ World::buyer( 5, '' ), 'SHOP-C5-2' ];
	}

	public function test_the_email_is_found_as_typed_and_in_lower_case(): void {
		$this->has( CustomerType::Individual, 40, email: 'client@example.com' );
		$this->bill( 1, World::buyer( 5, 'Client@Example.com' ) );
		$this->assert_billed( 'individual40' );
	}

	public function test_another_siren_under_the_same_email_is_another_company(): void {
		$this->has( CustomerType::Company, 40, email: 'client@example.com', siren: '552100554' );
		$this->bill( 1, World::buyer( 5, 'client@example.com', 'Acme SARL', '732829320' ) );
		self::assertNotContains( 'company40', $this->world->sellsy->billed );
		self::assertSame( TaskState::Done, $this->world->row()->state );
	}

	public function test_one_of_the_other_kind_stops(): void {
		$this->has( CustomerType::Company, 40, email: 'client@example.com' );
		$this->bill();
		$this->assert_stopped( ProblemCode::CustomerOtherKind, '[{"type":"company","id":40}]' );
	}

	public function test_several_stop(): void {
		$this->has( CustomerType::Individual, 40, email: 'client@example.com' );
		$this->has( CustomerType::Individual, 41, email: 'client@example.com' );
		$this->bill();
		$this->assert_stopped(
			ProblemCode::SeveralCustomers,
			'[{"type":"individual","id":40},{"type":"individual","id":41}]'
		);
	}

	public function test_a_failed_search_never_creates(): void {
		$this->world->sellsy->plan( 'find_by_email', FailureKind::OutcomeUnknown );
		$this->bill();
		self::assertSame( [], $this->world->sellsy->customers );
		self::assertSame( TaskState::Queued, $this->world->row()->state );
	}

	public function test_the_second_order_searches_no_more(): void {
		$this->bill( 1 );
		$this->bill( 2 );
		self::assertSame( 1, $this->world->sellsy->count( 'find_by_reference' ) );
		self::assertCount( 1, array_unique( $this->world->sellsy->billed ) );
	}

	public function test_a_remembered_customer_that_is_gone_is_looked_up_afresh(): void {
		$this->bill( 1 );
		$this->world->sellsy->customers = [];
		$this->bill( 2 );
		self::assertCount( 1, $this->world->sellsy->customers );
		self::assertSame( TaskState::Done, $this->world->row( 2 )->state );
	}

	public function test_one_account_buys_for_itself_and_for_a_company(): void {
		$this->bill( 1, World::buyer( 5, 'client@example.com' ) );
		$this->bill( 2, World::buyer( 5, 'client@example.com', 'Acme SARL' ) );
		self::assertSame( TaskState::Done, $this->world->row( 2 )->state );
		self::assertSame(
			[ 'SHOP-C5', 'SHOP-C5-2' ],
			array_map(
				static fn( $customer ): string => $customer->reference,
				array_values( $this->world->sellsy->customers )
			)
		);
	}

	public function test_the_other_of_two_first_orders_waits_and_takes_the_same_customer(): void {
		$now = $this->world->clock->now();
		$this->world->links->claim(
			'account-1',
			'customer',
			'C5',
			'another runner',
			$now,
			$now->modify( '+2 minutes' )
		);
		$this->bill();
		self::assertSame( ProblemCode::WaitsForCustomer, $this->world->row()->problem?->code );
		self::assertSame( 0, $this->world->row()->attempts );

		$this->has( CustomerType::Individual, 40, email: 'client@example.com' );
		$this->world->links->release( 'account-1', 'customer', 'C5', 'another runner' );
		$this->world->clock->advance( 5 );
		$this->world->due->run( 20 );
		$this->assert_billed( 'individual40' );
	}

	public function test_a_prospect_becomes_a_client(): void {
		$this->has( CustomerType::Individual, 40, email: 'client@example.com', relation: 'prospect' );
		$this->bill();
		self::assertSame( 'client', $this->world->sellsy->customers['individual40']->relation );
	}

	public function test_the_email_of_one_of_sellsys_staff_is_left_out_and_said(): void {
		$this->world->sellsy->staff_emails = [ 'client@example.com' ];
		$this->bill();
		self::assertSame( '', array_values( $this->world->sellsy->customers )[0]->email );
		self::assertContains( '1 staff_email', $this->world->shop->notes );
		self::assertSame( TaskState::Done, $this->world->row()->state );
	}

	public function test_a_buyer_without_a_name_stops(): void {
		$this->bill(
			1,
			new Buyer(
				user_id: 5,
				email: 'client@example.com',
				first_name: '',
				last_name: '',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			)
		);
		self::assertSame( ProblemCode::CustomerNameless, $this->world->row()->problem?->code );
	}

	public function test_the_person_of_a_company_is_created_once_and_found_by_email(): void {
		$company = World::buyer( 5, 'client@example.com', 'Acme SARL' );
		$this->bill( 1, $company );
		$this->bill( 2, $company );
		self::assertSame( [ 'client@example.com' ], array_values( $this->world->sellsy->contacts ) );
		$contact = array_key_first( $this->world->sellsy->contacts );
		self::assertSame(
			[ $contact, $contact ],
			array_map( static fn( $draft ): ?int => $draft->contact_id, $this->world->invoicing->created )
		);
	}

	public function test_a_contact_with_a_staff_email_is_created_once_without_it(): void {
		$this->world->sellsy->staff_emails = [ 'client@example.com' ];
		$company                           = World::buyer( 5, 'client@example.com', 'Acme SARL' );
		$this->bill( 1, $company );
		$this->bill( 2, $company );
		self::assertSame( [ '' ], array_values( $this->world->sellsy->contacts ) );
	}

	public function test_an_equal_address_is_used_again(): void {
		$this->has( CustomerType::Individual, 40, email: 'client@example.com' );
		$this->world->sellsy->addresses['individual40'] = [
			new RemoteAddress(
				id: 77,
				name: 'Siège',
				line_1: '1, RUE de la Paix',
				line_2: '',
				postcode: '75002',
				city: 'PARIS',
				country: 'FR'
			),
		];
		$this->bill();
		self::assertSame( 77, $this->world->invoicing->created[0]->invoicing_address_id );
		self::assertSame( 0, $this->world->sellsy->count( 'add_address' ) );
	}

	private function bill( int $order_id = 1, ?Buyer $buyer = null ): void {
		$this->world->order( $order_id, $buyer );
		$this->world->fire( $order_id );
		$this->world->due->run( 20 );
	}

	private function has(
		CustomerType $type,
		int $id,
		string $email = '',
		string $reference = '',
		string $relation = 'client',
		string $siren = '',
		string $siret = '',
		string $name = '',
	): void {
		$this->world->sellsy->has_customer(
			new CustomerRef( $type, $id ),
			$email,
			$reference,
			$relation,
			$siren,
			$siret,
			$name
		);
	}

	private function assert_billed( string $customer ): void {
		self::assertSame( [ $customer ], array_values( $this->world->sellsy->billed ) );
	}

	private function assert_stopped( ProblemCode $code, string $candidates ): void {
		self::assertSame( TaskState::Attention, $this->world->row()->state );
		self::assertSame( $code, $this->world->row()->problem?->code );
		self::assertSame( $candidates, $this->world->row()->problem->facts['candidates'] );
		self::assertSame( 0, $this->world->sellsy->count( 'create_customer' ) );
	}
}
