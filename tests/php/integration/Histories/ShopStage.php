<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Histories;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\TalkBack\EventEndpoint;
use OrderInvoicer\Tests\Histories\History;
use OrderInvoicer\Tests\Histories\Shape;
use OrderInvoicer\Tests\Histories\Stage;
use OrderInvoicer\Tests\Integration\Engine\DatabaseDump;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** Real WooCommerce on a real database, and the sandbox over HTTP. Time passes by setting moments back. */
final class ShopStage implements Stage {

	private const PASSES = 10;

	private const KINDS = [
		'invoices'     => 'invoice',
		'credit_notes' => 'creditnote',
		'estimates'    => 'estimate',
		'orders'       => 'order',
		'deliveries'   => 'delivery',
		'proformas'    => 'proforma',
	];

	private const WRITES = [
		[ 'POST', '/invoices' ],
		[ 'POST', '/invoices/{id}/validate' ],
		[ 'POST', '/individuals/{id}/payments' ],
		[ 'POST', '/invoices/{documentId}/payments/{paymentId}' ],
		[ 'POST', '/credit-notes' ],
		[ 'PUT', '/invoices/{id}' ],
	];

	private const RENAMED = [
		'individuals' => [ 'last_name', 'Tést' ],
		'companies'   => [ 'name', 'Acmé SARL' ],
	];

	private \WC_Order $order;
	private Shape $shape;
	private int $dies_at           = 0;
	private bool $is_deaf          = false;
	private bool $is_database_away = false;

	/** @var list<\WC_Order> other orders of the same buyer. */
	private array $others = [];
	private ?DatabaseDump $backup = null;

	/** @var list<int> payments that the owner recorded. */
	private array $owners = [];

	/** @param \WC_Product $product at 40.00 without VAT, 20 %. */
	public function __construct(
		private readonly SandboxShop $shop,
		private readonly \WC_Product $product,
	) {}

	public function place( History $history ): void {
		$this->shape = $history->shape;
		$this->shop->connect();
		// Switched on in a second of its own: the orders of the histories before are of before.
		sleep( 1 );
		$this->shop->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		$this->shop->settle_everything();
		$finalise = $history->finalises ? 'at_once' : 'manual';
		$beside   = [
			'email'    => false,
			'finalise' => 'manual',
		] + $this->shop->like_invoice( 'confirmed' );
		$this->shop->change_settings(
			[
				'invoice'    => [
					'email'    => false,
					'finalise' => $finalise,
				] + $this->shop->like_invoice( 'confirmed' ),
				'creditnote' => [
					'email'    => false,
					'finalise' => $finalise,
				] + $this->shop->like_invoice( 'confirmed' ),
				'refunds'    => [ 'credit_cancelled' => true ],
				'payments'   => [ 'always_paid_back' => [ 'bacs' ] ],
				'talk_back'  => $history->talk_back,
			] + array_fill_keys( $history->kinds, $beside )
		);
		$this->pass(); // The first look: what is made from now on is known.
		$this->order = $this->ordered();
		$this->order->set_status( 'on-hold' );
		$this->order->save();
	}

	public function buys_again(): Decimal {
		$other          = $this->ordered();
		$this->others[] = $other;
		$this->saved( fn () => $other->payment_complete( 'tx-' . $other->get_id() ) );
		return $this->whole( $other );
	}

	/** With what a gift card took off its total, or a wallet as a fee. */
	private function whole( \WC_Order $order ): Decimal {
		$total = Decimal::from_string( (string) $order->get_total() );
		return $this->shape->rounded( $total->plus( $this->shape->part() ) );
	}

	public function orders(): int {
		return 1 + count( $this->others );
	}

	public function status(): string {
		return $this->fresh()->get_status();
	}

	public function total(): Decimal {
		return $this->whole( $this->fresh() );
	}

	public function refunded(): Decimal {
		return Decimal::from_string( (string) $this->fresh()->get_total_refunded() );
	}

	public function has_date_paid(): bool {
		return $this->fresh()->get_date_paid() !== null;
	}

	public function pays(): void {
		$this->saved( fn () => $this->fresh()->payment_complete( 'tx-1' ) );
	}

	public function moves( string $status ): void {
		$this->saved( fn () => $this->fresh()->update_status( $status ) );
	}

	public function edits( Decimal $ht ): void {
		$this->saved(
			function () use ( $ht ): void {
				$order = $this->fresh();
				$this->price( $order, $ht );
				$order->save();
			}
		);
	}

	public function refunds( Decimal $amount, ?Decimal $ht ): void {
		$lines = [];
		foreach ( $ht === null ? [] : array_slice( $this->fresh()->get_items(), 0, 1, true ) as $id => $item ) {
			$rates        = array_keys( $item->get_taxes()['total'] );
			$lines[ $id ] = [
				'qty'          => 0,
				'refund_total' => $ht->to_scale( 2 ),
				'refund_tax'   => [ $rates[0] => $amount->minus( $ht )->to_scale( 2 ) ],
			];
		}
		$this->saved(
			fn () => wc_create_refund(
				[
					'order_id'   => $this->order->get_id(),
					'amount'     => $amount->to_scale( 2 ),
					'line_items' => $lines,
				]
			)
		);
	}

	public function deletes_last_refund(): void {
		$refunds = $this->fresh()->get_refunds();
		if ( $refunds !== [] ) {
			$this->saved( fn () => $refunds[0]->delete( true ) );
		}
	}

	public function owner_finalises(): void {
		$this->in_sellsy( 'draft', 'validate' );
	}

	public function owner_records( bool $all ): ?Decimal {
		$invoice = $this->invoice();
		$due     = Decimal::from_string( (string) ( $invoice['amounts']['total_remaining_due_incl_tax'] ?? '0' ) )
			->minus( $all ? Decimal::zero() : $this->shape->part() );
		if ( $invoice === null || $invoice['status'] === 'draft' || ! $due->is_positive() ) {
			return null;
		}
		$third   = $invoice['related'][0];
		$thirds  = $third['type'] === 'company' ? 'companies' : 'individuals';
		$payment = $this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/$thirds/{$third['id']}/payments",
			[
				'type'              => 'credit',
				'payment_method_id' => orderinvoicer_demo_call( 'GET', '/payment-methods' )['methods'][0]['id'],
				'paid_at'           => gmdate( 'c' ),
				'amount'            => [
					'value'    => $due->to_string(),
					'currency' => $this->shape->currency,
				],
			]
		);
		$this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/invoices/{$invoice['id']}/payments/{$payment['id']}",
			[ 'amount' => (float) $due->to_string() ]
		);
		$this->owners[] = $payment['id'];
		return $due;
	}

	public function owner_takes_off(): void {
		$id       = $this->invoice()['id'] ?? 0;
		$payments = ( new Answers( new Adapters( $GLOBALS['wpdb'] ) ) )->payments();
		try {
			foreach ( $id === 0 ? [] : $payments->linked( DocumentKind::Invoice, $id ) as $payment ) {
				$payments->unlink( DocumentKind::Invoice, $id, $payment );
			}
		} catch ( RemoteFailure ) {
			return; // Sellsy is away for everybody.
		}
	}

	/** Sellsy cancels what nothing settles. */
	public function owner_cancels(): void {
		$amounts = $this->invoice()['amounts'] ?? [];
		if ( ( $amounts['total_remaining_due_incl_tax'] ?? '' ) === ( $amounts['total_incl_tax'] ?? null ) ) {
			$this->in_sellsy( 'final', 'cancel' );
		}
	}

	public function owner_deletes_draft(): void {
		$this->in_sellsy( 'draft', 'delete' );
	}

	public function owner_renames(): void {
		foreach ( self::RENAMED as $kind => [ $field, $name ] ) {
			foreach ( $this->shop->sandbox->state()[ $kind ] as $one ) {
				$this->shop->sandbox->call( 'POST', "/_sandbox/$kind/{$one['id']}/edit", [ $field => $name ] );
			}
		}
	}

	public function person_retries(): void {
		foreach ( $this->stopped() as $row ) {
			$this->act( $row, 'retry' );
		}
	}

	/** Where it cannot be done the person is told so. */
	public function person_reissues(): void {
		rest_do_request(
			new \WP_REST_Request( 'POST', "/orderinvoicer/v1/orders/{$this->order->get_id()}/reissue" )
		);
	}

	public function person_did_it(): void {
		foreach ( array_slice( $this->stopped(), 0, 1 ) as $row ) {
			$this->act( $row, 'done-by-hand' );
		}
	}

	public function hook_is_lost(): void {
		$this->is_deaf = true;
	}

	public function runner_dies( int $at ): void {
		$this->dies_at = 1 + $at % 25;
	}

	public function answer_is_lost( int $which, bool $after_effect ): void {
		$this->fault( $which, $after_effect ? 'drop-after' : 'drop-before' );
	}

	public function quota_is_used_up( int $which ): void {
		$this->fault( $which, '429' );
	}

	public function sellsy_is_away(): void {
		$this->shop->sandbox->fault(
			[
				'mode'  => '503',
				'times' => 0,
			]
		);
	}

	public function database_is_away(): void {
		$this->is_database_away = true;
	}

	/** Hooks read where was written here; `SplitDatabaseTest` puts a copy that is behind in the place of it. */
	public function copy_is_behind(): void {}

	public function told(): array {
		$events = array_values( $this->shop->sandbox->call( 'GET', '/_sandbox/events' ) );
		$this->shop->sandbox->call( 'DELETE', '/_sandbox/events' );
		return array_map( static fn ( array $one ): string => (string) wp_json_encode( $one ), $events );
	}

	public function hears( array $told ): void {
		$engine   = PluginEngine::make();
		$endpoint = new EventEndpoint( static fn () => $engine->take_event() );
		foreach ( $told as $event ) {
			[ 'body' => $body, 'signature' => $signature ] = json_decode( $event, true );
			$endpoint->answer( 'POST', $body, $signature );
		}
		$engine->look_at_sellsy()->read_events();
		$engine->one_runner()->run( 20 );
		wp_cache_flush();
	}

	/** Moments that are stored are further away, or ahead. */
	public function clock_leaps( int $seconds ): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}orderinvoicer_sync SET updated_at = updated_at - INTERVAL %d SECOND,"
					. ' checked_at = checked_at - INTERVAL %d SECOND, created_at = created_at - INTERVAL %d SECOND,'
					. ' sent_at = sent_at - INTERVAL %d SECOND',
				array_fill( 0, 4, $seconds )
			)
		);
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}orderinvoicer_amounts SET seen_at = seen_at - INTERVAL %d SECOND",
				$seconds
			)
		);
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->options} SET option_value = option_value - %d WHERE option_name LIKE %s",
				$seconds,
				$wpdb->esc_like( 'orderinvoicer_awake_' ) . '%'
			)
		);
		wp_cache_flush();
	}

	public function backup_is_made(): void {
		$this->backup = new DatabaseDump();
	}

	public function backup_is_put_back(): void {
		$this->backup?->put_back();
		$this->clock_leaps( 1800 );
		$this->is_deaf = false;
	}

	public function minutes( int $minutes ): void {
		if ( $minutes > 30 ) {
			$this->hours_pass();
		} elseif ( $minutes > 0 ) {
			$this->pass();
		}
	}

	public function rest(): void {
		for ( $pass = 0; $pass < self::PASSES; $pass++ ) {
			$this->pass();
			if ( $pass === 1 ) {
				$this->shop->sandbox->call( 'DELETE', '/_sandbox/faults' );
			}
			if ( $pass >= 1 && $this->shop->is_at_rest() ) {
				break;
			}
		}
	}

	/** And longer than the leap of a clock. */
	public function a_day(): void {
		$this->hours_pass( 7 );
		$this->hours_pass( 7 );
	}

	public function documents(): array {
		$state     = $this->shop->sandbox->state();
		$documents = [];
		foreach ( self::KINDS as $path => $kind ) {
			foreach ( $state[ $path ] as $one ) {
				$amounts     = $one['amounts'] ?? [];
				$due         = $amounts['total_remaining_due_incl_tax'] ?? $amounts['total_incl_tax'] ?? '0';
				$documents[] = [
					'kind'         => $kind,
					'is_draft'     => $one['status'] === 'draft',
					'is_cancelled' => $one['status'] === 'cancelled',
					'total'        => Decimal::from_string( (string) ( $amounts['total_incl_tax'] ?? '0' ) ),
					'due'          => Decimal::from_string( (string) $due ),
				];
			}
		}
		return $documents;
	}

	public function payments(): array {
		$payments = [];
		foreach ( $this->shop->sandbox->state()['payments'] as $one ) {
			$amount = Decimal::from_string( $one['total'] );
			if ( ! in_array( $one['id'], $this->owners, true ) ) {
				$payments[] = $one['type'] === 'debit' ? $amount->negated() : $amount;
			}
		}
		return $payments;
	}

	public function rows(): array {
		return array_map(
			static fn ( Task $task ): array => [
				'task'           => trim( "{$task->key->effect->value} {$task->key->part}" )
					. ( $task->key->refund_id > 0 ? ' of a refund' : '' ) . "/{$task->key->revision}",
				'state'          => $task->state->value,
				'problem'        => $task->problem->code->value ?? '',
				'left_to_people' => $task->is_left_to_people(),
			],
			array_merge( ...array_map( $this->shop->rows( ... ), [ $this->order, ...$this->others ] ) )
		);
	}

	private function ordered(): \WC_Order {
		$shape = $this->shape;
		$order = $this->shop->order_of( $this->product, 1 );
		$order->set_payment_method( 'bacs' );
		$order->set_currency( $shape->currency );
		if ( $shape->company !== '' ) {
			$order->set_billing_company( $shape->company );
		}
		foreach ( $this->beside() as $item ) {
			$order->add_item( $item );
		}
		if ( $shape->method === 'gift_card' ) {
			$order->update_meta_data( '_ywgc_applied_gift_cards', [ 'CARTE' => $shape->part()->to_scale( 2 ) ] );
		}
		$this->price( $order, $shape->price() );
		$order->save();
		return $order;
	}

	/** @return list<\WC_Order_Item> what stands on the order beside its product. */
	private function beside(): array {
		$shape            = $this->shape;
		[ $kind, $price ] = $shape->beside ?? [ '', 0 ];
		$sum              = $shape->sum( $price )->to_scale( 2 );
		$off              = $shape->price()->minus( $shape->charged( $shape->price() ) );
		$items            = [];
		if ( $kind === 'product' ) {
			$items[] = new \WC_Order_Item_Product();
			$items[0]->set_props(
				[
					'name'      => 'Panier',
					'quantity'  => 1,
					'subtotal'  => $sum,
					'total'     => $sum,
					'tax_class' => 'taux-intermediaire',
				]
			);
		}
		if ( $kind === 'fee' || $shape->method === 'wallet' ) {
			$items[] = new \WC_Order_Item_Fee();
			$items[0]->set_props(
				[
					'name'       => $kind === 'fee' ? 'Remise' : 'Via wallet',
					'total'      => $kind === 'fee' ? $sum : $shape->part()->negated()->to_scale( 2 ),
					'tax_status' => $kind === 'fee' ? 'taxable' : 'none',
				]
			);
		}
		if ( ! $off->is_zero() ) {
			$items[] = new \WC_Order_Item_Coupon();
			$items[0]->set_props(
				[
					'code'         => 'moins',
					'discount'     => $off->to_scale( 2 ),
					'discount_tax' => $shape->percent( $off, 20 )->to_scale( 2 ),
				]
			);
		}
		return $items;
	}

	/** The product costs so much HT now. */
	private function price( \WC_Order $order, Decimal $ht ): void {
		foreach ( array_slice( $order->get_items(), 0, 1 ) as $item ) {
			if ( $item instanceof \WC_Order_Item_Product ) {
				$item->set_subtotal( $ht->to_scale( 2 ) );
				$item->set_total( $this->shape->charged( $ht )->to_scale( 2 ) );
				$item->save();
			}
		}
		$order->calculate_totals();
		if ( $this->shape->method === 'wallet' ) {
			foreach ( $order->get_fees() as $fee ) {
				$fee->set_taxes( false ); // WooCommerce takes VAT of each negative fee, whatever it says of itself.
				$fee->save();
			}
			$order->update_taxes();
			$order->calculate_totals( false );
		}
		if ( $this->shape->method === 'gift_card' ) {
			$total = Decimal::from_string( (string) $order->get_total() )->minus( $this->shape->part() );
			$order->set_total( $total->to_scale( 2 ) );
		}
	}

	private function fresh(): \WC_Order {
		wp_cache_flush();
		$order = wc_get_order( $this->order->get_id() );
		return $order instanceof \WC_Order ? $order : $this->order;
	}

	/** @param \Closure(): mixed $change that WooCommerce tells of, unless nobody of ours listens. */
	private function saved( \Closure $change ): void {
		$is_deaf       = $this->is_deaf;
		$this->is_deaf = false;
		$is_deaf ? Deafness::during( $change ) : $change();
	}

	/** @return array<string, mixed>|null the newest that stands. */
	private function invoice(): ?array {
		$others = array_map( static fn ( \WC_Order $other ): string => $other->get_order_number(), $this->others );
		$stand  = array_filter(
			$this->shop->sandbox->state()['invoices'],
			static fn ( array $one ): bool => $one['status'] !== 'cancelled'
				&& ! in_array( preg_replace( '~^.*-|/.*$~', '', $one['order_reference'] ), $others, true )
		);
		return $stand === [] ? null : $stand[ array_key_last( $stand ) ];
	}

	private function in_sellsy( string $while, string $act ): void {
		$invoice = $this->invoice();
		if ( $invoice !== null && ( $invoice['status'] === 'draft' ) === ( $while === 'draft' ) ) {
			$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/{$invoice['id']}/$act", [] );
		}
	}

	/** @return list<Task> */
	private function stopped(): array {
		return $this->shop->stopped( $this->order );
	}

	/** As over REST; an act that is not offered is refused, and changes nothing. */
	private function act( Task $task, string $act ): void {
		$request = new \WP_REST_Request( 'POST', "/orderinvoicer/v1/tasks/$task->id/$act" );
		rest_do_request( $request );
	}

	private function fault( int $which, string $mode ): void {
		[ $method, $path ] = self::WRITES[ $which % count( self::WRITES ) ];
		$this->shop->sandbox->fault(
			[
				'mode'   => $mode,
				'method' => $method,
				'path'   => $path,
			]
		);
	}

	private function pass(): void {
		$this->shop->lapse_leases();
		$this->shop->make_all_due();
		$this->shop->time_passes_for_edits();
		$dies_at       = $this->dies_at;
		$this->dies_at = 0;
		if ( $dies_at > 0 ) {
			$this->shop->run_and_die( 0, 'write', $dies_at );
			wp_cache_flush();
			return;
		}
		$is_away                = $this->is_database_away;
		$this->is_database_away = false;
		$is_away ? Blindness::during( $this->sweep( ... ) ) : $this->sweep();
	}

	private function sweep(): void {
		do_action( Wakeups::SWEEP );
	}

	/** @param int $hours twice so many. */
	private function hours_pass( int $hours = 3 ): void {
		global $wpdb;
		for ( $time = 0; $time < 2; $time++ ) {
			$wpdb->query(
				"DELETE FROM {$wpdb->options} WHERE ( option_name LIKE 'orderinvoicer\\_look\\_%'"
					. " AND option_name NOT LIKE '%payments' ) OR option_name LIKE 'orderinvoicer\\_draft\\_look\\_%'"
			);
			foreach ( [ [ 'amounts', 'seen_at' ], [ 'sync', 'checked_at' ] ] as [ $table, $moment ] ) {
				$table = "{$wpdb->prefix}orderinvoicer_$table";
				$wpdb->query(
					$wpdb->prepare( 'UPDATE %i SET %i = %i - INTERVAL %d HOUR', $table, $moment, $moment, $hours )
				);
			}
			wp_cache_flush();
			$this->pass();
			$this->pass();
		}
	}
}
