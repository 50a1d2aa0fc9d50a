<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Taxes;

use OrderInvoicer\Domain\Account\ExemptReason;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * A tax that a person asked for stands at Sellsy once. No call of ours deletes one: a second would stay in the owner's
 * lists for ever.
 *
 * @assumes tax-at-once
 */
final class CreateTaxTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	/** @return iterable<string, array{TaxDraft|null, bool}> */
	public static function wanted(): iterable {
		yield 'a rate that Sellsy has under this name' => [ self::rate( 'TVA 20', '20' ), false ];
		yield 'typed otherwise' => [ self::rate( ' tva 20 ', '20.00' ), false ];
		yield 'the same rate of another country' => [ self::rate( 'TVA 20 % Autriche (OSS)', '20' ), true ];
		yield 'another rate under this name' => [ self::rate( 'TVA 20', '21' ), true ];
		yield 'a name that stands under another category' => [ TaxDraft::exempt( 'Exo', ExemptReason::Export ), true ];
	}

	#[DataProvider( 'wanted' )]
	public function test_what_stands_there_is_taken( ?TaxDraft $draft, bool $is_new ): void {
		self::assertSame( $is_new, $this->create( $draft )['is_new'] );
		self::assertSame( (int) $is_new, $this->made() );
		$again = $this->create( $draft );
		self::assertSame( [ false, (int) $is_new ], [ $again['is_new'], $this->made() ], 'Asked for once more.' );
	}

	/** Two of the same are never made side by side, and others need not wait. */
	public function test_the_same_tax_has_one_key(): void {
		$key = static fn ( ?TaxDraft $draft ): string => $draft?->key() ?? self::fail( 'No tax.' );
		self::assertSame( $key( self::rate( 'TVA 9,5', '9.5' ) ), $key( self::rate( ' tva 9,5', '9.5' ) ) );
		$keys = [
			$key( self::rate( 'TVA', '9.5' ) ),
			$key( self::rate( 'TVA', '9' ) ),
			$key( self::rate( 'TVA 2', '9' ) ),
			$key( TaxDraft::exempt( 'TVA', ExemptReason::Export ) ),
			$key( TaxDraft::exempt( 'TVA', ExemptReason::Franchise ) ),
		];
		self::assertSame( $keys, array_unique( $keys ) );
	}

	/** @return iterable<string, array{string|null, int|null}> */
	public static function rates(): iterable {
		yield 'nothing wants a reason' => [ '0', null ];
		yield 'less than nothing' => [ '-5', null ];
		yield 'the least' => [ '0.01', 1 ];
		yield 'all of it' => [ '100', 1 ];
		yield 'more than all of it' => [ '100.01', null ];
	}

	#[DataProvider( 'rates' )]
	public function test_a_rate_is_above_nothing_and_at_most_all( string $percent, ?int $drafts ): void {
		self::assertSame( $drafts, self::rate( 'TVA', $percent ) === null ? null : 1 );
	}

	/** The owner is told that it is new, as it is. */
	public function test_a_lost_answer_is_looked_up_and_never_repeated(): void {
		$this->world->sellsy->plan( 'create_tax', FailureKind::OutcomeUnknown, after_effect: true );
		$created = $this->create( self::rate( 'TVA 9,5', '9.5' ) );
		self::assertSame( [ true, 1 ], [ $created['is_new'], $this->made() ] );
		self::assertSame( [ 'TVA 9,5' ], array_column( $this->world->sellsy->taxes, 'label' ) );
	}

	/** @return iterable<string, array{string}> */
	public static function nothing_is_known(): iterable {
		yield 'it is not in the list' => [ '' ];
		yield 'the list cannot be read either' => [ 'read_taxes' ];
	}

	#[DataProvider( 'nothing_is_known' )]
	public function test_what_became_of_it_stays_unknown_for_two_minutes( string $also ): void {
		$this->world->sellsy->plan( 'create_tax', FailureKind::OutcomeUnknown );
		if ( $also !== '' ) {
			$this->world->sellsy->each_call = function () use ( $also ): void {
				if ( in_array( 'create_tax', $this->world->sellsy->calls, true ) ) {
					$this->world->sellsy->plan( $also, FailureKind::NotSent );
					$this->world->sellsy->each_call = null;
				}
			};
		}
		self::assertSame( FailureKind::OutcomeUnknown, $this->refused( '9.5' )?->kind );
		try {
			$this->create( self::rate( 'TVA 9.5', '9.5' ) );
			self::fail( 'The list may lag behind.' );
		} catch ( RetryLater $wait ) {
			self::assertSame( [ ProblemCode::OutcomeUnknown, 120 ], [ $wait->problem->code, $wait->seconds ] );
		}
		self::assertSame( 1, $this->made() );
		$this->world->clock->advance( 120 );
		self::assertTrue( $this->create( self::rate( 'TVA 9.5', '9.5' ) )['is_new'] );
		self::assertSame( 2, $this->made() );
	}

	/** Nothing was made: it may be asked for again at once. */
	public function test_a_refusal_is_said_and_leaves_nothing_behind(): void {
		$this->world->sellsy->plan( 'create_tax', FailureKind::AccountBlocked, status: 403 );
		self::assertSame( FailureKind::AccountBlocked, $this->refused( '9.5' )?->kind );
		self::assertTrue( $this->create( self::rate( 'TVA 9.5', '9.5' ) )['is_new'] );
	}

	/** A list that cannot be read is not one without that tax. */
	public function test_nothing_is_created_where_the_list_cannot_be_read(): void {
		$this->world->sellsy->plan( 'read_taxes', FailureKind::NotSent );
		self::assertSame( FailureKind::NotSent, $this->refused( '9.5' )?->kind );
		self::assertSame( 0, $this->made() );
	}

	private function refused( string $percent ): ?RemoteFailure {
		try {
			$this->create( self::rate( "TVA $percent", $percent ) );
			return null;
		} catch ( RemoteFailure $failure ) {
			return $failure;
		}
	}

	/** @return array{tax: RemoteTax, is_new: bool} */
	private function create( ?TaxDraft $draft ): array {
		return $this->world->engine->create_tax()->create( $draft ?? self::fail( 'No tax.' ) );
	}

	private static function rate( string $label, string $percent ): ?TaxDraft {
		return TaxDraft::with_rate( $label, Decimal::from_string( $percent ) );
	}

	private function made(): int {
		return $this->world->sellsy->count( 'create_tax' );
	}
}
