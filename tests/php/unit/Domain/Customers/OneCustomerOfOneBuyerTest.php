<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** One buyer is one customer, however often people answer, answers are lost, and whatever an order lacks. */
final class OneCustomerOfOneBuyerTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_a_lost_answer_is_waited_for_by_orders_from_elsewhere_too(): void {
		$this->world->sellsy->index_lag = 60;
		$this->world->sellsy->plan( 'create_customer', FailureKind::OutcomeUnknown, true );
		$this->bill( 1, World::buyer( 0 ) );
		$this->bill( 2, World::buyer( 0 ), '69002' );
		$this->world->pass_time( 30 );
		self::assertCount( 1, $this->world->sellsy->customers );
		self::assertSame(
			[ TaskState::Done, TaskState::Done ],
			[ $this->world->row( 1 )->state, $this->world->row( 2 )->state ]
		);
	}

	public function test_none_of_these_said_of_two_orders_of_one_buyer_makes_one_customer(): void {
		foreach ( [ 0, 5 ] as $user_id ) {
			$this->setUp();
			$this->asked( $user_id );
			foreach ( [ 1, 2 ] as $row ) {
				self::assertTrue( $this->world->choose->choose( $row, null ) );
				$this->world->due->run( 20 );
			}
			self::assertSame( [ 'individual101', 'individual101' ], array_values( $this->world->sellsy->billed ) );
			self::assertCount( 3, $this->world->sellsy->customers );
		}
	}

	public function test_none_of_these_said_while_an_answer_is_lost_makes_one_customer(): void {
		$this->asked( 5 );
		$this->world->sellsy->plan( 'create_customer', FailureKind::OutcomeUnknown, true );
		foreach ( [ 1, 2 ] as $row ) {
			$this->world->choose->choose( $row, null );
			$this->world->due->run( 20 );
		}
		$this->world->pass_time( 30 );
		self::assertCount( 3, $this->world->sellsy->customers );
		self::assertSame( [ 'individual101', 'individual101' ], array_values( $this->world->sellsy->billed ) );
	}

	public function test_none_of_these_under_a_shared_address_holds_for_the_number_from_elsewhere(): void {
		$this->three_guests();
		foreach ( [ 40, 41 ] as $id ) {
			$this->world->sellsy->has_customer(
				new CustomerRef( CustomerType::Company, $id ),
				'client@example.com',
				siren: '732829320',
				name: 'Alpha SAS'
			);
		}
		$alpha = World::buyer( 0, 'client@example.com', 'Alpha SAS', '732829320' );
		$this->bill( 4, $alpha );
		self::assertSame( ProblemCode::SeveralCustomers, $this->world->row( 4 )->problem?->code );
		$this->world->choose->choose( 4, null );
		$this->world->due->run( 20 );
		$made = count( $this->world->sellsy->customers );
		$this->bill( 5, $alpha, '69002' );
		$billed = array_slice( array_values( $this->world->sellsy->billed ), -2 );
		self::assertSame( $billed[0], $billed[1] );
		self::assertCount( $made, $this->world->sellsy->customers );
	}

	public function test_an_order_without_postcode_under_a_shared_address_keeps_its_customer(): void {
		$this->three_guests();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->bill(
			4,
			new Buyer(
				user_id: 0,
				email: 'client@example.com',
				first_name: 'Zoé',
				last_name: 'Roy',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			),
			''
		);
		self::assertSame( TaskState::Attention, $this->world->row( 4 )->state );
		self::assertCount( 4, $this->world->sellsy->customers );
		$this->world->retry->retry( 4 );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->world->row( 4 )->state );
		self::assertCount( 4, $this->world->sellsy->customers );
	}

	public function test_a_reference_that_the_owner_went_on_with_is_no_turn_to_count_up_to(): void {
		$this->world->sellsy->has_customer(
			new CustomerRef( CustomerType::Individual, 40 ),
			'client@example.com',
			'SHOP-C5-20261128',
			name: 'Michel Roy'
		);
		$this->bill( 1 );
		self::assertLessThan( 30, $this->world->sellsy->count( 'find_by_reference' ) );
		self::assertSame( TaskState::Done, $this->world->row()->state );
	}

	public function test_none_of_these_is_heard_while_another_shop_uses_the_same_references(): void {
		$this->world->clashes->add( 900, 'SHOP-77' );
		$this->world->look_for_clash->look();
		$this->world->sellsy->has_customer(
			new CustomerRef( CustomerType::Individual, 40 ),
			'somebody@example.com',
			'SHOP-C5'
		);
		$this->bill();
		self::assertSame( ProblemCode::SeveralCustomers, $this->world->row()->problem?->code );
		$this->world->choose->choose( 1, null );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->world->row()->state );
		self::assertSame(
			[ 'SHOP-C5', 'SHOP-C5-2' ],
			array_values(
				array_map(
					static fn ( RemoteCustomer $customer ): string => $customer->reference,
					$this->world->sellsy->customers
				)
			)
		);
	}

	public function test_what_another_shop_made_under_the_same_reference_is_not_what_an_answer_was_lost_of(): void {
		$this->world->sellsy->plan( 'create_customer', FailureKind::OutcomeUnknown );
		$this->bill();
		$this->world->sellsy->has_customer(
			new CustomerRef( CustomerType::Individual, 40 ),
			'somebody@example.com',
			'SHOP-C5',
			name: 'Michel Roy'
		);
		$this->world->clashes->add( 900, 'SHOP-77' );
		$this->world->look_for_clash->look();
		$this->world->pass_time( 30 );
		self::assertNotContains( 'individual40', $this->world->sellsy->billed );
	}

	public function test_each_order_whose_numbers_contradict_each_other_says_so(): void {
		foreach ( [ 1, 2 ] as $order_id ) {
			$this->bill(
				$order_id,
				new Buyer(
					user_id: 5,
					email: 'client@example.com',
					first_name: 'Anne',
					last_name: 'Roy',
					company: 'Alpha SAS',
					phone: '',
					siren: '732829320',
					siret: '73282932000017',
					vat_number: '',
					is_contradictory: true
				)
			);
		}
		foreach ( [ 1, 2 ] as $order_id ) {
			self::assertContains( "$order_id numbers_contradict", $this->world->shop->notes );
		}
	}

	#[DataProvider( 'written_otherwise' )]
	public function test_names_are_compared_as_they_would_be_written( string $theirs, string $ours ): void {
		$this->world->sellsy->has_customer(
			new CustomerRef( CustomerType::Company, 40 ),
			'client@example.com',
			name: $theirs
		);
		$this->bill( 1, World::buyer( 0, 'client@example.com', $ours ) );
		self::assertSame( [ 'company40' ], array_values( $this->world->sellsy->billed ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function written_otherwise(): iterable {
		yield 'an entity of an import' => [ 'Alpha & Fils', 'Alpha &amp; Fils' ];
		yield 'markup' => [ 'Alpha Fils', '<b>Alpha</b> Fils' ];
		yield 'too long for Sellsy' => [
			mb_substr( str_repeat( 'Très Longue Société ', 20 ), 0, 250 ),
			str_repeat( 'Très Longue Société ', 20 ),
		];
	}

	public function test_persons_are_compared_as_they_would_be_written(): void {
		$this->world->sellsy->has_customer(
			new CustomerRef( CustomerType::Individual, 40 ),
			'client@example.com',
			name: "Anne O'Brien"
		);
		$this->bill(
			1,
			new Buyer(
				user_id: 0,
				email: 'client@example.com',
				first_name: 'Anne',
				last_name: 'O&#039;Brien',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			)
		);
		self::assertSame( [ 'individual40' ], array_values( $this->world->sellsy->billed ) );
	}

	/** Two orders of one buyer that each ask, for two customers of the owner have its name. */
	private function asked( int $user_id ): void {
		foreach ( [ 40, 41 ] as $id ) {
			$this->world->sellsy->has_customer(
				new CustomerRef( CustomerType::Individual, $id ),
				'client@example.com'
			);
		}
		foreach ( [ 1, 2 ] as $order_id ) {
			$this->bill( $order_id, World::buyer( $user_id ) );
			self::assertSame( ProblemCode::SeveralCustomers, $this->world->row( $order_id )->problem?->code );
		}
	}

	private function three_guests(): void {
		foreach ( [ 'Anne', 'Paul', 'Luc' ] as $place => $first ) {
			$this->bill(
				$place + 1,
				new Buyer(
					user_id: 0,
					email: 'client@example.com',
					first_name: $first,
					last_name: 'Martin',
					company: '',
					phone: '',
					siren: '',
					siret: '',
					vat_number: ''
				)
			);
		}
		self::assertCount( 3, $this->world->sellsy->customers );
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
}
