<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\WorkflowSettings;

/** A document keeps the rule that it was made by. Until there is one, the order as it is chooses it. */
final class DocumentRule {

	/** @param Task|null $task of the document; null while there is none. */
	public static function id( DocumentKind $kind, ?Task $task, OrderSnapshot $order, Settings $settings ): int {
		return $task !== null && $task->was_at_sellsy()
			? $task->rule_id
			: $settings->rule_for( $kind, OrderTraits::of( $order ) );
	}

	/**
	 * Why no document is made by that rule; null where one is.
	 *
	 * @param array<string, string> $facts more to say.
	 */
	public static function obstacle( WorkflowSettings $workflow, int $rule_id, array $facts = [] ): ?Problem {
		$unread = $workflow->is_unread( $rule_id ) ? [ 'unread' => 'yes' ] : [];
		return match ( true ) {
			$workflow->makes( $rule_id ) => null,
			$rule_id === Rule::UNSURE    => new Problem( ProblemCode::WhichRule, $facts ),
			default                      => new Problem( ProblemCode::NoRule, $facts + $unread ),
		};
	}

	/**
	 * The order does not tell which rule takes it. Who has read that and tries again has the document made, as a draft
	 * that they look after.
	 *
	 * @param Problem|null $obstacle as above.
	 * @throws NeedsAttention
	 */
	public static function check_sure( ?Problem $obstacle, Task $task ): void {
		if (
			$obstacle?->is( ProblemCode::WhichRule ) === true
			&& ! $task->asked
			&& ! $task->answers->know( $obstacle )
		) {
			throw new NeedsAttention( $obstacle );
		}
	}

	/** Its drafts are made final by a person: its rule says so, or said so when this one was made. */
	public static function is_final_by_hand( ?Task $task, WorkflowSettings $rule ): bool {
		return $task?->stays_draft() === true || $rule->finalise->value === Finalise::MANUAL;
	}

	/** What counts for it. */
	public static function of(
		DocumentKind $kind,
		?Task $task,
		OrderSnapshot $order,
		Settings $settings,
	): WorkflowSettings {
		return $settings->workflow( $kind )->under( self::id( $kind, $task, $order, $settings ) );
	}
}
