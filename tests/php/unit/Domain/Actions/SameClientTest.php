<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Actions\SameClient;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The owner's own client has the order's e-mail address under another name, and the order got another customer. */
final class SameClientTest extends TestCase {

	private World $world;
	private CustomerRef $client;

	protected function setUp(): void {
		$this->begin( false );
	}

	private function begin( bool $finalise ): void {
		$this->world  = new World( $finalise );
		$this->client = $this->known( 40, 'client@example.com', 'Somebody Quite Different' );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
	}

	public function test_the_draft_and_later_orders_go_to_that_client(): void {
		$id = $this->document( 1 );
		self::assertNotSame( Sellsy::key( $this->client ), $this->world->sellsy->billed[ $id ] );
		self::assertTrue( $this->same()->is_offered( 1 ) );
		self::assertSame( [ 40 ], $this->offered( 1 ) );

		self::assertTrue( $this->same()->say( 1, $this->client ) );
		$this->world->pass_time( 5 );

		self::assertSame( $id, $this->document( 1 ), 'The same draft.' );
		self::assertSame( Sellsy::key( $this->client ), $this->world->sellsy->billed[ $id ] );
		self::assertFalse( $this->same()->is_offered( 1 ) );
		$this->world->order( 2 );
		$this->world->fire( 2 );
		$this->world->pass_time( 5 );
		self::assertSame( Sellsy::key( $this->client ), $this->world->sellsy->billed[ $this->document( 2 ) ] );
	}

	public function test_what_is_final_keeps_its_customer_and_later_orders_do_not(): void {
		$this->begin( true );
		$id  = $this->document( 1 );
		$was = $this->world->sellsy->billed[ $id ];
		self::assertTrue( $this->same()->say( 1, $this->client ) );
		$this->world->pass_time( 5 );
		self::assertSame( $was, $this->world->sellsy->billed[ $id ] );
		$this->world->order( 2 );
		$this->world->fire( 2 );
		$this->world->pass_time( 5 );
		self::assertSame( Sellsy::key( $this->client ), $this->world->sellsy->billed[ $this->document( 2 ) ] );
	}

	public function test_nobody_with_another_address_is_offered_nor_taken(): void {
		$other = $this->known( 41, 'other@example.com', 'Client Test' );
		self::assertSame( [ 40 ], $this->offered( 1 ) );
		self::assertFalse( $this->same()->say( 1, $other ) );
		self::assertTrue( $this->same()->is_offered( 1 ) );
	}

	/** Its draft is changed at once, without a pass. */
	public function test_the_draft_goes_over_when_it_is_said(): void {
		self::assertTrue( $this->same()->say( 1, $this->client ) );
		self::assertSame( Sellsy::key( $this->client ), $this->world->sellsy->billed[ $this->document( 1 ) ] );
	}

	public function test_of_an_order_that_is_not_there_nobody_is_offered(): void {
		self::assertSame( [], $this->offered( 2 ) );
		self::assertFalse( $this->same()->say( 2, $this->client ) );
	}

	/** What would go over is shown before it does. */
	public function test_the_invoices_total_is_shown(): void {
		self::assertSame( '12.00', $this->same()->total( 1 ) );
		self::assertSame( '', $this->same()->total( 2 ), 'There is no such order.' );
	}

	private function same(): SameClient {
		return $this->world->engine->same_client();
	}

	/** @return list<int> */
	private function offered( int $order_id ): array {
		return array_map(
			static fn ( RemoteCustomer $one ): int => $one->ref->id,
			$this->same()->candidates( $order_id )
		);
	}

	private function document( int $order_id ): int {
		$row = $this->world->ledger->find_by_key( new TaskKey( $order_id, Effect::CreateInvoice ) ) ?? self::fail();
		self::assertSame( TaskState::Done, $row->state );
		return $row->remote_id;
	}

	private function known( int $id, string $email, string $name ): CustomerRef {
		$ref = new CustomerRef( CustomerType::Individual, $id );

		$this->world->sellsy->customers[ Sellsy::key( $ref ) ] = new RemoteCustomer(
			ref: $ref,
			relation: 'client',
			name: $name,
			email: $email,
			reference: '',
			siren: '',
			siret: '',
			vat_number: '',
			archived: false,
			first_name: explode( ' ', $name )[0]
		);
		return $ref;
	}
}
