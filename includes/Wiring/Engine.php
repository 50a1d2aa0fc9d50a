<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wiring\Modules\AccountModule;
use OrderInvoicer\Wiring\Modules\People\ActionsModule;
use OrderInvoicer\Wiring\Modules\BackfillModule;
use OrderInvoicer\Wiring\Modules\People\BulkModule;
use OrderInvoicer\Wiring\Modules\CompanyRequestsModule;
use OrderInvoicer\Wiring\Modules\ContentModule;
use OrderInvoicer\Wiring\Modules\CreditNotesModule;
use OrderInvoicer\Wiring\Modules\CustomersModule;
use OrderInvoicer\Wiring\Modules\DocumentsModule;
use OrderInvoicer\Wiring\Modules\People\DownloadsModule;
use OrderInvoicer\Wiring\Modules\People\LinkingModule;
use OrderInvoicer\Wiring\Modules\DraftsModule;
use OrderInvoicer\Wiring\Modules\EmailsModule;
use OrderInvoicer\Wiring\Modules\FinalisingModule;
use OrderInvoicer\Wiring\Modules\FollowUpsModule;
use OrderInvoicer\Wiring\Modules\HandlersModule;
use OrderInvoicer\Wiring\Modules\ItemsModule;
use OrderInvoicer\Wiring\Modules\OrderBookModule;
use OrderInvoicer\Wiring\Modules\OrderEventsModule;
use OrderInvoicer\Wiring\Modules\PausesModule;
use OrderInvoicer\Wiring\Modules\PaymentsModule;
use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\Wiring\Modules\People\PreviewModule;
use OrderInvoicer\Wiring\Modules\RefundsModule;
use OrderInvoicer\Wiring\Modules\RemoteIdsModule;
use OrderInvoicer\Wiring\Modules\Stock\StockModule;
use OrderInvoicer\Wiring\Modules\SweepModule;
use OrderInvoicer\Wiring\Modules\TalkBackModule;
use OrderInvoicer\Wiring\Modules\TaxesModule;
use OrderInvoicer\Wiring\Modules\WatchingModule;
use OrderInvoicer\Wiring\Modules\WorkModule;

/** The use cases, by topic, made when first asked for: `$engine->work()->task_runner` is the one `TaskRunner`. */
final class Engine {

	private ?OrderBookModule $order_book     = null;
	private ?OrderEventsModule $order_events = null;
	private ?FollowUpsModule $follow_ups     = null;
	private ?PausesModule $pauses            = null;
	private ?AccountModule $account          = null;
	private ?RemoteIdsModule $remote_ids     = null;
	private ?WatchingModule $watching        = null;
	private ?TaxesModule $taxes              = null;
	private ?ContentModule $content          = null;
	private ?ItemsModule $items              = null;
	private ?CustomersModule $customers      = null;
	private ?DocumentsModule $documents      = null;
	private ?DraftsModule $drafts            = null;
	private ?FinalisingModule $finalising    = null;
	private ?EmailsModule $emails            = null;
	private ?CompanyRequestsModule $company_requests = null;
	private ?PaymentsModule $payments        = null;
	private ?RefundsModule $refunds          = null;
	private ?CreditNotesModule $credit_notes = null;
	private ?HandlersModule $handlers        = null;
	private ?BackfillModule $backfill        = null;
	private ?PreviewModule $preview          = null;
	private ?WorkModule $work                = null;
	private ?SweepModule $sweep              = null;
	private ?TalkBackModule $talk_back = null;
	private ?ActionsModule $actions          = null;
	private ?LinkingModule $linking          = null;
	private ?BulkModule $bulk                = null;
	private ?DownloadsModule $downloads      = null;
	private ?StockModule $stock              = null;

	public function __construct( private readonly Ports $ports ) {}

	public function order_book(): OrderBookModule {
		return $this->order_book ??= new OrderBookModule( $this->ports );
	}

	public function order_events(): OrderEventsModule {
		return $this->order_events ??= new OrderEventsModule( $this->ports );
	}

	public function follow_ups(): FollowUpsModule {
		return $this->follow_ups ??=
			new FollowUpsModule( $this->ports, $this->order_book(), $this->order_events(), $this->remote_ids() );
	}

	public function pauses(): PausesModule {
		return $this->pauses ??= new PausesModule( $this->ports );
	}

	public function account(): AccountModule {
		return $this->account ??= new AccountModule( $this->ports, $this->pauses() );
	}

	public function remote_ids(): RemoteIdsModule {
		return $this->remote_ids ??= new RemoteIdsModule( $this->ports );
	}

	public function watching(): WatchingModule {
		return $this->watching ??= new WatchingModule( $this->ports );
	}

	public function taxes(): TaxesModule {
		return $this->taxes ??= new TaxesModule( $this->ports, $this->remote_ids() );
	}

	public function content(): ContentModule {
		return $this->content ??= new ContentModule( $this->ports );
	}

	public function items(): ItemsModule {
		return $this->items ??= new ItemsModule( $this->ports, $this->remote_ids() );
	}

	public function customers(): CustomersModule {
		return $this->customers ??= new CustomersModule( $this->ports, $this->order_book(), $this->remote_ids() );
	}

	public function documents(): DocumentsModule {
		return $this->documents ??= new DocumentsModule(
			$this->ports,
			$this->remote_ids(),
			$this->watching(),
			$this->follow_ups(),
			$this->order_book()
		);
	}

	public function drafts(): DraftsModule {
		return $this->drafts ??= new DraftsModule(
			$this->ports,
			$this->order_book(),
			$this->customers(),
			$this->documents(),
			$this->content(),
			$this->items()
		);
	}

	public function finalising(): FinalisingModule {
		return $this->finalising ??= new FinalisingModule(
			$this->ports,
			$this->order_book(),
			$this->customers(),
			$this->documents(),
			$this->drafts(),
			$this->remote_ids(),
			$this->watching()
		);
	}

	public function emails(): EmailsModule {
		return $this->emails ??= new EmailsModule(
			$this->ports,
			$this->order_book(),
			$this->documents(),
			$this->remote_ids()
		);
	}

	public function company_requests(): CompanyRequestsModule {
		return $this->company_requests ??= new CompanyRequestsModule( $this->ports, $this->order_book() );
	}

	public function payments(): PaymentsModule {
		return $this->payments ??= new PaymentsModule(
			$this->ports,
			$this->order_book(),
			$this->documents(),
			$this->remote_ids()
		);
	}

	public function refunds(): RefundsModule {
		return $this->refunds ??= new RefundsModule(
			$this->ports,
			$this->order_book(),
			$this->documents(),
			$this->watching(),
			$this->content()
		);
	}

	public function credit_notes(): CreditNotesModule {
		return $this->credit_notes ??= new CreditNotesModule(
			$this->ports,
			$this->order_book(),
			$this->refunds(),
			$this->documents(),
			$this->drafts(),
			$this->payments(),
			$this->follow_ups(),
			$this->remote_ids()
		);
	}

	public function handlers(): HandlersModule {
		return $this->handlers ??= new HandlersModule(
			$this->follow_ups(),
			$this->drafts(),
			$this->finalising(),
			$this->payments(),
			$this->credit_notes(),
			$this->emails(),
			$this->company_requests()->change_company( $this->customers() ),
			$this->talk_back()->follow_document
		);
	}

	public function backfill(): BackfillModule {
		return $this->backfill ??= new BackfillModule( $this->ports );
	}

	public function preview(): PreviewModule {
		return $this->preview ??= new PreviewModule(
			$this->ports,
			$this->order_book(),
			$this->content(),
			$this->customers(),
			$this->documents(),
			$this->refunds()
		);
	}

	public function work(): WorkModule {
		return $this->work ??= new WorkModule(
			$this->ports,
			$this->account(),
			$this->pauses(),
			$this->remote_ids(),
			$this->documents(),
			$this->handlers(),
			$this->backfill()
		);
	}

	public function sweep(): SweepModule {
		return $this->sweep ??= new SweepModule(
			$this->ports,
			$this->order_book(),
			$this->follow_ups(),
			$this->account(),
			$this->remote_ids(),
			$this->watching(),
			$this->documents(),
			$this->work(),
			$this->talk_back(),
			$this->linking()->finish_links,
			$this->stock()->look_at_stock,
			$this->payments()->record_earlier
		);
	}

	public function talk_back(): TalkBackModule {
		return $this->talk_back ??= new TalkBackModule(
			$this->ports,
			$this->order_book(),
			$this->watching(),
			$this->account()
		);
	}

	public function actions(): ActionsModule {
		return $this->actions ??= new ActionsModule(
			$this->ports,
			$this->order_book(),
			$this->customers(),
			$this->watching(),
			$this->work(),
			$this->company_requests(),
			$this->remote_ids(),
			$this->documents()
		);
	}

	public function linking(): LinkingModule {
		return $this->linking ??= new LinkingModule(
			$this->ports,
			$this->order_book(),
			$this->customers(),
			$this->documents()
		);
	}

	public function bulk(): BulkModule {
		return $this->bulk ??= new BulkModule( $this->ports, $this->order_book(), $this->order_events() );
	}

	public function stock(): StockModule {
		return $this->stock ??= new StockModule( $this->ports, $this->items(), $this->remote_ids() );
	}

	public function downloads(): DownloadsModule {
		return $this->downloads ??= new DownloadsModule( $this->ports );
	}
}
