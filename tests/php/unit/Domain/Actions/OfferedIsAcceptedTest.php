<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Of orders with rows in whatever states: an act is carried out exactly where it is offered. */
final class OfferedIsAcceptedTest extends TestCase {

	private const ORDERS = 1500;

	/** More than the row is said with them: a customer, a buyer's request. */
	private const ELSEWHERE = [ RowAct::ChooseCustomer, RowAct::AcceptCompany, RowAct::RefuseCompany ];

	/** To send again is a retry. */
	private const AGAIN = [ RowAct::SendAgain, RowAct::Retry ];

	private World $world;
	private FakeLedger $ledger;

	protected function setUp(): void {
		$this->world = new World();
		self::assertInstanceOf( FakeLedger::class, $this->world->ledger );
		$this->ledger = $this->world->ledger;
		// What is carried out is only written down: that is enough to be accepted.
		$this->world->pauses->begin(
			new Pause( new Problem( ProblemCode::NotConnected ), $this->world->clock->now(), null )
		);
		mt_srand( 7 );
	}

	public function test_an_act_is_carried_out_exactly_where_it_is_offered(): void {
		$offered = [];
		for ( $number = 0; $number < self::ORDERS; ++$number ) {
			$status = self::one_of( [ 'processing', 'processing', 'cancelled' ] );
			$this->world->order( 1, status: $status );
			$rows = $this->rows();
			foreach ( $rows as $row ) {
				foreach ( RowAct::cases() as $act ) {
					if ( ! in_array( $act, self::ELSEWHERE, true ) ) {
						$this->ledger->put( $rows );
						$is_offered = array_filter(
							$act === RowAct::SendAgain || $act === RowAct::Retry ? self::AGAIN : [ $act ],
							static fn ( RowAct $one ): bool => ( new Offers( $status, $rows ) )->accepts( $one, $row )
						) !== [];
						$acts       = $this->world->engine->task_acts();
						$after      = $acts->carry_out( $act, $row, true, $act->shown( $row ) );
						$says       = "$act->value, order $number, $status: " . self::text( $row, $rows );
						self::assertSame( $is_offered, $after !== null, $says );
						$offered[ $act->value ] = ( $offered[ $act->value ] ?? 0 ) + (int) $is_offered;
					}
				}
			}
		}
		self::assertSame( [], array_keys( $offered, 0, true ), 'Each act was offered somewhere.' );
	}

	public function test_a_document_is_asked_for_exactly_where_it_is_offered(): void {
		for ( $number = 0; $number < self::ORDERS; ++$number ) {
			$status = self::one_of( [ 'processing', 'processing', 'cancelled' ] );
			$this->world->order( 1, status: $status );
			$this->world->shop->urls[1] = self::one_of( [ '', '', 'https://other.example.com/5' ] );
			$rows = $this->rows();
			$this->ledger->put( $rows );
			$urls  = [ 'invoice' => $this->world->shop->urls[1] ];
			$offer = ( new Offers( $status, $rows, $urls ) )->make( DocumentKind::Invoice );
			try {
				$row = $this->world->sync_order->now( 1, DocumentKind::Invoice, true );
			} catch ( NeedsAttention ) {
				$row = null;
			}
			$before   = array_column( $rows, null, 'id' )[ $row->id ?? 0 ] ?? null;
			$is_asked = $row !== null && $row->asked && $row->is_under_way() && self::differs( $row, $before );
			self::assertSame(
				$offer->why_not === null,
				$is_asked,
				"Order $number, $status, {$offer->why_not?->value}: " . self::text( null, $rows )
			);
		}
	}

	private static function differs( Task $after, ?Task $before ): bool {
		return $before === null || serialize( $before ) !== serialize( $after );
	}

	/** @return list<Task> */
	private function rows(): array {
		$rows = [];
		$keys = [];
		for ( $id = 1, $count = mt_rand( 1, 4 ); $id <= $count; ++$id ) {
			$row  = $this->row( $id, $rows );
			$name = "{$row->key->effect->value} {$row->key->refund_id} {$row->key->revision}";
			if ( ! isset( $keys[ $name ] ) ) {
				$keys[ $name ] = true;
				$rows[]        = $row;
			}
		}
		// As a ledger answers them: the newest revision last.
		usort( $rows, static fn ( Task $one, Task $other ): int => $one->key->revision <=> $other->key->revision );
		return $rows;
	}

	/** @param list<Task> $before */
	private function row( int $id, array $before ): Task {
		$effect  = self::one_of(
			[
				...Effect::cases(),
				...array_fill( 0, 8, Effect::CreateInvoice ),
				...array_fill( 0, 6, Effect::CreateCreditNote ),
			]
		);
		$state   = self::one_of( [ TaskState::Attention, ...TaskState::cases() ] );
		$code    = $state === TaskState::Done
			? null
			: self::one_of( [ null, ...ProblemCode::cases(), ...array_fill( 0, 9, ProblemCode::DiffersFromOrder ) ] );
		$made_at = self::one_of( [ 0, 70 + $id ] );
		return Row::of(
			$effect,
			refund_id: $effect === Effect::CreateCreditNote ? self::one_of( [ 0, 501 ] ) : 0,
			revision: in_array( $effect, [ Effect::CreateInvoice, Effect::CreateCreditNote ], true )
				? self::one_of( [ 0, 0, 1 ] )
				: 0,
			id: $id,
			parent_id: $before === [] ? 0 : self::one_of( [ 0, ...array_column( $before, 'id' ) ] ),
			state: $state,
			asked: self::one_of( [ false, true ] ),
			sent_at: $made_at === 0 ? self::one_of( [ null, $this->world->clock->now() ] ) : $this->world->clock->now(),
			intent: new Intent( $made_at === 0 ? '' : self::one_of( [ 'KEY', Intent::LINKED ] ), '', '' ),
			remote_type: 'invoice',
			remote_id: $made_at,
			remote_number: $made_at === 0 ? '' : self::one_of( [ '', "F-$id" ] ),
			problem: $code === null ? null : new Problem( $code, $this->facts() )
		);
	}

	/** @return array<string, string> */
	private function facts(): array {
		$order = $this->world->engine->billable_order()->invoice( 0, $this->world->shop->orders[1] );
		return self::one_of(
			[
				[],
				[
					'amount'         => '5.00',
					'movable'        => '1',
					'order'          => OrderFingerprint::from_order( $order )->fingerprint(),
					'order_total'    => '12.00',
					'document_total' => '12.00',
					'problem'        => 'tax_unmapped',
					'recorded'       => '5.00',
				],
			]
		);
	}

	/** @param list<Task> $rows */
	private static function text( ?Task $task, array $rows ): string {
		$texts = array_map(
			static fn ( Task $one ): string => ( $one === $task ? '*' : '' )
				. "#$one->id {$one->key->effect->value} r{$one->key->refund_id} v{$one->key->revision} p$one->parent_id"
				. " {$one->state->value} {$one->problem?->code->value} {$one->outcome->value}"
				. " $one->remote_id/$one->remote_number"
				. ( $one->asked ? ' asked' : '' ),
			$rows
		);
		return implode( '; ', $texts );
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $cases
	 * @return T
	 */
	private static function one_of( array $cases ): mixed {
		return $cases[ mt_rand( 0, count( $cases ) - 1 ) ];
	}
}
