<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Customers\Spellings;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeWrittenEmails;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * An e-mail address in other capitals than Sellsy has it.
 *
 * @assumes search-by-email
 */
final class SpellingsTest extends TestCase {

	/** @return iterable<string, array{string, string, string, bool}> at Sellsy, of an older order, of this one. */
	public static function written(): iterable {
		yield 'small letters now' => [ 'Client@Example.com', 'Client@Example.com', 'client@example.com', true ];
		yield 'other capitals now' => [ 'Client@Example.com', 'Client@Example.com', 'CLIENT@example.com', true ];
		yield 'as no order had it' => [ 'CLIENT@Example.com', 'Client@Example.com', 'client@example.com', false ];
		yield 'another address' => [ 'Clients@Example.com', 'Clients@Example.com', 'client@example.com', false ];
	}

	/** The order before was invoiced by another program, which made the client as it was typed then. */
	#[DataProvider( 'written' )]
	public function test_a_client_is_found_by_what_any_order_of_the_shop_had(
		string $at_sellsy,
		string $before,
		string $now,
		bool $is_found,
	): void {
		$world = new World( finalise: true );
		$theirs = new CustomerRef( CustomerType::Individual, 40 );
		$world->sellsy->has_customer( $theirs, $at_sellsy );
		$world->order( 1, World::buyer( 0, $before ) );
		$world->order( 2, World::buyer( 0, $now ) );
		$world->fire( 2 );
		$world->due->run( 20 );

		self::assertSame( $is_found, in_array( Sellsy::key( $theirs ), $world->sellsy->billed, true ) );
		self::assertCount( $is_found ? 1 : 2, $world->sellsy->customers );
	}

	/** Who bought for a company is one of its contacts already, as an older order had the address. */
	public function test_a_contact_of_a_company_is_found_in_the_same_way(): void {
		$world   = new World( finalise: true );
		$company = new CustomerRef( CustomerType::Company, 40 );
		$world->sellsy->has_customer( $company, 'Client@Example.com', name: 'Acme SARL' );
		$world->sellsy->contacts[41]      = 'Client@Example.com';
		$world->sellsy->contact_names[41] = [ 'Client', 'Test' ];
		$world->sellsy->contact_of[41]    = $company;
		$world->order( 1, World::buyer( 0, 'Client@Example.com', 'Acme SARL' ) );
		$world->order( 2, World::buyer( 0, 'client@example.com', 'Acme SARL' ) );
		$world->fire( 2 );
		$world->due->run( 20 );

		self::assertSame( [ Sellsy::key( $company ) ], array_values( $world->sellsy->billed ) );
		self::assertSame( 0, $world->sellsy->count( 'create_contact' ) );
	}

	/** The order says so where it cannot be excluded. */
	public function test_an_order_that_got_a_customer_of_its_own_says_who_may_not_be_found(): void {
		foreach ( [
			'1' => [],
			'' => [ Assumption::SearchByEmail ],
		] as $says => $otherwise ) {
			$world                      = new World();
			$world->findings->otherwise = $otherwise;
			$world->order( 1, World::buyer( 0, 'client@example.com' ) );
			$world->fire( 1 );
			$world->due->run( 20 );
			$created = array_filter(
				$world->shop->steps,
				static fn ( Step $step ): bool => $step->code === StepCode::Created
			);
			self::assertSame( [ (string) $says ], [ array_values( $created )[0]->fact( 'minds_case' ) ] );
		}
	}

	/** A relay's address may have been typed in hundreds of ways: each is two questions to Sellsy. */
	public function test_no_more_than_four_are_searched(): void {
		$world = new World();
		foreach ( [ 'A@x.fr', 'a@X.fr', 'A@X.fr', 'A@X.Fr', 'a@x.FR', 'other@x.fr' ] as $i => $email ) {
			$world->order( $i + 1, World::buyer( 0, $email ) );
		}
		$spellings = new Spellings( new FakeWrittenEmails( $world->shop ) );

		self::assertSame( [ 'A@X.fr', 'a@x.fr', 'A@x.fr', 'a@X.fr' ], $spellings->of( 'A@X.fr' ) );
		self::assertSame( [], $spellings->of( '' ) );
	}
}
