<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Wording\StepText;

/**
 * What was done for an order as the schema `timeline` shows it.
 *
 * @phpstan-type Tries list<array{
 *     at: \DateTimeImmutable,
 *     attempt: int,
 *     outcome: string,
 *     problem: ?Problem,
 *     steps: list<Step>
 * }>
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 * @phpstan-import-type TaskAnswer from TaskView
 *
 * @phpstan-type TryAnswer array{
 *     at: Rfc3339,
 *     // One of done, released, attention, skipped, chosen. chosen: a person chose the customer.
 *     outcome: string,
 *     problem: ProblemAnswer|null,
 *     // In words, in their order; all of them are in `support`.
 *     steps: list<string>,
 * }
 * @phpstan-type TimelineRowAnswer array{
 *     task: TaskAnswer,
 *     // Deprecated: the former name of task.
 *     sync?: TaskAnswer,
 *     opened_at: Rfc3339,
 *     tries: list<TryAnswer>,
 * }
 * @phpstan-type TimelineAnswer array{
 *     // The same as codes and numbers, in English, without personal data.
 *     support: string,
 *     rows: list<TimelineRowAnswer>,
 * }
 */
final class TimelineView {

	public function __construct(
		private readonly AttemptLog $attempts,
		private readonly TaskView $tasks,
		private readonly ProblemView $problems,
		private readonly StepText $texts,
		private readonly SupportText $support,
		private readonly OrderView $orders = new OrderView(),
	) {}

	/**
	 * @param list<Task> $tasks of one order.
	 * @return TimelineAnswer
	 */
	public function view( array $tasks ): array {
		$rows = [];
		$text = [];
		foreach ( $tasks as $task ) {
			if ( $task->key->effect !== Effect::FollowOrder ) {
				$tries  = $this->attempts->for_task( $task->id );
				$rows[] = $this->row( $task, $tries, $tasks );
				$text[] = $this->support->text( $task, $tries );
			}
		}
		return [
			'support' => implode( "\n\n", $text ),
			'rows'    => $rows,
		];
	}

	/**
	 * @param Tries      $tries
	 * @param list<Task> $tasks of the order.
	 * @return TimelineRowAnswer
	 */
	private function row( Task $task, array $tries, array $tasks ): array {
		$shown    = $this->tasks->view( $task, $tasks );
		$currency = (string) $this->orders->read( $task->key->order_id )?->get_currency( 'edit' );
		return [
			'task'      => $shown,
			'sync'      => $shown, // Its former name, for scripts that read it.
			'opened_at' => $task->created_at->format( DATE_RFC3339 ),
			'tries'     => array_map(
				fn ( array $try_made ): array => [
					'at'      => $try_made['at']->format( DATE_RFC3339 ),
					'outcome' => $try_made['outcome'],
					'problem' => $this->problems->view( $try_made['problem'], $currency ),
					'steps'   => $this->steps( $task, $try_made['steps'] ),
				],
				$tries
			),
		];
	}

	/**
	 * People who help read every step in the text for support. The rule that made a document is not why it became
	 * final, was paid or was sent.
	 *
	 * @param list<Step> $steps
	 * @return list<string>
	 */
	private function steps( Task $task, array $steps ): array {
		$makes = $task->key->effect->creates() !== null;
		$told  = array_filter(
			$steps,
			static fn ( Step $step ): bool => ! $step->is_good_answer()
				&& ( $makes || ! $step->is_by_rule() )
		);
		return array_map( $this->texts->text( ... ), array_values( $told ) );
	}
}
