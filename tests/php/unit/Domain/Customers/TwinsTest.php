<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Text\PlainName;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What people write or leave out without being somebody else. */
final class TwinsTest extends TestCase {

	/** @return iterable<string, array{string, string}> */
	public static function addresses(): iterable {
		yield 'small letters later' => [ 'Client@Example.com', 'client@example.com' ];
		yield 'capitals later' => [ 'client@example.com', 'CLIENT@example.com' ];
	}

	/** Sellsy's search tells capitals apart, as far as anybody knows. */
	#[DataProvider( 'addresses' )]
	public function test_a_guest_who_makes_an_account_stays_one_customer( string $guest, string $account ): void {
		foreach ( [ true, false ] as $minds_case ) {
			$world                     = new World( finalise: true );
			$world->sellsy->minds_case = $minds_case;
			$world->order( 1, World::buyer( 0, $guest ) );
			$world->fire( 1 );
			$world->due->run( 20 );
			$world->order( 2, World::buyer( 5, $account ) );
			$world->fire( 2 );
			$world->due->run( 20 );
			self::assertCount( 1, $world->sellsy->customers );
		}
	}

	/** @return iterable<string, array{string, string, bool}> */
	public static function names(): iterable {
		yield 'Arabic vowels' => [ 'مُحَمَّد', 'محمد', true ];
		yield 'a lengthened letter' => [ 'محمـــد', 'محمد', true ];
		yield 'hamza written or not' => [ 'أحمد', 'احمد', true ];
		yield 'hamza apart or in one' => [ "ا\u{654}حمد", 'أحمد', true ];
		yield 'Hebrew points' => [ 'דָּוִד', 'דוד', true ];
		yield 'another Arabic name' => [ 'محمد', 'محمود', false ];
		yield 'another Hebrew name' => [ 'דוד', 'דורד', false ];
	}

	#[DataProvider( 'names' )]
	public function test_marks_that_are_left_out_make_no_other_name( string $one, string $other, bool $same ): void {
		self::assertSame( $same, PlainName::key( $one ) === PlainName::key( $other ) );
	}
}
