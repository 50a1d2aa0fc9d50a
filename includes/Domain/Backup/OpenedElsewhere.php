<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\FollowTransitions;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\System\Clock;

/**
 * A test site was pushed over the shop: its address fits again, and its test orders have come along. What was opened or
 * placed there asks a person, all together, before anything is made of it. Where the shop has really moved, a person
 * says so on the copy, and nothing is asked.
 */
final class OpenedElsewhere {


	public function __construct(
		private readonly Ledger $ledger,
		private readonly Gaps $gaps,
		private readonly Clock $clock,
		private readonly LookBack $look_back,
		private readonly SiteCopy $copy,
	) {}

	/** The shop itself works by its own address: by another one there is nothing to do, and nothing to say. */
	public function is_worked_by_the_shop(): bool {
		return $this->copy->is_second_address() && $this->look_back->is_awake();
	}

	/** @param Pause $pause of the copy, or of another address; the shop has not been awake since before that. */
	public function came_back( Pause $pause ): void {
		if ( ! SiteCopy::was_one( $pause ) ) {
			return;
		}
		$this->since( min( $pause->since, $this->gaps->awake_at() ?? $pause->since ), '' );
	}

	/**
	 * From then until now something else may have been at work for this shop, or nothing of this shop was entered here.
	 *
	 * @param string $reference of the document that tells it; empty where the address did.
	 */
	public function since( \DateTimeImmutable $from, string $reference ): void {
		$this->look_back->put_back( $from );
		$stay = new Stay( $from, $this->clock->now() );
		$this->gaps->stayed( $stay );
		$waiting = new TaskFilter( states: [ TaskState::Queued ] );
		foreach ( $waiting->pages( $this->ledger->page( ... ) ) as $rows ) {
			foreach ( $rows as $row ) {
				if ( $stay->holds( $row->created_at ) ) {
					$this->set_aside( $row, $reference );
				}
			}
			if ( $rows[ count( $rows ) - 1 ]->created_at < $from ) {
				return;
			}
		}
	}

	/** @param string $reference as since() has it. */
	public static function problem( string $reference ): Problem {
		return new Problem(
			ProblemCode::OpenedElsewhere,
			$reference === '' ? [] : [ 'reference' => $reference ]
		);
	}

	/** Whether an order or a refund of that moment was entered on the copy. */
	public function was_entered( \DateTimeImmutable $at ): bool {
		return array_filter( $this->gaps->stays(), static fn ( Stay $stay ): bool => $stay->holds( $at ) ) !== [];
	}

	/** What the pass has opened for an order that was placed on the copy. */
	public function order( int $order_id ): void {
		$this->set_aside_new( $this->ledger->for_order( $order_id ), null );
	}

	/**
	 * What was just opened for refunds that were entered on the copy.
	 *
	 * @param list<RefundSnapshot> $refunds
	 */
	public function refunds( int $order_id, array $refunds ): void {
		foreach ( $refunds as $refund ) {
			if ( $this->was_entered( $refund->stored_at ) ) {
				$this->set_aside_new( $this->ledger->for_order( $order_id ), $refund->id );
			}
		}
	}

	/**
	 * @param list<Task> $rows
	 * @param int|null   $refund_id null: of the order itself.
	 */
	private function set_aside_new( array $rows, ?int $refund_id ): void {
		foreach ( $rows as $row ) {
			$is_new = $row->state === TaskState::Queued
				&& $row->attempts === 0
				&& $row->problem === null
				&& $row->key->effect->creates() !== null;
			if ( $is_new && ! $row->asked && $row->key->refund_id === ( $refund_id ?? 0 ) ) {
				$this->set_aside( $row );
			}
		}
	}

	/** Rows that only look at the order make nothing themselves. */
	private function set_aside( Task $task, string $reference = '' ): void {
		if ( ! $task->key->effect->only_looks() ) {
			$this->ledger->save( FollowTransitions::set_aside( $task, self::problem( $reference ) ) );
		}
	}
}
