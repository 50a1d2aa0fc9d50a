<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\AcceptDifference;
use OrderInvoicer\Domain\Actions\AcceptRounding;
use OrderInvoicer\Domain\Actions\AnswerRow;
use OrderInvoicer\Domain\Actions\FinaliseNow;
use OrderInvoicer\Domain\Actions\MarkDoneByHand;
use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\SayWhoBills;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Settings\Biller;
use OrderInvoicer\Features\CompanyRequests\Rules\DecideCompany;
use OrderInvoicer\Features\Linking\Rules\UnlinkDocument;

/** What each act of a person calls, made when that act is carried out. A new act has its line in `by_act()`. */
final class Acts {

	/**
	 * @param \Closure(): DecideCompany    $decide_company
	 * @param \Closure(): AnswerRow        $answer_row
	 * @param \Closure(): RetryTask        $retry_task
	 * @param \Closure(): MarkDoneByHand   $mark_done_by_hand
	 * @param \Closure(): AcceptDifference $accept_difference
	 * @param \Closure(): ReissueInvoice   $reissue_invoice
	 * @param \Closure(): SyncOrder        $sync_order
	 * @param \Closure(): FinaliseNow      $finalise_now
	 * @param \Closure(): AcceptRounding   $accept_rounding
	 * @param \Closure(): SayWhoBills      $say_who_bills
	 * @param \Closure(): UnlinkDocument   $unlink_document
	 */
	public function __construct(
		private readonly \Closure $decide_company,
		private readonly \Closure $answer_row,
		private readonly \Closure $retry_task,
		private readonly \Closure $mark_done_by_hand,
		private readonly \Closure $accept_difference,
		private readonly \Closure $reissue_invoice,
		private readonly \Closure $sync_order,
		private readonly \Closure $finalise_now,
		private readonly \Closure $accept_rounding,
		private readonly \Closure $say_who_bills,
		private readonly \Closure $unlink_document,
	) {}

	/**
	 * But `choose_customer`, with which a person says more.
	 *
	 * @return array<string, \Closure( Task, bool, string ): ( Task|bool|null )> by RowAct value.
	 */
	public function by_act(): array {
		return $this->answers() + [
			RowAct::AcceptCompany->value => fn ( Task $task ): ?Task => ( $this->decide_company )()->accept( $task ),
			RowAct::RefuseCompany->value => fn ( Task $task, bool $by_hand, string $reason ): ?Task =>
				( $this->decide_company )()->refuse( $task, $reason ),
			RowAct::SendAgain->value  => $this->retry( ... ),
			RowAct::Retry->value      => $this->retry( ... ),
			RowAct::LeaveOut->value   => fn ( Task $task ): bool =>
				( $this->mark_done_by_hand )()->leave_out( $task->id ),
			RowAct::DoneByHand->value => fn ( Task $task ): bool => ( $this->mark_done_by_hand )()->mark( $task->id ),
			RowAct::Keep->value       => fn ( Task $task ): bool => ( $this->accept_difference )()->keep( $task->id ),
			RowAct::Reissue->value    => fn ( Task $task ): ?Task => ( $this->reissue_invoice )()->of_row( $task ),
			RowAct::MakeNow->value    => fn ( Task $task, bool $by_hand ): ?Task =>
				( $this->sync_order )()->of_row( $task, $by_hand ),
			RowAct::Finalise->value   => fn ( Task $task ): ?Task => ( $this->finalise_now )()->finalise( $task->id ),
			RowAct::AcceptRounding->value => fn ( Task $task, bool $by_hand, string $shown ): bool =>
				( $this->accept_rounding )()->accept( $task->id, $shown ),
			RowAct::LeaveIt->value    => fn ( Task $task ): bool =>
				( $this->mark_done_by_hand )()->leave_money( $task->id ),
			RowAct::BillParent->value   => $this->bills( Biller::Parent ),
			RowAct::BillChildren->value => $this->bills( Biller::Children ),
			RowAct::BillNobody->value   => $this->bills( Biller::Nobody ),
			RowAct::Unlink->value     => fn ( Task $task ): bool => ( $this->unlink_document )()->unlink( $task->id ),
		];
	}

	private function retry( Task $task, bool $by_hand ): bool {
		return ( $this->retry_task )()->retry( $task->id, $by_hand );
	}

	/** @return \Closure( Task ): bool */
	private function bills( Biller $biller ): \Closure {
		return fn ( Task $task ): bool => ( $this->say_who_bills )()->say( $task->id, $biller );
	}

	/** @return array<string, \Closure( Task, bool, string ): ?Task> by RowAct value. */
	private function answers(): array {
		$answers = [];
		foreach ( AnswerRow::ACTS as $act ) {
			$answers[ $act->value ] = fn ( Task $task, bool $by_hand, string $shown ): ?Task =>
				( $this->answer_row )()->say( $act, $task, $shown );
		}
		return $answers;
	}
}
