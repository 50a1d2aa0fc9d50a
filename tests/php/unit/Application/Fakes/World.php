<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application\Fakes;

use OrderInvoicer\Application as App;
use OrderInvoicer\Application\Ports\BackfillRows;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Links;
use OrderInvoicer\Domain\Document\DocumentBuilder;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RowSplitter;
use OrderInvoicer\Domain\Document\StandingAmounts;
use OrderInvoicer\Domain\Document\TotalsCheck;
use OrderInvoicer\Domain\Item\ItemComparison;
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
use OrderInvoicer\Domain\Refund\CreditedOrder;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\RepeatPolicy;
use OrderInvoicer\Domain\Sync\RetryPolicy;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Workflow\Crediting;
use OrderInvoicer\Domain\Workflow\Finalising;
use OrderInvoicer\Domain\Workflow\Mailing;
use OrderInvoicer\Domain\Workflow\Moving;
use OrderInvoicer\Domain\Workflow\Paying;
use OrderInvoicer\Domain\Workflow\Reinstating;
use OrderInvoicer\Domain\Workflow\Updating;
use OrderInvoicer\Domain\Workflow\SettingCredit;
use OrderInvoicer\Domain\Workflow\WorkflowSelector;

/** The engine, wired as in the plugin, between a shop and a Sellsy in memory. */
final class World {

	/** @var list<int> refunds whose hook has fired. */
	private array $heard = [];

	public readonly Fate $fate;
	public readonly FakeClock $clock;
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
	public readonly Links $links;
	public readonly FakeCustomerMemory $memory;
	public readonly OldOrders $old;
	public readonly App\RunAlone $alone;
	public readonly FakePauses $pauses;
	public readonly FakeClashes $clashes;
	public readonly FakeGaps $gaps;
	public readonly App\LookForClash $look_for_clash;
	public readonly App\OpenSyncs $open;
	public readonly App\ProcessSync $process;
	public readonly App\RunDue $due;
	public readonly App\Sweep $sweep;
	public readonly App\SyncOrder $sync_order;
	public readonly App\RetrySync $retry;
	public readonly App\MarkDoneByHand $by_hand;
	public readonly App\Refund\KeepInvoice $keep;
	public readonly App\Refund\ReissueInvoice $reissue;
	public readonly App\ChooseCustomer $choose;
	public readonly App\CreditPreview\PreviewCreditNote $preview;

	/** Ledger and links in memory unless real ones are given. */
	public function __construct( bool $finalise = false, bool $create_items = false, ?Ledger $ledger = null, ?Links $links = null ) {
		$this->fate           = new Fate();
		$this->clock          = new FakeClock();
		$this->shop           = new FakeShop( $this->fate, $this->clock );
		$this->sellsy         = new Sellsy( $this->fate, $this->clock );
		$this->items          = new FakeItems( $this->sellsy );
		$this->products       = new FakeProducts();
		$this->stock          = new FakeStock( $this->sellsy );
		$this->payments       = new FakePayments( $this->sellsy );
		$this->steps          = new FakeSteps( $this->sellsy );
		$this->ledger         = $ledger ?? new FakeLedger( $this->fate, $this->clock );
		$this->links          = $links ?? new FakeLinks( $this->fate );
		$this->memory         = new FakeCustomerMemory( $this->fate, $this->links instanceof FakeLinks ? $this->links : null );
		$this->old            = new OldOrders( $this->fate, $this->shop, $this->ledger instanceof BackfillRows ? $this->ledger : new FakeLedger( $this->fate, $this->clock ), $this->clock );
		$this->pauses         = new FakePauses();
		$this->clashes        = new FakeClashes( $this->shop );
		$this->gaps           = new FakeGaps( $this->sellsy, $this->ledger );
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
		return ( new SettingsArray() )->merged( ( new DefaultSettings() )->of( 'SHOP', 'Commande {order_number}' ), $settings );
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
		$total   = Decimal::of( $ht )->plus( Decimal::of( $vat ) );
		$line    = new OrderLine( $id * 10, LineKind::Product, 'Produit', Decimal::of( '1' ), Decimal::of( $ht ), Decimal::of( $ht ), [ 1 => Decimal::of( $vat ) ], true, [ $sku ], 1, false, '' );
		$tax     = new OrderTax( 1, 'TVA', Decimal::of( '20' ), false, Decimal::of( $vat ), Decimal::zero() );
		$address = new Address( 'Client Test', '', '1 rue de la Paix', '', '75002', 'Paris', '', 'FR' );
		$order   = new OrderSnapshot( $id, (string) $id, $status, Currency::of( 'EUR' ), false, $total, [ $line ], [ $tax ], [], $buyer ?? self::buyer(), $address, null, 'FR', 'FR', false, $this->clock->now(), $this->clock->now(), new OrderPayment( 'stripe', 'Test', is_paid: $is_paid ), new OrderDelivery(), '' );

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
	public function fire( int $order_id, string $kind = App\OrderEvent::STATUS ): void {
		$refunds     = $kind === App\OrderEvent::REFUNDED ? array_column( $this->shop->refunds[ $order_id ] ?? [], 'id' ) : [];
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

	public function row( int $id = 1 ): Sync {
		return $this->ledger->find( $id ) ?? throw new \LogicException( "No row $id." );
	}

	private function wire( FakeAccount $account, FakeCustomers $customers, FakeRandomness $random ): void {
		$shop      = $this->shop;
		$orders    = new App\CountedRefunds( $shop, $this->ledger, $this->clock );
		$retries   = new RetryPolicy();
		$waits     = new App\FailurePause( new App\FailureProblem() );
		$gate      = new App\Gate( new App\SiteGuard( $shop, $account, $this->pauses, $this->clock ), $account, $this->pauses, $this->pauses, $waits, $this->clock, $shop );
		$failed    = new App\HandleFailure( $this->ledger, $shop, $this->pauses, $this->pauses, $retries, new App\FailureProblem(), $waits, $shop, $shop, $this->clock, $random );
		$once      = new App\Once( $account, $this->links, $this->clock, $random );
		$follow    = new App\OpenFollowUps( [ new Updating(), new Moving(), new Paying(), new Mailing(), new Finalising(), new Crediting(), new Reinstating(), new SettingCredit() ], $orders, $shop, $this->ledger, $shop, $this->clock );
		$finish    = new App\FinishDocument( $this->ledger, $shop, $shop, $follow, $this->clock );
		$effect    = new App\FinishEffect( $this->ledger, $shop, $this->clock );
		$splitter  = new RowSplitter( new Texts() );
		$check     = new App\CheckDocument( $this->invoicing, new TotalsCheck( $splitter ), $splitter, $shop );
		$items     = $this->resolve_items( $account, $once );
		$build     = new App\BuildDocument( new App\ReadTaxes( $account ), new App\ChooseRateCategory( $account ), $items, new DocumentBuilder( new Texts() ), $check, $this->clock, $shop );
		$keep      = new App\KeepCustomer( $customers, new App\OptionalStep( $shop ) );
		$addresses = new App\ResolveAddresses( $customers, $once );
		$recall    = new App\RecallCustomer( $account, $this->memory, new FakeFingerprints(), $orders );
		$remember  = new App\RememberCustomer( $account, $this->memory, $recall );
		$find      = new App\FindCustomer( $customers, $this->memory, $recall, $account, $this->clashes );
		$further   = new App\CreateFurther( $once, $remember, $recall, $find, new App\CreateCustomer( $customers, $shop, $shop, $shop ) );
		$customer  = new App\ResolveCustomer( $customers, $once, $recall, $remember, $find, $further, $keep, new App\ResolveContact( $customers, $once ), $addresses, $shop, $shop );
		$decide    = new App\DecideAgain( $this->ledger, $shop, new WorkflowSelector(), $this->clock, $shop, $shop );
		$reconcile = new App\ReconcileDocument( $this->invoicing, $once, $this->ledger, new RepeatPolicy(), $this->clock, $this->clashes, new FakeFingerprints() );
		$lost      = new App\Unrecorded( $once, $this->gaps, $this->invoicing, $this->ledger, $shop, $this->gaps, $this->clock );
		$look_back = new App\LookBack( $this->gaps, $this->gaps, $lost, $once, $this->clock );
		$sending   = new App\CreateOnce( $reconcile, $this->invoicing, $this->ledger, new App\DetachDocument( $this->ledger, $shop ), $this->clock, $shop, $lost );
		$billed    = new App\Refund\WhatIsBilled( $orders, $this->ledger, new StandingAmounts() );
		$drafts    = new App\DraftDocument( new App\ChooseParent( $this->ledger, $this->clock, $reconcile, $shop ), $customer, $build );
		$update    = new App\BringDraftUpToDate( $this->invoicing, $this->ledger, $shop, $billed, $drafts, $keep, $sending, $finish, new Texts() );
		$create    = new App\CreateDocument( $orders, $shop, $decide, new App\Refund\CreditBefore( $this->ledger, $this->clock ), $billed, $drafts, $sending, $update, $finish );
		$take      = new App\TakeDraft( $this->ledger, $this->clock, $random );
		$settle    = new App\SettleBuyer( $customers, $reconcile, $addresses, $take, $update, $billed, $finish );
		$validate  = new App\ValidateDocument( $this->invoicing, $this->ledger, $orders, $shop, $decide, $billed, $settle, $once, new App\NoticeGone( $this->ledger, $shop, $this->clock ), $finish, $this->clock, $lost );
		$to_credit = new App\Refund\RefundToCredit( $orders, $this->ledger, $this->clock );
		$invoices  = new App\Refund\InvoiceToCredit( $this->ledger, $this->invoicing, new App\NoticeFinal( $this->ledger, $shop, $this->clock ) );
		$left      = new App\Refund\LeftOfInvoice( $orders, $this->ledger, $this->invoicing, $billed, new App\NoticeGone( $this->ledger, $shop, $this->clock ) );
		$credit    = new App\Refund\CreditFor( $orders, $this->ledger, new App\ReadTaxes( $account ), $billed, new CreditedOrder( new Texts() ), $left );
		$whole     = new App\Refund\DraftWholeCredit( $this->invoicing, $this->credit_notes, $account, $left, $build, new Texts() );
		$lower     = new App\Refund\LowerDraft( $this->ledger, $billed, $update, $finish, $take );

		$this->open       = new App\OpenSyncs( $shop, new WorkflowSelector(), $this->ledger, $shop, $this->clock );
		$catch_up         = new App\CatchUp( $shop, $this->open, $this->ledger, $this->clock, $shop );
		$effects          = array_fill_keys( [ 'create_estimate', 'create_order', 'create_delivery', 'create_proforma', 'create_invoice' ], $create ) + [
			Effect::CreateCreditNote->value   => new App\Refund\CreateCreditNote( $orders, $shop, $to_credit, $invoices, $credit, $whole, $lower, $build, $sending, $reconcile, $finish, $billed, $this->invoicing, $left ),
			Effect::LinkCreditNote->value     => new App\Refund\LinkCreditNote( $this->credit_notes, $this->payments, $this->ledger, $invoices, $reconcile, $effect, $follow ),
			Effect::PayBack->value            => new App\Refund\PayBack( $orders, $shop, $this->ledger, $to_credit, $reconcile, new App\Payment\PayOnce( $this->payments, $this->ledger, new RepeatPolicy(), $this->clock, $lost ), new App\Payment\LinkPayment( $this->payments ), $effect ),
			Effect::ValidateInvoice->value    => $validate,
			Effect::ValidateCreditNote->value => $validate,
			Effect::FollowOrder->value        => new App\FollowOrder( $follow, $catch_up, $effect ),
			...$this->after_documents( $orders, $effect, $reconcile, $lost ),
		];
		$this->process    = new App\ProcessSync( $gate, $this->ledger, $effects, $failed, $retries, $this->pauses, $this->clock, $random, $shop, $shop, new NoMemory(), $look_back );
		$this->due        = new App\RunDue( $this->ledger, $this->process, $this->old->feed, $gate, $this->clock );
		$this->alone      = new App\RunAlone( $this->due, $this->ledger, $this->links, $this->clock, $random );
		$this->look_for_clash = new App\LookForClash( $shop, $this->clashes, $this->clashes, $this->clashes, new App\ResumeWork( $this->ledger, $shop, $this->clock ), $this->clock );
		$this->sweep      = new App\Sweep( $gate, new App\RepairCopies( $this->ledger, $finish, $this->clock, $shop ), new App\NoticeEdits( $shop, $catch_up, $follow, $this->ledger, $shop, $this->clock ), $this->due, new App\ReadDrafts( $this->ledger, $this->invoicing, $reconcile, new App\NoticeFinal( $this->ledger, $shop, $this->clock ), new App\NoticeGone( $this->ledger, $shop, $this->clock ), $this->clock, $lost ), new App\KeepAccess( new FakeAccess(), $this->pauses, $waits, $this->clock ), $this->look_for_clash, $shop, $this->clock, $shop, $look_back, new NoMemory() );
		$this->sync_order = new App\SyncOrder( $orders, $this->ledger, $this->process, $this->due, $this->clock );
		$this->keep       = new App\Refund\KeepInvoice( $this->ledger, new App\RowActs(), $orders, $billed, $this->process, $this->clock );
		$this->reissue    = new App\Refund\ReissueInvoice( $this->ledger, $orders, $this->process, $this->due, $this->clock );
		$this->retry      = new App\RetrySync( $this->ledger, $orders, $shop, $this->clock );
		$this->by_hand    = new App\MarkDoneByHand( $this->ledger, new App\RowActs(), $shop, new App\DetachDocument( $this->ledger, $shop ), $shop, $this->clock );
		$this->preview    = new App\CreditPreview\PreviewCreditNote( $shop, $shop, $this->ledger, $account, $to_credit, $credit, $left, $this->try_credit_note( $account, $check, $reconcile ), new App\FailureProblem(), $this->clock );
		$this->choose     = new App\ChooseCustomer( $this->ledger, $orders, $customers, $remember, $this->retry, new App\RowActs(), $shop, $this->clock );
	}

	/** @return array<string, App\EffectWork> */
	private function after_documents( App\CountedRefunds $orders, App\FinishEffect $finish, App\ReconcileDocument $reconcile, App\Unrecorded $lost ): array {
		$shop = $this->shop;
		$once = new App\Payment\PayOnce( $this->payments, $this->ledger, new RepeatPolicy(), $this->clock, $lost );
		return [
			Effect::RecordPayment->value => new App\Payment\RecordPayment( $this->ledger, $orders, $shop, $reconcile, $once, new App\Payment\AmountToRecord( $this->payments, $this->ledger, $orders ), new App\Payment\LinkPayment( $this->payments ), $finish ),
			Effect::SendDocument->value  => new App\Steps\SendDocument( $this->ledger, $orders, $shop, $this->steps, $finish, $this->clock, $lost ),
			Effect::ChangeState->value   => new App\Steps\ChangeState( $this->ledger, $orders, $shop, $this->steps, $finish ),
		];
	}

	private function try_credit_note( FakeAccount $account, App\CheckDocument $check, App\ReconcileDocument $reconcile ): App\CreditPreview\TryCreditNote {
		$texts = new Texts();
		$try   = new App\DryRun\TryDocument( new App\ReadTaxes( $account ), new App\ChooseRateCategory( $account ), new DocumentBuilder( $texts ), $texts, $this->clock );
		return new App\CreditPreview\TryCreditNote( $try, new App\DryRun\AskSellsy( $check, new App\FailureProblem() ), $reconcile );
	}

	private function resolve_items( FakeAccount $account, App\Once $once ): App\ResolveItems {
		$draft    = new App\DraftItem();
		$optional = new App\OptionalStep( $this->shop );
		$find     = new App\FindItem( $this->items, $once, $optional );
		$stock    = new App\OpeningStock( $this->stock, $this->products, $account, $once, $optional );
		return new App\ResolveItems(
			$find,
			new App\CreateItem( $this->items, $find, $this->products, $draft, $once, $stock, $optional ),
			new App\KeepItem( $this->items, $this->products, $draft, new ItemComparison(), $once, $optional, $this->clock ),
			$stock
		);
	}
}
