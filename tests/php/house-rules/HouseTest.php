<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Source.php';
require_once __DIR__ . '/House.php';

/** What was reached stays: npm run house tells where the house stands. */
final class HouseTest extends TestCase {

	private const REACHED = __DIR__ . '/house.json';

	public function test_the_house_grows_no_further(): void {
		$reached = json_decode( (string) file_get_contents( self::REACHED ), true, 3, JSON_THROW_ON_ERROR );
		$figures = ( new House( Source::all() ) )->figures();
		self::assertIsArray( $reached );
		self::assertSame( array_keys( $reached ), array_keys( $figures ) );
		foreach ( $figures as $figure => $now ) {
			self::assertLessThanOrEqual( $reached[ $figure ], $now, $figure );
		}
	}

	public function test_a_circle_is_found_once_with_all_its_files(): void {
		$house = new House( [] );
		$edges = [
			'A' => [ 'B' ],
			'B' => [ 'C', 'D' ],
			'C' => [ 'A' ],
			'D' => [ 'E' ],
			'E' => [],
		];
		self::assertSame( [ [ 'C', 'B', 'A' ] ], $house->circles( $edges ) );
	}

	public function test_names_are_compared_word_by_word(): void {
		$house = new House(
			[
				Source::read( 'A/TaskRunner.php', '<?php namespace OrderInvoicer\A; final class TaskRunner {}' ),
				Source::read(
					'A/Box.php',
					'<?php namespace OrderInvoicer\A;
					final class Box {
						private ?TaskRunner $runners;
						public function __construct(
							private readonly TaskRunner $process,
							private readonly TaskRunner $task,
							private readonly string $text,
						) {}
						public function run( TaskRunner $other ): void {}
					}'
				),
			]
		);
		self::assertSame( [ 'A/Box.php:5 TaskRunner $process' ], $house->odd_names() );
		self::assertSame(
			[
				'OrderInvoicer\A\TaskRunner' => [],
				'OrderInvoicer\A\Box' => [ 'OrderInvoicer\A\TaskRunner' ],
			],
			$house->edges()
		);
	}
}
