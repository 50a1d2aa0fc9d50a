<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Doctor;

use OrderInvoicer\Features\Doctor\DoctorRightText;
use OrderInvoicer\Features\Doctor\DoctorText;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\State;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../../Wording/untranslated.php';

/** What the doctor saw, as a person reads it. */
final class DoctorTextTest extends TestCase {

	public function test_what_sellsy_does_not_keep_is_named(): void {
		$says = fn ( string $seen ): string => ( new DoctorText() )
			->says( self::finding( 'draft-keeps-fields', State::Otherwise, $seen ) );

		self::assertStringContainsString( ': the reference of the order.', $says( 'without-order-reference' ) );
		self::assertStringContainsString( ': the weight, the owner.', $says( 'without-owner-shipping-weight' ) );
		self::assertStringContainsString( ': a part of what is sent.', $says( 'something-else' ) );
		self::assertStringContainsString( 'no document is made twice', $says( 'without-rows' ) );
	}

	/** As the list of fields in what is sent has them. */
	public function test_each_field_that_is_looked_at_has_a_word(): void {
		$looked_at = [
			'subject',
			'note',
			'order-reference',
			'sale-type',
			'invoicing-address-id',
			'delivery-address-id',
			'shipping-weight',
			'rows',
			'owner',
		];
		foreach ( $looked_at as $field ) {
			$says = ( new DoctorText() )->says(
				self::finding( 'draft-keeps-fields', State::Otherwise, "without-$field" )
			);
			self::assertStringNotContainsString( 'a part of what is sent', $says, $field );
		}
	}

	/** The page and the report count the same. */
	public function test_where_both_answers_are_fine_either_was_expected(): void {
		$text = new DoctorText();
		self::assertSame(
			'As expected',
			$text->state( self::finding( 'item-search-by-part', State::Otherwise, 'exact' ) )
		);
		self::assertSame( 'Otherwise', $text->state( self::finding( 'rounding', State::Otherwise, 'row' ) ) );
		self::assertSame( 'Not known', $text->state( self::finding( 'rounding', State::NotKnown, 'no-calls' ) ) );
	}

	public function test_what_needs_the_owner_is_told_from_what_the_plugin_deals_with(): void {
		$text = new DoctorText();
		self::assertTrue( $text->asks( self::finding( 'currency-of-category', State::Otherwise, 'another' ) ) );
		self::assertFalse( $text->asks( self::finding( 'currency-of-category', State::AsExpected, 'none' ) ) );
		self::assertFalse( $text->asks( self::finding( 'rounding', State::Otherwise, 'row' ) ) );
	}

	public function test_one_second_is_one(): void {
		self::assertStringContainsString( '1 second.', ( new DoctorText() )->waits( 'orders', 1 ) );
		self::assertStringContainsString( '2 seconds.', ( new DoctorText() )->waits( 'orders', 2 ) );
	}

	/** It moves every two seconds. */
	public function test_the_background_is_no_interruption(): void {
		self::assertSame( 'The site goes on with it in the background.', ( new DoctorText() )->waits( 'other', 10 ) );
	}

	public function test_what_is_missing_is_listed_in_words(): void {
		self::assertSame(
			[
				'This access, or its person in Sellsy, lacks 3 rights. Orders that need them wait:',
				'    – Clients / Créer des clients',
				'    – finalise invoices (invoices.write)',
				'    – a right for credit notes',
				'This is missing too, and no order waits for it:',
				'    – hear at once of changes in Sellsy (webhooks.read)',
				'Give them in Sellsy, test the connection, then try again.',
			],
			( new DoctorRightText() )->missing(
				[ 'Clients / Créer des clients', 'invoices.validate', 'about-credit-notes' ],
				[ 'webhooks.read' ]
			)
		);
		self::assertSame( [], ( new DoctorRightText() )->missing( [], [] ) );
	}

	private static function finding( string $assumption, State $state, string $seen ): Finding {
		return new Finding(
			assumption: $assumption,
			state: $state,
			seen: $seen,
			at: new \DateTimeImmutable( '@1772445600' ),
			version: '1',
			revision: 1
		);
	}
}
