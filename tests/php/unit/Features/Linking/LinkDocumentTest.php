<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Linking;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Watching\LostDocument;
use OrderInvoicer\Features\Linking\Rules\LinkDoubt;
use OrderInvoicer\Features\Linking\Rules\LinkObstacle;
use OrderInvoicer\Features\Linking\Rules\LinkProposal;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Features\TalkBack\Rules\HoldInvoice;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRandomness;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * A person says that a document which somebody made at Sellsy is this order's.
 *
 * @assumes number-is-whole
 */
final class LinkDocumentTest extends LinkTestCase {

	public function test_an_invoice_is_found_by_its_number_compared_and_adopted(): void {
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		self::assertSame( [ [], null ], [ $found->doubts, $found->obstacle ] );

		$row = $this->link( $found );

		self::assertSame( [ TaskState::Done, 900, 'F-9' ], [ $row?->state, $row?->remote_id, $row?->remote_number ] );
		self::assertTrue( $row?->is_linked() );
		self::assertSame( 900, $this->world->report->documents( [ $row->id ] )[ $row->id ]->id );
		self::assertSame( 'https://sellsy.example.com/900', $this->world->shop->urls[1] ?? '' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertSame( 0, $this->world->sellsy->count( 'update' ) );
	}

	public function test_no_other_number_finds_it(): void {
		$this->made( 900, 'F-9' );
		self::assertSame( [], $this->look( $this->invoice, 'F-8' ) );
	}

	public function test_a_difference_is_said(): void {
		$this->client( 41, 'Somebody Else' );
		$this->made( 900, 'F-9', ttc: '13.20', customer: 41 );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		self::assertSame( [ LinkDoubt::OtherTotal, LinkDoubt::OtherCustomer ], $found->doubts );
		self::assertSame( 'Somebody Else', $found->customer() );
		self::assertNotNull( $this->link( $found ), 'It is asked, and a person answers.' );
	}

	/** @dataProvider refused */
	public function test_what_cannot_be_linked( string $number, string $status, LinkObstacle $why ): void {
		$this->made( 900, $number, status: $status );
		$found = $this->world->engine->find_to_link()->one( 1, $this->invoice, 900 ) ?? self::fail();
		self::assertSame( $why, $found->obstacle );
		self::assertNull( $this->link( $found ) );
		self::assertNull( $this->row( Effect::CreateInvoice ) );
	}

	/** @return iterable<string, array{string, string, LinkObstacle}> */
	public static function refused(): iterable {
		yield 'a draft' => [ '', 'draft', LinkObstacle::Draft ];
		yield 'cancelled' => [ 'F-9', 'cancelled', LinkObstacle::Cancelled ];
	}

	/** Its answer was lost, and this account's searches prove nothing: the person who was asked has looked. */
	public function test_what_a_person_finds_instead_of_a_search_is_linked(): void {
		$this->world->findings->otherwise = [ Assumption::LostDocument ];
		$this->world->sellsy->index_lag   = 86400;
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		self::assertTrue( $this->invoice->is_unknown( $this->world->ledger->for_order( 1 ) ), 'It is searched first.' );
		$this->world->pass_time( 10 );
		self::assertSame( ProblemCode::MadeUnknown, $this->row( Effect::CreateInvoice )?->problem?->code );

		$this->world->sellsy->index_lag = 0;
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] );

		self::assertSame( [ TaskState::Done, 900, null ], [ $row?->state, $row?->remote_id, $row?->sent_at ] );
	}

	public function test_a_document_of_one_order_is_never_anothers(): void {
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->order( 2 );
		$found = $this->world->engine->find_to_link()->one( 2, $this->invoice, 900 ) ?? self::fail();
		self::assertSame( [ LinkObstacle::InUse, 1 ], [ $found->obstacle, $found->in_use_by ] );
	}

	public function test_what_changed_since_it_was_seen_is_not_linked(): void {
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		$this->made( 900, 'F-9', ttc: '99.00' );
		self::assertNull( $this->link( $found ) );
		$this->made( 900, 'F-9' );
		$this->world->order( 1, ht: '11.00', vat: '2.20' );
		self::assertNull( $this->link( $found ), 'The order was edited.' );
		self::assertNull( $this->row( Effect::CreateInvoice ) );
	}

	public function test_a_row_that_needs_a_person_takes_what_the_person_made(): void {
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->invoice();
		self::assertSame( TaskState::Attention, $this->row( Effect::CreateInvoice )?->state );
		$this->made( 900, 'F-9' );

		$this->link( $this->look( $this->invoice, 'F-9' )[0] );

		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )?->state );
		self::assertNull( $this->row( Effect::CreateInvoice )->problem );
	}

	/** Its own invoice is held, because the sale would have two. */
	public function test_the_invoice_that_was_made_from_the_proforma_in_sellsy_takes_the_place_of_the_held_one(): void {
		( new HoldInvoice(
			$this->world->ledger,
			$this->world->shop,
			$this->world->clock,
			new FakeRandomness()
		) )->hold( 1, 'P-1' );
		$held = $this->row( Effect::CreateInvoice )->problem ?? self::fail();
		self::assertSame( ProblemCode::ProformaInvoiced, $held->code );
		$texts = new ProblemText();
		self::assertStringContainsString( 'link it on the order', $texts->next_step( $held ) );
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] );
		self::assertSame( [ TaskState::Done, 900, null ], [ $row?->state, $row?->remote_id, $row?->problem ] );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
	}

	public function test_where_a_document_stands_no_other_is_linked(): void {
		$this->invoice();
		$this->made( 900, 'F-9' );
		self::assertSame( [], $this->look( $this->invoice, 'F-9' ) );
	}

	public function test_other_kinds_are_found_among_those_of_the_customer(): void {
		$target = new LinkTarget( DocumentKind::Order );
		$this->made( 901, 'CMD-1', kind: DocumentKind::Order );
		self::assertFalse( $this->can_look( $target, 'CMD-1' ), 'Nobody knows the customer yet.' );
		self::assertNotNull( $this->world->engine->find_to_link()->one( 1, $target, 901 ), 'By its address.' );

		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		self::assertTrue( $this->can_look( $target, 'CMD-1' ) );
		self::assertSame( [ 901 ], self::ids( $this->look( $target, 'cmd-1' ) ) );
		self::assertSame( [ 901 ], self::ids( $this->look( $target, '' ) ), 'The latest of the customer.' );
		self::assertSame( [], $this->look( $target, 'CMD-2' ) );
	}

	public function test_nothing_is_linked_while_nobody_knows_whether_one_was_made(): void {
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		$key       = new TaskKey( 1, Effect::CreateInvoice );
		$now       = $this->world->clock->now();
		$id        = $this->world->ledger->open( $key, $now ) ?? self::fail();
		$held      = $this->world->ledger->claim( $id, $now, 'token', $now->modify( '+5 minutes' ) ) ?? self::fail();
		$this->world->ledger->save( TaskTransitions::sent( $held, new Intent( 'SHOP-1' ), $now ) );
		$held = $this->world->ledger->find( $id ) ?? self::fail();
		$this->world->ledger->save(
			TaskTransitions::stopped( $held, new Problem( ProblemCode::TriesUsedUp ) )
		);
		self::assertSame( [], $this->look( $this->invoice, 'F-9' ) );
		self::assertNull( $this->link( $found ) );
	}

	public function test_an_order_that_is_edited_later_says_that_its_invoice_differs(): void {
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->order( 1, ht: '11.00', vat: '2.20' );
		$this->world->shop->changed[1] = $this->world->clock->now();
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( ProblemCode::DiffersFromOrder, $this->row( Effect::CreateInvoice )?->problem?->code );
	}

	private function can_look( LinkTarget $target, string $number ): bool {
		return $this->world->engine->find_to_link()->can_look( 1, $target, $number );
	}

	/**
	 * @param list<LinkProposal> $found
	 * @return list<int>
	 */
	private static function ids( array $found ): array {
		return array_map( static fn ( LinkProposal $one ): int => $one->document->id, $found );
	}
}
