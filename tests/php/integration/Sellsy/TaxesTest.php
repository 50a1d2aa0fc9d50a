<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Account\ExemptReason;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\RemoteIds\EmptySearch;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Taxes\CreateTax;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
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

	/** What becomes of it otherwise is `CreateTaxTest`: a dropped connection is an outcome that nobody knows. */
	public function test_a_lost_answer_is_looked_up_in_the_list(): void {
		$this->sandbox->fault(
			[
				'mode'   => 'drop-after',
				'method' => 'POST',
				'path'   => '/taxes',
				'times'  => 1,
			]
		);

		self::assertTrue( $this->create()->create( $this->draft( '9.5' ) )['is_new'] );
		self::assertSame( 1, $this->posts() );
		self::assertNotNull( $this->kept( 'TVA 9,5 %' ) );
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
			$this->client,
			new AccountMapping(),
			$this->lists
		);
		return new CreateTax(
			$taxes,
			new RemoteIds(
				$this->account,
				new WpdbRemoteIds( new Sql( $GLOBALS['wpdb'] ), new SystemClock() ),
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
