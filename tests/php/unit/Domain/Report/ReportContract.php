<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Report;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\HeldTask;

/** What every report does with its rows: the same assertions on the real one and on the one in memory. */
trait ReportContract {

	private FakeClock $clock;
	private Ledger $ledger;
	private Report $report;

	/**
	 * @return array{
	 *     document: list<string|int|null>,
	 *     taxes: list<array{int, string, int}>|null,
	 *     order: list<string|int|null>
	 * }|null number, date, currency, HT, TTC; of the order paid at, gateway, country, buyer, currency, total.
	 */
	abstract protected function stored( int $task_id ): ?array;

	private function document(
		int $id,
		string $number = '',
		?int $excl_tax = 1000,
		?int $incl_tax = 1200,
		?string $date = '2026-03-02',
	): ReportedDocument {
		return new ReportedDocument(
			kind: DocumentKind::Invoice,
			id: $id,
			number: $number,
			date: $date,
			currency: 'EUR',
			excl_tax: $excl_tax,
			incl_tax: $incl_tax,
			taxes: [ new ReportedTax( 20, '20', 200 ) ]
		);
	}

	private function order(
		?string $paid_at = '2026-03-01 08:00:00',
		string $created_at = '2026-03-01 07:00:00',
	): ReportedOrder {
		$utc = new \DateTimeZone( 'UTC' );
		return new ReportedOrder(
			created_at: new \DateTimeImmutable( $created_at, $utc ),
			paid_at: $paid_at === null ? null : new \DateTimeImmutable( $paid_at, $utc ),
			gateway: '',
			country: 'FR',
			buyer: ReportedOrder::COMPANY,
			currency: 'EUR',
			total: 1200
		);
	}

	/** A task of that order, held by a runner. */
	private function held( int $order_id, string $token = 'a' ): Task {
		$now  = $this->clock->now();
		$id   = (int) $this->ledger->open( new TaskKey( $order_id, Effect::CreateInvoice ), $now );
		$task = $this->ledger->claim( $id, $now, $token, $now->modify( '+5 minutes' ) );
		self::assertNotNull( $task );
		return $task;
	}

	private function row( int $id ): Task {
		return $this->ledger->find( $id ) ?? throw new \LogicException( "No row $id." );
	}

	/** A task whose document was made before there was a report. */
	private function made( int $order_id, int $document_id, string $number = '' ): Task {
		$task = $this->held( $order_id );
		$now  = $this->clock->now();
		$this->ledger->save( TaskTransitions::sent( $task, new Intent( "SHOP-$order_id", '10', '' ), $now ) );
		$made = new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: $document_id,
			number: $number,
			status: 'due',
			key: '',
			amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
			created: ''
		);
		$this->ledger->save( TaskTransitions::made( HeldTask::by( $this->ledger, $task->id, 'a' ), $made, $now ) );
		return $task;
	}

	public function test_a_document_is_kept_whole_and_replaced_whole(): void {
		$task = $this->held( 900001 );
		$this->report->keep( $task, $this->document( 7001 ), $this->order() );
		$order = [ '2026-03-01 08:00:00', '', 'FR', 'company', 'EUR', 1200 ];
		$this->assert_stored( $task, [ '', '2026-03-02', 'EUR', 1000, 1200 ], [ [ 20, '20', 200 ] ], $order );
		$this->report->keep(
			$task,
			new ReportedDocument(
				kind: DocumentKind::Invoice,
				id: 7002,
				number: 'F-1',
				date: null,
				currency: null,
				excl_tax: null,
				incl_tax: null,
				taxes: null
			),
			$this->order( null )
		);
		$this->assert_stored(
			$task,
			[ 'F-1', null, null, null, null ],
			null,
			[ null, '', 'FR', 'company', 'EUR', 1200 ]
		);
	}

	public function test_nothing_is_zero_that_is_not_known_and_zero_is_known(): void {
		$free = $this->held( 900001 );
		$this->report->keep(
			$free,
			new ReportedDocument(
				kind: DocumentKind::Invoice,
				id: 7001,
				number: '',
				date: null,
				currency: 'EUR',
				excl_tax: 0,
				incl_tax: 0,
				taxes: []
			),
			null
		);
		$this->assert_stored( $free, [ '', null, 'EUR', 0, 0 ], [], [ null, null, null, null, null, null ] );
		self::assertContains( 900001, $this->report->unread_orders( 1000 ) );
	}

	public function test_amounts_may_be_negative_and_large(): void {
		$task = $this->held( 900001 );
		$this->report->keep( $task, $this->document( 7001, '', -1, 9_007_199_254_740_993 ), null );
		self::assertSame(
			[ '', '2026-03-02', 'EUR', -1, 9_007_199_254_740_993 ],
			$this->stored( $task->id )['document'] ?? null
		);
	}

	public function test_a_runner_that_lost_the_task_writes_nothing(): void {
		$late = $this->held( 900001, 'late' );
		$now  = $this->clock->now()->modify( '+6 minutes' );
		self::assertNotNull( $this->ledger->claim( $late->id, $now, 'new', $now->modify( '+5 minutes' ) ) );
		$this->report->keep( $late, $this->document( 7001 ), null );
		self::assertNull( $this->stored( $late->id ) );
		$done = $this->made( 900002, 7002 );
		$this->report->keep(
			$done->with( [ 'lock_token' => '' ] ),
			$this->document( 7002 ),
			null
		);
		self::assertNull( $this->stored( $done->id ), 'Nobody holds it: nor does this one.' );
	}

	public function test_what_becomes_final_keeps_its_order_and_what_was_not_said_again(): void {
		$task = $this->held( 900001 );
		$this->report->keep( $task, $this->document( 7001 ), $this->order() );
		$this->report->update(
			$task->id,
			new ReportedDocument(
				kind: DocumentKind::Invoice,
				id: 7001,
				number: 'F-1',
				date: '2026-03-05',
				currency: null,
				excl_tax: 1100,
				incl_tax: null,
				taxes: null
			)
		);
		$this->assert_stored(
			$task,
			[ 'F-1', '2026-03-05', 'EUR', 1100, 1200 ],
			[ [ 20, '20', 200 ] ],
			[ '2026-03-01 08:00:00', '', 'FR', 'company', 'EUR', 1200 ]
		);
		$this->report->update( $task->id, $this->document( 7002, 'F-2' ) );
		self::assertSame( 'F-1', $this->stored( $task->id )['document'][0] ?? null, 'Another document.' );
	}

	/** Lists come without rows, and rows alone tell the HT of each tax. */
	public function test_the_base_of_a_tax_stays_as_long_as_the_amounts_do(): void {
		$task = $this->held( 900001 );
		$this->report->keep( $task, $this->taxed( 1000, 500 ), null );
		$this->report->update( $task->id, $this->taxed( null, null, 'F-1' ) );
		self::assertSame( [ 1000, 500 ], $this->bases( $task ), 'A list said the same amounts.' );
		$this->report->update( $task->id, $this->taxed( 900, 600, 'F-1' ) );
		self::assertSame( [ 900, 600 ], $this->bases( $task ) );
		$this->report->update( $task->id, $this->taxed( null, null, 'F-1', 1600 ) );
		self::assertSame( [ null, null ], $this->bases( $task ), 'Other amounts: nobody knows.' );
	}

	/** Rows of a draft may be turned to another tax by hand. */
	public function test_other_taxes_of_the_same_amounts_take_the_place_of_those_that_were(): void {
		$task = $this->held( 900001 );
		$this->report->keep( $task, $this->taxed( 1000, 500 ), null );
		$this->report->update( $task->id, $this->taxed( null, null, 'F-1', second_id: 56 ) );
		$taxes = $this->report->documents( [ $task->id ] )[ $task->id ]->taxes ?? [];
		self::assertSame( [ 20, 56 ], array_column( $taxes, 'tax_id' ) );
		self::assertSame( [ null, null ], $this->bases( $task ) );
	}

	private function taxed(
		?int $first,
		?int $second,
		string $number = '',
		int $excl_tax = 1500,
		int $second_id = 55,
	): ReportedDocument {
		return new ReportedDocument(
			kind: DocumentKind::Invoice,
			id: 7001,
			number: $number,
			date: '2026-03-02',
			currency: 'EUR',
			excl_tax: $excl_tax,
			incl_tax: $excl_tax + 228,
			taxes: [ new ReportedTax( 20, '20', 200, $first ), new ReportedTax( $second_id, '5.5', 28, $second ) ]
		);
	}

	/** @return list<int|null> */
	private function bases( Task $task ): array {
		$document = $this->report->documents( [ $task->id ] )[ $task->id ];
		return array_column( $document->taxes ?? [], 'base' );
	}

	/** A draft was read, and became final before the answer was written. */
	public function test_what_is_final_does_not_become_a_draft_again(): void {
		$task = $this->held( 900001 );
		$this->report->keep( $task, $this->document( 7001 ), null );
		$this->report->update( $task->id, $this->document( 7001, 'F-1', date: '2026-03-05' ) );
		$this->report->update( $task->id, $this->document( 7001 ) );
		self::assertSame( [ 'F-1', '2026-03-05', 'EUR', 1000, 1200 ], $this->stored( $task->id )['document'] ?? null );
	}

	public function test_a_document_that_is_gone_is_forgotten_and_its_replacement_is_not(): void {
		$task = $this->held( 900001 );
		$this->report->keep( $task, $this->document( 7002 ), null );
		$this->report->forget( $task->id, 7001 );
		self::assertNotNull( $this->stored( $task->id ) );
		$this->report->forget( $task->id, 7002 );
		self::assertNull( $this->stored( $task->id ) );
	}

	public function test_old_documents_are_copied_once_as_far_as_the_ledger_knows_them(): void {
		$old  = $this->made( 900001, 7001, 'F-1' );
		$gone = $this->made( 900002, 7002 );
		$kept = $this->held( 900003 );
		$this->ledger->save(
			LossTransitions::lost(
				$this->row( $gone->id ),
				new Problem( ProblemCode::DocumentGone ),
				$this->clock->now()
			)
		);
		$this->report->keep( $kept, $this->document( 7003 ), null );
		$this->ledger->save( TaskTransitions::remembered( $kept, 'invoice', 7003 ) );
		self::assertGreaterThan( $kept->id, $this->report->end_of_ledger() );
		$this->report->reconcile( $old->id + 1, $this->report->end_of_ledger() );
		self::assertNull( $this->stored( $old->id ), 'Not in that range.' );
		$this->report->reconcile( $old->id, $this->report->end_of_ledger() );
		$this->assert_stored( $old, [ 'F-1', null, null, null, null ], null, [ null, null, null, null, null, null ] );
		self::assertNull( $this->stored( $gone->id ) );
		self::assertSame( 1000, $this->stored( $kept->id )['document'][3] ?? null );
	}

	public function test_what_the_report_missed_is_mended_from_the_ledger(): void {
		$gone    = $this->made( 900001, 7001 );
		$other   = $this->made( 900002, 7002 );
		$final   = $this->made( 900003, 7003, 'F-3' );
		$right   = $this->made( 900004, 7004, 'F-4' );
		$working = $this->held( 900005 );
		foreach ( [ 7001, 7009, 7003, 7004 ] as $i => $document_id ) {
			$task = [ $gone, $other, $final, $right ][ $i ];
			$this->ledger->save( TaskTransitions::reopened( $this->row( $task->id ), $this->clock->now(), 0, true ) );
			$held = $this->ledger->claim(
				$task->id,
				$this->clock->now(),
				'b',
				$this->clock->now()->modify( '+5 minutes' )
			);
			self::assertNotNull( $held );
			$this->report->keep( $held, $this->document( $document_id, $task === $right ? 'F-4' : '' ), null );
			$made = new RemoteDocument(
				kind: DocumentKind::Invoice,
				id: 7001 + $i,
				number: $i > 1 ? 'F-' . ( $i + 1 ) : '',
				status: 'due',
				key: '',
				amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
				created: ''
			);
			$this->ledger->save( TaskTransitions::made( $held, $made, $this->clock->now() ) );
		}
		$this->report->keep( $working, $this->document( 7005 ), null );
		$this->ledger->save(
			LossTransitions::lost(
				$this->row( $gone->id ),
				new Problem( ProblemCode::DocumentGone ),
				$this->clock->now()
			)
		);
		$this->report->reconcile( $gone->id, $working->id + 1 );
		self::assertNull( $this->stored( $gone->id ) );
		self::assertNull( $this->stored( $other->id ), 'Another document; the next walk takes this one up.' );
		self::assertNotNull( $this->stored( $working->id ), 'Its runner has not written the ledger yet.' );
		$listed = array_map(
			static fn ( int $id ): ListedDocument =>
				new ListedDocument( kind: DocumentKind::Invoice, id: $id, number: '', key: '', customer: null ),
			range( 7001, 7009 )
		);
		self::assertSame( [ 7003 ], array_keys( $this->report->unread_among( DocumentKind::Invoice, $listed ) ) );
		$this->report->reconcile( $gone->id, $working->id + 1 );
		self::assertNull( $this->stored( $gone->id ) );
		self::assertSame( [ '', null, null, null, null ], $this->stored( $other->id )['document'] ?? null );
	}

	public function test_what_nobody_has_read_is_found_until_it_is_read_or_given_up(): void {
		$one = $this->made( 900001, 7001, 'F-1' );
		$two = $this->made( 900002, 7002 );
		self::assertNull( $this->report->unread_since( DocumentKind::Invoice ) );
		$this->report->reconcile( $one->id, $two->id + 1 );
		self::assertEquals( $this->clock->now(), $this->report->unread_since( DocumentKind::Invoice ) );
		self::assertNull( $this->report->unread_since( DocumentKind::Estimate ) );
		$listed = array_map(
			static fn ( int $id ): ListedDocument =>
				new ListedDocument( kind: DocumentKind::Invoice, id: $id, number: '', key: '', customer: null ),
			[ 7001, 7002, 7009 ]
		);
		$found  = $this->report->unread_among( DocumentKind::Invoice, $listed );
		$first  = [
			'task_id'  => $one->id,
			'key'      => 'SHOP-900001',
			'number'   => 'F-1',
			'currency' => '',
		];
		ksort( $found );
		self::assertSame( [ 7001, 7002 ], array_keys( $found ) );
		self::assertSame( $first, $found[7001] );
		$this->report->update( $one->id, $this->document( 7001, 'F-1' ) );
		self::assertSame( [ 7002 ], array_keys( $this->report->unread_among( DocumentKind::Invoice, $listed ) ) );
		$this->report->give_up( DocumentKind::Invoice, $this->clock->now() );
		self::assertNull( $this->report->unread_since( DocumentKind::Invoice ) );
		self::assertSame( [ '', null, null, null, null ], $this->stored( $two->id )['document'] ?? null );
	}

	public function test_orders_are_read_once_and_again_while_they_are_not_paid(): void {
		$one = $this->made( 900001, 7001 );
		$two = $this->made( 900002, 7002 );
		$this->report->reconcile( $one->id, $two->id + 1 );
		self::assertSame( [ 900002 ], $this->report->unread_orders( 1 ) );
		$now   = $this->clock->now();
		$later = $now->modify( '+1 day' );
		$since = new \DateTimeImmutable( '2026-01-01', new \DateTimeZone( 'UTC' ) );
		$this->report->keep_order( 900001, $this->order( null ), $now );
		$this->report->keep_order( 900002, null, $now );
		self::assertSame( [], $this->report->unread_orders( 10 ) );
		self::assertSame( [], $this->report->unpaid_orders( $now, $since, 10 ), 'Just seen.' );
		self::assertSame( [], $this->report->unpaid_orders( $later, $later, 10 ), 'Too old.' );
		self::assertSame( [ 900001 ], $this->report->unpaid_orders( $later, $since, 10 ) );
		$this->report->keep_order( 900001, $this->order(), $now );
		self::assertSame( [], $this->report->unpaid_orders( $later, $since, 10 ) );
		$this->report->keep_order( 900001, null, $now );
		self::assertSame(
			1200,
			$this->stored( $one->id )['order'][5] ?? null,
			'Gone from the shop: what was known stays.'
		);
	}

	/**
	 * @param list<string|int|null>              $document
	 * @param list<array{int, string, int}>|null $taxes
	 * @param list<string|int|null>              $order
	 */
	private function assert_stored( Task $task, array $document, ?array $taxes, array $order ): void {
		$expected = [
			'document' => $document,
			'taxes'    => $taxes,
			'order'    => $order,
		];
		self::assertSame( $expected, $this->stored( $task->id ) );
	}
}
