<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Documents;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use PHPUnit\Framework\TestCase;

/** What Sellsy has just told counts for the tasks that follow at once, and for nothing else. */
final class RecentAnswersTest extends TestCase {

	private FakeClock $clock;

	private RecentAnswers $answers;

	protected function setUp(): void {
		$this->clock   = new FakeClock();
		$this->answers = new RecentAnswers( $this->clock );
	}

	public function test_an_answer_counts_for_the_next_task_of_the_same_order(): void {
		$this->told( $this->document( 7, '12' ) );
		self::assertTrue( $this->answers->go_on_with( 1 ) );
		self::assertSame( 7, $this->answers->document( DocumentKind::Invoice, 7 )?->id );
		self::assertSame( '12', $this->answers->due( DocumentKind::Invoice, 7 )?->to_string() );
		self::assertNull( $this->answers->document( DocumentKind::CreditNote, 7 ) );
		self::assertNull( $this->answers->due( DocumentKind::Invoice, 8 ) );
	}

	public function test_it_is_dropped_with_another_orders_task(): void {
		$this->told( $this->document( 7, '12' ) );
		self::assertFalse( $this->answers->go_on_with( 2 ) );
		$this->answers->keep();
		self::assertFalse( $this->answers->go_on_with( 1 ) );
		$this->assert_nothing_is_known();
	}

	public function test_it_is_dropped_after_a_task_that_did_not_end_well(): void {
		$this->told( $this->document( 7, '12' ) );
		$this->answers->go_on_with( 1 );
		self::assertFalse( $this->answers->go_on_with( 1 ) );
		$this->assert_nothing_is_known();
	}

	public function test_it_is_dropped_with_the_run(): void {
		$this->told( $this->document( 7, '12' ) );
		$this->answers->forget();
		self::assertFalse( $this->answers->go_on_with( 1 ) );
		$this->assert_nothing_is_known();
		$this->told( $this->document( 7, '12' ) );
		$this->answers->forget();
		$this->answers->tell( $this->document( 7, '12' ) );
		$this->assert_nothing_is_known();
	}

	public function test_it_counts_for_less_than_ten_seconds(): void {
		$this->told( $this->document( 7, '12' ), true );
		$this->answers->go_on_with( 1 );
		$this->clock->advance( 9 );
		self::assertNotNull( $this->answers->document( DocumentKind::Invoice, 7 ) );
		self::assertNotNull( $this->answers->latest() );
		self::assertNotNull( $this->answers->customer( $this->ref( 1 ) ) );
		self::assertNotNull( $this->answers->due( DocumentKind::Invoice, 7 ) );
		self::assertTrue( $this->answers->is_just_final( DocumentKind::Invoice, 7 ) );
		$this->clock->advance( 1 );
		$this->assert_nothing_is_known();
	}

	public function test_outside_of_a_task_nothing_is_kept(): void {
		$this->answers->tell_final( $this->document( 7, '12' ) );
		$this->answers->tell_due( DocumentKind::Invoice, 7, Decimal::from_string( '12' ) );
		self::assertNull( $this->answers->document( DocumentKind::Invoice, 7 ) );
		self::assertNull( $this->answers->due( DocumentKind::Invoice, 7 ) );
		self::assertNull( $this->answers->latest() );
	}

	public function test_the_latest_is_the_one_told_last(): void {
		$this->told( $this->document( 7 ), false );
		$this->answers->tell( $this->document( 8 ) );
		self::assertSame( 8, $this->answers->latest()?->id );
	}

	public function test_a_customer_is_as_the_latest_document_shows_it(): void {
		$this->told( $this->document( 7, customer: $this->customer( 1, 'Before' ) ) );
		$this->answers->tell( $this->document( 8, customer: $this->customer( 1, 'Now' ) ) );
		$this->answers->tell( $this->document( 9, customer: $this->customer( 2, 'Other' ) ) );
		$this->answers->tell( $this->document( 10 ) );
		self::assertSame( 'Now', $this->answers->customer( $this->ref( 1 ) )?->name );
		self::assertNull( $this->answers->customer( $this->ref( 3 ) ) );
	}

	public function test_what_was_set_against_it_since_is_asked_for(): void {
		$this->told( $this->document( 7, '12' ) );
		$this->answers->tell_due( DocumentKind::Invoice, 7, Decimal::from_string( '5' ) );
		self::assertSame( '5', $this->answers->due( DocumentKind::Invoice, 7 )?->to_string() );
		$this->answers->forget_due( DocumentKind::Invoice, 7 );
		self::assertNull( $this->answers->due( DocumentKind::Invoice, 7 ) );
		self::assertNotNull( $this->answers->document( DocumentKind::Invoice, 7 ) );
	}

	public function test_just_final_is_what_this_process_made_so_and_nothing_was_set_against(): void {
		$this->answers->go_on_with( 1 );
		$this->answers->tell( $this->document( 7, '12' ) );
		$this->answers->tell_final( $this->document( 8, '12' ) );
		$this->answers->tell_final( $this->document( 9, '11.99' ) );
		$this->answers->tell_final( $this->document( 10, null ) );
		$is_final = fn ( int $id ): bool => $this->answers->is_just_final( DocumentKind::Invoice, $id );
		self::assertSame( [ false, true, false, true ], array_map( $is_final, [ 7, 8, 9, 10 ] ) );
		self::assertFalse( $this->answers->is_just_final( DocumentKind::CreditNote, 8 ) );
		self::assertNotNull( $this->answers->document( DocumentKind::Invoice, 9 ) );
	}

	private function assert_nothing_is_known(): void {
		self::assertNull( $this->answers->document( DocumentKind::Invoice, 7 ) );
		self::assertNull( $this->answers->due( DocumentKind::Invoice, 7 ) );
		self::assertNull( $this->answers->latest() );
		self::assertNull( $this->answers->customer( $this->ref( 1 ) ) );
		self::assertFalse( $this->answers->is_just_final( DocumentKind::Invoice, 7 ) );
	}

	private function told( RemoteDocument $document, bool $is_final = true ): void {
		$this->answers->go_on_with( 1 );
		$is_final ? $this->answers->tell_final( $document ) : $this->answers->tell( $document );
		$this->answers->keep();
	}

	private function document( int $id, ?string $due = null, ?RemoteCustomer $customer = null ): RemoteDocument {
		$customer ??= $id === 7 ? $this->customer( 1, 'Client' ) : null;
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: $id,
			number: '',
			status: 'draft',
			key: 'SHOP-1',
			amounts: new ComputedDocument( [], Decimal::from_string( '10' ), Decimal::from_string( '12' ) ),
			created: '',
			parties: $customer === null ? null : new DocumentParties(
				ref: $customer->ref,
				contact_id: null,
				invoicing_address_id: null,
				delivery_address_id: null,
				customer: $customer
			),
			due: $due === null ? null : Decimal::from_string( $due )
		);
	}

	private function ref( int $id ): CustomerRef {
		return new CustomerRef( CustomerType::Individual, $id );
	}

	private function customer( int $id, string $name ): RemoteCustomer {
		return new RemoteCustomer(
			ref: $this->ref( $id ),
			relation: 'client',
			name: $name,
			email: '',
			reference: '',
			siren: '',
			siret: '',
			vat_number: '',
			archived: false
		);
	}
}
