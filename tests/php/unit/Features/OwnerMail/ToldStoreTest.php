<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\OwnerMail;

use OrderInvoicer\Features\OwnerMail\Rules\Told;
use OrderInvoicer\Features\OwnerMail\Rules\ToldCause;
use OrderInvoicer\Features\OwnerMail\Rules\ToldStore;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the owner was told is one option, which several processes read and write, and anybody may have broken. */
final class ToldStoreTest extends TestCase {

	/** @return iterable<string, array{string, Told}> */
	public static function options(): iterable {
		$at = static fn ( int $second ): \DateTimeImmutable => new \DateTimeImmutable( "@$second" );
		yield 'none' => [ '', new Told() ];
		yield 'no JSON' => [ '{', new Told() ];
		yield 'no list' => [ '7', new Told() ];
		yield 'nothing of it' => [ '[]', new Told() ];
		yield 'other types' => [ '{"causes":7,"digest":8,"held":"9"}', new Told() ];
		yield 'moments that are none' => [ '{"causes":{"a":[0,5],"b":[-1],"c":5,"d":[]},"held":0}', new Told() ];
		yield 'a cause that stands' => [
			'{"causes":{"a":[1,0],"b":[2]}}',
			new Told(
				[
					'a' => new ToldCause( $at( 1 ), null ),
					'b' => new ToldCause( $at( 2 ), null ),
				]
			),
		];
		yield 'all of it' => [
			'{"causes":{"a":[1,2]},"digest":"2026-11-24","held":3}',
			new Told( [ 'a' => new ToldCause( $at( 1 ), $at( 2 ) ) ], '2026-11-24', $at( 3 ) ),
		];
	}

	#[DataProvider( 'options' )]
	public function test_what_cannot_be_read_was_never_told( string $stored, Told $told ): void {
		$world                                    = new World();
		$world->kept->values[ ToldStore::OPTION ] = $stored;
		self::assertEquals( $told, ( new ToldStore( $world->kept ) )->read() );
	}

	#[DataProvider( 'options' )]
	public function test_what_is_kept_is_read_again_and_by_nobody_overwritten( string $stored, Told $told ): void {
		$world = new World();
		$store = new ToldStore( $world->kept );
		$other = new ToldStore( $world->kept );
		$other->read();
		self::assertTrue( $store->keep( $told ) );
		self::assertEquals( $told, ( new ToldStore( $world->kept ) )->read() );
		self::assertTrue( $store->keep( $told ), 'It is what it wrote.' );
		self::assertFalse( $other->keep( new Told( digest: '2026-11-25' ) ) );
	}
}
