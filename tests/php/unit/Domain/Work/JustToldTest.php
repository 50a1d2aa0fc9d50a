<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Ways on which Sellsy is not asked again: what they trust, and what becomes of it when it is not so. */
final class JustToldTest extends TestCase {

	/** @param callable( World, CustomerRef ): void $meanwhile what somebody does in Sellsy between two orders. */
	#[DataProvider( 'meanwhile' )]
	public function test_a_remembered_buyer_who_is_no_longer_so_stands_on_no_document( callable $meanwhile ): void {
		$world = $this->about_to_bill_again( $meanwhile );
		$world->due->run( 20 );
		$this->assert_right( $world, 'not killed' );
	}

	/** @param callable( World, CustomerRef ): void $meanwhile */
	#[DataProvider( 'meanwhile' )]
	public function test_nor_wherever_the_runner_dies( callable $meanwhile ): void {
		$world = $this->about_to_bill_again( $meanwhile );
		$from  = $world->fate->steps;
		$world->due->run( 20 );
		$steps = $world->fate->steps - $from;
		self::assertGreaterThan( 40, $steps );
		for ( $step = 1; $step <= $steps; $step++ ) {
			$world                = $this->about_to_bill_again( $meanwhile );
			$world->fate->kill_at = $world->fate->steps + $step;
			try {
				$world->due->run( 20 );
			} catch ( Killed ) {
				$world->fate->revive();
			}
			$world->fate->revive();
			$world->pass_time( 20 );
			$this->assert_right( $world, "killed at step $step" );
		}
	}

	/** @return iterable<string, array{callable( World, CustomerRef ): void}> */
	public static function meanwhile(): iterable {
		yield 'nothing happened' => [ static fn () => null ];
		yield 'archived' => [
			static fn ( World $world, CustomerRef $ref ) => $world->sellsy->rename( $ref, 'Client Test', true ),
		];
		yield 'its address is another' => [
			static function ( World $world, CustomerRef $ref ): void {
				$was = $world->sellsy->addresses[ Sellsy::key( $ref ) ][0];

				$world->sellsy->addresses[ Sellsy::key( $ref ) ] = [
					new RemoteAddress(
						id: $was->id,
						name: 'Michel Roy',
						line_1: '9 rue du Port',
						line_2: '',
						postcode: '13002',
						city: 'Marseille',
						country: 'FR'
					),
				];
			},
		];
	}

	public function test_a_customer_that_sellsy_refuses_is_looked_for_afresh(): void {
		$world = $this->about_to_bill_again(
			static fn ( World $world, CustomerRef $ref ) => $world->sellsy->rename( $ref, 'Client Test', true )
		);
		$world->sellsy->plan( 'compute', FailureKind::Rejected );
		$world->due->run( 20 );
		$this->assert_right( $world, 'refused' );
		self::assertSame( [], $world->invoicing->updated );
	}

	public function test_what_is_refused_for_another_reason_is_not_sent_twice(): void {
		$world = $this->about_to_bill_again( static fn () => null );
		$from  = $world->sellsy->count( 'compute' );
		$world->sellsy->plan( 'compute', FailureKind::Rejected );
		$world->due->run( 20 );
		self::assertSame(
			[ TaskState::Attention, 1 ],
			[ $this->row( $world )->state, $world->sellsy->count( 'compute' ) - $from ]
		);
	}

	public function test_a_draft_whose_answer_was_lost_before_it_was_proven_is_made_anew(): void {
		$world = $this->about_to_bill_again(
			static fn ( World $world, CustomerRef $ref ) => $world->sellsy->rename( $ref, 'Client Test', true )
		);
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$world->due->run( 20 );
		$world->pass_time( 20 );
		$this->assert_right( $world, 'lost' );
	}

	/** @param callable( World, CustomerRef ): void $meanwhile */
	private function about_to_bill_again( callable $meanwhile ): World {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( 60 );
		[ $customer ] = array_values( $world->invoicing->parties )[0];
		$meanwhile( $world, $customer );
		$world->order( 2 );
		$world->fire( 2 );
		return $world;
	}

	/** One final invoice of the second order, for a customer in use, whose address is the order's. */
	private function assert_right( World $world, string $when ): void {
		$row = $this->row( $world );
		self::assertNotSame( '', $row->remote_number, $when );
		self::assertSame(
			[ 2, 2 ],
			[ count( $world->invoicing->created ), count( $world->sellsy->validated ) ],
			$when
		);
		[ $customer, , $invoicing ] = $world->invoicing->parties[ $row->remote_id ];
		self::assertFalse( $world->sellsy->customers[ Sellsy::key( $customer ) ]->archived, $when );
		self::assertSame(
			'1 rue de la Paix',
			array_column( $world->sellsy->addresses[ Sellsy::key( $customer ) ], 'line_1', 'id' )[ $invoicing ?? 0 ]
				?? '',
			$when
		);
	}

	private function row( World $world ): Task {
		return $world->ledger->find_by_key( new TaskKey( 2, Effect::CreateInvoice ) )
			?? throw new \LogicException( 'No row.' );
	}

	/** Somebody made a prospect of the customer; an invoice makes a client of it again. */
	public function test_a_remembered_buyer_who_is_a_prospect_by_now_becomes_a_client(): void {
		$world = $this->about_to_bill_again(
			static function ( World $world, CustomerRef $ref ): void {
				$key = Sellsy::key( $ref );
				$was = get_object_vars( $world->sellsy->customers[ $key ] );

				$world->sellsy->customers[ $key ] = new RemoteCustomer( ...[ 'relation' => 'prospect' ] + $was );
			}
		);
		$world->due->run( 20 );
		$this->assert_right( $world, 'a prospect' );
		self::assertSame( [ 'client' ], array_values( array_column( $world->sellsy->customers, 'relation' ) ) );
	}
}
