<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use PHPUnit\Framework\Attributes\TestWith;

/**
 * The catalogue: items and their declinations; and what a change leaves of an item or customer.
 *
 * @assumes put-keeps-customers
 * @assumes put-keeps-items
 */
final class CatalogueTest extends SellsyTestCase {

	public function test_an_item_is_made_at_the_price_that_the_shop_enters(): void {
		$incl = $this->items->get( $this->item( 'TTC', '12.00', true )->ref->id );
		$excl = $this->items->get( $this->item( 'HT', '8.325', false )->ref->id );

		self::assertSame(
			[ '12', true, 'En cuir', 1 ],
			[ $incl->price?->to_string(), $incl->price_includes_tax, $incl->description, $incl->tax_id ]
		);
		self::assertSame( [ '8.325', false ], [ $excl->price?->to_string(), $excl->price_includes_tax ] );
	}

	/** @param list<Assumption> $otherwise */
	#[TestWith( [ 'keep', [] ] )]
	#[TestWith( [ 'clear', [ Assumption::PutKeepsItems ] ] )]
	public function test_a_change_leaves_the_rest_as_it_was( string $put, array $otherwise ): void {
		$item = $this->item( 'SAC', '12.00', true );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'put_items' => $put ] );
		$this->findings->otherwise = $otherwise;

		$this->items->update(
			$item->ref->id,
			new ItemChange(
				name: null,
				description: null,
				price: Decimal::from_string( '15' ),
				price_includes_tax: true,
				tax_id: null
			)
		);

		$changed = $this->items->get( $item->ref->id );
		self::assertSame(
			[ 'SAC', 'SAC', 'En cuir', '15', 1 ],
			[
				$changed->reference,
				$changed->name,
				$changed->description,
				$changed->price?->to_string(),
				$changed->tax_id,
			]
		);
	}

	/** @param list<Assumption> $otherwise */
	#[TestWith( [ 'keep', [] ] )]
	#[TestWith( [ 'clear', [ Assumption::PutKeepsCustomers ] ] )]
	public function test_a_change_leaves_the_rest_of_a_company_as_it_was( string $put, array $otherwise ): void {
		$buyer = new Buyer(
			user_id: 7,
			email: 'client@example.org',
			first_name: '',
			last_name: '',
			company: 'Acme SARL',
			phone: '+33123456789',
			siren: '732829320',
			siret: '',
			vat_number: ''
		);
		$ref   = $this->customers->create( new CustomerDraft( CustomerType::Company, 'SHOP-C7', $buyer ) )->ref;
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'put_customers' => $put ] );
		$this->findings->otherwise = $otherwise;

		self::assertTrue( $this->customers->change_email( $ref, 'nouveau@example.org' ) );
		self::assertTrue(
			$this->customers->fill_in_numbers(
				$ref,
				new Buyer(
					...[
						...get_object_vars( $buyer ),
						'vat_number' => 'FR44732829320',
					]
				)
			)
		);

		$company = $this->client->send( ApiRequest::get( '/companies/{id}', [ 'id' => $ref->id ] ) );
		self::assertSame(
			[ 'nouveau@example.org', '+33123456789', 'SHOP-C7', '732829320', 'FR44732829320' ],
			[
				$company->string( 'email' ),
				$company->string( 'phone_number' ),
				$company->string( 'reference' ),
				$company->object( 'legal_france' )->string( 'siren' ),
				$company->object( 'legal_france' )->string( 'vat' ),
			]
		);
	}

	public function test_declinations_come_with_their_references(): void {
		$item = $this->item( 'CHEMISE', '12.00', true );
		self::assertSame( [], $this->items->declinations( $item->ref->id ) );
		$this->decline( $item, 'CHEMISE-BLEUE' );

		self::assertSame( [ 'CHEMISE-BLEUE' ], array_values( $this->items->declinations( $item->ref->id ) ) );
		self::assertTrue( $this->items->find_by_reference( 'CHEMISE' )[0]->may_have_declinations );
	}

	/** The route declares no page: part of a list is never taken for the whole. */
	public function test_a_list_that_does_not_come_whole_is_a_failure(): void {
		$item = $this->item( 'CHEMISE', '12.00', true );
		for ( $number = 1; $number <= 30; $number++ ) {
			$this->decline( $item, "CHEMISE-$number" );
		}

		$this->expectExceptionObject( new RemoteFailure( FailureKind::Rejected, 200, 'GET /items/{id}/declinations' ) );
		$this->items->declinations( $item->ref->id );
	}

	private function item( string $reference, string $price, bool $includes_tax ): RemoteItem {
		return $this->items->create(
			new ItemDraft(
				type: 'product',
				reference: $reference,
				name: $reference,
				price: Decimal::from_string( $price ),
				tax_id: 1,
				price_includes_tax: $includes_tax,
				description: 'En cuir'
			)
		);
	}

	private function decline( RemoteItem $item, string $reference ): void {
		$this->sandbox->call(
			'POST',
			"/_sandbox/records/items/{$item->ref->id}/declinations",
			[ 'reference' => $reference ]
		);
	}
}
