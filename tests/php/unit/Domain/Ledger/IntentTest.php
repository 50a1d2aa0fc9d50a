<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Ledger;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\TestCase;

/** What a row says of the payments that it is about. */
final class IntentTest extends TestCase {

	/** Of the column `sent_key`. */
	private const COLUMN = 100;

	public function test_as_many_payments_as_a_row_may_name_find_room_in_its_key(): void {
		$ids    = range( 78_364_164_000, 78_364_164_011 );
		$intent = Intent::of_payments( $ids, '60.00', 'came 1' );
		self::assertLessThanOrEqual( self::COLUMN, strlen( $intent->key ) );
		$row = Row::of( Effect::RecordPayment, remote_id: $ids[0], intent: $intent );
		self::assertSame( $ids, $row->payment_ids() );
		self::assertSame( [ '60.00', 'came 1' ], [ $intent->excl_tax, $intent->snapshot_hash ] );
	}

	public function test_one_payment_is_written_down_as_it_always_was(): void {
		self::assertEquals( new Intent( '', '60.00' ), Intent::of_payments( [ 7 ], '60.00' ) );
	}

	public function test_a_row_of_a_release_that_knew_one_payment_has_that_one(): void {
		foreach ( [ '', 'CODE-1001', 'CODE-with 12', Intent::LINKED ] as $key ) {
			$row = Row::of( Effect::RecordPayment, remote_id: 7, intent: new Intent( $key, '60.00' ) );
			self::assertSame( [ 7 ], $row->payment_ids(), $key );
		}
	}

	public function test_a_row_whose_payment_was_given_up_has_none(): void {
		$row = Row::of( Effect::RecordPayment, intent: Intent::of_payments( [ 7, 8 ], '60.00' ) );
		self::assertSame( [], $row->payment_ids() );
	}

	/** Each of them may stand free, and was here. */
	public function test_a_row_that_gives_up_as_many_as_it_may_name_forgets_none(): void {
		$ids = range( 2_000_000_001, 2_000_000_012 );
		$row = Row::of(
			Effect::RecordPayment,
			state: TaskState::Working,
			lock_token: 'held',
			remote_id: $ids[0],
			intent: Intent::of_payments( $ids, '60.00' )
		);
		$intent = LossTransitions::given_up( $row )->set['intent'] ?? new Intent();
		self::assertSame( $ids, $intent->others() );
		self::assertLessThanOrEqual( self::COLUMN, strlen( $intent->key ) );
	}
}
