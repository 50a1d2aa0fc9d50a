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
	public function acts( Task $row ): array {
		return array_values(
			array_filter( RowAct::cases(), static fn ( RowAct $act ): bool => $act->is_offered( $row ) )
		);
	}

	/**
	 * Without what the order's state forbids.
	 *
	 * @param string $status of the order, without the `wc-` prefix.
	 * @return list<RowAct> the likeliest first.
	 */
	public function while_order_is( string $status, Task $row ): array {
		$acts = $this->acts( $row );
		if ( WorkflowSelector::may_be_asked_for( $status ) ) {
			return $acts;
		}
		$is_invoice = $row->key->effect->creates() === DocumentKind::Invoice;
		return array_values(
			array_filter(
				$acts,
				static fn ( RowAct $act ): bool => match ( $act ) {
					RowAct::MakeNow, RowAct::AcceptCompany => false,
					RowAct::Finalise                       => ! $is_invoice,
					default                                => true,
				}
			)
		);
	}
}
