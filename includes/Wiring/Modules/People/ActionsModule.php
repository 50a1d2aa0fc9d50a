<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules\People;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wiring\Modules\CompanyRequestsModule;
use OrderInvoicer\Wiring\Modules\OrderBookModule;
use OrderInvoicer\Wiring\Modules\CustomersModule;
use OrderInvoicer\Wiring\Modules\DocumentsModule;
use OrderInvoicer\Wiring\Modules\WorkModule;
use OrderInvoicer\Wiring\Modules\RemoteIdsModule;
use OrderInvoicer\Wiring\Modules\WatchingModule;
use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\Domain\Actions\AcceptBalance;
use OrderInvoicer\Domain\Actions\AcceptDifference;
use OrderInvoicer\Domain\Actions\AcceptRounding;
use OrderInvoicer\Domain\Actions\AnswerDispute;
use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\EmailDocument;
use OrderInvoicer\Domain\Actions\FinaliseNow;
use OrderInvoicer\Domain\Actions\MarkDoneByHand;
use OrderInvoicer\Domain\Actions\MarkSent;
use OrderInvoicer\Domain\Actions\MovePayment;
use OrderInvoicer\Domain\Actions\RecordAsked;
use OrderInvoicer\Domain\Actions\RecordPaidBack;
use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Actions\SameClient;
use OrderInvoicer\Domain\Actions\SayOnceOrTwice;
use OrderInvoicer\Domain\Actions\SayWhoBills;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Actions\TaskActs;
use OrderInvoicer\Domain\CompanyRequests\DecideCompany;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Linking\UnlinkDocument;
use OrderInvoicer\Domain\Refunds\ToldPayBack;
use OrderInvoicer\Domain\Settings\Biller;
use OrderInvoicer\Domain\Actions\MoneyCame;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\TaskRunner;

/** What a person may do. A new act is made here and has its line in `task_acts()`. */
final class ActionsModule {

	public readonly SyncOrder $sync_order;
	public readonly FinaliseNow $finalise_now;
	public readonly EmailDocument $email_document;
	public readonly RetryTask $retry_task;
	public readonly MarkSent $mark_sent;
	public readonly MarkDoneByHand $mark_done_by_hand;
	public readonly ChooseCustomer $choose_customer;
	public readonly ReissueInvoice $reissue_invoice;
	public readonly AcceptDifference $accept_difference;
	public readonly DecideCompany $decide_company;
	public readonly AcceptRounding $accept_rounding;
	public readonly AcceptBalance $accept_balance;
	public readonly RecordAsked $record_asked;
	public readonly MovePayment $move_payment;
	public readonly UnlinkDocument $unlink_document;
	public readonly RecordPaidBack $record_paid_back;
	public readonly SameClient $same_client;
	public readonly ChangeSettings $change_settings;
	public readonly SayWhoBills $say_who_bills;
	public readonly MoneyCame $money_came;
	public readonly TaskActs $task_acts;

	public function __construct(
		private readonly Ports $ports,
		private readonly OrderBookModule $order_book,
		private readonly CustomersModule $customers,
		private readonly WatchingModule $watching,
		private readonly WorkModule $work,
		private readonly CompanyRequestsModule $companies,
		RemoteIdsModule $remote_ids,
		DocumentsModule $documents,
	) {
		$ledger = $ports->ledger();
		$clock  = $ports->clock();
		$orders = $order_book->orders;
		$runner = $work->task_runner;
		$due    = $work->due_task_runner;

		$this->sync_order        = new SyncOrder( $orders, $ledger, $runner, $due, $clock );
		$this->finalise_now      = new FinaliseNow( $ledger, $runner, $due, $clock );
		$this->email_document    = new EmailDocument( $ledger, $runner, $clock );
		$this->retry_task        = new RetryTask( $ledger, $orders, $ports->queue(), $clock, $remote_ids->remote_ids );
		$this->mark_sent         = new MarkSent( $ledger, $ports->attempts(), $clock );
		$this->mark_done_by_hand = $this->mark_done_by_hand();
		$this->choose_customer   = $this->choose_customer();
		$this->reissue_invoice   = new ReissueInvoice( $companies->open_reissue, $ledger, $runner, $due, $clock );
		$this->decide_company    = $this->decide_company();
		$this->accept_difference = $this->accept_difference( $runner );
		$this->accept_rounding   = $this->accept_rounding( $documents );
		$this->accept_balance    = new AcceptBalance( $ledger, $runner, $clock );
		$this->record_asked      = new RecordAsked( $ledger, $runner, $clock );
		$this->move_payment      = new MovePayment( $ledger, $runner, $due, $clock );
		$this->unlink_document   = $this->unlink_document();
		$this->same_client       = $this->same_client( $documents, $due );
		$this->record_paid_back  = $this->record_paid_back( $remote_ids, $runner );
		$this->change_settings   = $this->change_settings();
		$this->say_who_bills     = $this->say_who_bills();
		$this->money_came        = new MoneyCame( $ports->paid_orders(), $ledger, $ports->queue(), $clock );
		$this->task_acts         = new TaskActs( $ledger, $this->task_acts() );
	}

	/**
	 * What each act calls, but those with which a person says more: `choose_customer` a customer, `make_now` a kind,
	 * `refuse_company` a reason.
	 *
	 * @return array<string, \Closure( Task, bool, string ): ( Task|bool|null )> by RowAct value.
	 */
	private function task_acts(): array {
		return [
			RowAct::AcceptCompany->value => fn ( Task $task ): ?Task => $this->decide_company->accept( $task ),
			RowAct::MarkSent->value   => fn ( Task $task ): bool => $this->mark_sent->mark( $task->id ),
			RowAct::SendAgain->value  => $this->retry( ... ),
			RowAct::Retry->value      => $this->retry( ... ),
			RowAct::LeaveOut->value   => fn ( Task $task ): bool => $this->mark_done_by_hand->leave_out( $task->id ),
			RowAct::DoneByHand->value => fn ( Task $task ): bool => $this->mark_done_by_hand->mark( $task->id ),
			RowAct::Keep->value       => fn ( Task $task ): bool => $this->accept_difference->keep( $task->id ),
			RowAct::Reissue->value    => $this->reissue( ... ),
			RowAct::Finalise->value   => fn ( Task $task ): ?Task => $this->finalise_now->finalise( $task->id ),
			RowAct::AcceptRounding->value => fn ( Task $task, bool $by_hand, string $shown ): bool =>
				$this->accept_rounding->accept( $task->id, $shown ),
			RowAct::AllRight->value   => fn ( Task $task ): bool => $this->accept_balance->accept( $task->id ),
			RowAct::RecordPayment->value => fn ( Task $task, bool $by_hand, string $shown ): bool =>
				$this->record_asked->record( $task->id, $shown ),
			RowAct::LeaveIt->value    => fn ( Task $task ): bool => $this->mark_done_by_hand->leave_money( $task->id ),
			RowAct::MovePayment->value => fn ( Task $task, bool $by_hand, string $shown ): ?Task =>
				$this->move_payment->move( $task->id, $shown ),
			RowAct::BillParent->value   => $this->bills( Biller::Parent ),
			RowAct::BillChildren->value => $this->bills( Biller::Children ),
			RowAct::BillNobody->value   => $this->bills( Biller::Nobody ),
			RowAct::OneRefund->value  => fn ( Task $task ): bool => $this->once_or_twice()->say( $task->id, false ),
			RowAct::TwoRefunds->value => fn ( Task $task ): bool => $this->once_or_twice()->say( $task->id, true ),
			RowAct::CreditDispute->value => $this->of_dispute( false ),
			RowAct::LeaveUnpaid->value => $this->of_dispute( true ),
			RowAct::Unlink->value     => fn ( Task $task ): bool => $this->unlink_document->unlink( $task->id ),
		];
	}

	/** What cannot be tried again stays as it is, and is shown. */
	private function retry( Task $task, bool $by_hand ): bool {
		$this->retry_task->retry( $task->id, $by_hand );
		return true;
	}

	/** @return \Closure( Task ): bool */
	private function bills( Biller $biller ): \Closure {
		return fn ( Task $task ): bool => $this->say_who_bills->say( $task->id, $biller );
	}

	private function reissue( Task $task ): ?Task {
		return $this->reissue_invoice->now( $task->key->order_id, $task->id );
	}

	private function mark_done_by_hand(): MarkDoneByHand {
		return new MarkDoneByHand(
			$this->ports->ledger(),
			new RowActs(),
			$this->ports->attempts(),
			$this->watching->detach_document,
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	private function choose_customer(): ChooseCustomer {
		return new ChooseCustomer(
			$this->ports->ledger(),
			$this->order_book->orders,
			$this->ports->customers(),
			$this->customers->remember_customer,
			$this->retry_task,
			new RowActs(),
			$this->ports->attempts(),
			$this->ports->clock()
		);
	}

	private function accept_difference( TaskRunner $runner ): AcceptDifference {
		return new AcceptDifference(
			$this->ports->ledger(),
			new RowActs(),
			$this->order_book->orders,
			$this->order_book->billable_order,
			$runner,
			$this->ports->clock()
		);
	}

	private function decide_company(): DecideCompany {
		return new DecideCompany(
			requests: $this->ports->company_requests(),
			weigh: $this->companies->weigh_company,
			reissue: $this->reissue_invoice,
			ledger: $this->ports->ledger(),
			attempts: $this->ports->attempts(),
			process: $this->work->task_runner,
			due: $this->work->due_task_runner,
			clock: $this->ports->clock()
		);
	}

	private function accept_rounding( DocumentsModule $documents ): AcceptRounding {
		return new AcceptRounding(
			$this->ports->ledger(),
			$this->order_book->orders,
			$documents->accepted_rounding,
			$this->retry_task
		);
	}

	private function unlink_document(): UnlinkDocument {
		return new UnlinkDocument(
			$this->ports->ledger(),
			$this->watching->detach_document,
			$this->ports->attempts(),
			$this->ports->clock()
		);
	}

	private function record_paid_back( RemoteIdsModule $remote_ids, TaskRunner $runner ): RecordPaidBack {
		return new RecordPaidBack(
			$this->ports->ledger(),
			$this->order_book->orders,
			$this->ports->settings(),
			new ToldPayBack( $remote_ids->remote_ids ),
			$runner,
			$this->ports->clock()
		);
	}

	private function same_client( DocumentsModule $documents, DueTaskRunner $due ): SameClient {
		return new SameClient(
			$this->ports->ledger(),
			$this->order_book->orders,
			$this->ports->customers(),
			$this->customers->spellings,
			$this->customers->recall_customer,
			$this->customers->remember_customer,
			$documents->take_draft,
			$due,
			$this->order_book->billable_order,
			$this->ports->clock()
		);
	}

	private function once_or_twice(): SayOnceOrTwice {
		return new SayOnceOrTwice( $this->ports->ledger(), $this->ports->queue(), $this->ports->clock() );
	}

	/** @return \Closure( Task, bool, string ): bool */
	private function of_dispute( bool $is_owed ): \Closure {
		$answer = new AnswerDispute( $this->ports->ledger(), $this->ports->queue(), $this->ports->clock() );
		return static fn ( Task $task, bool $by_hand, string $shown ): bool => $answer->say( $task, $shown, $is_owed );
	}

	private function say_who_bills(): SayWhoBills {
		return new SayWhoBills(
			$this->ports->ledger(),
			$this->order_book->orders,
			$this->order_book->sales,
			$this->change_settings,
			$this->retry_task
		);
	}

	private function change_settings(): ChangeSettings {
		return new ChangeSettings(
			$this->ports->settings(),
			$this->ports->settings_array(),
			$this->ports->ledger(),
			$this->ports->clock(),
			$this->ports->shop_code_conflicts(),
			$this->ports->account()
		);
	}
}
