<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\TaxAmount;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
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

	/** No call deletes it: a person is led to it, and nothing becomes final. */
	public function test_a_draft_that_cannot_be_corrected_is_to_be_deleted(): void {
		$world = self::stuck();
		$row   = $world->row();
		self::assertSame( [ TaskState::Attention, ProblemCode::DraftToDelete ], [ $row->state, $row->problem?->code ] );
		self::assertSame(
			[ '12.12', '12.00' ],
			[ $row->problem?->fact( 'order_total' ), $row->problem?->fact( 'document_total' ) ]
		);
		self::assertArrayHasKey( 1, $world->shop->urls );
		$world->pass_time( 90 );
		self::assertSame( [ 0, 1 ], [ $world->sellsy->count( 'validate' ), $world->sellsy->count( 'compute' ) ] );

		$world->sellsy->decimals = 5;
		$world->retry->retry_all();
		$world->due->run( 20 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( [ 1, 1 ], [ $world->sellsy->count( 'create' ), $world->sellsy->count( 'validate' ) ] );
	}

	public function test_once_it_is_deleted_a_person_may_do_it_by_hand_or_link_another(): void {
		$world = self::stuck();

		$world->sellsy->documents = [];
		$world->pass_time( 90 );
		self::assertSame( ProblemCode::DocumentGone, $world->row()->problem?->code );
		self::assertTrue( ( new LinkTarget( DocumentKind::Invoice ) )->is_free( $world->ledger->for_order( 1 ) ) );
	}

	/** @return iterable<string, array{bool}> */
	public static function ways_of_looking_again(): iterable {
		yield 'by itself' => [ false ];
		yield 'asked by a person' => [ true ];
	}

	#[DataProvider( 'ways_of_looking_again' )]
	public function test_that_of_a_cancelled_order_is_to_be_deleted_as_well( bool $is_asked ): void {
		$world = self::stuck();
		$world->order( 1, null, 'cancelled', 'SKU-1', '10.10', '2.02' );
		$world->fire( 1 );
		$world->pass_time( 30 );
		if ( $is_asked ) {
			$world->retry->retry_all();
			$world->due->run( 20 );
		}
		self::assertSame( ProblemCode::DraftToDelete, $world->row()->problem?->code );
		$world->sellsy->documents = [];
		$world->pass_time( 90 );
		self::assertSame( TaskState::Skipped, $world->row()->state );
	}

	public function test_one_for_another_buyer_as_well_stands_on_the_order(): void {
		$world = new World( finalise: true );
		self::sold( $world, 1 );
		$world->agreements->otherwise = Agreements::ENOUGH;
		$world->agreements->counts    = [];
		$world->sellsy->decimals      = 0;
		foreach ( $world->sellsy->customers as $customer ) {
			$world->sellsy->rename( $customer->ref, $customer->name, true );
		}
		$world->order( 2, null, 'processing', 'SKU-1', '10.10', '2.02' );
		$world->fire( 2 );
		$world->due->run( 20 );
		self::assertSame( ProblemCode::DraftToDelete, $world->row( 3 )->problem?->code );
		self::assertArrayHasKey( 2, $world->shop->urls );
	}

	public function test_one_whose_correction_is_refused_stands_on_the_order(): void {
		$world = self::trusting( finalise: true );

		$world->sellsy->made_worth = new ComputedDocument( [], Decimal::of_int( 10 ), Decimal::from_string( '12.01' ) );
		$world->sellsy->plan( 'update', FailureKind::Rejected );
		self::sold( $world, 1 );
		self::assertSame( ProblemCode::DraftToDelete, $world->row()->problem?->code );
		self::assertArrayHasKey( 1, $world->shop->urls );
		self::assertSame( 0, $world->sellsy->count( 'validate' ) );
	}

	public function test_nothing_is_made_from_one(): void {
		$world = self::trusting( finalise: true );
		$world->change_settings( [ 'order' => [ 'enabled' => true ] ] );
		$world->sellsy->decimals = 0;
		$world->order( 1, null, 'processing', 'SKU-1', '10.10', '2.02' );
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertSame( ProblemCode::DraftToDelete, $world->row( 1 )->problem?->code );
		self::assertSame( [ DocumentKind::Order ], array_column( $world->invoicing->created, 'kind' ) );
	}

	public function test_rows_that_are_always_split_are_counted_no_more(): void {
		$world                   = new World();
		$world->sellsy->decimals = 2;
		for ( $id = 1; $id <= 5; $id++ ) {
			self::of_lines( $world, $id, [ [ '3', '10.00', '2.00' ] ], '12.00', '2.00' );
		}
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( 0, $world->agreements->changes );
	}

	public function test_orders_of_one_row_say_nothing_of_several_rows(): void {
		$world = new World();

		$world->invoicing->takes_vat_of_rows = true;
		for ( $id = 1; $id <= Agreements::ENOUGH; $id++ ) {
			self::of_lines( $world, $id, [ [ '1', '10.12', '2.02' ] ], '12.14', '2.02' );
		}
		self::of_lines( $world, 21, [ [ '1', '10.12', '2.02' ], [ '1', '10.12', '2.02' ] ], '24.29', '4.05' );
		self::assertSame( Agreements::ENOUGH, $world->sellsy->count( 'create' ) );
	}

	public function test_ordinary_prices_are_of_one_shape(): void {
		$world = new World();
		self::of_lines( $world, 1, [ [ '1', '10.00', '2.00' ] ], '12.00', '2.00' );
		self::of_lines( $world, 2, [ [ '1', '10.50', '2.10' ] ], '12.60', '2.10' );
		self::of_lines( $world, 3, [ [ '2', '20.30', '4.06' ] ], '24.36', '4.06' );
		self::assertSame( [ 3 ], array_values( $world->agreements->counts ) );
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

	private static function trusting( bool $finalise = false ): World {
		$world = new World( $finalise );

		$world->agreements->otherwise = Agreements::ENOUGH;
		return $world;
	}

	/** Sellsy keeps no decimals of a price at all. */
	private static function stuck(): World {
		$world = self::trusting( finalise: true );

		$world->sellsy->decimals = 0;
		$world->order( 1, null, 'processing', 'SKU-1', '10.10', '2.02' );
		$world->fire( 1 );
		$world->due->run( 20 );
		return $world;
	}

	/** @param list<array{string, string, string}> $lines quantity, HT, VAT. */
	private static function of_lines( World $world, int $id, array $lines, string $total, string $vat ): void {
		$order = $world->order( $id );
		$made  = [];
		foreach ( $lines as $i => [ $quantity, $ht, $tax ] ) {
			$made[] = new OrderLine(
				...[
					...get_object_vars( $order->lines[0] ),
					'id'       => $id * 10 + $i,
					'quantity' => Decimal::from_string( $quantity ),
					'total'    => Decimal::from_string( $ht ),
					'subtotal' => Decimal::from_string( $ht ),
					'taxes'    => [ 1 => Decimal::from_string( $tax ) ],
				]
			);
		}
		$taxes = [
			new OrderTax(
				...[
					...get_object_vars( $order->taxes[0] ),
					'total' => Decimal::from_string( $vat ),
				]
			),
		];
		$world->shop->orders[ $id ] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines' => $made,
				'taxes' => $taxes,
				'total' => Decimal::from_string( $total ),
			]
		);
		$world->fire( $id );
		$world->due->run( 20 );
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
