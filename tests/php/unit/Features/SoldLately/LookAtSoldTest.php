<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\SoldLately;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Features\SoldLately\Rules\SeenSold;
use OrderInvoicer\Features\SoldLately\Rules\SoldFault;
use OrderInvoicer\Features\SoldLately\Rules\SoldKey;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFingerprints;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * How a little of what was sold lately stands at Sellsy, once a day.
 *
 * @assumes tax-of-item
 */
final class LookAtSoldTest extends TestCase {

	private World $world;
	private FakeSold $sold;

	protected function setUp(): void {
		$this->world = new World();
		$this->sold  = $this->world->fake( FakeSold::class );
	}

	private function has_item( int $id, string $reference, ?int $tax_id, bool $archived = false ): void {
		$this->world->sellsy->items[ $id ] = new RemoteItem(
			ref: new ItemRef( $id, 'product' ),
			reference: $reference,
			name: 'Article',
			archived: $archived,
			tax_id: $tax_id
		);
	}

	/** @return list<string> */
	private function faults_of( string $key ): array {
		self::assertArrayHasKey( $key, $this->sold->seen );
		return array_column( $this->sold->seen[ $key ]->faults, 'value' );
	}

	public function test_items_are_looked_up_by_their_whole_reference(): void {
		$this->has_item( 1, 'GOOD', 11 );
		$this->has_item( 2, 'GOOD-2', null );
		$this->has_item( 3, 'TWICE', 11 );
		$this->has_item( 4, 'TWICE', 11 );
		$this->has_item( 5, 'TWICE', 11, true );
		$this->has_item( 6, 'UNTAXED', null );
		$this->has_item( 7, 'OLD', null, true );
		$this->sold->references = [ 'GOOD', 'TWICE', 'UNTAXED', 'OLD', 'NOT-THERE' ];

		$this->world->sweep->run();

		self::assertSame( [], $this->faults_of( 'item GOOD' ) );
		self::assertSame( [ 'items_shared' ], $this->faults_of( 'item TWICE' ) );
		self::assertSame( [ 'items_untaxed' ], $this->faults_of( 'item UNTAXED' ) );
		self::assertSame( [ 'items_archived' ], $this->faults_of( 'item OLD' ) );
		self::assertSame( [], $this->faults_of( 'item NOT-THERE' ) );
	}

	/** Sellsy may tell capitals from small letters. */
	public function test_clients_of_one_address_are_found_in_each_spelling_that_an_order_had(): void {
		$individual = CustomerType::Individual;
		$this->world->sellsy->has_customer( new CustomerRef( $individual, 71 ), 'jeanne@orange.fr' );
		$this->world->sellsy->has_customer( new CustomerRef( $individual, 72 ), 'Jeanne@Orange.fr' );
		$this->world->sellsy->has_customer( new CustomerRef( $individual, 73 ), 'paul@orange.fr' );
		$former = new CustomerRef( $individual, 74 );
		$this->world->sellsy->has_customer( $former, 'paul@orange.fr' );
		$this->world->sellsy->rename( $former, 'Paul Petit', archived: true );
		$this->sold->emails = [
			'jeanne@orange.fr' => [ 'Jeanne@Orange.fr' ],
			'paul@orange.fr'   => [ 'paul@orange.fr' ],
		];

		$this->world->sweep->run();

		$key = static fn ( string $email ): string => SoldKey::of_buyer( $email, new FakeFingerprints() );
		self::assertSame( [ 'clients_shared' ], $this->faults_of( $key( 'jeanne@orange.fr' ) ) );
		self::assertSame( [], $this->faults_of( $key( 'paul@orange.fr' ) ) );
		self::assertStringNotContainsString( 'jeanne', implode( ' ', array_keys( $this->sold->seen ) ) );
	}

	public function test_ten_a_day_are_looked_up_and_none_again_within_a_week(): void {
		$this->sold->references = array_map( strval( ... ), range( 101, 112 ) );
		$this->world->sweep->run();
		self::assertCount( 10, $this->sold->seen );
		$this->world->sweep->run();
		self::assertCount( 10, $this->sold->seen, 'Once a day.' );

		$this->world->clock->advance( 86400 );
		$this->world->sweep->run();
		self::assertCount( 12, $this->sold->seen );
		$first = $this->sold->seen['item 101']->at;

		$this->world->clock->advance( 2 * 86400 );
		$this->world->sweep->run();
		self::assertEquals( $first, $this->sold->seen['item 101']->at );

		$this->world->clock->advance( 5 * 86400 );
		$this->world->sweep->run();
		self::assertGreaterThan( $first, $this->sold->seen['item 101']->at );
	}

	public function test_five_buyers_a_day_are_looked_up_in_three_spellings(): void {
		for ( $id = 1; $id <= 7; $id++ ) {
			$typed = [ "Client$id@orange.fr", "CLIENT$id@orange.fr", "client$id@Orange.fr" ];

			$this->sold->emails[ "client$id@orange.fr" ] = $typed;
		}
		$this->world->sweep->run();
		self::assertCount( 5, $this->sold->seen );
		self::assertSame( 5 * 3, $this->world->sellsy->count( 'find_by_email' ) );
		$this->world->clock->advance( 86400 );
		$this->world->sweep->run();
		self::assertCount( 7, $this->sold->seen );
	}

	public function test_of_what_is_sold_no_more_nothing_is_kept(): void {
		$this->sold->seen['item GONE'] = new SeenSold( new \DateTimeImmutable(), [ SoldFault::Archived ] );
		$this->world->sweep->run();
		self::assertSame( [], $this->sold->seen );
	}

	public function test_what_sellsy_did_not_answer_is_not_seen(): void {
		$this->sold->references = [ 'FIRST', 'SECOND' ];
		$this->world->sellsy->plan( 'find_item', FailureKind::OutcomeUnknown );
		$this->world->sweep->run();
		self::assertSame( [], $this->sold->seen );
		self::assertNull( $this->world->pauses->current() );
	}

	/** A reference that Sellsy's search does not take comes first each day, as it was never seen. */
	public function test_what_sellsy_refuses_to_look_up_holds_up_no_other(): void {
		$this->sold->references = [ 'REFUSED', 'SECOND' ];
		$this->sold->emails     = [ 'paul@orange.fr' => [ 'paul@orange.fr' ] ];
		$this->world->sellsy->plan( 'find_item', FailureKind::Rejected );
		$this->world->sweep->run();
		$buyer = SoldKey::of_buyer( 'paul@orange.fr', new FakeFingerprints() );
		self::assertSame( [ 'item SECOND', $buyer ], array_keys( $this->sold->seen ) );
	}
}
