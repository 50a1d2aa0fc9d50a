<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Finalise;

/** Refunds that are deleted, entered again or marked once their invoice was credited in full and issued anew. */
final class RefundsOfReissuedTest extends CreditedOrderTestCase {

	/** @dataProvider deletions */
	public function test_a_refund_that_is_entered_again_keeps_the_credit_note_of_the_invoice_before(
		bool $is_seen,
	): void {
		$this->reissued_less( '5.00' );
		$this->swap( $is_seen, '5.00' );

		$row = $this->row( Effect::CreateCreditNote, 601 );
		self::assertSame(
			[ 'skipped', 'already_credited', 'F-0002' ],
			[ $row?->state->value, $row?->problem?->code->value, $row?->problem?->fact( 'number' ) ]
		);
		self::assertSame( [ '5', '7' ], $this->credited() );
		$this->nobody_is_needed();

		$this->swap( $is_seen, '5.00' );
		self::assertSame( [ '5', '7' ], $this->credited() );
		$this->nobody_is_needed();
	}

	/** @dataProvider deletions */
	public function test_several_refunds_keep_theirs( bool $is_seen ): void {
		$this->reissued_less( '5.00', '2.00' );
		$this->swap( $is_seen, '2.00', '5.00' );

		self::assertSame( [ '5', '2', '5' ], $this->credited() );
		$this->nobody_is_needed();
	}

	/** @return array<string, array{bool}> */
	public static function deletions(): array {
		return [
			'the deletion was seen'   => [ true ],
			'both in the same moment' => [ false ],
		];
	}

	public function test_a_refund_of_another_amount_waits_until_the_invoice_is_issued_anew(): void {
		$this->reissued_less( '5.00' );
		$this->swap( true, '4.00' );
		self::assertSame(
			[ 'attention', 'refund_unclear' ],
			$this->state( $this->row( Effect::CreateCreditNote, 601 ) )
		);
		self::assertSame( 'refund_unclear', $this->world->preview->of_refund( 1, 601 )?->problem?->code->value );

		$this->reissue();
		self::assertSame( [ '5', '7', '7', '4' ], $this->credited() );
		self::assertSame( '12', $this->worth_of( 2 ) );
		$this->nobody_is_needed();
	}

	public function test_one_of_several_that_is_entered_again_keeps_its_own(): void {
		$this->reissued_less( '5.00', '2.00' );
		array_shift( $this->world->shop->refunds[1] );
		$this->refund( 601, '5.00' );

		self::assertSame( [ '5', '2', '5' ], $this->credited() );
		$this->nobody_is_needed();
	}

	public function test_a_refund_that_stopped_so_and_is_deleted_needs_nobody(): void {
		$this->reissued_less( '5.00' );
		$this->swap( true, '4.00' );
		$this->delete_refunds();
		self::assertSame( [ 'skipped', 'refund_gone' ], $this->state( $this->row( Effect::CreateCreditNote, 601 ) ) );
		self::assertSame(
			[ 'attention', 'differs_from_order' ],
			$this->state( $this->row( Effect::CreateInvoice, 0, 1 ) )
		);
	}

	public function test_an_invoice_that_differs_for_another_reason_is_not_credited_before_somebody_looked(): void {
		$this->invoice();
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		$this->refund( 501, '5.00' );
		self::assertNull( $this->row( Effect::CreateCreditNote, 501 ) );
	}

	public function test_an_invoice_that_differs_says_how_it_does_by_now(): void {
		$this->reissued_less( '5.00', '2.00' );
		$this->swap( true, '5.00' );
		$problem = $this->row( Effect::CreateInvoice, 0, 1 )?->problem;
		self::assertSame(
			[ 'differs_from_order', '7.00', '5.00' ],
			[ $problem?->code->value, $problem?->fact( 'order_total' ), $problem?->fact( 'document_total' ) ]
		);
	}

	public function test_a_draft_that_follows_its_order_is_lowered_instead(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->reissue();
		$this->world->shop->refunds[1] = [];
		self::assertSame( 'lowers_draft', $this->world->preview->of_amount( 1, '5.00' )?->outcome->value );

		$this->swap( false, '5.00' );
		self::assertSame( [ [ '5', '7' ], '7' ], [ $this->credited(), $this->worth_of( 1 ) ] );
		$this->nobody_is_needed();
	}

	public function test_what_is_entered_again_is_foreseen(): void {
		$this->reissued_less( '5.00' );
		$this->delete_refunds();

		self::assertSame( 'already_credited', $this->world->preview->of_amount( 1, '5.00' )?->problem?->code->value );
		self::assertSame( 'refund_unclear', $this->world->preview->of_amount( 1, '4.00' )?->problem?->code->value );
	}

	public function test_an_invoice_that_bills_what_was_deleted_is_credited(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		self::assertSame(
			[ 'attention', 'refund_undone' ],
			$this->state( $this->row( Effect::CreateCreditNote, 501 ) )
		);
		$this->reissue();
		self::assertSame( '12', $this->worth_of( 1 ) );
		$this->nobody_is_needed();

		$this->refund( 601, '5.00' );
		self::assertSame( [ '5', '7', '5' ], $this->credited() );
		$this->nobody_is_needed();
	}

	public function test_a_refund_credited_by_hand_before_and_entered_again_is_not_credited_on_a_guess(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '5.00' );
		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->reissue();
		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote )->id ?? 0 );
		$this->world->pass_time( 10 );
		self::assertSame( '7', $this->worth_of( 1 ) );

		$this->swap( false, '5.00' );
		self::assertSame(
			[ 'attention', 'refund_unclear' ],
			$this->state( $this->row( Effect::CreateCreditNote, 601 ) )
		);
		self::assertSame( [], $this->credited() );

		$this->reissue();
		self::assertSame( [ '7', '5' ], $this->credited() );
		self::assertSame( '12', $this->worth_of( 2 ) );
		$this->nobody_is_needed();
	}

	public function test_a_refund_marked_once_its_invoice_was_issued_anew_was_credited_of_the_new_one(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '5.00' );
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => false ] ] );
		$this->reissue();
		self::assertSame( [ '12' ], $this->credited() );
		self::assertSame( '12', $this->worth_of( 1 ) );

		self::assertTrue( $this->world->by_hand->mark( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 ) );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		$this->nobody_is_needed();
		self::assertSame(
			$this->row( Effect::CreateInvoice, 0, 1 )?->id,
			$this->row( Effect::CreateCreditNote, 501 )?->parent_id
		);
	}

	public function test_nothing_can_have_been_credited_by_hand_of_an_invoice_that_was_credited_in_full(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '5.00' );
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->reissue();
		self::assertSame(
			[ 'attention', 'rate_category_unset' ],
			$this->state( $this->row( Effect::CreateInvoice, 0, 1 ) )
		);
		self::assertFalse( $this->world->by_hand->mark( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 ) );

		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => 7 ] ] );
		$this->world->retry->retry( $this->row( Effect::CreateInvoice, 0, 1 )->id ?? 0 );
		$this->world->pass_time( 10 );
		self::assertSame( '12', $this->worth_of( 1 ) );
	}

	private function reissued_less( string ...$amounts ): void {
		$this->invoice();
		foreach ( $amounts as $i => $amount ) {
			$this->refund( 501 + $i, $amount );
		}
		$this->reissue();
	}

	private function reissue(): void {
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
	}

	/** All refunds are deleted, and others entered. */
	private function swap( bool $is_seen, string ...$amounts ): void {
		$id = max( [ 600, ...array_column( $this->world->shop->refunds[1] ?? [], 'id' ) ] );
		$is_seen ? $this->delete_refunds() : $this->world->shop->refunds[1] = [];
		foreach ( $amounts as $amount ) {
			$this->add( ++$id, $amount );
		}
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 20 );
	}

	/** @return array{string|null, string|null} */
	private function state( ?Task $task ): array {
		return [ $task?->state->value, $task?->problem?->code->value ];
	}

	/** @return list<string> TTC, in their sequence. */
	private function credited(): array {
		return array_map(
			static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(),
			$this->notes()
		);
	}

	private function worth_of( int $revision ): string {
		return $this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, $revision )->remote_id
			?? 0 ]->amounts->incl_tax->to_string();
	}

	private function nobody_is_needed(): void {
		$open = array_filter(
			$this->world->ledger->for_order( 1 ),
			static fn ( Task $task ): bool => ! in_array( $task->state, [ TaskState::Done, TaskState::Skipped ], true )
		);
		self::assertSame(
			[],
			array_map(
				static fn ( Task $task ): string =>
					"{$task->key->effect->value} {$task->key->refund_id}: {$task->problem?->code->value}",
				array_values( $open )
			)
		);
	}
}
