<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\Account\ShopCodeCheck;
use OrderInvoicer\Domain\Actions\AcceptDifference;
use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\MarkDoneByHand;
use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RetryTask;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\Ledger\BackfillRows;
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
use OrderInvoicer\Domain\Preview\PreviewCreditNote;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\OneRunner;
use OrderInvoicer\Domain\Work\Sweeper;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeAccount;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeAgreements;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCalls;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeChangedOrders;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClashes;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCreditNotes;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCustomerMemory;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCustomers;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeDocumentsToLink;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeEmails;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeGaps;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeHeldEmails;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeInvoicing;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeItems;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeKeptValues;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeNewestPayments;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeObservations;
use OrderInvoicer\Tests\Unit\World\Fakes\FakePauses;
use OrderInvoicer\Tests\Unit\World\Fakes\FakePayments;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeProducts;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRandomness;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRemoteIds;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeReport;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeSeen;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeShop;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeSteps;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\Wiring\Engine;

/** The plugin's own engine, between a shop and a Sellsy in memory. */
final class World {

	/** @var array<class-string, object> those of features, by class. */
	private array $fakes = [];

	/** @var list<int> refunds whose hook has fired. */
	private array $heard = [];

	public readonly Fate $fate;
	public readonly FakeClock $clock;
	public readonly FakeCalls $calls;
	public readonly FakeShop $shop;
	public readonly FakeKeptValues $kept;
	public readonly Sellsy $sellsy;
	public readonly FakeItems $items;
	public readonly FakeProducts $products;
	public readonly FakeInvoicing $invoicing;
	public readonly FakePayments $payments;
	public readonly FakeCreditNotes $credit_notes;
	public readonly FakeSteps $steps;
	public readonly FakeEmails $emails;
	public readonly FakeHeldEmails $held;
	public readonly Ledger $ledger;
	public readonly RemoteIdStore $links;
	public readonly FakeCustomerMemory $memory;
	public readonly OldOrders $old;
	public readonly OneRunner $alone;
	public readonly FakePauses $pauses;
	public readonly FakeClashes $clashes;
	public readonly FakeFindings $findings;
	public readonly FakeObservations $observations;
	public readonly FakeAgreements $agreements;
	public readonly FakeGaps $gaps;
	public readonly FakeReport $report;
	public readonly FakeChangedOrders $changed_orders;
	public readonly FakeSeen $seen;
	public readonly FakeNewestPayments $newest_payments;
	public readonly FakeDocumentsToLink $to_link;
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
	public readonly PreviewCreditNote $preview;

	/** Where the other use cases are. */
	public readonly Engine $engine;

	/** Ledger and links in memory unless real ones are given. */
	public function __construct(
		bool $finalise = false,
		bool $create_items = false,
		?Ledger $ledger = null,
		?RemoteIdStore $links = null,
	) {
		$this->fate           = new Fate();
		$this->clock          = new FakeClock();
		$this->calls          = new FakeCalls( $this->clock );
		$this->kept           = new FakeKeptValues( $this->fate );
		$this->shop           = new FakeShop( $this->fate, $this->clock );
		$this->sellsy         = new Sellsy( $this->fate, $this->clock );
		$this->items          = new FakeItems( $this->sellsy );
		$this->products       = new FakeProducts();
		$this->payments       = new FakePayments( $this->sellsy );
		$this->steps          = new FakeSteps( $this->sellsy );
		$this->emails         = new FakeEmails( $this->fate );
		$this->held           = new FakeHeldEmails( $this->fate, $this->shop );
		$this->ledger         = $ledger ?? new FakeLedger( $this->fate, $this->clock );
		$this->links          = $links ?? new FakeRemoteIds( $this->fate );
		$this->memory         = new FakeCustomerMemory( $this->fate );
		$this->old            = new OldOrders( $this->fate, $this->shop );
		$this->pauses         = new FakePauses();
		$this->clashes        = new FakeClashes();
		$this->findings       = new FakeFindings();
		$this->observations   = new FakeObservations();
		$this->agreements     = new FakeAgreements();
		$this->gaps           = new FakeGaps( $this->sellsy, $this->ledger, $this->clashes, $this->links );
		$this->changed_orders = new FakeChangedOrders( $this->fate, $this->ledger );
		$this->report         = new FakeReport( $this->fate, $this->ledger, $this->clock );
		$this->seen           = new FakeSeen( $this->fate, $this->report );
		$this->newest_payments = new FakeNewestPayments( $this->sellsy, $this->payments );
		$this->to_link        = new FakeDocumentsToLink( $this->sellsy );
		$this->shop->settings = self::settings( $finalise, $create_items );
		$account              = new FakeAccount( $this->sellsy );
		$this->invoicing      = new FakeInvoicing( $this->sellsy, $account, $this->clock );
		$this->credit_notes   = new FakeCreditNotes( $this->sellsy, $this->payments, $this->invoicing );
		$this->engine         = new Engine( $this->ports( $account ) );
		$this->name_use_cases( $this->engine );
	}

	/**
	 * What answers a port of a feature: always the same one.
	 *
	 * @template T of object
	 * @param class-string<T> $class
	 * @return T
	 */
	public function fake( string $class ): object {
		$fake = $this->fakes[ $class ] ??= new $class( $this );
		assert( $fake instanceof $class );
		return $fake;
	}

	public static function settings(
		bool $finalise,
		bool $create_items,
		string $trigger = Trigger::CONFIRMED,
		bool $enabled = true,
	): Settings {
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
		return ( new SettingsArray() )
			->merged( ( new DefaultSettings() )->settings( 'SHOP' ), $settings );
	}

	/** @param array<mixed> $changes as the owner would save them. */
	public function change_settings( array $changes ): void {
		$before               = $this->shop->settings;
		$after                = ( new SettingsArray() )->merged( $before, $changes );
		$this->shop->settings = $after->saved_after( $before, $this->clock->now() );
	}

	public static function buyer(
		int $user_id = 5,
		string $email = 'client@example.com',
		string $company = '',
		string $siren = '',
		string $siret = '',
	): Buyer {
		return new Buyer(
			user_id: $user_id,
			email: $email,
			first_name: 'Client',
			last_name: 'Test',
			company: $company,
			phone: '',
			siren: $siren,
			siret: $siret,
			vat_number: ''
		);
	}

	/** One product at 10.00 HT, 20 %. */
	public function order(
		int $id,
		?Buyer $buyer = null,
		string $status = 'processing',
		string $sku = 'SKU-1',
		string $ht = '10.00',
		string $vat = '2.00',
		bool $is_paid = false,
	): OrderSnapshot {
		$total   = Decimal::from_string( $ht )->plus( Decimal::from_string( $vat ) );
		$line    = new OrderLine(
			id: $id * 10,
			kind: LineKind::Product,
			name: 'Produit',
			quantity: Decimal::from_string( '1' ),
			total: Decimal::from_string( $ht ),
			subtotal: Decimal::from_string( $ht ),
			taxes: [ 1 => Decimal::from_string( $vat ) ],
			taxable: true,
			skus: [ $sku ],
			product_id: 1,
			is_virtual: false,
			details: ''
		);
		$tax     = new OrderTax(
			rate_id: 1,
			label: 'TVA',
			percent: Decimal::from_string( '20' ),
			compound: false,
			total: Decimal::from_string( $vat ),
			shipping_total: Decimal::zero()
		);
		$address = new Address(
			name: 'Client Test',
			company: '',
			line_1: '1 rue de la Paix',
			line_2: '',
			postcode: '75002',
			city: 'Paris',
			state: '',
			country: 'FR'
		);
		$order   = new OrderSnapshot(
			id: $id,
			number: (string) $id,
			status: $status,
			currency: Currency::from_code( 'EUR' ),
			prices_include_tax: false,
			total: $total,
			lines: [ $line ],
			taxes: [ $tax ],
			coupons: [],
			buyer: $buyer ?? self::buyer(),
			billing: $address,
			shipping: null,
			shop_country: 'FR',
			tax_country: 'FR',
			vat_exempt: false,
			created_at: $this->clock->now(),
			paid_at: $this->clock->now(),
			payment: new OrderPayment( 'stripe', 'Test', is_paid: $is_paid ),
			delivery: new OrderDelivery(),
			customer_note: ''
		);

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

	/** The buyer's own number of this purchase. */
	public function buyer_numbers( int $id, string $number ): void {
		$this->shop->orders[ $id ] = new OrderSnapshot(
			...[
				...get_object_vars( $this->shop->orders[ $id ] ),
				'buyer_order_number' => $number,
			]
		);
	}

	/** The order changed status, or refunds were made or deleted: the hook fires, once for each refund that is new. */
	public function fire( int $order_id, string $kind = OrderEvent::STATUS ): void {
		$refunds     = $kind === OrderEvent::REFUNDED
			? array_column( $this->shop->refunds[ $order_id ] ?? [], 'id' )
			: [];
		$new         = array_values( array_diff( $refunds, $this->heard ) );
		$this->heard = [ ...$this->heard, ...$new ];
		foreach ( $new === [] ? [ 0 ] : $new as $refund_id ) {
			$this->open->for_event( $this->shop->event( $order_id, $kind, 'pending', $refund_id ) );
		}
	}

	/** A person does, in the order's box. */
	public function make_final( int $id = 1 ): void {
		$this->engine->finalise_now()->finalise( $id );
	}

	/** As in a shop: a pass every five minutes, and a wake-up in the minute in which something is due. */
	public function pass_time( int $minutes ): void {
		for ( $i = 1; $i <= $minutes; $i++ ) {
			$this->clock->advance( 60 );
			if ( $i % 5 === 0 || $i === $minutes || $i === 1 || $this->ledger->due( $this->clock->now(), 1 ) !== [] ) {
				$this->sweep->run();
			}
		}
	}

	public function row( int $id = 1 ): Task {
		return $this->ledger->find( $id ) ?? throw new \LogicException( "No row $id." );
	}

	private function ports( FakeAccount $account ): Ports {
		$rows = $this->ledger instanceof BackfillRows ? $this->ledger : null;
		return new WorldPorts(
			world: $this,
			account: $account,
			customers: new FakeCustomers( $this->sellsy ),
			randomness: new FakeRandomness(),
			backfill_rows: $rows ?? new FakeLedger( $this->fate, $this->clock )
		);
	}

	private function name_use_cases( Engine $engine ): void {
		$this->open           = $engine->order_event_handler();
		$this->process        = $engine->task_runner();
		$this->due            = $engine->due_task_runner();
		$this->alone          = $engine->one_runner();
		$this->look_for_clash = $engine->shop_code_check();
		$this->sweep          = $engine->sweeper();
		$this->sync_order     = $engine->sync_order();
		$this->keep           = $engine->accept_difference();
		$this->reissue        = $engine->reissue_invoice();
		$this->retry          = $engine->retry_task();
		$this->by_hand        = $engine->mark_done_by_hand();
		$this->choose         = $engine->choose_customer();
		$this->preview        = $engine->preview_credit_note();
		$this->old->worked_by( $engine );
	}
}
