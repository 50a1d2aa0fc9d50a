<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\TaxAmount;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Where Sellsy agreed often enough, its answer to the draft is what is compared. */
final class TrustedAmountsTest extends TestCase {

	public function test_sellsy_is_asked_beforehand_until_it_agreed_often_enough(): void {
		$world = new World();
		for ( $id = 1; $id <= Agreements::ENOUGH; $id++ ) {
			self::sold( $world, $id );
		}
		self::assertSame( Agreements::ENOUGH, $world->sellsy->count( 'compute' ) );

		self::sold( $world, 100 );
		self::assertSame(
			[ Agreements::ENOUGH, Agreements::ENOUGH + 1 ],
			[ $world->sellsy->count( 'compute' ), $world->sellsy->count( 'create' ) ]
		);
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_another_shape_is_asked_about(): void {
		$world = self::trusting();
		self::sold( $world, 1 );
		self::assertSame( 0, $world->sellsy->count( 'compute' ) );

		$world->agreements->otherwise = 0;
		$world->order( 2, null, 'processing', 'SKU-1', '10.125', '2.025' );
		$world->fire( 2 );
		$world->due->run( 20 );
		self::assertSame( 1, $world->sellsy->count( 'compute' ) );
	}

	/** @return iterable<string, array{list<string>, string, string, list<TaxAmount>|null}> rows, HT, TTC, taxes. */
	public static function answers(): iterable {
		yield 'another total' => [ [ '10' ], '10', '12.01', null ];
		yield 'another sum without VAT' => [ [ '10' ], '10.01', '12', null ];
		yield 'another row' => [ [ '9.99' ], '10', '12', null ];
		yield 'another VAT of a tax' => [
			[ '10' ],
			'10',
			'12',
			[ new TaxAmount( 1, Decimal::from_string( '20' ), Decimal::from_string( '1.99' ) ) ],
		];
	}

	/**
	 * @param list<string>         $rows
	 * @param list<TaxAmount>|null $taxes
	 */
	#[DataProvider( 'answers' )]
	public function test_a_draft_that_came_out_otherwise_is_corrected_and_sellsy_asked_again(
		array $rows,
		string $excl_tax,
		string $incl_tax,
		?array $taxes
	): void {
		$world = self::trusting();

		$world->sellsy->made_worth = new ComputedDocument(
			array_map( Decimal::from_string( ... ), $rows ),
			Decimal::from_string( $excl_tax ),
			Decimal::from_string( $incl_tax ),
			$taxes
		);
		self::sold( $world, 1 );

		self::assertSame( [ 'create', 'compute', 'update' ], self::about_documents( $world ) );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertCount( 1, $world->sellsy->documents );
		self::assertTrue( self::document( $world )->incl_tax->equals( Decimal::from_string( '12' ) ) );
		self::assertSame( [ 0 ], array_values( $world->agreements->counts ) );

		$world->sellsy->made_worth = null;
		self::sold( $world, 2 );
		self::assertSame( 2, $world->sellsy->count( 'compute' ) );
	}

	/** The draft that the row names stands; nothing becomes final, and a person reads both sums. */
	public function test_a_draft_that_cannot_be_corrected_stops_before_it_is_final(): void {
		$world = new World( finalise: true );

		$world->agreements->otherwise = Agreements::ENOUGH;
		// Sellsy keeps no decimals of a price at all.
		$world->sellsy->decimals = 0;
		$world->order( 1, null, 'processing', 'SKU-1', '10.10', '2.02' );
		$world->fire( 1 );
		$world->due->run( 20 );

		$row = $world->row();
		self::assertSame( [ TaskState::Attention, ProblemCode::TotalsDiffer ], [ $row->state, $row->problem?->code ] );
		self::assertTrue( $row->has_document() );
		self::assertSame( 0, $world->sellsy->count( 'validate' ) );

		$world->sellsy->decimals = 5;
		$world->retry->retry_all();
		$world->due->run( 20 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( [ 1, 1 ], [ $world->sellsy->count( 'create' ), $world->sellsy->count( 'validate' ) ] );
	}

	/** Dead between the answer and its comparison: whoever finds the draft makes it anew, and asks. */
	public function test_a_draft_that_nobody_compared_is_made_anew(): void {
		$world = self::trusting();

		$world->sellsy->made_worth = new ComputedDocument(
			[ Decimal::from_string( '9.99' ) ],
			Decimal::from_string( '10' ),
			Decimal::from_string( '12' )
		);
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		self::sold( $world, 1 );
		$world->pass_time( 20 );

		self::assertSame( [ 1, 1 ], [ $world->sellsy->count( 'create' ), $world->sellsy->count( 'update' ) ] );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_a_refusal_is_looked_into_by_asking_for_the_amounts(): void {
		$world = self::trusting();
		$world->sellsy->plan( 'create', FailureKind::Rejected );
		self::sold( $world, 1 );
		self::assertSame( [ 'create', 'compute', 'create' ], self::about_documents( $world ) );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	private static function trusting(): World {
		$world = new World();

		$world->agreements->otherwise = Agreements::ENOUGH;
		return $world;
	}

	private static function sold( World $world, int $id ): void {
		$world->order( $id );
		$world->fire( $id );
		$world->due->run( 20 );
	}

	private static function document( World $world ): ComputedDocument {
		return array_values( $world->sellsy->documents )[0]->amounts;
	}

	/** @return list<string> */
	private static function about_documents( World $world ): array {
		return array_values( array_intersect( $world->sellsy->calls, [ 'compute', 'create', 'update', 'validate' ] ) );
	}
}
