<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Buyers;

use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\CompanyName;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\LegalNumbers;
use OrderInvoicer\Domain\Buyers\Likeness;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\unit\Domain\SeededNumbers;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Whatever orders come in whichever sequence: no document bears a name that its order does not give, nobody is made
 * twice for one spelling, no reference is given twice, and the same orders again change nothing.
 */
final class BuyerSequencesTest extends TestCase {

	private const COMPANIES = [
		'Alpha',
		'Alpha SAS',
		'ALPHA s.a.s.',
		'Alpha SARL',
		'Alpha Groupe',
		'Béta',
		'Beta GmbH',
		'---',
		'',
	];
	private const PERSONS   = [
		[ 'Michel', 'Roy' ],
		[ 'Michèle', 'Roy' ],
		[ 'M.', 'Roy' ],
		[ 'ROY', 'Michel' ],
		[ 'Anne', 'Lefebvre' ],
		[ 'Anne', 'Lefevre' ],
		[ 'Mme Anne', 'Lefèvre' ],
		[ 'Anne', 'Petit' ],
	];
	private const NUMBERS   = [
		[ '', '', '' ],
		[ '', '', '' ],
		[ '', '', '' ],
		[ '732829320', '', '' ],
		[ '732829320', '73282932000017', '' ],
		[ '732829320', '73282932000025', '' ],
		[ '732829320', '', 'FR44732829320' ],
		[ '552100554', '', '' ],
		[ '', '', 'DE123456789' ],
	];
	private const STREETS   = [ '1 rue de la Paix|75002', '5 place Bellecour|69002' ];

	private World $world;

	#[DataProvider( 'seeds' )]
	public function test_no_document_bears_another_name( int $seed ): void {
		$seeded      = new SeededNumbers( $seed );
		$this->world = new World( true );
		$clients     = $this->clients( $seeded );
		$orders      = [];
		for ( $id = 1; $id <= 9; $id++ ) {
			$orders[ $id ] = $this->buyer( $seeded );
			$this->place( $id, $orders[ $id ] );
		}
		$first = array_map( $this->billed( ... ), array_keys( $orders ) );
		foreach ( array_keys( $orders ) as $place => $id ) {
			$this->assert_named( $id, $first[ $place ], $clients );
		}
		$made = count( $this->world->sellsy->customers );
		foreach ( $orders as $id => $order ) {
			$this->place( $id + 100, $order );
		}
		foreach ( array_keys( $orders ) as $place => $id ) {
			if ( $first[ $place ] !== '' ) {
				self::assertSame( $first[ $place ], $this->billed( $id + 100 ), "Order $id again." );
			}
		}
		$questions = count( array_filter( $first, static fn ( string $customer ): bool => $customer === '' ) );
		self::assertLessThanOrEqual( $made + $questions, count( $this->world->sellsy->customers ) );
		$references = array_filter(
			array_map(
				static fn ( RemoteCustomer $customer ): string => $customer->reference,
				$this->world->sellsy->customers
			)
		);
		self::assertSame( $references, array_unique( $references ) );
	}

	/** @return iterable<int, array{int}> */
	public static function seeds(): iterable {
		for ( $seed = 1; $seed <= 60; $seed++ ) {
			yield $seed => [ $seed * 7919 ];
		}
	}

	/** @return list<string> the owner's. */
	private function clients( SeededNumbers $seeded ): array {
		$clients = [];
		for ( $i = $seeded->between( 0, 2 ); $i > 0; $i-- ) {
			$is_company = $seeded->once_in( 2 );
			$ref        = new CustomerRef(
				$is_company ? CustomerType::Company : CustomerType::Individual,
				$this->world->sellsy->next_id()
			);
			$name       = $is_company
				? $seeded->one_of( [ 'Alpha SAS', 'Alpha Groupe', 'Beta' ] )
				: implode( ' ', $seeded->one_of( self::PERSONS ) );
			$this->world->sellsy->has_customer(
				$ref,
				$seeded->one_of( [ 'a@pro.test', 'b@pro.test' ] ),
				'',
				'client',
				'',
				'',
				$name
			);
			$clients[] = $ref->type->value . $ref->id;
		}
		return $clients;
	}

	/** @return array{Buyer, Address} */
	private function buyer( SeededNumbers $seeded ): array {
		[ $first, $last ]      = $seeded->one_of( self::PERSONS );
		[ $street, $postcode ] = explode( '|', $seeded->one_of( self::STREETS ) );
		$company               = $seeded->one_of( self::COMPANIES );
		$numbers               = $seeded->one_of( self::NUMBERS );
		$buyer                 = new Buyer(
			$seeded->once_in( 3 ) ? 5 : 0,
			$seeded->one_of( [ 'a@pro.test', 'b@pro.test', 'A@Pro.test' ] ),
			$first,
			$last,
			$company,
			'',
			...$numbers
		);
		return [
			$buyer,
			new Address(
				name: "$first $last",
				company: $company,
				line_1: $street,
				line_2: '',
				postcode: $postcode,
				city: 'Ville',
				state: '',
				country: 'FR'
			),
		];
	}

	/** @param array{Buyer, Address} $of */
	private function place( int $id, array $of ): void {
		$order = $this->world->order( $id, $of[0] );

		$this->world->shop->orders[ $id ] = new OrderSnapshot( ...[ 'billing' => $of[1] ] + get_object_vars( $order ) );
		$this->world->fire( $id );
		$this->world->due->run( 20 );
	}

	private function billed( int $id ): string {
		return $this->world->sellsy->billed[ $this->world->ledger->find_by_key(
			new TaskKey( $id, Effect::CreateInvoice )
		)->remote_id
			?? 0 ]
			?? '';
	}

	/** @param list<string> $clients */
	private function assert_named( int $id, string $billed, array $clients ): void {
		if ( $billed === '' ) {
			return; // A person is asked.
		}
		$order    = $this->world->shop->orders[ $id ];
		$buyer    = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$customer = $this->world->sellsy->customers[ $billed ];
		$numbers  = $buyer->numbers->likeness( $customer->numbers() );
		self::assertSame( $buyer->type, $customer->ref->type );
		self::assertNotSame( Likeness::Never, $numbers, "Order $id: {$customer->name} has other numbers." );
		if ( $numbers === Likeness::Equal || $buyer->numbers->shares_siren( $customer->numbers() ) ) {
			return;
		}
		$likeness = $buyer->is_company()
			? CompanyName::from_name( $order->buyer->name() )->likeness( CompanyName::from_name( $customer->name ) )
			: $buyer->person->likeness( $customer->person() );
		self::assertTrue(
			in_array( $likeness, [ Likeness::Equal, Likeness::Near ], true ) || in_array( $billed, $clients, true ),
			"Order $id of {$order->buyer->name()} names {$customer->name}."
		);
	}
}
