<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Task;

/** What a row allows a person to do, by its state and problem: one answer for the order's screen and the log. */
final class RowActs {

	/** @return list<RowAct> the likeliest first. */
	public function acts( Task $task ): array {
		return array_values(
			array_filter( RowAct::cases(), static fn ( RowAct $act ): bool => $act->is_offered( $task ) )
		);
	}

	/**
	 * Without what the order's state forbids, and what a person has asked for already.
	 *
	 * @param string     $status of the order, without the `wc-` prefix.
	 * @param list<Task> $rows   of the order, where they are known.
	 * @return list<RowAct> the likeliest first.
	 */
	public function while_order_is( string $status, Task $task, array $rows = [] ): array {
		$is_sale    = WorkflowSelector::may_be_asked_for( $status );
		$is_invoice = $task->key->effect->creates() === DocumentKind::Invoice;
		return array_values(
			array_filter(
				$this->acts( $task ),
				static fn ( RowAct $act ): bool => match ( $act ) {
					RowAct::MakeNow, RowAct::AcceptCompany => $is_sale,
					RowAct::Finalise                       => ( $is_sale || ! $is_invoice )
						&& ! FinaliseNow::is_asked_for( $task, $rows ),
					default                                => true,
				}
			)
		);
	}
}
