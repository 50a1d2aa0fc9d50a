<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AdoptConnection;
use OrderInvoicer\Domain\Account\KeepAccess;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Account\TestConnection;
use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\FinaliseNow;
use OrderInvoicer\Domain\Actions\AcceptDifference;
use OrderInvoicer\Domain\Actions\MarkDoneByHand;
use OrderInvoicer\Domain\Actions\MarkSent;
use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\DraftUpdater;
use OrderInvoicer\Domain\Drafts\DocumentAssembler;
use OrderInvoicer\Domain\Drafts\CheckDocument;
use OrderInvoicer\Domain\Drafts\ChooseParent;
use OrderInvoicer\Domain\Drafts\ChooseRateCategory;
use OrderInvoicer\Domain\Drafts\CreateDocument;
use OrderInvoicer\Domain\Drafts\DocumentMaker;
use OrderInvoicer\Domain\Drafts\DocumentWriter;
use OrderInvoicer\Domain\Drafts\CreditBefore;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\Drafts\DocumentDrafter;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Failures\RetryPolicy;
use OrderInvoicer\Domain\Finalising\ValidateDocument;
use OrderInvoicer\Domain\FollowUps\FinaliseRule;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Domain\Pauses\ResumeWork;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Report\FillReport;
use OrderInvoicer\Domain\Taxes\ReadTaxes;
use OrderInvoicer\Domain\Work\WorkGate;
use OrderInvoicer\Domain\Work\FailureHandler;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\RepairCopies;
use OrderInvoicer\Domain\Work\OneRunner;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\FinaliseTurn;
use OrderInvoicer\Domain\Work\Sweeper;
use OrderInvoicer\Wording\Names\ShopTexts;
use OrderInvoicer\WordPress\Queue\RunnerEndpoint;
use OrderInvoicer\WordPress\Queue\Worker;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;
use OrderInvoicer\WordPress\System\SystemSleep;

/** The use cases. */
final class Engine {

	private ?WorkGate $gate           = null;
	private ?RemoteIds $once           = null;
	private ?WordPressRuntimeCache $memory = null;
	private ?TaskRunner $process = null;

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	public function open_syncs(): OrderEventHandler {
		return new OrderEventHandler( $this->on->settings(), new WorkflowSelector(), $this->on->ledger(), $this->on->queue(), $this->on->clock );
	}

	public function process_sync(): TaskRunner {
		return $this->process ??= new TaskRunner(
			$this->gate(),
			$this->on->ledger(),
			$this->effects(),
			new FailureHandler( $this->on->ledger(), $this->on->attempts(), $this->on->pauses(), $this->on->failures(), new RetryPolicy(), new FailureProblem(), $this->failure_pause(), $this->on->order_links(), $this->on->queue(), $this->on->clock, $this->on->randomness() ),
			new RetryPolicy(),
			$this->on->failures(),
			$this->on->clock,
			$this->on->randomness(),
			$this->on->logger(),
			$this->on->attempts(),
			$this->memory(),
			( new Restored( $this->on, $this->sellsy, $this->once() ) )->look_back(),
			$this->on->recent_answers()
		);
	}

	public function run_due(): DueTaskRunner {
		return new DueTaskRunner( $this->on->ledger(), $this->on->due_tasks(), new FinaliseTurn( $this->on->links(), $this->on->clock, $this->on->randomness() ), $this->process_sync(), ( new OldOrders( $this->on, $this->sellsy ) )->feed(), $this->gate(), $this->on->clock, $this->sellsy->quota(), new SystemSleep(), $this->on->queue(), $this->on->recent_answers() );
	}

	public function worker(): Worker {
		return new Worker( $this->run_due(), $this->sweep(), $this->on->logger() );
	}

	public function runner_endpoint(): RunnerEndpoint {
		return new RunnerEndpoint(
			new OneRunner( $this->run_due(), $this->on->ledger(), $this->on->links(), $this->on->clock, $this->on->randomness() ),
			$this->on->after_response()
		);
	}

	public function sync_order(): SyncOrder {
		return new SyncOrder( $this->on->orders(), $this->on->ledger(), $this->process_sync(), $this->run_due(), $this->on->clock );
	}

	public function finalise_now(): FinaliseNow {
		return new FinaliseNow( $this->on->ledger(), $this->process_sync(), $this->run_due(), $this->on->clock );
	}

	public function retry_sync(): RetryTask {
		return new RetryTask( $this->on->ledger(), $this->on->orders(), $this->on->queue(), $this->on->clock );
	}

	public function mark_sent(): MarkSent {
		return new MarkSent( $this->on->ledger(), $this->on->attempts(), $this->on->clock );
	}

	public function mark_done_by_hand(): MarkDoneByHand {
		return new MarkDoneByHand( $this->on->ledger(), new RowActs(), $this->on->attempts(), $this->notices()->detach(), $this->on->queue(), $this->on->clock );
	}

	public function choose_customer(): ChooseCustomer {
		return new ChooseCustomer( $this->on->ledger(), $this->on->orders(), $this->sellsy->customers(), $this->customers()->remember_customer(), $this->retry_sync(), new RowActs(), $this->on->attempts(), $this->on->clock );
	}

	public function reissue_invoice(): ReissueInvoice {
		return new ReissueInvoice( $this->on->ledger(), $this->on->orders(), $this->process_sync(), $this->run_due(), $this->on->clock );
	}

	public function keep_invoice(): AcceptDifference {
		return new AcceptDifference( $this->on->ledger(), new RowActs(), $this->on->orders(), $this->refunds()->billed(), $this->process_sync(), $this->on->clock );
	}

	private function resume_work(): ResumeWork {
		return new ResumeWork( $this->on->ledger(), $this->on->queue(), $this->on->clock );
	}

	public function change_settings(): ChangeSettings {
		return new ChangeSettings( $this->on->settings(), $this->on->settings_array, $this->on->ledger(), $this->resume_work(), $this->on->clashes() );
	}

	public function adopt_connection(): AdoptConnection {
		return new AdoptConnection( $this->sellsy->account(), $this->on->site(), $this->on->settings(), $this->on->settings_array, $this->on->pauses(), $this->resume_work(), $this->on->clock );
	}

	public function test_connection(): TestConnection {
		return new TestConnection( $this->sellsy->account(), $this->adopt_connection(), new FailureProblem(), ( new Clash( $this->on, $this->sellsy ) )->look() );
	}

	public function site_guard(): SiteGuard {
		return new SiteGuard( $this->on->site(), $this->sellsy->account(), $this->on->pauses(), $this->on->clock );
	}

	private function gate(): WorkGate {
		return $this->gate ??= new WorkGate( $this->site_guard(), $this->sellsy->account(), $this->on->pauses(), $this->on->failures(), $this->failure_pause(), $this->on->clock, $this->on->logger() );
	}

	private function failure_pause(): FailurePause {
		return new FailurePause( new FailureProblem() );
	}

	private function once(): RemoteIds {
		return $this->once ??= new RemoteIds( $this->sellsy->account(), $this->on->links(), $this->on->clock, $this->on->randomness() );
	}

	/** @return array<string, TaskHandler> by Effect value. */
	private function effects(): array {
		$creating = array_map( static fn ( DocumentKind $kind ): string => Effect::create( $kind )->value, DocumentKind::of_orders() );
		return [
			...array_fill_keys( $creating, $this->create_document() ),
			Effect::CreateCreditNote->value   => $this->refunds()->create_credit_note( $this->build_document(), $this->create_once(), $this->reconcile(), $this->finish(), $this->update() ),
			Effect::ValidateInvoice->value    => $this->validate(),
			Effect::ValidateCreditNote->value => $this->validate(),
			Effect::FollowOrder->value        => ( new Edits( $this->on, $this->open_syncs(), $this->follow_ups() ) )->follow( $this->finish_effect() ),
			...$this->refunds()->effects( $this->finish_effect(), $this->follow_ups(), $this->reconcile(), ( new Restored( $this->on, $this->sellsy, $this->once() ) )->unrecorded() ),
			...$this->after_documents()->effects( $this->finish_effect(), $this->reconcile(), ( new Restored( $this->on, $this->sellsy, $this->once() ) )->unrecorded() ),
		];
	}

	private function create_document(): CreateDocument {
		return new CreateDocument(
			$this->on->orders(),
			$this->on->settings(),
			$this->decide_again(),
			new CreditBefore( $this->on->ledger(), $this->on->clock ),
			$this->refunds()->billed(),
			new DocumentMaker( $this->customers()->resolve_customer(), $this->drafts(), $this->create_once(), $this->customers()->prove_buyer(), $this->on->recent_answers() ),
			$this->create_once(),
			$this->update(),
			$this->finish()
		);
	}

	private function drafts(): DocumentDrafter {
		return new DocumentDrafter( new ChooseParent( $this->on->ledger(), $this->on->clock, $this->reconcile(), $this->on->order_links() ), $this->customers()->resolve_customer(), $this->build_document() );
	}

	private function update(): DraftUpdater {
		return new DraftUpdater( $this->sellsy->invoicing(), $this->on->ledger(), $this->on->settings(), $this->refunds()->billed(), $this->drafts(), $this->customers()->keep_customer(), $this->create_once(), $this->finish(), new ShopTexts() );
	}

	private function validate(): ValidateDocument {
		return ( new Validation( $this->on, $this->sellsy, $this->once() ) )->validate( $this->decide_again(), $this->reconcile(), $this->update(), $this->finish() );
	}

	private function refunds(): Refunds {
		return new Refunds( $this->on, $this->sellsy );
	}

	private function create_once(): DocumentWriter {
		return new DocumentWriter( $this->reconcile(), $this->sellsy->invoicing(), $this->on->ledger(), $this->notices()->detach(), $this->on->clock, $this->on->attempts(), ( new Restored( $this->on, $this->sellsy, $this->once() ) )->unrecorded(), $this->on->recent_answers() );
	}

	private function notices(): Notices {
		return new Notices( $this->on );
	}

	private function reconcile(): LostDocumentFinder {
		return new LostDocumentFinder( $this->sellsy->invoicing(), $this->once(), $this->on->ledger(), new RepeatPolicy(), $this->on->clock, $this->on->clashes(), new SaltedFingerprints() );
	}

	private function after_documents(): AfterDocuments {
		return new AfterDocuments( $this->on, $this->sellsy );
	}

	private function follow_ups(): FollowUpPlanner {
		$rules = [ ...$this->after_documents()->rules(), new FinaliseRule(), ...$this->refunds()->rules() ];
		return new FollowUpPlanner( $rules, $this->on->orders(), $this->on->settings(), $this->on->ledger(), $this->on->queue(), $this->on->clock );
	}

	private function finish_effect(): CompleteTask {
		return new CompleteTask( $this->on->ledger(), $this->on->attempts(), $this->on->clock );
	}

	private function decide_again(): EligibilityCheck {
		return new EligibilityCheck( $this->on->ledger(), $this->on->order_links(), new WorkflowSelector(), $this->on->clock, $this->on->attempts(), $this->on->order_events() );
	}

	private function customers(): CustomerParts {
		return new CustomerParts( $this->on, $this->sellsy, $this->once() );
	}

	private function build_document(): DocumentAssembler {
		$texts    = new ShopTexts();
		$splitter = new RowSplitter( $texts );
		return new DocumentAssembler(
			new ReadTaxes( $this->sellsy->account() ),
			new ChooseRateCategory( $this->sellsy->account() ),
			( new ItemParts( $this->on, $this->sellsy, $this->once() ) )->resolve_items(),
			new DocumentBuilder( $texts ),
			new CheckDocument( $this->sellsy->invoicing(), new TotalsCheck( $splitter ), $splitter, $this->on->attempts() ),
			$this->on->clock,
			$this->on->attempts()
		);
	}

	private function finish(): DocumentCompletion {
		return new DocumentCompletion( $this->on->ledger(), $this->on->attempts(), $this->on->order_links(), $this->follow_ups(), $this->on->clock, $this->on->report() );
	}

	private function sweep(): Sweeper {
		return new Sweeper(
			$this->gate(),
			new RepairCopies( $this->on->ledger(), $this->finish(), $this->on->clock, $this->on->logger() ),
			( new Edits( $this->on, $this->open_syncs(), $this->follow_ups() ) )->notice(),
			$this->run_due(),
			( new OpenDrafts( $this->on, $this->sellsy, $this->once() ) )->monitor( $this->reconcile() ),
			new KeepAccess( $this->sellsy->token_provider(), $this->on->pauses(), $this->failure_pause(), $this->on->clock ),
			( new Clash( $this->on, $this->sellsy ) )->look(),
			$this->on->attempts(),
			$this->on->clock,
			$this->on->logger(),
			( new Restored( $this->on, $this->sellsy, $this->once() ) )->look_back(),
			$this->memory(),
			new FillReport( $this->on->report(), $this->on->report_filled(), $this->sellsy->newest_documents(), $this->on->orders(), $this->on->clock )
		);
	}

	private function memory(): WordPressRuntimeCache {
		return $this->memory ??= new WordPressRuntimeCache( $this->sellsy->credentials(), $this->on->clock, $this->on->moment, $this->on->options() );
	}
}
