<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\BuyerFacts;
use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Order\Buyer;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class BuyerFactsTest extends TestCase {

	private static function facts( string $company = 'Éditions Test' ): BuyerFacts {
		$buyer = new Buyer(
			user_id: 5,
			email: 'Client@example.test',
			first_name: 'Client',
			last_name: 'Test',
			company: $company,
			phone: '',
			siren: '732829320',
			siret: '73282932000074',
			vat_number: 'FR44732829320'
		);
		return BuyerFacts::from_buyer( $buyer, CustomerKey::for_buyer( $buyer, 1 ), 'SHOP' );
	}

	/** @param list<string> $expected */
	#[DataProvider( 'customers' )]
	public function test_what_a_customer_shares_with_the_order_is_named(
		RemoteCustomer $customer,
		array $expected,
	): void {
		self::assertSame( $expected, self::facts()->same( $customer ) );
	}

	private static function customer(
		CustomerType $type,
		string $name = '',
		string $email = '',
		string $reference = '',
		string $siret = '',
		string $vat = '',
	): RemoteCustomer {
		return new RemoteCustomer(
			ref: new CustomerRef( $type, 9 ),
			relation: 'client',
			name: $name,
			email: $email,
			reference: $reference,
			siren: '',
			siret: $siret,
			vat_number: $vat,
			archived: false
		);
	}

	/** @return iterable<string, array{RemoteCustomer, list<string>}> */
	public static function customers(): iterable {
		yield 'nothing' => [ self::customer( CustomerType::Individual, 'Autre', 'autre@example.test' ), [] ];
		yield 'what is empty on both sides is not shared' => [ self::customer( CustomerType::Company ), [ 'type' ] ];
		yield 'whatever the case' => [
			self::customer( CustomerType::Company, 'éditions test', 'CLIENT@example.test', 'shop-c5' ),
			[ 'type', 'name', 'email', 'reference' ],
		];
		yield 'whatever the spaces' => [
			self::customer( CustomerType::Company, '', '', '', '732 829 320 00074', 'FR 44 732829320' ),
			[ 'type', 'siret', 'vat_number' ],
		];
	}

	public function test_a_person_is_named_by_first_and_last_name(): void {
		$buyer = new Buyer(
			user_id: 5,
			email: 'client@example.test',
			first_name: 'Client',
			last_name: 'Test',
			company: '---',
			phone: '',
			siren: '',
			siret: '',
			vat_number: ''
		);
		$facts = BuyerFacts::from_buyer( $buyer, CustomerKey::for_buyer( $buyer, 1 ), 'SHOP' );
		self::assertSame(
			[ 'Client Test', CustomerType::Individual, 'SHOP-C5' ],
			[ $facts->name, $facts->type, $facts->reference ]
		);
	}

	public function test_a_sole_trader_has_a_number_and_bears_the_name_of_the_person(): void {
		self::assertSame(
			[ 'Client Test', CustomerType::Company ],
			[ self::facts( '' )->name, self::facts( '' )->type ]
		);
	}
}
