<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Documents;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Documents\SubjectKey;
use OrderInvoicer\Domain\Money\Decimal;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** By what a document of ours is known, wherever Sellsy has a place for it. */
final class DocumentKeyTest extends TestCase {

	public function test_it_names_shop_order_and_replacement(): void {
		self::assertSame( 'SHOP-1042', DocumentKey::text( 'SHOP', '1042', 0 ) );
		self::assertSame( 'SHOP-1042/R1', DocumentKey::text( 'SHOP', '1042', 1 ) );
		self::assertSame( 'SHOP-1042/A0', DocumentKey::of_credit_note( 'SHOP', '1042', 0, 0 ) );
		self::assertSame( 'SHOP-1042/A12/R1', DocumentKey::of_credit_note( 'SHOP', '1042', 12, 1 ) );
	}

	/** The number is cut, never what is added to it; room for a short one is always left. */
	public function test_it_fits_sellsys_field(): void {
		$number = str_repeat( '9', 200 );
		self::assertSame( 95, strlen( DocumentKey::text( 'SHOP', $number, 0 ) ) );
		self::assertSame( 98, strlen( DocumentKey::text( 'SHOP', $number, 2 ) ) );
		self::assertSame( 100, strlen( DocumentKey::of_credit_note( 'SHOP', $number, 123456, 2 ) ) );
		self::assertStringEndsWith( '9/A123456/R2', DocumentKey::of_credit_note( 'SHOP', $number, 123456, 2 ) );
	}

	#[TestWith( [ 'SHOP-1', true ] )]
	#[TestWith( [ 'SHOP1-1', false ] )]
	#[TestWith( [ 'MYSHOP-1', false ] )]
	#[TestWith( [ 'SHOP', false ] )]
	public function test_a_key_is_of_the_shop_whose_code_it_begins_with( string $key, bool $is_ours ): void {
		self::assertSame( $is_ours, DocumentKey::is_of( 'SHOP', $key ) );
	}

	#[TestWith( [ 'SHOP-1', 'SHOP-2', true ] )]
	#[TestWith( [ 'SHOP-1', 'OTHER-1', false ] )]
	#[TestWith( [ 'PO 4711', 'SHOP-1', false ] )]
	#[TestWith( [ 'SHOP-1', 'SHOP', false ] )]
	public function test_two_keys_of_one_shop( string $one, string $other, bool $is_one_shop ): void {
		self::assertSame( $is_one_shop, DocumentKey::share_code( $one, $other ) );
	}

	#[TestWith( [ 'Order 1042', 'Order 1042 [SHOP-1042]' ] )]
	#[TestWith( [ '', '[SHOP-1042]' ] )]
	public function test_it_stands_at_the_end_of_a_subject( string $subject, string $with_key ): void {
		self::assertSame( $with_key, SubjectKey::add( $subject, 'SHOP-1042' ) );
		self::assertSame( 'SHOP-1042', SubjectKey::read( $with_key ) );
		self::assertSame( 'SHOP-1042', SubjectKey::read( "$with_key \n" ) );
		self::assertSame( '', SubjectKey::read( "$with_key." ) );
		self::assertSame( '', SubjectKey::read( $subject ) );
	}

	public function test_the_longest_key_has_room_in_a_subject(): void {
		self::assertSame( 103, strlen( SubjectKey::add( 'x', str_repeat( 'k', 100 ) ) ) - 1 );
	}

	/** The reference first; a subject counts where the reference is anything but a key of the same shop. */
	#[TestWith( [ 'SHOP-1', '', true ] )]
	#[TestWith( [ 'SHOP-1', 'SHOP-2', true ] )]
	#[TestWith( [ 'SHOP-2', 'SHOP-1', false ] )]
	#[TestWith( [ 'PO 4711', 'SHOP-1', true ] )]
	#[TestWith( [ 'OTHER-2', 'SHOP-1', true ] )]
	#[TestWith( [ 'PO 4711', '', false ] )]
	public function test_a_document_bears_a_key( string $reference, string $subject, bool $bears ): void {
		$document = self::document( $reference, $subject );
		self::assertSame( $bears, $document->bears( 'SHOP-1' ) );
		self::assertSame( 'SHOP-1', $document->known_as( 'SHOP-1' )->key );
		self::assertFalse( self::document( 'PO 4711', '' )->bears( '' ) );
	}

	#[TestWith( [ 'SHOP-1', 'SHOP-2', 'SHOP-1' ] )]
	#[TestWith( [ 'PO 4711', 'SHOP-2', 'SHOP-2' ] )]
	#[TestWith( [ 'OTHER-1', 'PO-1', null ] )]
	public function test_a_list_shows_whose_it_is( string $reference, string $subject, ?string $key ): void {
		$listed = new ListedDocument(
			kind: DocumentKind::Invoice,
			id: 7,
			number: 'F-1',
			key: $reference,
			customer: null,
			subject_key: $subject
		);
		self::assertSame( $key, $listed->of_shop( 'SHOP' )?->key );
	}

	public function test_a_cancelled_document_is_no_draft(): void {
		$states = static fn ( string $status ): array => [
			self::document( '', '', $status )->is_draft(),
			self::document( '', '', $status )->is_cancelled(),
		];
		self::assertSame(
			[ [ true, false ], [ false, true ], [ false, false ] ],
			array_map( $states, [ 'draft', 'cancelled', 'due' ] )
		);
	}

	private static function document( string $key, string $subject_key, string $status = 'due' ): RemoteDocument {
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 7,
			number: '',
			status: $status,
			key: $key,
			amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
			created: '',
			subject_key: $subject_key
		);
	}
}
