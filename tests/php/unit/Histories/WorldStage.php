<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Histories;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderCoupon;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Histories\Books;
use OrderInvoicer\Tests\Histories\History;
use OrderInvoicer\Tests\Histories\Shape;
use OrderInvoicer\Tests\Histories\Stage;
use OrderInvoicer\Tests\Unit\Features\TalkBack\FakeWebhooks;
use OrderInvoicer\Tests\Unit\World\Backup;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;

/** Shop and Sellsy in memory; time is free. */
final class WorldStage implements Stage {

	private const WRITES = [ 'create', 'validate', 'create_payment', 'link_payment', 'link_credit_note', 'update' ];
	private const METHODS = [ 'stripe', 'gift_card', 'wallet' ];
	private const RATES   = [
		20 => 1,
		10 => 2,
	];

	/** What waits for a person is tried again each quarter of an hour (`FailureHandler`), and nothing came of it. */
	private const HOURS_OF_REST = 4;

	private readonly World $world;
	private readonly Shape $shape;
	private bool $is_deaf = false;
	private int $refunds  = 500;
	private int $orders   = 1;
	private bool $is_behind = false;
	private ?Backup $backup = null;

	/** @var array<int, array<string, mixed>> the ledger after the last hook. */
	private array $before = [];

	/** @var array<int, array{string, string}> kind and standing of each document when Sellsy told of them last. */
	private array $told = [];

	/** @param list<Assumption> $otherwise what the account was seen to do otherwise than assumed. */
	public function __construct( private readonly array $otherwise = [] ) {}

	public function place( History $history ): void {
		$finalises                = $history->finalises;
		$this->shape              = $history->shape;
		$this->world              = new World( $finalises );
		$this->world->sellsy->currency   = $this->shape->currency;
		$this->world->shop->is_paid_by_sellsy = $this->is_paid_by_sellsy( ... );
		$this->world->shop->remember( $this->world->shop->address(), $this->world->sellsy->account );
		$this->world->findings->otherwise = $this->otherwise;
		// Every second account has worked for long.
		$this->world->agreements->otherwise = $history->seed % 2 === 0 ? Agreements::ENOUGH : 0;
		$this->world->sellsy->index_lag   = in_array( Assumption::SearchLag, $this->otherwise, true ) ? 900 : 0;
		$this->world->seen->is_on = true;
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => $finalises ? Finalise::NOW : Finalise::MANUAL,
				],
				'refunds'    => [ 'credit_cancelled' => true ],
				'payments'   => [
					'enabled'          => true,
					'pay_back'         => true,
					'always_paid_back' => [ 'stripe' ],
					'methods'          => array_map(
						static fn ( string $gateway ): array => [
							'gateway'   => $gateway,
							'method_id' => 4,
						],
						self::METHODS
					),
				],
				'talk_back'  => $history->talk_back,
			] + array_fill_keys( $history->kinds, [ 'enabled' => true ] )
		);
		// However far a clock goes back, nothing lies before the settings.
		$this->clock_leaps( 3 * 86400 );
		$this->pass(); // Makes the webhook.
		$this->ordered( 1, $this->shape->price(), 'on-hold' );
		$this->change( [ 'paid_at' => null ] );
		$this->saved( OrderEvent::STATUS );
	}

	/** As its shape has it. */
	private function ordered( int $id, Decimal $price, string $status ): void {
		$shape = $this->shape;
		$plain = $this->world->order(
			$id,
			World::buyer( company: $shape->company, siren: $shape->company === '' ? '' : '732829320' ),
			$status
		);
		$lines = [ $this->line( $plain->lines[0], $id * 10, 'product', $price, $shape->charged( $price ), 20 ) ];
		if ( $shape->beside !== null ) {
			[ $kind, $sum, $rate ] = $shape->beside;
			$lines[]               = $this->line(
				$plain->lines[0],
				$id * 10 + 1,
				$kind,
				$shape->sum( $sum ),
				$shape->sum( $sum ),
				$rate
			);
		}
		$taxes = [];
		foreach ( self::RATES as $percent => $rate ) {
			$vat = array_filter( array_map( static fn ( OrderLine $one ) => $one->taxes[ $rate ] ?? null, $lines ) );
			if ( $vat !== [] ) {
				$taxes[] = new OrderTax(
					rate_id: $rate,
					label: 'TVA',
					percent: Decimal::of_int( $percent ),
					compound: false,
					total: Decimal::sum( $vat ),
					shipping_total: Decimal::zero()
				);
			}
		}
		$part    = new PartPayment( $shape->method, '77', $shape->part(), $shape->method === 'wallet' ? 77 : 0 );
		$off     = $price->minus( $shape->charged( $price ) );
		$changes = [
			'currency' => Currency::from_code( $shape->currency ),
			'total'    => Decimal::sum( array_map( static fn ( OrderLine $one ) => $one->incl_tax(), $lines ) ),
			'lines'    => $lines,
			'taxes'    => $taxes,
			'coupons'  => $off->is_zero() ? [] : [ new OrderCoupon( 'MOINS', $off, $shape->percent( $off, 20 ) ) ],
			'payment'  => new OrderPayment(
				...[
					...get_object_vars( $plain->payment ),
					'parts' => $shape->method === '' ? [] : [ $part ],
				]
			),
		];
		$this->world->shop->orders[ $id ] = new OrderSnapshot( ...[ ...get_object_vars( $plain ), ...$changes ] );
	}

	private function line(
		OrderLine $like,
		int $id,
		string $kind,
		Decimal $price,
		Decimal $charged,
		int $rate
	): OrderLine {
		$own = [
			'id'       => $id,
			'kind'     => LineKind::from( $kind ),
			'skus'     => [ "SKU-$kind-$rate" ],
			'subtotal' => $price,
			'total'    => $charged,
			'taxes'    => [ self::RATES[ $rate ] => $this->shape->percent( $charged, $rate ) ],
		];
		return new OrderLine( ...[ ...get_object_vars( $like ), ...$own ] );
	}

	public function buys_again(): Decimal {
		$this->ordered( ++$this->orders, $this->shape->price(), 'processing' );
		$this->saved( OrderEvent::PAYMENT, $this->orders );
		return $this->world->shop->orders[ $this->orders ]->total;
	}

	public function orders(): int {
		return $this->orders;
	}

	public function status(): string {
		return $this->order()->status;
	}

	public function total(): Decimal {
		return $this->order()->total;
	}

	public function refunded(): Decimal {
		$plus = static fn ( Decimal $sum, RefundSnapshot $one ): Decimal => $sum->plus( $one->amount );
		return array_reduce( $this->world->shop->refunds[1] ?? [], $plus, Decimal::zero() );
	}

	public function has_date_paid(): bool {
		return $this->order()->paid_at !== null;
	}

	public function pays(): void {
		$this->change(
			[
				'status'  => 'processing',
				'paid_at' => $this->world->clock->now(),
				'taken'   => $this->total(),
			]
		);
		$this->saved( OrderEvent::PAYMENT );
	}

	public function moves( string $status ): void {
		$is_paid = in_array( $status, [ 'processing', 'completed' ], true );
		$this->change(
			[
				'status'  => $status,
				'paid_at' => $this->order()->paid_at ?? ( $is_paid ? $this->world->clock->now() : null ),
				'taken'   => $this->order()->taken ?? ( $is_paid ? $this->total() : null ),
			]
		);
		$this->saved( OrderEvent::STATUS );
	}

	public function edits( Decimal $ht ): void {
		$old = $this->order();
		$this->ordered( 1, $ht, $old->status );
		$this->change(
			[
				'created_at' => $old->created_at,
				'paid_at'    => $old->paid_at,
				'taken'      => $old->taken,
			]
		);
		$this->saved( OrderEvent::STATUS );
	}

	public function refunds( Decimal $amount, ?Decimal $ht ): void {
		$lines = $ht === null ? [] : [
			new RefundLine(
				order_line_id: 10,
				quantity: Decimal::zero(),
				total: $ht,
				taxes: [ 1 => $amount->minus( $ht ) ]
			),
		];

		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: ++$this->refunds,
			amount: $amount,
			lines: $lines,
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: $this->has_date_paid()
		);
		$this->saved( OrderEvent::REFUNDED );
		// Nobody is paid within the second of a refund: which of the two came first could not be told.
		$this->world->clock->advance( 1 );
	}

	public function deletes_last_refund(): void {
		if ( ( $this->world->shop->refunds[1] ?? [] ) !== [] ) {
			array_pop( $this->world->shop->refunds[1] );
			$this->saved( OrderEvent::REFUNDED );
		}
	}

	public function owner_finalises(): void {
		$invoice = $this->invoice();
		if ( $invoice?->is_draft() === true ) {
			$this->world->invoicing->finalised( $invoice );
		}
	}

	public function owner_records( bool $all ): ?Decimal {
		$invoice = $this->invoice();
		$due     = $invoice === null || $invoice->is_draft()
			? Decimal::zero()
			: $this->world->payments->due( $invoice->id )->minus( $all ? Decimal::zero() : $this->shape->part() );
		if ( $invoice === null || ! $due->is_positive() ) {
			return null;
		}
		$this->world->newest_payments->by_hand(
			$invoice->id,
			$due->to_string(),
			currency: $this->shape->currency,
			paid_at: $this->world->clock->now()
		);
		return $due;
	}

	public function owner_takes_off(): void {
		unset( $this->world->payments->links[ $this->invoice()->id ?? 0 ] );
	}

	/** Sellsy cancels what nothing settles. */
	public function owner_cancels(): void {
		$invoice = $this->invoice();
		if (
			$invoice !== null
			&& ! $invoice->is_draft()
			&& $this->world->payments->due( $invoice->id )->equals( $invoice->amounts->incl_tax )
		) {
			$this->world->sellsy->documents[ $invoice->id ] = new RemoteDocument(
				...[
					...get_object_vars( $invoice ),
					'status' => 'cancelled',
				]
			);
		}
	}

	public function owner_deletes_draft(): void {
		$invoice = $this->invoice();
		if ( $invoice?->is_draft() === true ) {
			unset( $this->world->sellsy->documents[ $invoice->id ] );
		}
	}

	public function owner_renames(): void {
		foreach ( $this->world->sellsy->customers as $customer ) {
			$is_person = $customer->ref->type === CustomerType::Individual;
			$this->world->sellsy->rename( $customer->ref, $is_person ? 'Client Tést' : 'Acmé SARL' );
		}
	}

	public function person_retries(): void {
		$this->until_killed( fn () => $this->world->retry->retry_all() );
	}

	public function person_reissues(): void {
		$this->until_killed(
			function (): void {
				try {
					$this->world->reissue->now( 1 );
				} catch ( \InvalidArgumentException ) {
					return; // The person is told so.
				}
			}
		);
	}

	public function person_did_it(): void {
		$this->until_killed(
			function (): void {
				foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
					if ( $row->state === TaskState::Attention && $this->world->by_hand->mark( $row->id ) ) {
						return;
					}
				}
			}
		);
	}

	public function hook_is_lost(): void {
		$this->is_deaf = true;
	}

	public function runner_dies( int $at ): void {
		$this->world->fate->kill_at = $this->world->fate->steps + $at;
	}

	public function answer_is_lost( int $which, bool $after_effect ): void {
		$write = self::WRITES[ $which % count( self::WRITES ) ];
		$this->world->sellsy->plan( $write, FailureKind::OutcomeUnknown, $after_effect );
	}

	public function quota_is_used_up( int $which ): void {
		$write = self::WRITES[ $which % count( self::WRITES ) ];
		$this->world->sellsy->plan( $write, FailureKind::RateLimited, retry_after: 30 );
	}

	public function sellsy_is_away(): void {
		$this->world->sellsy->is_down = true;
	}

	public function database_is_away(): void {
		$this->world->shop->damaged = [ 1 ];
	}

	public function copy_is_behind(): void {
		$this->is_behind = true;
	}

	public function told(): array {
		$before     = $this->told;
		$this->told = [];
		foreach ( $this->world->sellsy->documents as $id => $one ) {
			$due               = $one->kind->is_validated() ? $this->world->payments->due( $id )->to_string() : '';
			$this->told[ $id ] = [ $one->kind->value, "$one->status {$one->amounts->incl_tax->to_string()} $due" ];
		}
		$changed = array_filter(
			$this->told + $before,
			fn ( int $id ): bool => ( $this->told[ $id ] ?? null ) !== ( $before[ $id ] ?? null ),
			ARRAY_FILTER_USE_KEY
		);
		return $this->key() === '' ? [] : array_map(
			static fn ( int $id, array $one ): string => "{\"relatedtype\":\"$one[0]\",\"relatedid\":$id}",
			array_keys( $changed ),
			$changed
		);
	}

	public function hears( array $told ): void {
		$engine = $this->world->engine;
		foreach ( $told as $body ) {
			$this->until_killed( fn () => $engine->take_event()->take( $body, sha1( $this->key() . $body ) ) );
		}
		$this->until_killed(
			static function () use ( $engine ): void {
				$engine->look_at_sellsy()->read_events();
				$engine->one_runner()->run( 20 );
			}
		);
	}

	/** Of the webhook. */
	private function key(): string {
		return $this->world->fake( FakeWebhooks::class )->kept->key ?? '';
	}

	/** WooCommerce tells of it while it happens. */
	private function is_paid_by_sellsy( int $order_id ): void {
		$this->change( [ 'taken' => $this->total() ] );
		$this->world->shop->changed[ $order_id ] = $this->world->clock->now();
		$this->world->fire( $order_id, OrderEvent::PAYMENT );
	}

	public function clock_leaps( int $seconds ): void {
		$this->world->clock->advance( $seconds );
	}

	public function backup_is_made(): void {
		$this->backup = Backup::of_all( $this->world );
	}

	public function backup_is_put_back(): void {
		$this->world->clock->advance( 1800 );
		$this->backup?->put_back();
		$this->is_deaf   = false;
		$this->is_behind = false;
	}

	public function minutes( int $minutes ): void {
		for ( $passes = min( $minutes, 10 ); $passes > 0; $passes-- ) {
			$this->world->clock->advance( 60 * intdiv( $minutes, min( $minutes, 10 ) ) );
			$this->pass();
		}
	}

	/** Over the waits of a row that is tried again, and over the next look at what people do in Sellsy. */
	public function rest(): void {
		$before = [];
		$still  = 0;
		for ( $pass = 0; $pass < 150 && $still < self::HOURS_OF_REST; $pass++ ) {
			$this->world->clock->advance( $pass < 5 ? 60 : 3600 );
			if ( $pass === 4 ) {
				$this->world->sellsy->is_down = false;
				$this->world->shop->damaged   = [];
				$this->world->fate->revive();
			}
			$this->pass();
			$moving = array_filter( $this->ledger()->all(), static fn ( Task $task ): bool => $task->is_under_way() );
			if ( $pass > 5 && $moving === [] ) {
				break;
			}
			$rows   = $this->rows();
			$still  = $pass > 5 && $rows === $before && Books::wait_for_people( $moving ) ? $still + 1 : 0;
			$before = $rows;
		}
	}

	/** And longer than clocks that leap back several times. */
	public function a_day(): void {
		for ( $pass = 0; $pass < 20; $pass++ ) {
			$this->world->clock->advance( 4 * 3600 );
			$this->pass();
		}
	}

	public function documents(): array {
		return array_values(
			array_map(
				fn ( RemoteDocument $one ): array => [
					'kind'         => $one->kind->value,
					'is_draft'     => $one->is_draft(),
					'is_cancelled' => $one->status === 'cancelled',
					'total'        => $one->amounts->incl_tax,
					'due'          => $this->world->payments->due( $one->id ),
				],
				$this->world->sellsy->documents
			)
		);
	}

	public function payments(): array {
		$payments = [];
		foreach ( $this->world->payments->made as $made ) {
			$payments[] = $made['draft']->pays_back ? $made['draft']->amount->negated() : $made['draft']->amount;
		}
		return $payments;
	}

	public function rows(): array {
		return array_map(
			static fn ( Task $task ): array => [
				'task'           => ( $task->key->order_id > 1 ? 'other order: ' : '' )
					. trim( "{$task->key->effect->value} {$task->key->part}" )
					. " {$task->key->refund_id}/{$task->key->revision}",
				'state'          => $task->state->value,
				'problem'        => $task->problem->code->value ?? '',
				'left_to_people' => $task->is_left_to_people(),
			],
			array_merge( ...array_map( $this->world->ledger->for_order( ... ), range( 1, $this->orders ) ) )
		);
	}

	private function order(): OrderSnapshot {
		return $this->world->shop->orders[1];
	}

	/** @param array<string, mixed> $changes */
	private function change( array $changes ): void {
		$this->world->shop->orders[1] = new OrderSnapshot( ...[ ...get_object_vars( $this->order() ), ...$changes ] );
	}

	private function saved( string $kind, int $order_id = 1 ): void {
		$this->world->shop->changed[ $order_id ] = $this->world->clock->now();

		$is_deaf         = $this->is_deaf;
		$is_behind       = $this->is_behind;
		$this->is_deaf   = false;
		$this->is_behind = false;
		if ( $is_behind ) {
			$this->ledger()->behind = $this->before;
		}
		if ( ! $is_deaf ) {
			$this->until_killed( fn () => $this->world->fire( $order_id, $kind ) );
		}
		$this->ledger()->behind = null;
		$this->before           = $this->ledger()->as_it_is();
	}

	private function ledger(): FakeLedger {
		return $this->world->ledger instanceof FakeLedger
			? $this->world->ledger
			: throw new \LogicException( 'In memory.' );
	}

	private function invoice(): ?RemoteDocument {
		foreach ( array_reverse( $this->world->sellsy->documents ) as $one ) {
			$is_of_first = preg_match( '/^SHOP-1\b/', $one->key ) === 1;
			if ( $is_of_first && $one->kind === DocumentKind::Invoice && $one->status !== 'cancelled' ) {
				return $one;
			}
		}
		return null;
	}

	private function pass(): void {
		$this->until_killed( $this->world->sweep->run( ... ) );
	}

	/** What a dead process held is free again after its lease. */
	private function until_killed( \Closure $process ): void {
		$fate = $this->world->fate;
		try {
			$process();
		} catch ( Killed ) {
			$fate->revive();
		}
		// The pass goes on where one of its parts fails: all that came after was dead too.
		if ( $fate->kill_at !== null && $fate->steps >= $fate->kill_at ) {
			$fate->revive();
		}
	}
}
