<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Account\ExemptReason;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\RemoteIds\EmptySearch;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Taxes\CreateTax;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\TaxMapping;
use OrderInvoicer\Sellsy\Resources\ReferenceData;
use OrderInvoicer\Sellsy\SellsyTaxes;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\System\SystemRandomness;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * A tax that a person asked for is created once, whatever becomes of the answer.
 *
 * @assumes tax-at-once
 */
final class TaxesTest extends ContractTestCase {

	private WpdbRemoteIds $links;

	protected function setUp(): void {
		parent::setUp();
		$this->links = new WpdbRemoteIds( new Sql( $GLOBALS['wpdb'] ), new SystemClock() );
	}

	public function test_a_missing_tax_is_created_and_read_at_once(): void {
		self::assertNull( $this->kept( 'TVA 9,5 %' ) );

		$created = $this->create()->create( $this->draft( '9.5' ) );
		$tax     = $created['tax'];

		self::assertTrue( $created['is_new'] );
		self::assertSame(
			[ 'TVA 9,5 %', '9.5', 'S', true ],
			[ $tax->label, $tax->rate->to_string(), $tax->category, $tax->usable ]
		);
		self::assertSame(
			$created['tax']->id,
			$this->kept( 'TVA 9,5 %' )?->id,
			'The lists that were kept are read anew.'
		);
	}

	/** @return iterable<string, array{ExemptReason}> */
	public static function reasons(): iterable {
		foreach ( ExemptReason::cases() as $reason ) {
			yield $reason->value => [ $reason ];
		}
	}

	#[DataProvider( 'reasons' )]
	public function test_an_exempt_tax_carries_its_reason( ExemptReason $reason ): void {
		$tax = $this->create()->create( TaxDraft::exempt( 'Sans TVA', $reason ) )['tax'];

		self::assertSame(
			[ $reason->category(), $reason->vatex(), true, true ],
			[ $tax->category, $tax->vatex, $tax->is_exempt(), $tax->usable ]
		);
	}

	public function test_what_stands_there_is_taken(): void {
		$first  = $this->create()->create( $this->draft( '9.5' ) );
		$second = $this->create()->create( TaxDraft::with_rate( ' tva 9,5 % ', Decimal::from_string( '9.50' ) ) );

		self::assertSame( [ $first['tax']->id, false ], [ $second['tax']->id, $second['is_new'] ] );
		self::assertSame( 1, $this->posts() );
	}

	public function test_a_rate_of_another_country_is_a_tax_of_its_own(): void {
		$own = $this->create()
			->create( TaxDraft::with_rate( 'TVA 20 % Autriche (OSS)', Decimal::from_string( '20' ) ) );

		self::assertTrue( $own['is_new'] );
	}

	/** @return iterable<string, array{string}> */
	public static function lost_answers(): iterable {
		yield 'an error after it was created' => [ '500-after' ];
		yield 'no answer after it was created' => [ 'drop-after' ];
		yield 'an unreadable answer' => [ 'malformed' ];
	}

	#[DataProvider( 'lost_answers' )]
	public function test_a_lost_answer_is_looked_up_and_never_repeated( string $mode ): void {
		$this->sandbox->fault(
			[
				'mode'   => $mode,
				'method' => 'POST',
				'path'   => '/taxes',
				'times'  => 1,
			]
		);

		$created = $this->create()->create( $this->draft( '9.5' ) );
		$tax     = $created['tax'];

		self::assertTrue( $created['is_new'] );
		self::assertSame( 1, $this->posts() );
		self::assertCount(
			1,
			array_filter( $this->account->taxes(), static fn( RemoteTax $tax ): bool => $tax->label === 'TVA 9,5 %' )
		);
	}

	public function test_what_was_not_created_is_said_to_be_unknown_and_may_be_asked_for_again(): void {
		$this->sandbox->fault(
			[
				'mode'   => '500-before',
				'method' => 'POST',
				'path'   => '/taxes',
				'times'  => 1,
			]
		);

		try {
			$this->create()->create( $this->draft( '9.5' ) );
			self::fail( 'Nothing was created.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::OutcomeUnknown, $failure->kind );
		}
		try {
			$this->create()->create( $this->draft( '9.5' ) );
			self::fail( 'The list may lag behind.' );
		} catch ( RetryLater $wait ) {
			self::assertSame( [ ProblemCode::OutcomeUnknown, 120 ], [ $wait->problem->code, $wait->seconds ] );
		}
		$this->links->found_nothing(
			$this->account->id(),
			'tax',
			$this->draft( '9.5' )->key(),
			new \DateTimeImmutable( '-2 minutes' )
		);
		self::assertTrue( $this->create()->create( $this->draft( '9.5' ) )['is_new'] );
	}

	public function test_a_second_click_waits(): void {
		$now = new \DateTimeImmutable();
		self::assertTrue(
			$this->links->claim(
				$this->account->id(),
				'tax',
				$this->draft( '9.5' )->key(),
				'another',
				$now,
				$now->modify( '+1 minute' )
			)
		);

		$this->expectException( RetryLater::class );
		$this->create()->create( $this->draft( '9.5' ) );
	}

	public function test_without_the_right_sellsy_refuses_and_the_right_is_named(): void {
		$this->connect( 'sandbox-readonly', 'sandbox-readonly-secret' );

		try {
			$this->create()->create( $this->draft( '9.5' ) );
			self::fail( 'The right is missing.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( [ FailureKind::AccountBlocked, 'taxes.write' ], [ $failure->kind, $failure->scope ] );
		}
	}

	private function create(): CreateTax {
		$taxes = new SellsyTaxes(
			new ReferenceData( $this->client ),
			new AccountMapping(),
			new TaxMapping(),
			$this->lists
		);
		return new CreateTax(
			$taxes,
			new RemoteIds(
				$this->account,
				$this->links,
				new SystemClock(),
				new SystemRandomness(),
				new EmptySearch( new FakeFindings(), new SystemClock() )
			)
		);
	}

	private function draft( string $percent ): TaxDraft {
		return TaxDraft::with_rate(
			'TVA ' . str_replace( '.', ',', $percent ) . ' %',
			Decimal::from_string( $percent )
		)
			?? self::fail( 'No tax.' );
	}

	private function kept( string $label ): ?RemoteTax {
		$found = array_filter( $this->account->taxes(), static fn( RemoteTax $tax ): bool => $tax->label === $label );
		return array_values( $found )[0] ?? null;
	}

	private function posts(): int {
		return count(
			array_filter(
				$this->sandbox->state()['calls'],
				static fn( array $call ): bool => $call['method'] === 'POST' && str_ends_with( $call['path'], '/taxes' )
			)
		);
	}
}
