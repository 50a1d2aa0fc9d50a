<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\ClashNotice;
use OrderInvoicer\Admin\ExemptionsNotice;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\MoneyIsThere;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderEmailActions;
use OrderInvoicer\Admin\OrderList\LiveScreen;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Admin\OrderList\OrderListFilter;
use OrderInvoicer\Cli\CliRegistration;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\ReadOrderSheet;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Sales\SaleOrders;
use OrderInvoicer\Domain\Work\WorkGate;
use OrderInvoicer\Features\Archives\ArchiveDownload;
use OrderInvoicer\Features\Archives\ArchiveList;
use OrderInvoicer\Features\Bulk\BulkActions;
use OrderInvoicer\Features\Bulk\BulkPage;
use OrderInvoicer\Features\Bulk\BulkProgress;
use OrderInvoicer\Features\Bulk\OrderMenu;
use OrderInvoicer\Features\CompanyRequests\CompanySection;
use OrderInvoicer\Features\History\HistoryExport;
use OrderInvoicer\Features\Network\Presence;
use OrderInvoicer\Features\Privacy\CustomerNumbers;
use OrderInvoicer\Features\Privacy\PrivacyTools;
use OrderInvoicer\Features\ShopperDocuments\OrderDocuments;
use OrderInvoicer\Features\ShopperDocuments\OrderListActions;
use OrderInvoicer\Features\ShopperDocuments\OwnerPdf;
use OrderInvoicer\Features\ShopperDocuments\Rules\ShopperDocuments;
use OrderInvoicer\Features\ShopperDocuments\VisibleDocuments;
use OrderInvoicer\Features\TalkBack\Rules\LookAtSellsy;
use OrderInvoicer\Health\Checks\Taxes\RateQuestion;
use OrderInvoicer\Health\Checks\Taxes\RatesCheck;
use OrderInvoicer\Health\HealthChecks;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\ListSince;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsyInvoicing;
use OrderInvoicer\Sellsy\ServiceDates;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\WooCommerce\DeliveryCountries;
use OrderInvoicer\WooCommerce\InvoiceToCome;
use OrderInvoicer\WordPress\Counts\HourlyCount;
use OrderInvoicer\WordPress\Log\WcLogger;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\Worker;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * What does not follow from the type of a constructor's parameter, as in `Composition\Factories`.
 *
 * @phpstan-import-type OrderScreen from \OrderInvoicer\Reports\OrderSheetView
 */
final class ScreenFactories {

	/** By interface, or by parameter: who answers it. */
	public const ANSWERS = [ Orders::class => SaleOrders::class ];

	/** What is made for each who asks: after an act an order's rows are others. */
	public const ANEW = [ HealthChecks::class, LiveScreen::class, OrderMenu::class ];

	private const ORDER_SCREEN = [
		OrderBox::class,
		OwnerPdf::class,
	];

	/** Each with register(), by what needs them; or all of a kind. */
	public const LISTS = [
		'controllers'        => BaseController::class,
		'order_lists'        => [
			Help::class,
			ClashNotice::class,
			OrderListColumn::class,
			OrderListFilter::class,
			BulkActions::class,
			BulkProgress::class,
			ArchiveList::class,
		],
		'order_screen'       => self::ORDER_SCREEN,
		'forms'              => [
			...self::ORDER_SCREEN,
			BulkPage::class,
			BulkProgress::class,
			ArchiveList::class,
			ArchiveDownload::class,
			HistoryExport::class,
			ExemptionsNotice::class,
		],
		'order_list_ajax'    => [ OrderMenu::class, BulkProgress::class ],
		'order_actions_menu' => [ OrderEmailActions::class, MoneyIsThere::class ],
		'privacy'            => [ PrivacyTools::class, CustomerNumbers::class ],
		'scheduled'          => [ Worker::class, Heartbeat::class, Presence::class, HourlyCount::class ],
		'shopper_pages'      => [ OrderDocuments::class, OrderListActions::class, CompanySection::class ],
		'wp_cli'             => [ CliRegistration::class ],
	];

	public static function built_script(): BuiltScript {
		return new BuiltScript( ORDERINVOICER_FILE, 'order-meta-box', 'orderinvoicer-order-box' );
	}

	public static function bulk_progress_script(): BuiltScript {
		return new BuiltScript( ORDERINVOICER_FILE, 'order-list', 'orderinvoicer-order-list' );
	}

	public static function order_documents_script(): BuiltScript {
		return new BuiltScript( ORDERINVOICER_FILE, 'order-received', 'orderinvoicer-order-received' );
	}

	public static function archive_list_script(): BuiltScript {
		return self::bulk_progress_script();
	}

	public static function documents_in_emails_templates(): string {
		return plugin_dir_path( ORDERINVOICER_FILE ) . 'templates/';
	}

	/** @return \Closure(): VisibleDocuments */
	public static function documents_in_emails_visible_documents(
		ShopperDocuments $documents,
		InvoiceToCome $to_come,
	): \Closure {
		return AdapterFactories::woo_held_emails_visible_documents( $documents, $to_come );
	}

	public static function email_settings_note_page(): string {
		return AdminPage::url();
	}

	public static function one_action_hook(): string {
		return ActionSchedulerQueue::DOCTOR;
	}

	public static function pass_check_wp_cron_is_off(): bool {
		return defined( 'DISABLE_WP_CRON' ) && (bool) DISABLE_WP_CRON;
	}

	/** @return \Closure( int ): OrderSheet */
	public static function order_documents_controller_read( Sql $sql, ReadOrderSheet $read ): \Closure {
		return static fn ( int $order_id ): OrderSheet =>
			$sql->in_one_moment( static fn (): OrderSheet => $read->read( $order_id ) );
	}

	/**
	 * @param \Closure(): LiveScreen $live_screen
	 * @return \Closure( \WC_Order, OrderSheet ): OrderScreen
	 */
	public static function order_documents_controller_screen( \Closure $live_screen ): \Closure {
		return static fn ( \WC_Order $order, OrderSheet $sheet ): array => $live_screen()->view( $order, $sheet );
	}

	/**
	 * What fails is read by the pass.
	 *
	 * @param \Closure(): WorkGate     $work_gate
	 * @param \Closure(): LookAtSellsy $look_at_sellsy
	 * @return \Closure(): void
	 */
	public static function runner_endpoint_read_events(
		OptionSettings $settings,
		\Closure $work_gate,
		\Closure $look_at_sellsy,
		WcLogger $logger,
	): \Closure {
		return static function () use ( $settings, $work_gate, $look_at_sellsy, $logger ): void {
			try {
				if ( $settings->get()->talk_back->webhooks && $work_gate()->is_open() ) {
					$look_at_sellsy()->read_events();
				}
			} catch ( \Throwable $error ) {
				$logger->error( 'What Sellsy told could not be read; the next look finds it.', [], $error );
			}
		};
	}

	/** @return list<RatesCheck> */
	public static function rates_check(
		ShopRates $rates,
		OptionSettings $settings,
		DeliveryCountries $delivery,
	): array {
		return array_map(
			static fn ( RateQuestion $question ): RatesCheck => new RatesCheck(
				question: $question,
				rates: $rates,
				settings: $settings,
				delivery: $delivery
			),
			RateQuestion::cases()
		);
	}

	/** What nobody is shown as an error. */
	public static function computations_invoicing(
		SellsyClient $client,
		DocumentMapping $mapping,
		AccountLists $lists,
		V1Documents $v1,
		ServiceDates $dates,
		ListSince $since,
	): SellsyInvoicing {
		$documents = new Documents( $client->for_trials() );
		return new SellsyInvoicing( $documents, $mapping, $lists, $v1, $dates, $since );
	}

	public static function categories_trial_documents( SellsyClient $client ): Documents {
		return new Documents( $client->for_trials() );
	}
}
