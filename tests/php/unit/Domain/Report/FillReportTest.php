<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Report;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Report\FillPosition;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Documents that were made before there was a report are filled in by the pass. */
final class FillReportTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( finalise: true );
	}

	/** Rows as the release before made them: the ledger has them, the report does not. */
	private function made( int $orders ): void {
		for ( $id = 1; $id <= $orders; $id++ ) {
			$this->world->order( $id );
			$this->world->fire( $id );
		}
		$this->world->pass_time( 15 );
		$this->world->report->rows     = [];
		$this->world->kept->delete( Filled::OPTION );
		$this->world->gaps->asked      = [];
	}

	public function test_what_a_new_document_does_not_say_its_order_does(): void {
		$this->world->invoicing->says_currency = false;
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$document = $this->world->report->documents( [ 1 ] )[1];
		self::assertSame( [ 'EUR', 1000, 1200 ], [ $document->currency, $document->excl_tax, $document->incl_tax ] );
	}

	public function test_old_documents_are_as_if_there_had_always_been_a_report(): void {
		$world = $this->world;
		$this->made( 3 );
		$world->gaps->page = 2;
		$world->pass_time( 1 );
		self::assertCount( 3, $world->report->rows );
		foreach ( $world->report->rows as $row ) {
			self::assertSame(
				[ 'EUR', 1000, 1200, 200 ],
				[
					$row['document']->currency,
					$row['document']->excl_tax,
					$row['document']->incl_tax,
					$row['document']->taxes[0]->amount ?? null,
				]
			);
			self::assertNotNull( $row['document']->date );
			self::assertSame( [ 1200, 'stripe' ], [ $row['order']?->total, $row['order']?->gateway ] );
		}
		self::assertSame(
			[ 'invoice', 'invoice 2' ],
			$world->gaps->asked,
			'Two pages, and no call for kinds that the shop has none of.'
		);
		self::assertTrue( $world->engine->filled()->position()?->is_done );
	}

	/** 500,000 old orders took 87 days. */
	public function test_free_time_and_quota_are_used(): void {
		$this->made( 50 );
		$this->world->gaps->page   = 2;
		$this->world->calls->limit = 149;
		$this->world->calls->made( 1, 0 );
		$this->world->pass_time( 1 );
		self::assertCount( 25, $this->world->gaps->asked );
		self::assertCount( 50, $this->read_orders() );
	}

	public function test_where_the_quota_is_spent_or_unknown_a_few_calls_are_all(): void {
		$this->made( 50 );
		$this->world->gaps->page = 2;
		$this->world->pass_time( 1 );
		self::assertCount( 3, $this->world->gaps->asked, 'Nobody knows what is left.' );

		$this->world->clock->advance( 60 );
		$this->world->calls->limit = 16;
		$this->world->calls->made( 1, 0 );
		$this->world->sweep->run();
		self::assertCount( 6, $this->world->gaps->asked );
	}

	/** @return list<int> */
	private function read_orders(): array {
		return array_keys(
			array_filter( $this->world->report->rows, static fn ( array $row ): bool => $row['order'] !== null )
		);
	}

	public function test_once_all_is_filled_in_sellsy_is_asked_no_more(): void {
		$this->made( 1 );
		$this->world->pass_time( 1 );
		$asked = $this->world->gaps->asked;
		$this->world->pass_time( 30 );
		self::assertSame( $asked, $this->world->gaps->asked );
	}

	/** By its reference or its number it is ours; a person may have changed one of them. */
	public function test_what_is_not_at_sellsy_any_more_or_is_another_one_stays_unknown(): void {
		$this->made( 4 );
		$ids   = array_keys( $this->world->sellsy->documents );
		$key   = [ 'key' => 'SHOP-900' ];
		$other = [ 'number' => 'F-9000' ];
		unset( $this->world->sellsy->documents[ $ids[0] ] );
		foreach ( [
			1 => $key + $other,
			2 => $key,
			3 => $other,
		] as $at => $changes ) {
			$was = get_object_vars( $this->world->sellsy->documents[ $ids[ $at ] ] );

			$this->world->sellsy->documents[ $ids[ $at ] ] = new RemoteDocument( ...[ ...$was, ...$changes ] );
		}
		$this->world->pass_time( 1 );
		$worth = array_map( static fn ( array $row ): ?int => $row['document']->incl_tax, $this->world->report->rows );
		ksort( $worth );
		self::assertSame( [ null, null, 1200, 1200 ], array_values( $worth ) );
		self::assertTrue( $this->world->engine->filled()->position()?->is_done, 'Nobody looks for ever.' );
	}

	public function test_where_sellsy_is_away_the_next_pass_goes_on_from_there(): void {
		$this->made( 3 );
		$this->world->gaps->page = 1;
		$this->world->report->reconcile( 0, 100 );
		$this->world->kept->set( Filled::OPTION, '0.invoice.1' );
		$this->world->gaps->fails      = [ FailureKind::RateLimited ];
		$this->world->pass_time( 1 );
		self::assertSame( [ 'invoice 1' ], $this->world->gaps->asked );
		self::assertSame( '1', $this->world->engine->filled()->position()?->page );
		$this->world->pass_time( 1 );
		self::assertSame( [ 'invoice 1', 'invoice 1', 'invoice 2' ], $this->world->gaps->asked );
	}

	public function test_a_kind_that_this_connection_may_not_read_stays_unknown_and_keeps_none_waiting(): void {
		$this->made( 1 );
		$this->world->gaps->fails = [ FailureKind::AccountBlocked ];
		$this->world->pass_time( 2 );
		self::assertSame( [ 'invoice' ], $this->world->gaps->asked );
		self::assertTrue( $this->world->engine->filled()->position()?->is_done );
		self::assertNull( array_values( $this->world->report->rows )[0]['document']->excl_tax );
	}

	/**
	 * What a runner could not write it takes back: nobody who fills at that moment puts the position of before there.
	 */
	public function test_what_could_not_be_written_while_a_list_was_read_is_filled_in_later(): void {
		$this->made( 2 );
		$this->world->gaps->meanwhile = [ $this->loses_a_row( ... ) ];
		$this->world->pass_time( 1 );
		self::assertNull( $this->world->engine->filled()->position() );
		$this->world->pass_time( 1 );
		$this->assert_whole( 2 );
	}

	/** Others have begun anew while it read the last page: what stood on an earlier one is for them. */
	public function test_nor_is_it_given_up_by_a_runner_that_is_behind(): void {
		$this->made( 2 );
		$this->world->gaps->page      = 1;
		$this->world->gaps->meanwhile = [
			static fn () => null,
			function (): void {
				$this->loses_a_row();
				$this->world->report->reconcile( 0, 100 );
				$this->world->kept->set( Filled::OPTION, '50..' );
			},
		];
		$this->world->pass_time( 1 );
		$this->world->pass_time( 1 );
		$this->assert_whole( 2 );
	}

	public function test_nor_where_it_was_lost_while_the_ledger_was_compared(): void {
		$this->made( 2 );
		$this->world->report->meanwhile = $this->loses_a_row( ... );
		$this->world->pass_time( 1 );
		self::assertNull( $this->world->engine->filled()->position() );
		$this->world->pass_time( 1 );
		$this->assert_whole( 2 );
	}

	public function test_each_kind_is_filled_in_once_those_of_api_v1_last(): void {
		$kinds = [];
		for ( $at = ( new FillPosition( 0 ) )->next_kind(); ! $at->is_done; $at = $at->next_kind() ) {
			$kinds[] = $at->kind;
		}
		self::assertSame( [ DocumentKind::Invoice, DocumentKind::CreditNote ], array_slice( $kinds, 0, 2 ) );
		self::assertSame( [ DocumentKind::Delivery, DocumentKind::Proforma ], array_slice( $kinds, -2 ) );
		self::assertSame(
			[],
			array_udiff(
				DocumentKind::cases(),
				$kinds,
				static fn ( $one, $other ): int => $one->value <=> $other->value
			)
		);
		self::assertSameSize( DocumentKind::cases(), $kinds );
	}

	/** As WpdbReport does where the database refuses. */
	private function loses_a_row(): void {
		unset( $this->world->report->rows[ max( [ 0, ...array_keys( $this->world->report->rows ) ] ) ] );
		$this->world->kept->delete( Filled::OPTION );
	}

	private function assert_whole( int $documents ): void {
		$worth = array_map(
			static fn ( array $row ): ?int => $row['document']->incl_tax,
			array_values( $this->world->report->rows )
		);
		self::assertSame( array_fill( 0, $documents, 1200 ), $worth );
		self::assertTrue( $this->world->engine->filled()->position()?->is_done );
	}

	/** A shop that is updated while it fills goes on from its kind: one that comes before it now would be left out. */
	public function test_kinds_keep_their_sequence(): void {
		$kinds = [];
		for ( $at = FillPosition::beginning()->next_kind(); $at->kind !== null; $at = $at->next_kind() ) {
			$kinds[] = $at->kind->value;
		}
		self::assertSame( [ 'invoice', 'creditnote', 'order', 'estimate', 'delivery', 'proforma' ], $kinds );
	}

	public function test_a_pass_makes_three_calls_at_most(): void {
		$this->made( 9 );
		$this->world->gaps->page = 1;
		$this->world->pass_time( 1 );
		self::assertCount( 3, $this->world->gaps->asked );
		$this->world->pass_time( 2 );
		self::assertCount( 9, $this->world->gaps->asked );
		self::assertSame(
			array_fill( 0, 9, 1200 ),
			array_map(
				static fn ( array $row ): ?int => $row['document']->incl_tax,
				array_values( $this->world->report->rows )
			)
		);
	}

	public function test_what_was_written_meanwhile_is_not_taken_back(): void {
		$this->made( 1 );
		$this->world->order( 2 );
		$this->world->fire( 2 );
		$this->world->pass_time( 3 );
		self::assertSame(
			[ 1200, 1200 ],
			array_map(
				static fn ( array $row ): ?int => $row['document']->incl_tax,
				array_values( $this->world->report->rows )
			)
		);
	}

	public function test_an_order_that_is_gone_leaves_its_document_in_the_report(): void {
		$this->made( 1 );
		unset( $this->world->shop->orders[1] );
		$this->world->pass_time( 1 );
		$row = array_values( $this->world->report->rows )[0];
		self::assertSame( 1200, $row['document']->incl_tax );
		self::assertNull( $row['order'] );
		self::assertSame( [], $this->world->report->unread_orders( 10 ) );
	}

	public function test_an_order_that_is_paid_later_is_seen_to_be_within_a_day(): void {
		$order                        = $this->world->order( 1 );
		$unpaid                       = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'paid_at' => null,
			]
		);
		$this->world->shop->orders[1] = $unpaid;
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertNull( $this->world->report->rows[1]['order']?->paid_at );
		$this->world->shop->orders[1] = $order;
		$this->world->pass_time( 5 );
		self::assertNull( $this->world->report->rows[1]['order']?->paid_at );
		$this->world->clock->advance( 86_400 );
		$this->world->pass_time( 1 );
		self::assertEquals( $order->paid_at, $this->world->report->rows[1]['order']?->paid_at );
	}
}
