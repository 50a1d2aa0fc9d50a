<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Rest;

use OrderInvoicer\Tests\Fixture;
use PHPUnit\Framework\TestCase;

/** As src/test/fixture.test.ts. */
final class FixturePatchTest extends TestCase {

	public function test_patches_replace_remove_and_add(): void {
		$document = [
			'a' => 1,
			'b' => [ [ 'c' => 1 ] ],
		];
		$patch    = [
			[ 'replace', '/b/0/c', null ],
			[ 'add', '/b/-', 2 ],
			[ 'remove', '/a', null ],
			[ 'add', '/d', [] ],
		];
		foreach ( $patch as $operation ) {
			$document = Fixture::patched( $document, array_combine( [ 'op', 'path', 'value' ], $operation ) );
		}

		self::assertSame(
			[
				'b' => [ [ 'c' => null ], 2 ],
				'd' => [],
			],
			$document
		);
	}

	/** @return array<string, array{string, string}> */
	public static function missed(): array {
		return [
			'replace' => [ 'replace', '/a/b' ],
			'remove'  => [ 'remove', '/b' ],
			'add'     => [ 'add', '/a' ],
		];
	}

	/** @dataProvider missed */
	public function test_a_patch_never_misses_what_it_means( string $operation, string $path ): void {
		$this->expectException( \DomainException::class );

		Fixture::patched(
			[ 'a' => [] ],
			[
				'op'    => $operation,
				'path'  => $path,
				'value' => 1,
			]
		);
	}

	public function test_the_rest_of_the_document_is_read_with_it(): void {
		$settings = Fixture::read( 'settings/invalid/cap-too-high.patch.json' );

		self::assertSame( [ 'ACME', 101 ], [ $settings['shop_code'], $settings['rounding_cap'] ] );
	}
}
