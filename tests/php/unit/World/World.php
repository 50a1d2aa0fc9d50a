<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\Account\KeepAccess;
use OrderInvoicer\Domain\Account\ShopCodeCheck;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\AcceptDifference;
use OrderInvoicer\Domain\Actions\MarkDoneByHand;
use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Backfill\BackfillRows;
use OrderInvoicer\Domain\Backup\LookBack;
use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Customers\CreateCustomer;
use OrderInvoicer\Domain\Customers\CreateFurther;
use OrderInvoicer\Domain\Customers\FindCustomer;
use OrderInvoicer\Domain\Customers\KeepCustomer;
use OrderInvoicer\Domain\Customers\ProveBuyer;
use OrderInvoicer\Domain\Customers\RecallCustomer;
use OrderInvoicer\Domain\Customers\RememberCustomer;
use OrderInvoicer\Domain\Customers\ResolveAddresses;
use OrderInvoicer\Domain\Customers\ResolveContact;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
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
use OrderInvoicer\Domain\Drafts\LowerDraft;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Drafts\TakeDraft;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Failures\RetryPolicy;
use OrderInvoicer\Domain\Finalising\ChangeState;
use OrderInvoicer\Domain\Finalising\SendDocument;
use OrderInvoicer\Domain\Finalising\SettleBuyer;
use OrderInvoicer\Domain\Finalising\ValidateDocument;
use OrderInvoicer\Domain\FollowUps\CatchUp;
use OrderInvoicer\Domain\FollowUps\CreditNoteRule;
use OrderInvoicer\Domain\FollowUps\FinaliseRule;
use OrderInvoicer\Domain\FollowUps\FollowOrder;
use OrderInvoicer\Domain\FollowUps\EmailRule;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\FollowUps\MissedEventScanner;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\PaymentRule;
use OrderInvoicer\Domain\FollowUps\ReinvoiceRule;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\FollowUps\DraftUpdateRule;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Items\CreateItem;
use OrderInvoicer\Domain\Items\ItemDrafter;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Items\ItemComparison;
use OrderInvoicer\Domain\Items\KeepItem;
use OrderInvoicer\Domain\Items\OpeningStock;
use OrderInvoicer\Domain\Items\ResolveItems;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\OrderBook\CountedRefunds;
use OrderInvoicer\Domain\OrderBook\StandingAmounts;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Domain\Pauses\ResumeWork;
use OrderInvoicer\Domain\Payments\AmountToRecord;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Payments\RecordPayment;
use OrderInvoicer\Domain\Preview\AskSellsy;
use OrderInvoicer\Domain\Preview\PreviewCreditNote;
use OrderInvoicer\Domain\Preview\TryCreditNote;
use OrderInvoicer\Domain\Preview\TryDocument;
use OrderInvoicer\Domain\Refunds\CreateCreditNote;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Domain\Refunds\CreditFor;
use OrderInvoicer\Domain\Refunds\DraftWholeCredit;
use OrderInvoicer\Domain\Refunds\InvoiceToCredit;
use OrderInvoicer\Domain\Refunds\CreditableBalance;
use OrderInvoicer\Domain\Refunds\AllocateCreditNote;
use OrderInvoicer\Domain\Refunds\PayBack;
use OrderInvoicer\Domain\Refunds\RefundToCredit;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Report\FillReport;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\Taxes\ReadTaxes;
use OrderInvoicer\Domain\Watching\DetachDocument;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\GoneDocument;
use OrderInvoicer\Domain\Work\WorkGate;
use OrderInvoicer\Domain\Work\FailureHandler;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\DraftComparison;
use OrderInvoicer\Domain\Work\DraftMonitor;
use OrderInvoicer\Domain\Work\DraftReader;
use OrderInvoicer\Domain\Work\RepairCopies;
use OrderInvoicer\Domain\Work\OneRunner;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\FinaliseTurn;
use OrderInvoicer\Domain\Work\Sweeper;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeAccess;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeAccount;
use OrderInvoicer\Tests\Unit\World\Fakes\DueOfLedger;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCalls;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClashes;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCreditNotes;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCustomerMemory;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCustomers;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFingerprints;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeGaps;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeInvoicing;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeItems;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRemoteIds;
use OrderInvoicer\Tests\Unit\World\Fakes\FakePauses;
use OrderInvoicer\Tests\Unit\World\Fakes\FakePayments;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeProducts;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRandomness;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeReport;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeShop;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeSteps;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeStock;

/** The engine, wired as in the plugin, between a shop and a Sellsy in memory. */
final class World {

	/** @var list<int> refunds whose hook has fired. */
	private array $heard = [];

	public readonly Fate $fate;
	public readonly FakeClock $clock;
	public readonly FakeCalls $calls;
	public readonly FakeShop $shop;
	public readonly Sellsy $sellsy;
	public readonly FakeItems $items;
	public readonly FakeProducts $products;
	public readonly FakeStock $stock;
	public readonly FakeInvoicing $invoicing;
	public readonly FakePayments $payments;
	public readonly FakeCreditNotes $credit_notes;
	public readonly FakeSteps $steps;
	public readonly Ledger $ledger;
	public readonly RemoteIdStore $links;
	public readonly FakeCustomerMemory $memory;
	public readonly OldOrders $old;
	public readonly OneRunner $alone;
	public readonly FakePauses $pauses;
	public readonly FakeClashes $clashes;
	public readonly FakeGaps $gaps;
	public readonly FakeReport $report;
	public readonly ShopCodeCheck $look_for_clash;
	public readonly OrderEventHandler $open;
	public readonly TaskRunner $process;
	public readonly DueTaskRunner $due;
	public readonly Sweeper $sweep;
	public readonly SyncOrder $sync_order;
	public readonly RetryTask $retry;
	public readonly MarkDoneByHand $by_hand;
	public readonly AcceptDifference $keep;
	public readonly ReissueInvoice $reissue;
	public readonly ChooseCustomer $choose;
	private readonly RecentAnswers $answers;
	public readonly PreviewCreditNote $preview;

	/** Ledger and links in memory unless real ones are given. */
	public function __construct( bool $finalise = false, bool $create_items = false, ?Ledger $ledger = null, ?RemoteIdStore $links = null ) {
		$this->fate           = new Fate();
		$this->clock          = new FakeClock();
		$this->calls          = new FakeCalls( $this->clock );
		$this->answers        = new RecentAnswers( $this->clock );
		$this->shop           = new FakeShop( $this->fate, $this->clock );
		$this->sellsy         = new Sellsy( $this->fate, $this->clock );
		$this->items          = new FakeItems( $this->sellsy );
		$this->products       = new FakeProducts();
		$this->stock          = new FakeStock( $this->sellsy );
		$this->payments       = new FakePayments( $this->sellsy );
		$this->steps          = new FakeSteps( $this->sellsy );
		$this->ledger         = $ledger ?? new FakeLedger( $this->fate, $this->clock );
		$this->links          = $links ?? new FakeRemoteIds( $this->fate );
		$this->memory         = new FakeCustomerMemory( $this->fate, $this->links instanceof FakeRemoteIds ? $this->links : null );
		$this->old            = new OldOrders( $this->fate, $this->shop, $this->ledger instanceof BackfillRows ? $this->ledger : new FakeLedger( $this->fate, $this->clock ), $this->clock );
		$this->pauses         = new FakePauses();
		$this->clashes        = new FakeClashes( $this->shop );
		$this->gaps           = new FakeGaps( $this->sellsy, $this->ledger );
		$this->report         = new FakeReport( $this->fate, $this->ledger, $this->clock );
		$this->shop->settings = self::settings( $finalise, $create_items );
		$account              = new FakeAccount( $this->sellsy );
		$this->invoicing      = new FakeInvoicing( $this->sellsy, $account, $this->clock );
		$this->credit_notes   = new FakeCreditNotes( $this->sellsy, $this->payments, $this->invoicing );
		$this->wire( $account, new FakeCustomers( $this->sellsy ), new FakeRandomness() );
	}

	public static function settings( bool $finalise, bool $create_items, string $trigger = Trigger::CONFIRMED, bool $enabled = true ): Settings {
		$workflow = [
			'trigger'          => $trigger,
			'start_date'       => '2026-01-01',
			'finalise'         => $finalise ? Finalise::NOW : Finalise::MANUAL,
			'rate_category_id' => 7,
		];
		$settings = [
			'invoice'         => [ 'enabled' => $enabled ] + $workflow,
			'items'           => [ 'create' => $create_items ],
			'tax_rates'       => [
				[
					'rate_id' => 1,
					'tax_id'  => 20,
				],
				[
					'rate_id' => 2,
					'tax_id'  => 10,
				],
			],
			'rounding_tax_id' => 99,
		];
		foreach ( DocumentKind::cases() as $kind ) {
			$settings[ $kind->value ] ??= $workflow;
		}
		return ( new SettingsArray() )->merged( ( new DefaultSettings() )->settings( 'SHOP', 'Commande {order_number}' ), $settings );
	}

	/** @param array<mixed> $changes as the owner would save them. */
	public function change_settings( array $changes ): void {
		$this->shop->settings = ( new SettingsArray() )->merged( $this->shop->settings, $changes );
	}

	public static function buyer( int $user_id = 5, string $email = 'client@example.com', string $company = '', string $siren = '', string $siret = '' ): Buyer {
		return new Buyer( $user_id, $email, 'Client', 'Test', $company, '', $siren, $siret, '' );
	}

	/** One product at 10.00 HT, 20 %. */
	public function order( int $id, ?Buyer $buyer = null, string $status = 'processing', string $sku = 'SKU-1', string $ht = '10.00', string $vat = '2.00', bool $is_paid = false ): OrderSnapshot {
		$total   = Decimal::from_string( $ht )->plus( Decimal::from_string( $vat ) );
		$line    = new OrderLine( $id * 10, LineKind::Product, 'Produit', Decimal::from_string( '1' ), Decimal::from_string( $ht ), Decimal::from_string( $ht ), [ 1 => Decimal::from_string( $vat ) ], true, [ $sku ], 1, false, '' );
		$tax     = new OrderTax( 1, 'TVA', Decimal::from_string( '20' ), false, Decimal::from_string( $vat ), Decimal::zero() );
		$address = new Address( 'Client Test', '', '1 rue de la Paix', '', '75002', 'Paris', '', 'FR' );
		$order   = new OrderSnapshot( $id, (string) $id, $status, Currency::from_code( 'EUR' ), false, $total, [ $line ], [ $tax ], [], $buyer ?? self::buyer(), $address, null, 'FR', 'FR', false, $this->clock->now(), $this->clock->now(), new OrderPayment( 'stripe', 'Test', is_paid: $is_paid ), new OrderDelivery(), '' );

		$this->shop->orders[ $id ] = $order;
		return $order;
	}

	/** A plugin gave the order another number. */
	public function renumber( int $id, string $number ): void {
		$this->shop->orders[ $id ] = new OrderSnapshot(
			...[
				...get_object_vars( $this->shop->orders[ $id ] ),
				'number' => $number,
			]
		);
	}

	/** The order changed status, or refunds were made or deleted: the hook fires, once for each refund that is new. */
	public function fire( int $order_id, string $kind = OrderEvent::STATUS ): void {
		$refunds     = $kind === OrderEvent::REFUNDED ? array_column( $this->shop->refunds[ $order_id ] ?? [], 'id' ) : [];
		$new         = array_values( array_diff( $refunds, $this->heard ) );
		$this->heard = [ ...$this->heard, ...$new ];
		foreach ( $new === [] ? [ 0 ] : $new as $refund_id ) {
			$this->open->for_event( $this->shop->event( $order_id, $kind, 'pending', $refund_id ) );
		}
	}

	/** Five-minute passes until nothing is due any more, at most for so long. */
	public function pass_time( int $minutes ): void {
		for ( $i = 0; $i < $minutes; $i++ ) {
			$this->clock->advance( 60 );
			$this->sweep->run();
		}
	}

	public function row( int $id = 1 ): Task {
		return $this->ledger->find( $id ) ?? throw new \LogicException( "No row $id." );
	}

	private function wire( FakeAccount $account, FakeCustomers $customers, FakeRandomness $random ): void {
		$shop      = $this->shop;
		$orders    = new CountedRefunds( $shop, $this->ledger, $this->clock );
		$retries   = new RetryPolicy();
		$waits     = new FailurePause( new FailureProblem() );
		$gate      = new WorkGate( new SiteGuard( $shop, $account, $this->pauses, $this->clock ), $account, $this->pauses, $this->pauses, $waits, $this->clock, $shop );
		$failed    = new FailureHandler( $this->ledger, $shop, $this->pauses, $this->pauses, $retries, new FailureProblem(), $waits, $shop, $shop, $this->clock, $random );
		$once      = new RemoteIds( $account, $this->links, $this->clock, $random );
		$follow    = new FollowUpPlanner( [ new DraftUpdateRule(), new DocumentStateRule(), new PaymentRule(), new EmailRule(), new FinaliseRule(), new CreditNoteRule(), new ReinvoiceRule(), new CreditAllocationRule() ], $orders, $shop, $this->ledger, $shop, $this->clock );
		$finish    = new DocumentCompletion( $this->ledger, $shop, $shop, $follow, $this->clock, $this->report );
		$effect    = new CompleteTask( $this->ledger, $shop, $this->clock );
		$splitter  = new RowSplitter( new Texts() );
		$check     = new CheckDocument( $this->invoicing, new TotalsCheck( $splitter ), $splitter, $shop );
		$items     = $this->resolve_items( $account, $once );
		$build     = new DocumentAssembler( new ReadTaxes( $account ), new ChooseRateCategory( $account ), $items, new DocumentBuilder( new Texts() ), $check, $this->clock, $shop );
		$keep      = new KeepCustomer( $customers, new OptionalStep( $shop ) );
		$addresses = new ResolveAddresses( $customers, $once );
		$recall    = new RecallCustomer( $account, $this->memory, new FakeFingerprints(), $orders );
		$remember  = new RememberCustomer( $account, $this->memory, $recall );
		$find      = new FindCustomer( $customers, $this->memory, $recall, $account, $this->clashes );
		$further   = new CreateFurther( $once, $remember, $recall, $find, new CreateCustomer( $customers, $shop, $shop, $shop ) );
		$customer  = new ResolveCustomer( $customers, $once, $recall, $remember, $find, $further, $keep, new ResolveContact( $customers, $once ), $addresses, $shop, $shop );
		$decide    = new EligibilityCheck( $this->ledger, $shop, new WorkflowSelector(), $this->clock, $shop, $shop );
		$reconcile = new LostDocumentFinder( $this->invoicing, $once, $this->ledger, new RepeatPolicy(), $this->clock, $this->clashes, new FakeFingerprints() );
		$lost      = new Unrecorded( $once, $this->gaps, $this->invoicing, $this->ledger, $shop, $this->gaps, $this->clock );
		$look_back = new LookBack( $this->gaps, $this->gaps, $lost, $once, $this->clock );
		$answers   = $this->answers;
		$sending   = new DocumentWriter( $reconcile, $this->invoicing, $this->ledger, new DetachDocument( $this->ledger, $shop, $this->report ), $this->clock, $shop, $lost, $answers );
		$billed    = new BillableOrder( $orders, $this->ledger, new StandingAmounts() );
		$drafts    = new DocumentDrafter( new ChooseParent( $this->ledger, $this->clock, $reconcile, $shop ), $customer, $build );
		$update    = new DraftUpdater( $this->invoicing, $this->ledger, $shop, $billed, $drafts, $keep, $sending, $finish, new Texts() );
		$create    = new CreateDocument( $orders, $shop, $decide, new CreditBefore( $this->ledger, $this->clock ), $billed, new DocumentMaker( $customer, $drafts, $sending, new ProveBuyer( $customers, $recall, $addresses, new ResolveContact( $customers, $once ), $keep ), $answers ), $sending, $update, $finish );
		$take      = new TakeDraft( $this->ledger, $this->clock, $random );
		$settle    = new SettleBuyer( $customers, $reconcile, $addresses, $take, $update, $billed, $finish );
		$validate  = new ValidateDocument( $this->invoicing, $this->ledger, $orders, $shop, $decide, $billed, $settle, $once, new GoneDocument( $this->ledger, $shop, $this->clock, $this->report ), $finish, $this->clock, $lost, $answers );
		$to_credit = new RefundToCredit( $orders, $this->ledger, $this->clock );
		$invoices  = new InvoiceToCredit( $this->ledger, $this->invoicing, new FinalDocument( $this->ledger, $shop, $this->clock, $this->report ) );
		$left      = new CreditableBalance( $orders, $this->ledger, $this->invoicing, $billed, new GoneDocument( $this->ledger, $shop, $this->clock, $this->report ), $answers );
		$credit    = new CreditFor( $orders, $this->ledger, new ReadTaxes( $account ), $billed, new CreditedOrder( new Texts() ), $left );
		$whole     = new DraftWholeCredit( $this->credit_notes, $account, $left, $build, new Texts() );
		$lower     = new LowerDraft( $this->ledger, $billed, $update, $finish, $take );

		$this->open       = new OrderEventHandler( $shop, new WorkflowSelector(), $this->ledger, $shop, $this->clock );
		$catch_up         = new CatchUp( $shop, $this->open, $this->ledger, $this->clock, $shop );
		$effects          = array_fill_keys( [ 'create_estimate', 'create_order', 'create_delivery', 'create_proforma', 'create_invoice' ], $create ) + [
			Effect::CreateCreditNote->value   => new CreateCreditNote( $orders, $shop, $to_credit, $invoices, $credit, $whole, $lower, $build, $sending, $reconcile, $finish, $billed, $this->invoicing, $left ),
			Effect::LinkCreditNote->value     => new AllocateCreditNote( $this->credit_notes, $this->payments, $this->ledger, $invoices, $reconcile, $effect, $follow, $answers ),
			Effect::PayBack->value            => new PayBack( $orders, $shop, $this->ledger, $to_credit, $reconcile, new PayOnce( $this->payments, $this->ledger, new RepeatPolicy(), $this->clock, $lost ), new LinkPayment( $this->payments, $answers ), $effect ),
			Effect::ValidateInvoice->value    => $validate,
			Effect::ValidateCreditNote->value => $validate,
			Effect::FollowOrder->value        => new FollowOrder( $follow, $catch_up, $effect ),
			...$this->after_documents( $orders, $effect, $reconcile, $lost ),
		];
		$this->process    = new TaskRunner( $gate, $this->ledger, $effects, $failed, $retries, $this->pauses, $this->clock, $random, $shop, $shop, new NoMemory(), $look_back, $answers );
		$this->due        = new DueTaskRunner( $this->ledger, new DueOfLedger( $this->ledger ), new FinaliseTurn( $this->links, $this->clock, $random ), $this->process, $this->old->feed, $gate, $this->clock, $this->calls, $this->calls, $shop, $answers );
		$this->alone      = new OneRunner( $this->due, $this->ledger, $this->links, $this->clock, $random );
		$this->look_for_clash = new ShopCodeCheck( $shop, $this->clashes, $this->clashes, $this->clashes, new ResumeWork( $this->ledger, $shop, $this->clock ), $this->clock );
		$this->sweep      = new Sweeper( $gate, new RepairCopies( $this->ledger, $finish, $this->clock, $shop ), new MissedEventScanner( $shop, $catch_up, $follow, $this->ledger, $shop, $this->clock ), $this->due, $this->draft_monitor( $reconcile, $lost ), new KeepAccess( new FakeAccess(), $this->pauses, $waits, $this->clock ), $this->look_for_clash, $shop, $this->clock, $shop, $look_back, new NoMemory(), new FillReport( $this->report, $this->report, $this->gaps, $orders, $this->clock ) );
		$this->sync_order = new SyncOrder( $orders, $this->ledger, $this->process, $this->due, $this->clock );
		$this->keep       = new AcceptDifference( $this->ledger, new RowActs(), $orders, $billed, $this->process, $this->clock );
		$this->reissue    = new ReissueInvoice( $this->ledger, $orders, $this->process, $this->due, $this->clock );
		$this->retry      = new RetryTask( $this->ledger, $orders, $shop, $this->clock );
		$this->by_hand    = new MarkDoneByHand( $this->ledger, new RowActs(), $shop, new DetachDocument( $this->ledger, $shop, $this->report ), $shop, $this->clock );
		$this->preview    = new PreviewCreditNote( $shop, $shop, $this->ledger, $account, $to_credit, $credit, $left, $this->try_credit_note( $account, $check, $reconcile ), new FailureProblem(), $this->clock );
		$this->choose     = new ChooseCustomer( $this->ledger, $orders, $customers, $remember, $this->retry, new RowActs(), $shop, $this->clock );
	}

	private function draft_monitor( LostDocumentFinder $reconcile, Unrecorded $lost ): DraftMonitor {
		return new DraftMonitor(
			ledger: $this->ledger,
			looks: $this->gaps,
			lists: $this->gaps,
			comparison: new DraftComparison( $this->ledger, $this->report ),
			reader: new DraftReader(
				ledger: $this->ledger,
				invoicing: $this->invoicing,
				sent: $reconcile,
				final: new FinalDocument( $this->ledger, $this->shop, $this->clock, $this->report ),
				gone: new GoneDocument( $this->ledger, $this->shop, $this->clock, $this->report ),
				clock: $this->clock,
				unrecorded: $lost,
				report: $this->report,
			),
			allowance: $this->calls,
			clock: $this->clock,
		);
	}

	/** @return array<string, TaskHandler> */
	private function after_documents( CountedRefunds $orders, CompleteTask $finish, LostDocumentFinder $reconcile, Unrecorded $lost ): array {
		$shop = $this->shop;
		$once = new PayOnce( $this->payments, $this->ledger, new RepeatPolicy(), $this->clock, $lost );
		return [
			Effect::RecordPayment->value => new RecordPayment( $this->ledger, $orders, $shop, $reconcile, $once, new AmountToRecord( $this->payments, $this->ledger, $orders, $this->answers ), new LinkPayment( $this->payments, $this->answers ), $finish ),
			Effect::SendDocument->value  => new SendDocument( $this->ledger, $orders, $shop, $this->steps, $finish, $this->clock, $lost ),
			Effect::ChangeState->value   => new ChangeState( $this->ledger, $orders, $shop, $this->steps, $finish ),
		];
	}

	private function try_credit_note( FakeAccount $account, CheckDocument $check, LostDocumentFinder $reconcile ): TryCreditNote {
		$texts = new Texts();
		$try   = new TryDocument( new ReadTaxes( $account ), new ChooseRateCategory( $account ), new DocumentBuilder( $texts ), $texts, $this->clock );
		return new TryCreditNote( $try, new AskSellsy( $check, new FailureProblem() ), $reconcile );
	}

	private function resolve_items( FakeAccount $account, RemoteIds $once ): ResolveItems {
		$draft    = new ItemDrafter();
		$optional = new OptionalStep( $this->shop );
		$find     = new FindItem( $this->items, $once, $optional );
		$stock    = new OpeningStock( $this->stock, $this->products, $account, $once, $optional );
		return new ResolveItems(
			$find,
			new CreateItem( $this->items, $find, $this->products, $draft, $once, $stock, $optional ),
			new KeepItem( $this->items, $this->products, $draft, new ItemComparison(), $once, $optional, $this->clock ),
			$stock
		);
	}
}
