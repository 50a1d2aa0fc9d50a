<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Settings;

/** Which acts are right for one order, by its rows alone: for menus, which must cost nothing. */
final class OfferedActs {

	public function __construct( private readonly RowActs $acts ) {}

	/**
	 * @param string     $status without the `wc-` prefix.
	 * @param list<Task> $rows
	 * @return list<BulkAct>
	 */
	public function of_order( string $status, array $rows, Settings $settings ): array {
		$offered = [];
		if ( WorkflowSelector::may_be_asked_for( $status ) && $this->lacks_a_document( $rows, $settings ) ) {
			$offered[] = BulkAct::Create;
		}
		foreach ( $rows as $row ) {
			$acts = $this->acts->while_order_is( $status, $row, $rows );
			if ( in_array( RowAct::Finalise, $acts, true ) ) {
				$offered[] = BulkAct::Finalise;
			}
			if ( $row->state === TaskState::Attention && in_array( RowAct::Retry, $acts, true ) ) {
				$offered[] = BulkAct::Retry;
			}
		}
		return array_values(
			array_filter( BulkAct::cases(), static fn ( BulkAct $act ): bool => in_array( $act, $offered, true ) )
		);
	}

	/** @return list<DocumentKind> that a person may ask for: an invoice always, others while they are switched on. */
	public static function kinds( Settings $settings ): array {
		return array_values(
			array_filter(
				DocumentKind::of_orders(),
				static fn ( DocumentKind $kind ): bool =>
					$kind === DocumentKind::Invoice || $settings->workflow( $kind )->enabled
			)
		);
	}

	/** @param list<Task> $rows */
	private function lacks_a_document( array $rows, Settings $settings ): bool {
		$live = array_filter( $rows, static fn ( Task $task ): bool => $task->state !== TaskState::Skipped );
		$has  = array_map( static fn ( Task $task ): Effect => $task->key->effect, $live );
		foreach ( self::kinds( $settings ) as $kind ) {
			if ( ! in_array( Effect::create( $kind ), $has, true ) ) {
				return true;
			}
		}
		return false;
	}
}
