<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\BillingNumbers;
use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\ClashNotice;
use OrderInvoicer\Admin\ConnectCallback;
use OrderInvoicer\Admin\Notices;
use OrderInvoicer\Admin\NoticesTogether;
use OrderInvoicer\Admin\NumberCheck;
use OrderInvoicer\Admin\Obstacle;
use OrderInvoicer\Admin\OrderActions;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderCandidates;
use OrderInvoicer\Admin\OrderListColumn;
use OrderInvoicer\Admin\OrderQuestions;
use OrderInvoicer\Admin\OrderRow;
use OrderInvoicer\Admin\PreloadedAnswers;
use OrderInvoicer\Cli\CliRegistration;
use OrderInvoicer\Cli\Commands;
use OrderInvoicer\Cli\DiagnosticsCommand;
use OrderInvoicer\Cli\ImportSettings;
use OrderInvoicer\Cli\Output;
use OrderInvoicer\Cli\ReissueCommand;
use OrderInvoicer\Cli\SettingsCommands;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Actions\TaskActs;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Network\Presence;
use OrderInvoicer\Network\SiteList;
use OrderInvoicer\Privacy\CustomerNumbers;
use OrderInvoicer\Privacy\DocumentEraser;
use OrderInvoicer\Privacy\DocumentExporter;
use OrderInvoicer\Privacy\OrdersOfPerson;
use OrderInvoicer\Privacy\PrivacyTools;
use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\RecentOrders;
use OrderInvoicer\Reports\ShopRates;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\Reports\SupportText;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Reports\TimelineView;
use OrderInvoicer\Rest\Account\ConnectionController;
use OrderInvoicer\Rest\Account\SellsyController;
use OrderInvoicer\Rest\Account\StatusController;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Customers\CustomerController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\Orders\OrdersController;
use OrderInvoicer\Rest\Orders\ShippedSignsController;
use OrderInvoicer\Rest\Overview\DiagnosticsController;
use OrderInvoicer\Rest\Payments\PaymentMethodsController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\Settings\SettingsController;
use OrderInvoicer\Rest\Settings\ShopController;
use OrderInvoicer\Rest\Tasks\TaskActsController;
use OrderInvoicer\Rest\Tasks\TaskQuery;
use OrderInvoicer\Rest\Tasks\TasksController;
use OrderInvoicer\Rest\Taxes\TaxProposalsController;
use OrderInvoicer\WooCommerce\PaymentGateways;
use OrderInvoicer\WooCommerce\ShippedSigns;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Names\RightText;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\Wording\StepText;
use OrderInvoicer\Wording\TaskText;
use OrderInvoicer\WordPress\Options\OptionConnection;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskPages;
use OrderInvoicer\WordPress\Tables\TaskTable;

/** Where people and programs meet the plugin: wp-admin, REST, WP-CLI, Site Health, privacy tools. */
final class Screens {

	public function __construct(
		private readonly string $file,
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Engine $engine,
	) {}

	/** @return list<object> each with register(). */
	public function admin(): array {
		$asks     = new OrderQuestions( $this->on->ledger(), $this->final_text() );
		$actions  = new OrderActions( $this->engine->sync_order(), $this->acts(), $this->engine->choose_customer(), $asks, new BuiltScript( $this->file, 'order-meta-box' ), $this->engine->process_sync(), $this->on->ledger(), $this->on->problem_text(), $this->on->logger() );
		$texts    = $this->sync_text();
		$row      = new OrderRow( $texts, $actions, new OrderCandidates( $this->engine->choose_customer(), $actions ), new RowActs(), new ActText(), $this->final_text() );
		$obstacle = new Obstacle( $this->on->pauses(), $this->sellsy->credentials(), $this->sellsy->access(), $this->on->settings(), $this->on->options() );
		$numbers  = new NumberCheck();
		return [
			new AdminPage( $this->file, $this->overview()->menu_bubble(), new PreloadedAnswers( $this->sellsy->account() ) ),
			new ConnectCallback( $this->sellsy->consent_flow(), $this->connection() ),
			new NoticesTogether( $this->on->moment ),
			new Notices( $obstacle, $this->on->problem_text() ),
			new ClashNotice( $this->on->clashes(), $this->on->problem_text(), $this->on->options() ),
			$actions,
			new OrderBox( $this->on->ledger(), $this->on->settings(), $this->on->document_meta, new DocumentNames(), $row, $actions, $obstacle, $numbers, ( new CreditPreviews( $this->on, $this->sellsy ) )->part( $this->file ), $asks ),
			new BillingNumbers( $numbers ),
			new OrderListColumn( $this->on->ledger(), $texts ),
			$this->health_screens()->status_report(),
			...$this->privacy(),
		];
	}

	/** @return list<object> */
	public function privacy(): array {
		$people = new OrdersOfPerson();
		return [ new PrivacyTools( new DocumentExporter( $people, $this->on->ledger(), $this->on->pages() ), new DocumentEraser( $people, $this->on->ledger() ) ), new CustomerNumbers() ];
	}

	/** @return list<object> */
	public function health(): array {
		return [ $this->health_screens()->site_health() ];
	}

	/** @return list<BaseController> */
	public function rest(): array {
		$schemas  = new SchemaSet();
		$access   = new OrderAccess( $this->on->ledger() );
		$failures = new FailureProblem();
		return [
			new SettingsController( $schemas, $this->on->settings(), $this->on->settings_array, $this->engine->change_settings() ),
			new ConnectionController( $schemas, $this->connection_view(), $this->connection(), new ConnectionErrors(), $this->sellsy->consent_flow() ),
			new SellsyController( $schemas, $this->sellsy->account(), $failures, $this->problems(), new TaxView() ),
			new ShopController( $schemas, new ShopRates(), new RecentOrders( $this->on->orders(), new Exemptions(), $this->on->settings() ), $this->engine->change_settings(), new ShopCodeProposal(), new SituationText() ),
			new TaxProposalsController( $schemas, $this->sellsy->account(), new ShopRates(), $failures, $this->problems() ),
			new PaymentMethodsController( $schemas, $this->sellsy->account(), new PaymentGateways(), $failures, $this->problems() ),
			new ShippedSignsController( $schemas, new ShippedSigns() ),
			new TasksController( $schemas, $this->on->ledger(), $this->engine->retry_sync(), $this->sync_view(), new TaskQuery(), $this->on->counts(), new TaskPages( new TaskTable( new Sql( $this->on->wpdb() ), $this->on->clock ) ) ),
			new CustomerController( $schemas, $this->on->ledger(), $this->on->settings(), $this->engine->choose_customer(), $this->sync_view(), $access, $failures, $this->problems() ),
			new TaskActsController( $schemas, $this->on->ledger(), $this->acts(), $this->engine->reissue_invoice(), $this->sync_view(), $access, new ActText() ),
			( new CreditPreviews( $this->on, $this->sellsy ) )->rest( $schemas, $access ),
			new OrdersController( $schemas, $this->engine->sync_order(), $this->on->ledger(), $this->sync_view(), $access, $this->timeline(), $this->problems() ),
			new StatusController( $schemas, $this->status_view(), $this->engine->adopt_connection(), $this->engine->site_guard(), ( new Clash( $this->on, $this->sellsy ) )->look(), new LoopbackCheck( $this->heartbeat() ) ),
			new DiagnosticsController( $schemas, $this->health_screens()->diagnostics() ),
			$this->overview()->controller( $schemas, $this->status_view(), $this->connection_view(), $this->sync_view() ),
			...( new OldOrdersScreens( $this->on, $this->sellsy ) )->rest( $schemas ),
			...( new MappingScreens( $this->on, $this->sellsy ) )->rest( $schemas ),
		];
	}

	public function cli(): CliRegistration {
		$output = new Output();
		$old    = new OldOrdersScreens( $this->on, $this->sellsy );
		return new CliRegistration(
			new Commands( $this->status_view(), $this->connection_view(), $this->on->settings(), $this->engine->sync_order(), $this->engine->run_due(), $this->sync_view(), $this->on->problem_text(), $output ),
			new SettingsCommands( $this->on->settings(), $this->on->settings_array, new ImportSettings( new SchemaSet(), $this->engine->change_settings(), $this->connection(), new ConnectionErrors() ), $this->connection_view(), $output ),
			$old->dry_run_command( $output ),
			$old->backfill_command( $output ),
			new ReissueCommand( $this->engine->reissue_invoice(), $this->sync_view(), $output ),
			new DiagnosticsCommand( $this->health_screens()->diagnostics() )
		);
	}

	public function heartbeat(): Heartbeat {
		return new Heartbeat( $this->on->clock );
	}

	public function presence(): Presence {
		return new Presence( new SiteList(), $this->on->site(), $this->on->settings() );
	}

	public function health_screens(): HealthScreens {
		return new HealthScreens( $this->on, $this->sellsy, $this->connection_view(), $this->status_view(), $this->heartbeat() );
	}

	private function acts(): TaskActs {
		return ( new Acts( $this->on, $this->engine ) )->acts();
	}

	private function overview(): OverviewParts {
		return new OverviewParts( $this->on, $this->sellsy );
	}

	private function connection(): Connection {
		return new Connection( $this->sellsy->credentials(), $this->sellsy->token_endpoint(), $this->sellsy->tokens(), $this->sellsy->consents(), $this->sellsy->account(), $this->engine->test_connection(), new OptionConnection(), $this->sellsy->quota(), $this->on->pauses() );
	}

	public function connection_view(): ConnectionView {
		return new ConnectionView( $this->sellsy->credentials(), $this->sellsy->access(), new OptionConnection(), $this->on->pauses(), $this->problems(), $this->sellsy->rights(), new RightText() );
	}

	private function status_view(): StatusView {
		return new StatusView(
			pauses: $this->on->pauses(),
			ledger: $this->on->ledger(),
			heartbeat: $this->heartbeat(),
			clock: $this->on->clock,
			problems: $this->problems(),
			clashes: $this->on->clashes(),
			pages: $this->on->pages(),
			counts: $this->on->counts(),
			drafts: $this->on->draft_looks(),
		);
	}

	private function sync_view(): TaskView {
		return new TaskView( $this->on->pages(), $this->problems(), $this->sync_text(), new RowActs(), $this->final_text() );
	}

	private function final_text(): FinalText {
		return new FinalText( $this->on->settings(), $this->on->orders(), ( new Refunds( $this->on, $this->sellsy ) )->billed(), $this->on->clock, new DocumentNames(), $this->on->problem_text() );
	}

	private function timeline(): TimelineView {
		return new TimelineView( $this->on->attempts(), $this->sync_view(), $this->problems(), new StepText( new DocumentNames() ), new SupportText() );
	}

	private function sync_text(): TaskText {
		$names = new DocumentNames();
		return new TaskText( $this->on->problem_text(), $this->on->pages(), new EffectText( $names ), $names );
	}

	private function problems(): ProblemView {
		return new ProblemView( $this->on->problem_text() );
	}
}
