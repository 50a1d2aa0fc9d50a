<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Seen;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Seen\SeenDocument;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** A document as it was seen last: what of it is news, and what nobody can tell. */
final class SeenDocumentTest extends TestCase {

	/** @return iterable<string, array{DocumentKind, string|null, string, string|null, string|null, bool}> */
	public static function looks(): iterable {
		$invoice = DocumentKind::Invoice;
		$looked  = '2026-03-10';
		yield 'nobody has looked at this account' => [ $invoice, '2026-03-20', 'due', '2026-03-21', null, false ];
		yield 'made since' => [ $invoice, '2026-03-11', '', null, $looked, true ];
		yield 'made in the same second' => [ $invoice, '2026-03-10', '', null, $looked, true ];
		yield 'made before, never seen' => [ $invoice, '2026-03-09', '', null, $looked, false ];
		yield 'made before, seen since' => [ $invoice, '2026-03-09', 'due', '2026-03-11', $looked, true ];
		yield 'made before, seen in the same second' => [ $invoice, '2026-03-09', 'due', '2026-03-10', $looked, true ];
		yield 'made before, seen before' => [ $invoice, '2026-03-08', 'due', '2026-03-09', $looked, false ];
		yield 'nobody knows when it was made' => [ $invoice, null, '', null, $looked, false ];
		yield 'seen since, in no state' => [ $invoice, '2026-03-09', '', '2026-03-11', $looked, false ];
		yield 'an old proforma' => [ DocumentKind::Proforma, '2026-03-11', '', null, $looked, false ];
		yield 'an old proforma, seen' => [ DocumentKind::Proforma, '2026-03-11', 'sent', '2026-03-12', $looked, true ];
		yield 'a proforma of today' => [ DocumentKind::Proforma, '2026-11-24', '', null, $looked, true ];
	}

	#[DataProvider( 'looks' )]
	public function test_what_became_of_it_is_news_where_somebody_had_looked(
		DocumentKind $kind,
		?string $made,
		string $status,
		?string $seen,
		?string $looked,
		bool $is_known,
	): void {
		$at       = static fn ( ?string $day ): ?\DateTimeImmutable =>
			$day === null ? null : new \DateTimeImmutable( "$day 10:00:00" );
		$document = new SeenDocument( 1, $kind, 71, $at( $made ), $status, null, seen_at: $at( $seen ) );
		self::assertSame(
			$is_known,
			$document->is_known( $at( $looked ), new \DateTimeImmutable( '2026-11-24 12:00:00' ) )
		);
	}

	/** @return iterable<string, array{string, ?int, string, ?int, ?int, list<Noticed>}> before; now; its total. */
	public static function changes(): iterable {
		yield 'nothing happened' => [ 'due', 1200, 'due', 1200, 1200, [] ];
		yield 'a part was paid' => [ 'due', 1200, 'due', 1, 1200, [ Noticed::PartPaid ] ];
		yield 'all was paid' => [ 'due', 1200, 'due', 0, 1200, [ Noticed::Paid ] ];
		yield 'more than all was paid' => [ 'due', 1200, 'due', -1, 1200, [ Noticed::Paid ] ];
		yield 'paid before anybody looked' => [ 'due', null, 'due', 0, 1200, [ Noticed::Paid ] ];
		yield 'less was due before' => [ 'due', 500, 'due', 600, 1200, [] ];
		yield 'nobody says what is due' => [ 'due', 1200, 'due', null, 1200, [] ];
		yield 'nobody ever said it' => [ 'due', null, 'due', 5, null, [] ];
		yield 'cancelled' => [ 'due', 1200, 'cancelled', null, 1200, [ Noticed::Cancelled ] ];
		yield 'cancelled before' => [ 'cancelled', 1200, 'cancelled', null, 1200, [] ];
		yield 'reinstated' => [ 'cancelled', 1200, 'due', 1200, 1200, [ Noticed::Reinstated ] ];
	}

	/** @param list<Noticed> $noticed */
	#[DataProvider( 'changes' )]
	public function test_what_a_person_should_hear_of(
		string $was,
		?int $was_due,
		string $is,
		?int $due,
		?int $total,
		array $noticed,
	): void {
		$document = new SeenDocument( 1, DocumentKind::Invoice, 71, null, $was, $was_due );
		self::assertSame( $noticed, $document->noticed( $is, $due, $total ) );
	}

	#[TestWith( [ DocumentKind::Invoice, 500, 501, true ] )]
	#[TestWith( [ DocumentKind::Invoice, 500, 500, false ] )]
	#[TestWith( [ DocumentKind::Invoice, null, 500, false ] )]
	#[TestWith( [ DocumentKind::Invoice, 500, null, false ] )]
	#[TestWith( [ DocumentKind::CreditNote, 0, 1, true ] )]
	#[TestWith( [ DocumentKind::Estimate, 500, 501, false ] )]
	public function test_more_is_due_where_something_was_taken_off(
		DocumentKind $kind,
		?int $was,
		?int $is,
		bool $more,
	): void {
		self::assertSame( $more, ( new SeenDocument( 1, $kind, 71, null, 'due', $was ) )->owes_more( $is ) );
	}
}
