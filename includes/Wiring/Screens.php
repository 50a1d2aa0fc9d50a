<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\BillingNumbers;
use OrderInvoicer\Admin\ClashNotice;
use OrderInvoicer\Admin\ConnectCallback;
use OrderInvoicer\Admin\ExemptionsNotice;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\Notices;
use OrderInvoicer\Admin\NoticesTogether;
use OrderInvoicer\Admin\NumberCheck;
use OrderInvoicer\Admin\Obstacle;
use OrderInvoicer\Admin\MoneyIsThere;
use OrderInvoicer\Admin\PreloadedAnswers;
use OrderInvoicer\Cli\CliRegistration;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Privacy\CustomerNumbers;
use OrderInvoicer\Privacy\DocumentEraser;
use OrderInvoicer\Privacy\DocumentExporter;
use OrderInvoicer\Privacy\OrdersOfPerson;
use OrderInvoicer\Privacy\PolicyText;
use OrderInvoicer\Privacy\PrivacyTools;
use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Reports\Shop\RecentOrders;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Rest\Account\ConnectionController;
use OrderInvoicer\Rest\Account\SellsyController;
use OrderInvoicer\Rest\Account\StatusController;
use OrderInvoicer\Rest\Account\WebhookController;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Payments\EarlierPaymentsController;
use OrderInvoicer\Rest\Payments\PaymentMethodsController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\Settings\SettingsController;
use OrderInvoicer\Rest\Settings\ShopController;
use OrderInvoicer\Rest\Taxes\TaxProposalsController;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\PaymentGateways;
use OrderInvoicer\WooCommerce\ShippedSigns;
use OrderInvoicer\WordPress\Options\OptionEarlierExemptions;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\Wording\Names\WebhookText;
use OrderInvoicer\WordPress\Options\OptionConnection;
use OrderInvoicer\Wording\EarlierPaymentsText;

/** Where people and programs meet the plugin: wp-admin, REST, WP-CLI, Site Health, privacy tools. */
final class Screens {

	private readonly Views $views;

	/** @param \Closure(): Engine $engine which most pages need nothing of. */
	public function __construct(
		private readonly string $file,
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly \Closure $engine,
	) {
		$this->views = new Views( $on, $sellsy, $engine );
	}

	/** @return list<object> of every page of wp-admin, each with register(). */
	public function admin(): array {
		$problems = $this->on->problem_text( ... );
		$obstacle = $this->obstacle();
		return [
			new AdminPage(
				file: $this->file,
				bubble: $this->overview()->menu_bubble(),
				answers: new PreloadedAnswers( $this->sellsy->account( ... ) ),
				help: new Help( $this->file ),
				obstacle: $obstacle
			),
			new NoticesTogether( $this->on->moment ),
			new Notices( $obstacle, $problems ),
			new ClashNotice( $this->on->clashes(), $problems, $this->on->options() ),
			new ExemptionsNotice( $this->on->options(), fn () => new OptionEarlierExemptions( $this->on->options() ) ),
			new BillingNumbers( new NumberCheck(), new CheckoutNumbers( $this->on->settings() ) ),
			new PolicyText(),
			...$this->order_list()->admin(),
		];
	}

	/** @return list<object> of an order's screen. */
	public function order(): array {
		return $this->order_screen()->parts();
	}

	/** @return list<object> of what the list of orders asks by admin-ajax.php: a preview, how far an act is. */
	public function order_list_ajax(): array {
		return $this->order_list()->ajax();
	}

	/** @return list<object> of what WooCommerce's own menu of an order offers. */
	public function order_menu(): array {
		return [
			$this->tasks()->order_emails(),
			new MoneyIsThere( $this->engine()->money_came() ),
		];
	}

	/** @return list<object> of the way back from Sellsy's page of consent. */
	public function consent(): array {
		return [ new ConnectCallback( $this->sellsy->consent_flow(), $this->connection() ) ];
	}

	/** @return list<object> of what WordPress and WooCommerce tell people who help. */
	public function reports(): array {
		return [ $this->health_screens()->status_report() ];
	}

	/** @return list<object> */
	public function privacy(): array {
		$people = new OrdersOfPerson();
		$tools  = new PrivacyTools(
			new DocumentExporter( $people, $this->on->ledger(), $this->on->pages() ),
			new DocumentEraser( $people, $this->on->ledger() )
		);
		return [ $tools, new CustomerNumbers() ];
	}

	/** @return list<object> */
	public function health(): array {
		return [ $this->health_screens()->site_health() ];
	}

	/** @return list<BaseController> */
	public function rest(): array {
		$schemas  = new SchemaSet();
		$failures = new FailureProblem();
		$account  = $this->sellsy->account();
		$settings = $this->on->settings();
		$change   = $this->engine()->change_settings();
		$problems = $this->views->problems();
		return [
			new SettingsController( $schemas, $settings, $this->on->settings_array, $change ),
			$this->connection_route( $schemas ),
			new WebhookController(
				$schemas,
				$this->engine()->keep_webhook(),
				new WebhookText(),
				new ConnectionErrors()
			),
			new SellsyController( $schemas, $account, $failures, $problems, new TaxView() ),
			$this->shop_route( $schemas ),
			new TaxProposalsController( $schemas, $account, new ShopRates(), $failures, $problems ),
			new PaymentMethodsController( $schemas, $account, new PaymentGateways(), $failures, $problems ),
			$this->earlier_payments( $schemas ),
			...$this->tasks()->rest( $schemas ),
			...$this->order_screen()->rest( $schemas ),
			$this->status_route( $schemas ),
			( new OwnerEmailParts( $this->on ) )->controller( $schemas ),
			$this->overview()->controller(
				$schemas,
				$this->views->status_view(),
				$this->views->connection_view(),
				$this->views->task_view(),
				$this->views->mended_view(),
				$this->health_screens()->diagnostics()
			),
			...( new OldOrdersScreens( $this->on, $this->sellsy, $this->engine() ) )->rest( $schemas ),
			...( new MappingScreens( $this->on, $this->sellsy, $this->engine() ) )->rest( $schemas ),
		];
	}

	private function earlier_payments( SchemaSet $schemas ): EarlierPaymentsController {
		$record = $this->engine()->record_earlier();
		return new EarlierPaymentsController( $schemas, $record, new EarlierPaymentsText() );
	}

	private function connection_route( SchemaSet $schemas ): ConnectionController {
		return new ConnectionController(
			$schemas,
			$this->views->connection_view(),
			$this->connection(),
			new ConnectionErrors(),
			$this->sellsy->consent_flow()
		);
	}

	private function shop_route( SchemaSet $schemas ): ShopController {
		return new ShopController(
			schemas: $schemas,
			rates: new ShopRates(),
			recent: new RecentOrders( $this->engine()->sale_orders(), new Exemptions(), $this->on->settings() ),
			change: $this->engine()->change_settings(),
			settings: $this->on->settings(),
			situations: new SituationText(),
			emails: $this->on->email_switch(),
			gateways: new PaymentGateways(),
			signs: new ShippedSigns(),
		);
	}

	private function status_route( SchemaSet $schemas ): StatusController {
		return new StatusController(
			$schemas,
			$this->views->status_view(),
			$this->engine()->adopt_connection(),
			$this->engine()->site_guard(),
			$this->engine()->shop_code_check(),
			new LoopbackCheck( $this->views->heartbeat(), $this->views->own_route() ),
			$this->engine()->keep_webhook()
		);
	}

	public function cli(): CliRegistration {
		return ( new CommandParts( $this->on, $this->sellsy, $this->engine(), $this->views ) )
			->registration( $this->connection(), $this->health_screens() );
	}

	public function health_screens(): HealthScreens {
		return new HealthScreens(
			$this->on,
			$this->sellsy,
			$this->views->connection_view(),
			$this->views->status_view(),
			$this->views->heartbeat(),
			$this->views->own_route()
		);
	}

	private function obstacle(): Obstacle {
		return new Obstacle(
			$this->on->pauses(),
			$this->sellsy->credentials(),
			$this->sellsy->access(),
			$this->on->settings(),
			$this->on->options()
		);
	}

	private function order_screen(): OrderScreen {
		return new OrderScreen(
			file: $this->file,
			on: $this->on,
			engine: $this->engine(),
			views: $this->views,
			tasks: $this->tasks(),
			lists: $this->order_list(),
			obstacle: $this->obstacle()
		);
	}

	private function tasks(): TaskScreens {
		return new TaskScreens( $this->on, $this->engine(), $this->views );
	}

	private function order_list(): OrderListScreens {
		return new OrderListScreens( file: $this->file, on: $this->on, engine: $this->engine, views: $this->views );
	}

	private function overview(): OverviewParts {
		return new OverviewParts( $this->on, $this->sellsy );
	}

	private function connection(): Connection {
		return new Connection(
			$this->sellsy->credentials(),
			$this->sellsy->token_endpoint(),
			$this->sellsy->tokens(),
			$this->sellsy->consents(),
			$this->sellsy->account(),
			$this->engine()->test_connection(),
			new OptionConnection(),
			$this->sellsy->quota(),
			$this->on->pauses(),
			$this->engine()->keep_webhook(),
			$this->engine()->forget_stock()
		);
	}

	private function engine(): Engine {
		return ( $this->engine )();
	}
}
