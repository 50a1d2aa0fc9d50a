<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * What the shop remembers of its customers: by spelling, with references that are never given twice.
 */
final class CustomerMemoryTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_names_are_kept_as_keyed_hashes_alone(): void {
		$this->bill( 1, World::buyer( 5, 'client@example.com', 'Alpha SAS', '732829320' ) );
		$kept = var_export( $this->world->memory->memories, true );
		foreach ( [ 'Alpha', 'alpha', 'client@example.com', '75002' ] as $secret ) {
			self::assertStringNotContainsString( $secret, $kept );
		}
		self::assertStringContainsString( "'sas'", $kept, 'The legal form, as a word.' );
	}

	public function test_a_customer_that_was_archived_keeps_its_reference_and_the_next_gets_a_further_one(): void {
		$this->bill( 1 );
		$this->archive();
		$this->bill( 2 );
		self::assertSame( [ 'SHOP-C5', 'SHOP-C5-2' ], $this->references() );
		$this->archive();
		$this->bill( 3 );
		self::assertSame( [ 'SHOP-C5', 'SHOP-C5-2', 'SHOP-C5-3' ], $this->references() );
	}

	public function test_a_customer_that_was_deleted_is_followed_by_a_further_one(): void {
		$this->bill( 1 );
		$this->world->sellsy->customers = [];
		$this->bill( 2 );
		self::assertSame( [ 'SHOP-C5-2' ], $this->references() );
	}

	public function test_a_lost_answer_is_gone_on_with_under_the_same_reference(): void {
		$this->world->sellsy->plan( 'create_customer', FailureKind::OutcomeUnknown, true );
		$this->bill( 1 );
		self::assertSame( ProblemCode::OutcomeUnknown, $this->world->row()->problem?->code );
		// Another order of the same shopper under another name comes in between.
		$this->bill(
			2,
			new Buyer(
				user_id: 5,
				email: 'client@example.com',
				first_name: 'Anne',
				last_name: 'Petit',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			)
		);
		$this->world->pass_time( 30 );
		self::assertSame( [ 'SHOP-C5', 'SHOP-C5-2' ], $this->references() );
		self::assertSame(
			[ TaskState::Done, TaskState::Done ],
			[ $this->world->row( 1 )->state, $this->world->row( 2 )->state ]
		);
		self::assertCount( 2, array_unique( $this->world->sellsy->billed ) );
	}

	public function test_a_lost_request_is_sent_again_only_after_two_empty_searches(): void {
		$this->world->sellsy->plan( 'create_customer', FailureKind::OutcomeUnknown );
		$this->bill( 1 );
		$this->world->pass_time( 1 );
		self::assertSame( 1, $this->world->sellsy->count( 'create_customer' ) );
		$this->world->pass_time( 30 );
		self::assertSame( [ 'SHOP-C5' ], $this->references() );
		self::assertSame( 2, $this->world->sellsy->count( 'create_customer' ) );
	}

	public function test_a_clear_no_takes_no_reference(): void {
		$this->world->sellsy->plan( 'create_customer', FailureKind::Rejected );
		$this->bill( 1 );
		$this->bill( 2 );
		self::assertSame( [ 'SHOP-C5' ], $this->references() );
	}

	public function test_a_clear_no_does_not_set_free_the_reference_of_one_that_was_archived(): void {
		$this->bill( 1 );
		$this->archive();
		$this->world->sellsy->plan( 'create_customer', FailureKind::Rejected );
		$this->bill( 2 );
		$this->bill( 3 );
		self::assertSame( [ 'SHOP-C5', 'SHOP-C5-2' ], $this->references() );
	}

	public function test_a_client_of_the_owner_does_not_set_free_the_reference_of_one_that_was_archived(): void {
		$this->bill( 1 );
		$this->archive();
		$this->has( CustomerType::Individual, 40, email: 'client@example.com' );
		$this->bill( 2 );
		self::assertContains( 'individual40', $this->world->sellsy->billed );
		$this->bill(
			3,
			new Buyer(
				user_id: 5,
				email: 'client@example.com',
				first_name: 'Anne',
				last_name: 'Petit',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			)
		);
		self::assertSame( [ 'SHOP-C5', '', 'SHOP-C5-2' ], $this->references() );
	}

	public function test_one_whom_the_owner_had_forgotten_is_found_by_its_reference_where_it_stands(): void {
		$this->bill( 1 );
		$key = array_key_first( $this->world->sellsy->customers );

		$this->world->sellsy->customers[ $key ] = new RemoteCustomer(
			...[ 'email' => '' ] + get_object_vars( $this->world->sellsy->customers[ $key ] )
		);
		$this->world->memory->memories          = array_map(
			static fn ( RememberedCustomer $memory ): RememberedCustomer => $memory->without_customer(),
			$this->world->memory->memories
		);
		$this->bill( 2 );
		self::assertSame( [ 'SHOP-C5' ], $this->references() );
	}

	public function test_a_runner_that_died_before_creating_leaves_no_gap(): void {
		$this->world->sellsy->dies_at( 'create_customer' );
		try {
			$this->bill( 1 );
		} catch ( Killed ) {
			self::assertSame( [], $this->world->sellsy->customers );
		}
		$this->world->fate->revive();
		$this->world->pass_time( 30 );
		self::assertSame( [ 'SHOP-C5' ], $this->references() );
	}

	public function test_none_of_these_creates_a_customer_of_its_own_and_is_remembered(): void {
		$this->has( CustomerType::Individual, 40, email: 'client@example.com' );
		$this->has( CustomerType::Individual, 41, email: 'client@example.com' );
		$this->bill( 1 );
		self::assertSame( ProblemCode::SeveralCustomers, $this->world->row()->problem?->code );
		$this->world->choose->choose( 1, null );
		$this->world->due->run( 20 );
		$this->bill( 2 );
		self::assertSame( [ 'individual101', 'individual101' ], array_values( $this->world->sellsy->billed ) );
		self::assertSame( 'SHOP-C5', $this->world->sellsy->customers['individual101']->reference );
	}

	public function test_none_of_these_is_not_forgotten_when_sellsy_says_no(): void {
		$this->has( CustomerType::Individual, 40, email: 'client@example.com' );
		$this->has( CustomerType::Individual, 41, email: 'client@example.com' );
		$this->bill( 1 );
		$this->world->sellsy->plan( 'create_customer', FailureKind::Rejected );
		$this->world->choose->choose( 1, null );
		$this->world->due->run( 20 );
		self::assertSame(
			[ RememberedCustomer::NONE_OF_THESE ],
			array_values(
				array_map(
					static fn ( RememberedCustomer $memory ): string => $memory->origin,
					$this->world->memory->memories
				)
			)
		);
		$this->world->retry->retry( 1 );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->world->row()->state );
	}

	public function test_a_customer_that_got_the_numbers_of_another_company_is_remembered_no_more(): void {
		$alpha = World::buyer( 5, 'client@example.com', 'Alpha SAS', '732829320' );
		$this->bill( 1, $alpha );
		$key = array_key_first( $this->world->sellsy->customers );

		$this->world->sellsy->customers[ $key ] = new RemoteCustomer(
			...[ 'siren' => '552100554' ] + get_object_vars( $this->world->sellsy->customers[ $key ] )
		);
		$this->bill( 2, $alpha );
		$this->bill( 3, $alpha );
		$billed = array_values( $this->world->sellsy->billed );
		self::assertNotSame( $billed[0], $billed[1] );
		self::assertSame( $billed[1], $billed[2] );
	}

	public function test_the_numbers_of_a_client_of_the_owner_are_learnt(): void {
		$this->has(
			CustomerType::Company,
			40,
			email: 'client@example.com',
			siret: '73282932000017',
			name: 'Alpha SAS'
		);
		$this->bill( 1, World::buyer( 5, 'client@example.com', 'Alpha SAS' ) );
		$this->bill( 2, World::buyer( 6, 'other@example.com', 'Alpha Lyon', '732829320' ) );
		self::assertSame( [ 'company40' ], array_values( array_unique( $this->world->sellsy->billed ) ) );
	}

	public function test_a_relay_address_of_hundreds_reads_few(): void {
		for ( $id = 1; $id <= 30; $id++ ) {
			$this->bill(
				$id,
				new Buyer(
					user_id: 0,
					email: 'relay@market.test',
					first_name: "Prénom$id",
					last_name: "Nom$id",
					company: '',
					phone: '',
					siren: '',
					siret: '',
					vat_number: ''
				),
				(string) ( 10000 + $id )
			);
		}
		foreach ( $this->world->sellsy->customers as $key => $customer ) {
			$this->world->sellsy->customers[ $key ] = new RemoteCustomer(
				...[ 'email' => '' ] + get_object_vars( $customer )
			);
		}
		$this->world->sellsy->calls = [];
		$this->bill(
			31,
			new Buyer(
				user_id: 0,
				email: 'relay@market.test',
				first_name: 'Une',
				last_name: 'Autre',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			)
		);
		self::assertCount( 31, $this->world->sellsy->customers );
		self::assertSame( 0, $this->world->sellsy->count( 'get_customer' ) );
	}

	private function bill( int $order_id = 1, ?Buyer $buyer = null, string $postcode = '75002' ): void {
		$order = $this->world->order( $order_id, $buyer );

		$this->world->shop->orders[ $order_id ] = new OrderSnapshot(
			...[
				'billing' => new Address(
					name: 'Client Test',
					company: '',
					line_1: '1 rue de la Paix',
					line_2: '',
					postcode: $postcode,
					city: 'Paris',
					state: '',
					country: 'FR'
				),
			]
				+ get_object_vars( $order )
		);
		$this->world->fire( $order_id );
		$this->world->due->run( 20 );
	}

	private function archive(): void {
		$last = array_key_last( $this->world->sellsy->customers );

		$this->world->sellsy->customers[ $last ] = new RemoteCustomer(
			...[ 'archived' => true ] + get_object_vars( $this->world->sellsy->customers[ $last ] )
		);
	}

	/** @return list<string> */
	private function references(): array {
		return array_values(
			array_map(
				static fn ( RemoteCustomer $customer ): string => $customer->reference,
				$this->world->sellsy->customers
			)
		);
	}

	private function has(
		CustomerType $type,
		int $id,
		string $email = '',
		string $reference = '',
		string $siret = '',
		string $name = '',
	): void {
		$this->world->sellsy->has_customer(
			new CustomerRef( $type, $id ),
			$email,
			$reference,
			'client',
			substr( $siret, 0, 9 ),
			$siret,
			$name
		);
	}

	/** Under these words Sellsy's customers and the shop's memory are found again, by any release. */
	public function test_a_buyer_is_known_by_the_same_words_for_ever(): void {
		$key = static fn ( Buyer $buyer ): CustomerKey => CustomerKey::for_buyer( $buyer, 12 );
		self::assertSame( 'C5', $key( World::buyer( 5 ) )->who() );
		self::assertSame( 'C1', $key( World::buyer( 1 ) )->who() );
		self::assertSame( 'Gf93fa2e5fb592009', $key( World::buyer( 0, ' Client@Example.com ' ) )->who() );
		self::assertSame( 'O12', $key( World::buyer( 0, '' ) )->who() );
		self::assertSame( 'SHOP-C5', $key( World::buyer( 5 ) )->reference( 'SHOP' ) );
		self::assertSame( 'SHOP-C5', $key( World::buyer( 5 ) )->reference( 'SHOP', 1 ) );
		self::assertSame( 'SHOP-C5-2', $key( World::buyer( 5 ) )->reference( 'SHOP', 2 ) );
	}
}
