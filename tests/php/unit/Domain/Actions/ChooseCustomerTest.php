<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Two clients of the owner are called Alpha: a person says which one an order is for. */
final class ChooseCustomerTest extends TestCase {

	private World $world;
	private CustomerRef $one;
	private CustomerRef $other;

	protected function setUp(): void {
		$this->world = new World();
		$this->one   = new CustomerRef( CustomerType::Company, 41 );
		$this->other = new CustomerRef( CustomerType::Company, 42 );
		foreach ( [ $this->one, $this->other ] as $ref ) {
			$this->world->sellsy->has_customer( $ref, 'a@pro.test', name: 'Alpha' );
		}
		$this->world->order( 1, World::buyer( 0, 'a@pro.test', 'Alpha' ) );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( 'several_customers', $this->world->row()->problem?->code->value );
	}

	public function test_those_that_still_exist_are_shown_beside_what_the_order_says(): void {
		self::assertSame( [ 41, 42 ], $this->candidates() );
		unset( $this->world->sellsy->customers[ Sellsy::key( $this->one ) ] );
		self::assertSame( [ 42 ], $this->candidates() );
		self::assertSame( [], $this->world->choose->candidates( 99 ) );
		self::assertSame( 'Alpha', $this->world->choose->buyer( 1, 'SHOP' )?->name );
		self::assertNull( $this->world->choose->buyer( 99, 'SHOP' ) );
		unset( $this->world->shop->orders[1] );
		self::assertNull( $this->world->choose->buyer( 1, 'SHOP' ) );
	}

	public function test_the_document_names_whom_the_person_chose(): void {
		self::assertTrue( $this->world->choose->choose( 1, $this->other ) );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->world->row()->state );
		self::assertSame( [ 'company42' ], array_values( $this->world->sellsy->billed ) );
		self::assertFalse( $this->world->choose->choose( 1, $this->one ), 'It does not ask any more.' );
	}

	public function test_nobody_else_can_be_chosen(): void {
		$stranger = new CustomerRef( CustomerType::Company, 43 );
		$this->world->sellsy->has_customer( $stranger, 'b@pro.test', name: 'Beta' );
		self::assertFalse( $this->world->choose->choose( 1, $stranger ) );
		self::assertFalse( $this->world->choose->choose( 1, new CustomerRef( CustomerType::Individual, 42 ) ) );
		self::assertFalse( $this->world->choose->choose( 99, $this->one ) );
		unset( $this->world->shop->orders[1] );
		self::assertFalse( $this->world->choose->choose( 1, $this->one ), 'Its order is gone.' );
		self::assertSame( TaskState::Attention, $this->world->row()->state );
	}

	public function test_none_of_them_is_a_customer_of_its_own(): void {
		self::assertTrue( $this->world->choose->choose( 1, null ) );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->world->row()->state );
		self::assertNotContains( array_values( $this->world->sellsy->billed )[0], [ 'company41', 'company42' ] );
	}

	/** @return list<int> */
	private function candidates(): array {
		return array_map( static fn ( $customer ): int => $customer->ref->id, $this->world->choose->candidates( 1 ) );
	}
}
