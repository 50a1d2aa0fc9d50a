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
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Histories\Books;
use OrderInvoicer\Tests\Histories\History;
use OrderInvoicer\Tests\Histories\Stage;
use OrderInvoicer\Tests\Unit\World\Backup;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;

/** Shop and Sellsy in memory; time is free. */
final class WorldStage implements Stage {

	private const WRITES = [ 'create', 'validate', 'create_payment', 'link_payment', 'link_credit_note', 'update' ];
	private const METHOD = [
		'gateway'   => 'stripe',
		'method_id' => 4,
	];

	/** What waits for a person is tried again each quarter of an hour (`FailureHandler`), and nothing came of it. */
	private const HOURS_OF_REST = 4;

	private readonly World $world;
	private bool $is_deaf = false;
	private int $refunds  = 500;
	private int $orders   = 1;
	private bool $is_behind = false;
	private ?Backup $backup = null;

	/** @var array<int, array<string, mixed>> the ledger after the last hook. */
	private array $before = [];

	/** @param list<Assumption> $otherwise what the account was seen to do otherwise than assumed. */
	public function __construct( private readonly array $otherwise = [] ) {}

	public function place( History $history ): void {
		$finalises                = $history->finalises;
		$this->world              = new World( $finalises );
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
					'methods'          => [ self::METHOD ],
				],
			] + array_fill_keys( $history->kinds, [ 'enabled' => true ] )
		);
		// However far a clock goes back, nothing lies before the settings.
		$this->clock_leaps( 3 * 86400 );
		$this->world->order( 1, status: 'on-hold', ht: '40.00', vat: '8.00' );
		$this->change( [ 'paid_at' => null ] );
		$this->saved( OrderEvent::STATUS );
	}

	public function buys_again(): Decimal {
		$this->world->order( ++$this->orders, ht: '20.00', vat: '4.00' );
		$this->saved( OrderEvent::PAYMENT, $this->orders );
		return Decimal::from_string( '24.00' );
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
		$old   = $this->order();
		$vat   = $ht->times( Decimal::from_string( '0.2' ) )->round( 2, Rounding::HalfUp );
		$this->world->order( 1, status: $old->status, ht: $ht->to_scale( 2 ), vat: $vat->to_scale( 2 ) );
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

	public function owner_records(): ?Decimal {
		$invoice = $this->invoice();
		$due     = $invoice === null || $invoice->is_draft()
			? Decimal::zero()
			: $this->world->payments->due( $invoice->id );
		if ( $invoice === null || ! $due->is_positive() ) {
			return null;
		}
		// Nobody writes it down within the second of a refund: which of the two came first could not be told.
		$now = $this->world->clock->now()->modify( '+1 second' );
		$this->world->newest_payments->by_hand( $invoice->id, $due->to_string(), paid_at: $now );
		return $due;
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
			if ( $customer->ref->type === CustomerType::Individual ) {
				$this->world->sellsy->rename( $customer->ref, 'Client Tést' );
			}
		}
	}

	public function person_retries(): void {
		$this->until_killed( fn () => $this->world->retry->retry_all() );
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
				static fn ( RemoteDocument $one ): array => [
					'kind'         => $one->kind->value,
					'is_draft'     => $one->is_draft(),
					'is_cancelled' => $one->status === 'cancelled',
					'total'        => $one->amounts->incl_tax,
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
