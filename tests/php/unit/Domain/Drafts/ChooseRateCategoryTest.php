<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Drafts\ChooseRateCategory;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeAccount;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The account has number 7 in EUR and number 9 in USD. */
final class ChooseRateCategoryTest extends TestCase {

	private ChooseRateCategory $choice;

	protected function setUp(): void {
		$this->choice = new ChooseRateCategory( new FakeAccount( ( new World() )->sellsy ) );
	}

	public function test_the_owners_choice_or_the_only_one_of_another_currency(): void {
		self::assertSame( 7, $this->choice->choose( 7, Currency::from_code( 'EUR' ) ) );
		self::assertSame( 9, $this->choice->choose( 7, Currency::from_code( 'USD' ) ) );
	}

	/** @dataProvider unfit */
	public function test_nothing_takes_the_place_of( ?int $chosen, string $currency, ProblemCode $code ): void {
		try {
			$this->choice->choose( $chosen, Currency::from_code( $currency ) );
			self::fail( 'Chosen.' );
		} catch ( NeedsAttention $stopped ) {
			self::assertSame( $code, $stopped->problem->code );
		}
	}

	/** @return iterable<string, array{?int, string, ProblemCode}> */
	public static function unfit(): iterable {
		yield 'no choice' => [ null, 'EUR', ProblemCode::RateCategoryUnset ];
		yield 'a choice that is gone, or has taxes included by now' => [ 8, 'EUR', ProblemCode::RateCategoryUnfit ];
		yield 'a currency that the account does not have' => [ 7, 'GBP', ProblemCode::RateCategoryUnfit ];
	}
}
