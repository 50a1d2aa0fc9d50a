<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Preview;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Preview\DryDocument;
use OrderInvoicer\Domain\Preview\DryOrder;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What the newest orders would become is shown, and nothing is made at Sellsy. */
final class DryRunTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_an_order_of_a_new_buyer_is_shown_without_sellsys_own_arithmetic(): void {
		$this->world->order( 1 );
		$document = $this->invoice();
		self::assertSame( [ 1000, 1200, 0 ], self::totals( $document ) );
		self::assertSame( [ 'TVA 20 20 % of 1000: 200' ], self::taxes( $document ) );
		self::assertFalse( $document->sellsy_agrees );
		self::assertSame( [], array_diff( $this->world->sellsy->calls, [ 'me' ] ), 'Nobody is looked for.' );
	}

	public function test_of_a_known_buyer_sellsy_is_asked(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->order( 2 );
		$made = count( $this->world->sellsy->documents );
		self::assertTrue( $this->invoice()->sellsy_agrees );
		self::assertSame( 'exists', $this->invoice( 1 )->outcome->value );
		self::assertCount( $made, $this->world->sellsy->documents );

		$this->world->sellsy->plan( 'compute', FailureKind::NotSent );
		self::assertFalse( $this->invoice()->sellsy_agrees, 'No answer says nothing about the order.' );
		$this->world->sellsy->plan( 'compute', FailureKind::Rejected );
		self::assertSame( 'stops rejected', self::said( $this->invoice() ) );
	}

	/** The order's own link may be lost, or of another kind. */
	public function test_a_document_exists_by_its_row_or_by_its_link(): void {
		$this->world->change_settings( [ 'estimate' => [ 'enabled' => true ] ] );
		$this->world->order( 1 );
		$said = fn (): array => array_map( self::said( ... ), $this->page( 1 )[0]->documents );
		self::assertSame( [ 'made', 'made' ], $said() );
		$this->world->fire( 1 );
		$this->world->process->process( $this->world->row()->id );
		$this->world->shop->urls = [];
		self::assertSame( [ 'exists', 'made' ], $said() );
		$this->world->due->run( 20 );
		self::assertSame( [ 'exists', 'exists' ], $said() );
	}

	public function test_as_if_it_came_today_a_document_that_exists_does_not_count(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$as_new = fn (): string => self::said( $this->page( 1, as_new: true )[0]->documents[0] );
		self::assertSame( 'exists', $this->invoice()->outcome->value );
		self::assertSame( 'made', $as_new() );
		$this->world->change_settings( [ 'invoice' => [ 'others' => false ] ] );
		self::assertSame( 'no_rule', $as_new() );
	}

	public function test_what_people_made_stays_as_it_is_whichever_way_it_is_looked_at(): void {
		$this->world->order( 1 );
		$said = fn (): array => array_map(
			fn ( bool $as_new ): string => self::said( $this->page( 1, as_new: $as_new )[0]->documents[0] ),
			[ false, true ]
		);
		$this->world->shop->urls[1] = 'https://sellsy.test/1';
		self::assertSame( [ 'exists', 'exists' ], $said(), 'By another tool.' );

		$this->world->shop->urls = [];
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( [ 'made', 'made' ], $said(), 'It stopped.' );
		$this->world->by_hand->mark( $this->world->row()->id );
		self::assertSame( [ 'exists', 'exists' ], $said(), 'A person says so.' );
	}

	/** A page waits for the answer: three seconds. */
	#[TestWith( [ 1, 3 ] )]
	#[TestWith( [ 2, 2 ] )]
	#[TestWith( [ 3, 1 ] )]
	public function test_sellsy_is_asked_for_some_seconds_only( int $seconds_of_a_call, int $asked ): void {
		for ( $id = 1; $id <= 5; $id++ ) {
			$this->world->order( $id );
		}
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->sellsy->each_call = fn () => $this->world->clock->advance( $seconds_of_a_call );
		$agreed                         = array_filter(
			$this->page( 4 ),
			static fn ( DryOrder $order ): bool => $order->documents[0]->sellsy_agrees
		);
		self::assertCount( $asked, $agreed );
	}

	public function test_why_one_would_stop_is_said(): void {
		$this->world->order( 1, vat: '2.50' );
		self::assertSame( 'stops taxes_are_not_rates', self::said( $this->invoice() ) );
	}

	public function test_a_buyer_without_a_name_is_nobody(): void {
		$without = [
			'first_name' => '',
			'last_name'  => '',
		];
		$nobody  = new Buyer( ...array_replace( get_object_vars( World::buyer( 0 ) ), $without ) );
		$order   = $this->world->order( 1, $nobody );

		$this->world->shop->orders[1] = new OrderSnapshot(
			...array_replace( get_object_vars( $order ), [ 'billing' => self::unnamed( $order->billing ) ] )
		);
		self::assertSame( 'stops customer_nameless', self::said( $this->invoice() ) );
	}

	/** A person has accepted the rounding of one order. */
	public function test_a_rounding_that_was_accepted_stops_no_document_of_that_order(): void {
		$this->world->change_settings( [ 'rounding_cap' => 0 ] );
		foreach ( [ 1, 2 ] as $id ) {
			$this->world->order( $id, ht: '24.98', vat: '4.99' );
			$this->world->fire( $id );
		}
		$this->world->due->run( 20 );
		$row = $this->world->row();
		self::assertSame( 'stops rounding_over_cap', self::said( $this->invoice( 1 ) ) );
		$accept = $this->world->engine->accept_rounding();
		self::assertTrue( $accept->accept( $row->id, RowAct::AcceptRounding->shown( $row ) ) );
		$this->world->change_settings( [ 'estimate' => [ 'enabled' => true ] ] );
		$estimate = static fn ( DryOrder $order ): string => self::said( $order->documents[1] );
		self::assertSame( [ 'stops rounding_over_cap', 'made' ], array_map( $estimate, $this->page( 2 ) ) );
	}

	public function test_kinds_that_only_the_old_interface_knows(): void {
		$this->world->change_settings( [ 'proforma' => [ 'enabled' => true ] ] );
		$this->world->order( 1 );
		$of_kind = fn (): array => array_map( self::said( ... ), $this->page( 1 )[0]->documents );
		self::assertSame( [ 'made', 'made' ], array_map( 'trim', $of_kind() ) );
		$this->world->sellsy->has_v1 = false;
		self::assertContains( 'stops v1_missing', $of_kind() );
	}

	public function test_what_is_not_due_yet_and_what_no_rule_takes(): void {
		$this->world->order( 1, status: 'pending' );
		self::assertSame( 'not_due', $this->invoice()->outcome->value );
		$this->world->order( 1 );
		$this->world->change_settings( [ 'invoice' => [ 'others' => false ] ] );
		self::assertSame( 'no_rule', $this->invoice()->outcome->value );
		$this->world->shop->urls[1] = 'https://sellsy.test/1';
		self::assertSame( 'exists', $this->invoice()->outcome->value );
		$this->world->shop->damaged = [ 1 ];
		self::assertSame( [], $this->page( 1 ), 'One that cannot be read does not show.' );
	}

	private static function unnamed( Address $address ): Address {
		return new Address( ...array_replace( get_object_vars( $address ), [ 'name' => '' ] ) );
	}

	private function invoice( int $offset = 0 ): DryDocument {
		$order = $this->page( 1, $offset )[0] ?? self::fail( 'No order.' );
		self::assertSame( DocumentKind::Invoice, $order->documents[0]->kind );
		return $order->documents[0];
	}

	/** @return list<DryOrder> */
	private function page( int $limit, int $offset = 0, bool $as_new = false ): array {
		return $this->world->engine->dry_run()->page( $this->world->shop->settings, $limit, $offset, $as_new );
	}

	private static function said( DryDocument $document ): string {
		return trim( "{$document->outcome->value} {$document->problem?->code->value}" );
	}

	/** @return list<int|null> HT, TTC, rounding. */
	private static function totals( DryDocument $document ): array {
		return [ $document->totals?->excl_tax, $document->totals?->incl_tax, $document->totals?->rounding ];
	}

	/** @return list<string> */
	private static function taxes( DryDocument $document ): array {
		$said = [];
		foreach ( $document->totals->taxes ?? [] as $tax ) {
			$said[] = "$tax->label {$tax->percent->to_string()} % of $tax->base: $tax->vat";
		}
		return $said;
	}
}
