<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Documents that were made for a buyer who was remembered, and what becomes of them where that was wrong. */
final class CorrectedDraftsTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	/** Sellsy makes invoices for clients alone; that it was this, its answer does not say. */
	public function test_a_remembered_customer_who_is_a_prospect_by_now_becomes_a_client_and_is_billed(): void {
		$this->bill( 1 );
		$this->change( $this->customer( 1 ), [ 'relation' => 'prospect' ] );

		$this->bill( 2 );

		self::assertSame( [ TaskState::Done, null ], [ $this->invoice( 2 )->state, $this->invoice( 2 )->problem ] );
		self::assertEquals( $this->customer( 1 ), $this->customer( 2 ) );
		self::assertSame( 'client', $this->world->sellsy->customers[ Sellsy::key( $this->customer( 1 ) ) ]->relation );
	}

	/** With its customer a draft leaves the place where it would be searched: its row names it first. */
	public function test_one_made_in_place_of_a_deleted_one_is_not_lost_when_the_runner_dies_over_its_correction(): void {
		$this->bill( 1 );
		$this->world->sellsy->documents = [];
		$this->world->clock->advance( 7200 );
		$this->world->pass_time( 5 );
		self::assertSame( ProblemCode::DocumentGone, $this->invoice( 1 )->problem?->code );
		$this->change( $this->world->invoicing->created[0]->customer, [ 'archived' => true ] );
		// As of another account.
		$this->world->links->forget( 'account-1', 'sent_for', (string) $this->invoice( 1 )->id );
		$this->world->sellsy->dies_at( 'update', true );

		$this->world->retry->retry( $this->invoice( 1 )->id );
		try {
			$this->world->due->run( 20 );
		} catch ( Killed ) {
			self::assertSame( TaskState::Working, $this->invoice( 1 )->state );
		}
		$this->world->fate->revive();
		self::assertSame(
			[ 1, array_key_last( $this->world->sellsy->documents ) ],
			[ $this->world->sellsy->count( 'update' ), $this->invoice( 1 )->remote_id ]
		);
		$this->world->pass_time( 30 );

		self::assertCount( 1, $this->world->sellsy->documents );
		self::assertSame(
			[ TaskState::Done, array_key_last( $this->world->sellsy->documents ) ],
			[ $this->invoice( 1 )->state, $this->invoice( 1 )->remote_id ]
		);
	}

	/** Its making got no answer, and somebody made it final in Sellsy before it was found. */
	public function test_later_edits_of_an_order_whose_document_was_final_when_it_was_found_are_told(): void {
		$this->bill( 1 );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->bill( 2 );
		$this->world->invoicing->finalised(
			$this->world->sellsy->documents[ array_key_last( $this->world->sellsy->documents ) ]
		);
		$this->world->pass_time( 10 );
		self::assertSame( [ TaskState::Done, null ], [ $this->invoice( 2 )->state, $this->invoice( 2 )->problem ] );

		$this->world->order( 2, ht: '20.00', vat: '4.00' );
		$this->world->fire( 2 );
		$this->world->pass_time( 5 );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->invoice( 2 )->problem?->code );
		self::assertCount( 2, $this->world->sellsy->documents );
	}

	public function test_a_draft_that_goes_to_another_customer_says_that_it_still_hangs_below_the_earlier_document(): void {
		$this->an_accepted_order_document_of( 'Alpha SAS' );
		$this->complete( 'Alpha SAS' );
		self::assertNotNull( $this->made_invoices()[0]->parent );
		self::assertSame( [], $this->said() );

		$this->complete( 'Beta SARL' );

		self::assertNotEquals( $this->customer( 1, Effect::CreateOrder ), $this->customer( 1 ) );
		self::assertSame( [ [ 'order', (string) $this->invoice( 1 )->remote_id ] ], $this->said() );
	}

	public function test_once_it_is_deleted_in_sellsy_it_is_made_anew_without(): void {
		$this->test_a_draft_that_goes_to_another_customer_says_that_it_still_hangs_below_the_earlier_document();
		$deleted = $this->invoice( 1 )->remote_id;
		unset( $this->world->sellsy->documents[ $deleted ] );
		$this->world->clock->advance( 7200 );
		$this->world->pass_time( 5 );
		self::assertSame( ProblemCode::DocumentGone, $this->invoice( 1 )->problem?->code );

		$this->world->retry->retry( $this->invoice( 1 )->id );
		$this->world->pass_time( 5 );

		self::assertSame( TaskState::Done, $this->invoice( 1 )->state );
		self::assertCount( 2, $this->made_invoices() );
		self::assertNull( $this->made_invoices()[1]->parent );
		$this->complete( 'Gamma SA' );
		self::assertSame(
			[ [ 'order', (string) $deleted ], [ 'order', '' ] ],
			$this->said(),
			'Nothing hangs there any more.'
		);
	}

	/** Made for whom the shop remembered; between the question and the answer somebody archived them. */
	public function test_so_does_one_whose_customer_went_while_it_was_made(): void {
		$this->an_accepted_order_document_of( 'Alpha SAS' );
		$was = $this->customer( 1, Effect::CreateOrder );

		$this->world->sellsy->each_call = function () use ( $was ): void {
			if ( array_key_last( array_keys( $this->world->sellsy->calls, 'create', true ) ) === 1 ) {
				$this->change( $was, [ 'archived' => true ] );
			}
		};
		$this->complete( 'Alpha SAS' );

		self::assertNotNull( $this->made_invoices()[0]->parent );
		self::assertNotEquals( $was, $this->customer( 1 ) );
		self::assertSame( [ [ 'order', (string) $this->invoice( 1 )->remote_id ] ], $this->said() );
	}

	public function test_one_that_was_made_without_says_nothing_of_a_link(): void {
		$this->an_accepted_order_document_of( 'Alpha SAS' );
		$this->complete( 'Beta SARL' );
		self::assertNull( $this->made_invoices()[0]->parent );
		$this->complete( 'Gamma SA' );
		self::assertSame( [ [ 'order', '' ] ], $this->said() );
	}

	private function bill( int $order_id ): void {
		$this->world->order( $order_id );
		$this->world->fire( $order_id );
		$this->world->due->run( 20 );
	}

	private function an_accepted_order_document_of( string $company ): void {
		$this->world->change_settings(
			[
				'order'   => [ 'enabled' => true ],
				'invoice' => [ 'trigger' => Trigger::COMPLETED ],
			]
		);
		$this->order_of( $company, 'processing' );
		$made = $this->world->sellsy->documents[ $this->row( 1, Effect::CreateOrder )->remote_id ];

		$this->world->sellsy->documents[ $made->id ] = new RemoteDocument(
			...[
				...get_object_vars( $made ),
				'status' => 'accepted',
			]
		);
	}

	private function complete( string $company ): void {
		$this->order_of( $company, 'completed' );
		$this->world->pass_time( 20 );
	}

	private function order_of( string $company, string $status ): void {
		$order   = $this->world->order( 1, World::buyer( 5, 'client@example.com', $company ), $status );
		$address = new Address(
			name: 'Client Test',
			company: $company,
			line_1: '1 rue de la Paix',
			line_2: '',
			postcode: '75002',
			city: 'Paris',
			state: '',
			country: 'FR'
		);

		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'billing' => $address,
			]
		);
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
	}

	/** @param array<string, string|bool> $changes that somebody makes in Sellsy. */
	private function change( CustomerRef $ref, array $changes ): void {
		$was = $this->world->sellsy->customers[ Sellsy::key( $ref ) ];

		$this->world->sellsy->customers[ Sellsy::key( $ref ) ] = new RemoteCustomer(
			...[ ...get_object_vars( $was ), ...$changes ]
		);
	}

	/** @return list<array{string, string}> kind of the earlier document, and the draft that hangs below it. */
	private function said(): array {
		$said = [];
		foreach ( $this->world->shop->problems as $problem ) {
			if ( $problem->code === ProblemCode::ParentOfAnother ) {
				$said[] = [ $problem->fact( 'kind' ), $problem->fact( 'draft' ) ];
			}
		}
		return $said;
	}

	/** @return list<\OrderInvoicer\Domain\Content\DocumentDraft> */
	private function made_invoices(): array {
		return array_values(
			array_filter(
				$this->world->invoicing->created,
				static fn ( $draft ): bool => $draft->kind === DocumentKind::Invoice
			)
		);
	}

	private function invoice( int $order_id ): Task {
		return $this->row( $order_id, Effect::CreateInvoice );
	}

	private function customer( int $order_id, Effect $effect = Effect::CreateInvoice ): CustomerRef {
		return $this->world->invoicing->parties[ $this->row( $order_id, $effect )->remote_id ][0];
	}

	private function row( int $order_id, Effect $effect ): Task {
		$row = $this->world->ledger->find_by_key( new TaskKey( $order_id, $effect ) );
		self::assertNotNull( $row );
		return $row;
	}
}
