<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * A document names its order's buyer when it becomes final, a credit note its invoice's, whatever people do in Sellsy
 * meanwhile.
 */
final class BuyerOnDocumentsTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_a_draft_that_nobody_touched_is_made_final_as_it_is(): void {
		$this->draft();
		$calls = count( $this->world->sellsy->calls );
		$this->finalise();
		self::assertSame(
			[ 'get_document', 'validate' ],
			array_slice( $this->world->sellsy->calls, $calls ),
			'The draft\'s own answer says it all.'
		);
	}

	public function test_without_embedded_objects_the_customer_is_read(): void {
		$this->world->invoicing->embeds = false;
		$this->draft();
		$calls = count( $this->world->sellsy->calls );
		$this->finalise();
		self::assertSame(
			[ 'get_document', 'get_customer', 'addresses', 'validate' ],
			array_slice( $this->world->sellsy->calls, $calls )
		);
		self::assertNotSame( '', $this->invoice()->remote_number );
	}

	/** What it holds of an address may be a copy of its own; what the customer has is what counts. */
	public function test_an_embedded_address_that_reads_otherwise_than_the_customers_stops_nothing(): void {
		$this->world->invoicing->strange_addresses = true;
		$this->draft();
		$this->finalise();
		self::assertNotSame( '', $this->invoice()->remote_number );
		self::assertSame( [], $this->world->invoicing->updated );
	}

	/** What a person prints after renaming a customer is the new name: the draft is made anew with it. */
	#[DataProvider( 'with_and_without' )]
	public function test_a_draft_whose_customer_was_renamed_is_corrected_first( bool $embeds ): void {
		$this->world->invoicing->embeds = $embeds;
		$this->draft();
		$this->world->sellsy->rename( $this->customer(), 'Client Test-Durand' );
		$this->finalise();
		self::assertCount( 1, $this->world->invoicing->updated );
		self::assertNotSame( '', $this->invoice()->remote_number );
		$this->finalise();
		self::assertCount( 1, $this->world->invoicing->updated );
	}

	/** @return iterable<string, array{bool}> */
	public static function with_and_without(): iterable {
		yield 'embedded' => [ true ];
		yield 'read' => [ false ];
	}

	public function test_a_draft_whose_customer_was_archived_goes_to_one_that_is_not(): void {
		$this->draft();
		$was = $this->customer();
		$this->world->sellsy->rename( $was, 'Client Test', true );
		$this->finalise();
		self::assertNotEquals( $was, $this->customer() );
		self::assertNotSame( '', $this->invoice()->remote_number );
	}

	public function test_a_draft_whose_customer_was_deleted_goes_to_another(): void {
		$this->draft();
		unset( $this->world->sellsy->customers[ Sellsy::key( $this->customer() ) ] );
		$this->finalise();
		self::assertArrayHasKey( Sellsy::key( $this->customer() ), $this->world->sellsy->customers );
		self::assertNotSame( '', $this->invoice()->remote_number );
	}

	public function test_a_draft_that_was_given_to_another_customer_in_sellsy_is_given_back(): void {
		$this->draft();
		$ours  = $this->customer();
		$other = new CustomerRef( $ours->type, 900 );
		$this->world->sellsy->has_customer( $other, 'autre@example.com' );
		$this->give_draft_to( $other, null );
		$this->finalise();
		self::assertEquals( $ours, $this->customer() );
		self::assertNotSame( '', $this->invoice()->remote_number );
	}

	public function test_an_address_that_was_changed_in_sellsy_is_not_what_the_order_says(): void {
		$this->draft();
		$key = Sellsy::key( $this->customer() );
		$was = $this->world->sellsy->addresses[ $key ][0];

		$this->world->sellsy->addresses[ $key ] = [
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
		$this->finalise();
		[ , , $invoicing ] = $this->world->invoicing->parties[ $this->invoice()->remote_id ];
		self::assertNotSame( $was->id, $invoicing );
		self::assertNotSame( '', $this->invoice()->remote_number );
	}

	#[DataProvider( 'with_and_without' )]
	public function test_what_sellsy_makes_of_names_and_addresses_is_no_reason_to_stop( bool $embeds ): void {
		$this->world->invoicing->embeds = $embeds;
		$this->world->sellsy->longest   = 12;
		foreach ( [ 1, 2 ] as $id ) {
			$name  = str_repeat( 'Longue Société ', 20 );
			$order = $this->world->order( $id, World::buyer( 5, 'client@example.com', $name ) );
			$this->change(
				$order,
				[
					'billing' => new Address(
						name: 'Client Test',
						company: $name,
						line_1: '1 rue de la Paix et de la Concorde',
						line_2: '',
						postcode: '75002',
						city: 'Paris',
						state: '',
						country: ''
					),
				]
			);
			$this->world->fire( $id );
			$this->world->due->run( 20 );
		}
		$this->finalise();
		self::assertNotSame( '', $this->invoice()->remote_number );
		self::assertSame( [], $this->world->invoicing->updated );
		self::assertSame(
			[ 1, 1 ],
			[ count( $this->world->sellsy->customers ), $this->world->sellsy->count( 'add_address' ) ]
		);
	}

	public function test_after_two_corrections_in_vain_a_person_is_asked(): void {
		$this->draft();
		$this->world->invoicing->keeps_parties = true;
		$other                                 = new CustomerRef( $this->customer()->type, 900 );
		$this->world->sellsy->has_customer( $other, 'autre@example.com' );
		$this->give_draft_to( $other, null );
		$this->finalise();
		self::assertSame(
			[ TaskState::Attention, ProblemCode::BuyerDiffers ],
			[ $this->validation()->state, $this->validation()->problem?->code ]
		);
		self::assertCount( 2, $this->world->invoicing->updated );
		self::assertSame( [], $this->world->sellsy->validated );
		self::assertSame( TaskState::Done, $this->invoice()->state );

		$this->world->invoicing->keeps_parties = false;
		$this->world->retry->retry( $this->validation()->id );
		$this->world->due->run( 20 );
		self::assertNotSame( '', $this->invoice()->remote_number );
	}

	public function test_where_the_customer_is_a_persons_choice_the_draft_stays_one_until_then(): void {
		$this->draft( World::buyer( 0 ) );
		$this->world->sellsy->rename( $this->customer(), 'Client Test', true );
		foreach ( [ 900, 901 ] as $id ) {
			$this->world->sellsy->has_customer( new CustomerRef( $this->customer()->type, $id ), 'client@example.com' );
			$this->world->sellsy->rename( new CustomerRef( $this->customer()->type, $id ), 'Client Test' );
		}
		$this->finalise();
		self::assertSame(
			[ TaskState::Attention, ProblemCode::SeveralCustomers ],
			[ $this->validation()->state, $this->validation()->problem?->code ]
		);
		self::assertSame( [ TaskState::Done, '' ], [ $this->invoice()->state, $this->invoice()->remote_number ] );

		$this->world->choose->choose( $this->validation()->id, new CustomerRef( $this->customer()->type, 901 ) );
		$this->world->due->run( 20 );
		self::assertSame( 'individual901', Sellsy::key( $this->customer() ) );
		self::assertNotSame( '', $this->invoice()->remote_number );
	}

	#[DataProvider( 'broken' )]
	public function test_a_correction_that_is_cut_short_goes_on( string $call, FailureKind $kind, bool $after ): void {
		$this->draft();
		$this->world->sellsy->rename( $this->customer(), 'Client Test-Durand' );
		$this->world->sellsy->plan( $call, $kind, $after );
		$this->finalise();
		self::assertSame( '', $this->invoice()->remote_number );
		$this->world->pass_time( 30 );
		self::assertNotSame( '', $this->invoice()->remote_number );
		self::assertSame( TaskState::Done, $this->invoice()->state );
		self::assertCount( 1, $this->world->sellsy->validated );
	}

	/** @return iterable<string, array{string, FailureKind, bool}> */
	public static function broken(): iterable {
		yield 'addresses unread' => [ 'addresses', FailureKind::OutcomeUnknown, false ];
		yield 'change lost' => [ 'update', FailureKind::OutcomeUnknown, true ];
		yield 'change not made' => [ 'update', FailureKind::NotSent, false ];
	}

	public function test_a_correction_is_safe_wherever_the_runner_dies(): void {
		$this->about_to_be_corrected();
		$from = $this->world->fate->steps;
		$this->world->due->run( 20 );
		$steps = $this->world->fate->steps - $from;
		self::assertGreaterThan( 40, $steps );
		for ( $step = 1; $step <= $steps; $step++ ) {
			$this->world = new World();
			$this->about_to_be_corrected();
			$this->world->fate->kill_at = $this->world->fate->steps + $step;
			try {
				$this->world->due->run( 20 );
			} catch ( Killed ) {
				$this->world->fate->revive();
			}
			$this->world->fate->revive();
			$this->world->pass_time( 12 );
			self::assertNotSame( '', $this->invoice()->remote_number, "killed at step $step" );
			self::assertCount( 1, $this->world->sellsy->validated, "killed at step $step" );
			self::assertCount( 1, $this->world->invoicing->created, "killed at step $step" );
			self::assertNotEmpty( $this->world->invoicing->updated, "killed at step $step" );
		}
	}

	private function about_to_be_corrected(): void {
		$this->draft();
		$this->world->sellsy->rename( $this->customer(), 'Client Test-Durand' );
		$this->world->ledger->open(
			new TaskKey( 1, Effect::ValidateInvoice ),
			$this->world->clock->now(),
			$this->invoice()->id,
			true
		);
	}

	public function test_an_order_without_a_name_is_compared_by_its_address_alone(): void {
		$this->world->sellsy->has_customer( new CustomerRef( CustomerType::Individual, 40 ), 'client@example.com' );
		$order = $this->world->order(
			1,
			new Buyer(
				user_id: 5,
				email: 'client@example.com',
				first_name: '',
				last_name: '',
				company: '',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			)
		);
		$this->change(
			$order,
			[
				'billing' => new Address(
					name: '',
					company: '',
					line_1: '1 rue de la Paix',
					line_2: '',
					postcode: '75002',
					city: 'Paris',
					state: '',
					country: 'FR'
				),
			]
		);
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->finalise();
		self::assertNotSame( '', $this->invoice()->remote_number );
		self::assertSame( [], $this->world->invoicing->updated );
	}

	public function test_an_invoice_of_an_order_without_an_address_is_made_final(): void {
		$order = $this->world->order( 1 );
		$this->change(
			$order,
			[
				'billing' => new Address(
					name: 'Client Test',
					company: '',
					line_1: '',
					line_2: '',
					postcode: '',
					city: '',
					state: '',
					country: 'FR'
				),
			]
		);
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->finalise();
		self::assertNotSame( '', $this->invoice()->remote_number );
		self::assertSame( [], $this->world->invoicing->updated );
	}

	public function test_a_credit_note_names_its_invoices_customer_contact_and_addresses_archived_or_not(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => true ] ] );
		$order = $this->world->order( 1, World::buyer( 5, 'client@example.com', 'Acme SARL' ) );
		$this->change(
			$order,
			[
				'shipping' => new Address(
					name: 'Le Voisin',
					company: '',
					line_1: '8 rue Haute',
					line_2: '',
					postcode: '69001',
					city: 'Lyon',
					state: '',
					country: 'FR'
				),
			]
		);
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->finalise();
		$invoice = $this->world->invoicing->parties[ $this->invoice()->remote_id ];
		self::assertNotContains( null, $invoice );
		self::assertNotSame( $invoice[2], $invoice[3] );

		$this->world->sellsy->rename( $this->customer(), 'Tout autre chose', true );
		$this->refund();
		self::assertEquals( $invoice, $this->world->invoicing->parties[ $this->credit_note()->remote_id ] );
		foreach ( [ 'get_customer', 'find_contacts', 'addresses', 'find_by_email' ] as $call ) {
			self::assertSame(
				0,
				count( array_keys( $this->world->sellsy->calls, $call, true ) ) - $this->asked_before( $call ),
				"$call is not asked for a credit note."
			);
		}
	}

	public function test_a_credit_note_of_an_archived_customer_is_made_final(): void {
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => Finalise::NOW,
				],
			]
		);
		$this->draft();
		$this->finalise();
		$this->world->sellsy->rename( $this->customer(), 'Tout autre chose', true );
		$this->refund();
		$this->world->pass_time( 3 );
		self::assertNotSame( '', $this->credit_note()->remote_number );
		self::assertCount( 1, $this->world->sellsy->customers );
	}

	public function test_a_credit_note_is_for_whom_the_invoice_was_made_final_by_hand(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => true ] ] );
		$this->draft();
		$other = new CustomerRef( $this->customer()->type, 900 );
		$this->world->sellsy->has_customer( $other, 'autre@example.com' );
		$this->give_draft_to( $other, null );
		$this->world->invoicing->finalised( $this->world->sellsy->documents[ $this->invoice()->remote_id ] );
		$this->refund();
		self::assertSame( 'individual900', $this->world->sellsy->billed[ $this->credit_note()->remote_id ] );
	}

	#[DataProvider( 'noticed' )]
	public function test_a_payment_is_theirs_to_whom_the_invoice_was_made_final_by_hand( bool $by_a_row ): void {
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->draft();
		$other = new CustomerRef( $this->customer()->type, 900 );
		$this->world->sellsy->has_customer( $other, 'autre@example.com' );
		$this->give_draft_to( $other, null );
		$this->world->invoicing->finalised( $this->world->sellsy->documents[ $this->invoice()->remote_id ] );
		if ( $by_a_row ) {
			$this->finalise();
		}
		$this->world->clock->advance( 3600 );
		$this->world->pass_time( 5 );
		self::assertSame( [ 'individual900' ], array_column( $this->world->payments->made, 'customer' ) );
	}

	/** @return iterable<string, array{bool}> */
	public static function noticed(): iterable {
		yield 'noticed by a pass' => [ false ];
		yield 'noticed when it was to be made final' => [ true ];
	}

	public function test_a_parent_that_names_another_buyer_is_no_parent_and_the_order_says_so(): void {
		$this->an_order_document_comes_before_the_invoice();
		$this->world->order( 1, World::buyer( 0, 'client@example.com', 'Alpha SAS' ) );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$order = $this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateOrder ) );
		self::assertSame( TaskState::Done, $order?->state );

		// What is numbered and sent does not follow its order any more.
		$made                                              = $this->world->sellsy->documents[ $order->remote_id ];
		$this->world->sellsy->documents[ $order->remote_id ] = new RemoteDocument(
			...[
				...get_object_vars( $made ),
				'status' => 'accepted',
			]
		);
		$this->world->order( 1, World::buyer( 0, 'autre@example.com', 'Beta SARL' ), 'completed' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->pass_time( 20 );

		$invoices = array_values(
			array_filter(
				$this->world->invoicing->created,
				static fn ( DocumentDraft $draft ): bool => $draft->kind === DocumentKind::Invoice
			)
		);
		self::assertCount( 1, $invoices );
		self::assertNull( $invoices[0]->parent );
		self::assertContains( '1 parent_of_another', $this->world->shop->notes );
		self::assertNotSame(
			$this->world->sellsy->billed[ $order->remote_id ],
			$this->world->sellsy->billed[ $this->invoice()->remote_id ]
		);
	}

	public function test_a_parent_of_the_same_customer_stays_its_parent(): void {
		$this->an_order_document_comes_before_the_invoice();
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->order( 1, status: 'completed' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertNotNull( array_values( $this->world->invoicing->created )[1]->parent );
		self::assertNotContains( '1 parent_of_another', $this->world->shop->notes );
	}

	/** Sellsy takes a parent when a document is made and not off again: whom it names is known before. */
	#[DataProvider( 'what_became_of_them' )]
	public function test_a_customer_who_went_between_two_documents_of_a_chain_gives_the_later_one_no_parent(
		callable $happens,
		bool $embeds,
	): void {
		$this->world->invoicing->embeds = $embeds;
		$this->an_order_document_comes_before_the_invoice();
		$this->world->order( 1, World::buyer( 5, 'client@example.com', 'Acme SARL', '732829320' ) );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$was = array_values( $this->world->invoicing->created )[0]->customer;
		$happens( $this->world->sellsy, $was );

		$this->world->order( 1, World::buyer( 5, 'client@example.com', 'Acme SARL', '732829320' ), 'completed' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->pass_time( 20 );

		self::assertNotEquals( $was, $this->customer() );
		$invoices = array_values(
			array_filter(
				$this->world->invoicing->created,
				static fn ( DocumentDraft $draft ): bool => $draft->kind === DocumentKind::Invoice
			)
		);
		self::assertCount( 1, $invoices );
		self::assertNull( $invoices[0]->parent, 'It was made without.' );
		self::assertContains( '1 parent_of_another', $this->world->shop->notes );
	}

	/** @return iterable<string, array{callable( Sellsy, CustomerRef ): void, bool}> */
	public static function what_became_of_them(): iterable {
		$archived   = static fn ( Sellsy $sellsy, CustomerRef $was ) => $sellsy->rename( $was, 'Acme SARL', true );
		$renumbered = static fn ( Sellsy $sellsy, CustomerRef $was ) => $sellsy->renumber( $was, '443061841' );
		foreach ( self::with_and_without() as $name => [ $embeds ] ) {
			yield "archived, $name" => [ $archived, $embeds ];
			yield "another company's number, $name" => [ $renumbered, $embeds ];
		}
	}

	private function an_order_document_comes_before_the_invoice(): void {
		$this->world->change_settings(
			[
				'order'   => [ 'enabled' => true ],
				'invoice' => [ 'trigger' => Trigger::COMPLETED ],
			]
		);
	}

	/** @var array<string, int> */
	private array $asked = [];

	private function asked_before( string $call ): int {
		return $this->asked[ $call ] ?? 0;
	}

	private function draft( ?Buyer $buyer = null ): void {
		$this->world->order( 1, $buyer );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->invoice()->state );
	}

	private function finalise(): void {
		$this->world->engine->finalise_now()->finalise( $this->invoice()->id );
	}

	private function refund(): void {
		$this->asked                   = array_count_values( $this->world->sellsy->calls );
		$this->world->shop->refunds[1] = [
			new RefundSnapshot(
				id: 501,
				amount: Decimal::from_string( '5.00' ),
				lines: [],
				reason: '',
				created_at: $this->world->clock->now(),
				is_paid_back: false
			),
		];
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 3 );
	}

	private function give_draft_to( CustomerRef $customer, ?int $address_id ): void {
		$id = $this->invoice()->remote_id;

		$this->world->sellsy->billed[ $id ]     = Sellsy::key( $customer );
		$this->world->invoicing->parties[ $id ] = [ $customer, null, $address_id, null ];
	}

	/** @param array<string, mixed> $changes */
	private function change( OrderSnapshot $order, array $changes ): void {
		$this->world->shop->orders[ $order->id ] = new OrderSnapshot(
			...[ ...get_object_vars( $order ), ...$changes ]
		);
	}

	private function invoice(): Task {
		return $this->row( new TaskKey( 1, Effect::CreateInvoice ) );
	}

	private function validation(): Task {
		return $this->row( new TaskKey( 1, Effect::ValidateInvoice ) );
	}

	private function credit_note(): Task {
		return $this->row( new TaskKey( 1, Effect::CreateCreditNote, 501 ) );
	}

	private function row( TaskKey $key ): Task {
		$row = $this->world->ledger->find_by_key( $key );
		self::assertNotNull( $row );
		return $row;
	}

	private function customer(): CustomerRef {
		return $this->world->invoicing->parties[ $this->invoice()->remote_id ][0];
	}
}
