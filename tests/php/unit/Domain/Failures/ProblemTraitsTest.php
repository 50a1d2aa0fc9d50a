<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Failures;

use OrderInvoicer\Domain\Failures\Ending;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Wording\Problems\ProblemText;
use PHPUnit\Framework\TestCase;

require_once dirname( __DIR__, 2 ) . '/Wording/untranslated.php';

/** The table beside the enum: each code has a line, and what follows from one is said once. */
final class ProblemTraitsTest extends TestCase {

	/** @return iterable<string, array{ProblemCode}> */
	public static function codes(): iterable {
		foreach ( ProblemCode::cases() as $code ) {
			yield $code->value => [ $code ];
		}
	}

	/** @dataProvider codes */
	public function test_every_code_has_a_line_that_does_not_contradict_itself( ProblemCode $code ): void {
		$is = ProblemTraits::traits( $code );

		self::assertTrue(
			! $is->by_setting || ( $is->place !== null && $is->ending === Ending::Person ),
			'A setting stands on a page, and a person changes it.'
		);
		self::assertTrue( ! $is->is_edit || $is->one_by_one, 'Who retries an edited order says that they looked.' );
		self::assertTrue( ! $is->goes_on || $is->is_patient );
		self::assertTrue( ! $is->is_patient || $is->ending === Ending::Waits );
	}

	/** @dataProvider codes */
	public function test_what_needs_a_person_has_a_name_in_the_list_of_causes( ProblemCode $code ): void {
		$is   = ProblemTraits::traits( $code );
		$name = ( new ProblemText() )->title( $code );

		self::assertTrue(
			$is->ending !== Ending::Person || $is->urgency !== null || $name !== '',
			'Where everything waits, no order stops for it.'
		);
		self::assertDoesNotMatchRegularExpression( '/%\w|\.$/', $name );
	}

	public function test_of_two_that_hold_up_everything_one_is_said_first(): void {
		$urgent = array_map(
			static fn ( ProblemCode $code ): ?int => ProblemTraits::traits( $code )->urgency,
			ProblemTraits::codes( static fn ( ProblemTraits $is ): bool => $is->urgency !== null )
		);

		self::assertSame( array_unique( $urgent ), $urgent );
	}
}
