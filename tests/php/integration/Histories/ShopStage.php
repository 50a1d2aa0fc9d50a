<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Histories;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Histories\History;
use OrderInvoicer\Tests\Histories\Stage;
use OrderInvoicer\Tests\Integration\Engine\DatabaseDump;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
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

	private \WC_Order $order;
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
		$this->shop->connect();
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
		return Decimal::from_string( (string) $other->get_total() );
	}

	public function orders(): int {
		return 1 + count( $this->others );
	}

	public function status(): string {
		return $this->fresh()->get_status();
	}

	public function total(): Decimal {
		return Decimal::from_string( (string) $this->fresh()->get_total() );
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
				foreach ( $order->get_items() as $item ) {
					if ( $item instanceof \WC_Order_Item_Product ) {
						$item->set_subtotal( $ht->to_scale( 2 ) );
						$item->set_total( $ht->to_scale( 2 ) );
						$item->save();
					}
				}
				$order->calculate_totals();
				$order->save();
			}
		);
	}

	public function refunds( Decimal $amount, ?Decimal $ht ): void {
		$lines = [];
		foreach ( $ht === null ? [] : $this->fresh()->get_items() as $id => $item ) {
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

	public function owner_records(): ?Decimal {
		$invoice = $this->invoice();
		$due     = (string) ( $invoice['amounts']['total_remaining_due_incl_tax'] ?? '0' );
		if ( $invoice === null || $invoice['status'] === 'draft' || ! Decimal::from_string( $due )->is_positive() ) {
			return null;
		}
		$third   = $invoice['related'][0];
		$payment = $this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/individuals/{$third['id']}/payments",
			[
				'type'              => 'credit',
				'payment_method_id' => orderinvoicer_demo_call( 'GET', '/payment-methods' )['methods'][0]['id'],
				'paid_at'           => gmdate( 'c' ),
				'amount'            => [
					'value'    => $due,
					'currency' => 'EUR',
				],
			]
		);
		$this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/invoices/{$invoice['id']}/payments/{$payment['id']}",
			[ 'amount' => (float) $due ]
		);
		$this->owners[] = $payment['id'];
		return Decimal::from_string( $due );
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
		foreach ( $this->shop->sandbox->state()['individuals'] as $one ) {
			$this->shop->sandbox->call(
				'POST',
				"/_sandbox/individuals/{$one['id']}/edit",
				[ 'last_name' => 'Tést' ]
			);
		}
	}

	public function person_retries(): void {
		foreach ( $this->stopped() as $row ) {
			$this->act( $row, 'retry' );
		}
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
				$documents[] = [
					'kind'         => $kind,
					'is_draft'     => $one['status'] === 'draft',
					'is_cancelled' => $one['status'] === 'cancelled',
					'total'        => Decimal::from_string( (string) ( $one['amounts']['total_incl_tax'] ?? '0' ) ),
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
		$order = $this->shop->order_of( $this->product, 1 );
		$order->set_payment_method( 'bacs' );
		$order->save();
		return $order;
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
