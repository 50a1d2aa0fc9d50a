<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\unit\Domain\SeededNumbers;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Fate;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Whatever they are asked in whichever sequence, the ledger on the database and the one of the unit tests answer alike
 * and hold the same rows. Ids differ, so that rows are named by their keys.
 */
final class LedgersAgreeTest extends IntegrationTestCase {

	private const STEPS    = 150;
	private const EFFECTS  = [
		Effect::CreateInvoice,
		Effect::CreateCreditNote,
		Effect::ValidateInvoice,
		Effect::CreateOrder,
		Effect::RecordPayment,
		Effect::FollowOrder,
	];
	private const PROBLEMS = [
		ProblemCode::TaxUnmapped,
		ProblemCode::DocumentGone,
		ProblemCode::DraftToDelete,
		ProblemCode::DiffersFromOrder,
		ProblemCode::DoneByHand,
		ProblemCode::RefundUndone,
	];

	private FakeClock $clock;
	private SeededNumbers $numbers;

	#[DataProvider( 'seeds' )]
	public function test_both_answer_alike( int $seed ): void {
		$this->clock   = new FakeClock();
		$this->numbers = new SeededNumbers( $seed );
		$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->prefix}orderinvoicer_sync" );
		$fake  = new FakeLedger( new Fate(), $this->clock );
		$real  = new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), $this->clock ) );
		$story = [];
		for ( $step = 0; $step < self::STEPS; $step++ ) {
			[ $name, $ask ] = $this->question( $fake );
			$story[]        = $name;
			$answer         = $this->plain( $ask( $fake ), $fake );
			$when           = implode( "\n", array_slice( $story, -10 ) );
			self::assertEquals( $answer, $this->plain( $ask( $real ), $real ), $when );
			self::assertEquals( $this->rows( $fake ), $this->rows( $real ), $when );
			self::assertSame( [], $this->told_otherwise( $real ), $when );
			$this->clock->advance( $this->numbers->between( 1, 120 ) );
		}
	}

	/** @return iterable<string, array{int}> */
	public static function seeds(): iterable {
		foreach ( range( 1, 8 ) as $seed ) {
			yield "seed $seed" => [ $seed ];
		}
	}

	/** @return array{string, \Closure(Ledger): mixed} */
	private function question( Ledger $ledger ): array {
		$now     = $this->clock->now();
		$due     = $now->modify( $this->numbers->one_of( [ '+0 seconds', '+0 seconds', '+10 minutes' ] ) );
		$key     = $this->key();
		$problem = $this->problem();
		$parent  = $this->numbers->between( 0, 2 );
		$flag    = $this->numbers->once_in( 2 );
		$origin  = new Origin( $this->numbers->once_in( 4 ) ? 7 : 0, $flag );
		$filter  = new TaskFilter(
			states: $flag ? [ TaskState::Queued, TaskState::Attention ] : [],
			effects: $this->numbers->once_in( 3 ) ? [ $key->effect ] : [],
			order_ids: $this->numbers->once_in( 2 ) ? [ $key->order_id ] : [],
			from: $this->numbers->once_in( 4 ) ? $now->modify( '-5 minutes' ) : null,
			until: null,
			problem: $this->numbers->once_in( 4 ) ? $problem->code->value : ''
		);
		$kind    = DocumentKind::Invoice;
		$free    = [
			'open'            => static fn ( Ledger $on ): mixed => $on->open( $key, $due, $parent, $flag, $origin ),
			'open_all'        => static fn ( Ledger $on ): mixed => $on->open_all(
				[
					new TaskKey( $key->order_id, Effect::CreateInvoice ),
					new TaskKey( $key->order_id, Effect::CreateOrder ),
				],
				$now
			) !== null,
			'open_several'    => static fn ( Ledger $on ): mixed => $on->open_several(
				[
					[ $key, $due, $parent, $flag ],
					[ new TaskKey( $key->order_id, Effect::CreateOrder ), $now, 0, false ],
				],
				$origin
			)[0],
			'follow'          => static fn ( Ledger $on ): mixed => $on->follow( $key->order_id, $now ),
			'reopen'          => static fn ( Ledger $on ): mixed => FreshTask::change(
				$on,
				$key,
				static fn ( Task $task ): ?TaskChange => TaskTransitions::reopened( $task, $due, $parent, $flag )
			),
			'requeue_problem' => static fn ( Ledger $on ): mixed =>
				(string) $on->requeue_problem( $problem->code->value, $now ),
			'due'             => static fn ( Ledger $on ): mixed => array_map( $on->find( ... ), $on->due( $now, 4 ) ),
			'oldest_due'      => static fn ( Ledger $on ): mixed => $on->oldest_due( $now ),
			'unchecked'       => static fn ( Ledger $on ): mixed => $on->unchecked( $now, 3 ),
			'open_drafts'     => fn ( Ledger $on ): mixed => $this->sorted( $on->open_drafts( $kind, $now, 1000 ) ),
			'to_delete'       => fn ( Ledger $on ): mixed => $this->sorted( $on->drafts_to_delete( $now, 1000 ) ),
			'holding'         => static fn ( Ledger $on ): mixed => $on->holding( $kind->value, [ 77, 78 ] ),
			'seen_as_drafts'  => static fn ( Ledger $on ) =>
				$on->seen_as_drafts( $on->open_drafts( $kind, $now, 1 ), $now ),
			'for_orders'      => static fn ( Ledger $on ): mixed => $on->for_orders( [ 900001, 900002, 900009 ] ),
			'page'            => static fn ( Ledger $on ): mixed => $on->page( $filter, 3, 1 ),
			'count'           => static fn ( Ledger $on ): mixed => (string) $on->count( $filter ),
			'order_of'        => static fn ( Ledger $on ): mixed => (string) $on->order_of( DocumentKind::Invoice, 77 ),
		];
		$rows    = [ ...$ledger->for_order( 900001 ), ...$ledger->for_order( 900002 ) ];
		$about   = $rows === [] || $this->numbers->once_in( 3 )
			? $free
			: $this->about( $this->numbers->one_of( $rows ), $problem );
		$name    = $this->numbers->one_of( array_keys( $about ) );
		return [ "$name {$key->effect->value} {$problem->code->value}" . ( $flag ? ' yes' : ' no' ), $about[ $name ] ];
	}

	/** @return array<string, \Closure(Ledger): mixed> of one row, claimed or not. */
	private function about( Task $task, Problem $problem ): array {
		$now      = $this->clock->now();
		$key      = $task->key;
		$token    = $task->lock_token === '' || $this->numbers->once_in( 8 )
			? "t{$now->getTimestamp()}"
			: $task->lock_token;
		$number   = $this->numbers->one_of( [ '', 'F-1' ] );
		$id       = $this->numbers->one_of( [ 77, 77, 78 ] );
		$document = new RemoteDocument(
			kind: $key->effect === Effect::CreateOrder ? DocumentKind::Order : DocumentKind::Invoice,
			id: $id,
			number: $number,
			status: 'due',
			key: 'SHOP-1',
			amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
			created: ''
		);
		$flag     = $this->numbers->once_in( 2 );
		$soon     = $now->modify( $flag ? '+5 minutes' : '+1 second' );
		$of       = static fn ( Ledger $on ): int =>
			$on->find_by_key( $key )?->id ?? throw new \LogicException( 'No such row.' );
		$held     = static fn ( Ledger $on ): Task => HeldTask::by( $on, $of( $on ), $token );
		$seen     = static fn ( Ledger $on ): Task => $on->find( $of( $on ) ) ?? $task;
		$claim    = static fn ( Ledger $on ): mixed => $on->claim( $of( $on ), $now, "t{$now->getTimestamp()}", $soon );
		$done     = static fn ( Ledger $on ): mixed =>
			$on->save( TaskTransitions::made( $held( $on ), $document, $now, $flag ? $problem : null ) );
		return [
			'claim'            => $claim,
			'claim again'      => $claim,
			'claim once more'  => $claim,
			'mark_done'        => $done,
			'mark_done again'  => $done,
			'mark_sent'        => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::sent( $held( $on ), new Intent( 'SHOP-1', '10.00', "hash$id" ), $now ) ),
			'clear_sent'       => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::not_sent( $held( $on ) ) ),
			'effect_done'      => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::done( $held( $on ), 'payment', $id, $now ) ),
			'remember_remote'  => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::remembered( $held( $on ), 'payment', $id ) ),
			'mark_attention'   => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::stopped( $held( $on ), $problem ) ),
			'mark_skipped'     => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::left_out( $held( $on ), $problem ) ),
			'release'          => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::released( $held( $on ), $soon, $problem, $flag ) ),
			'requeue'          => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::due_again( $seen( $on ), $now, $flag, $number, $id === 78 ) ),
			'settle'           => static fn ( Ledger $on ): mixed => $on->save(
				TaskTransitions::settled( $seen( $on ), $now, $flag ? $problem : null, $id === 78 ? 5 : null )
			),
			'settle, too late' => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::settled( $task->with( [ 'id' => $of( $on ) ] ), $now, $problem ) ),
			'reject_done'      => static fn ( Ledger $on ): mixed =>
				$on->save( LossTransitions::lost( $seen( $on ), $problem, $now ) ),
			'mark_checked'     => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::checked( $seen( $on ), $now ) ),
			'update_remote'    => static fn ( Ledger $on ): mixed =>
				$on->save( TaskTransitions::numbered( $seen( $on ), $document ) ),
			'has_older_due'    => static fn ( Ledger $on ): mixed =>
				$on->has_older_due( $key->effect, $of( $on ), $now ),
		];
	}

	private function key(): TaskKey {
		$effect = $this->numbers->one_of( self::EFFECTS );
		return new TaskKey(
			order_id: 900000 + $this->numbers->between( 1, 2 ),
			effect: $effect,
			refund_id: $effect === Effect::CreateCreditNote ? $this->numbers->between( 1, 2 ) : 0,
			part: '',
			revision: $this->numbers->once_in( 4 ) && $effect === Effect::CreateInvoice ? 1 : 0
		);
	}

	private function problem(): Problem {
		return new Problem( $this->numbers->one_of( self::PROBLEMS ), [ 'detail' => 'as seen' ] );
	}

	/** @return array<mixed> */
	private function rows( Ledger $ledger ): array {
		return $this->plain( $ledger->for_orders( [ 900001, 900002 ] ), $ledger );
	}

	/** @return list<string> rows whose column does not say what came of them. */
	private function told_otherwise( Ledger $ledger ): array {
		$column = static fn ( Task $task ): string => (string) $GLOBALS['wpdb']->get_var(
			"SELECT outcome FROM {$GLOBALS['wpdb']->prefix}orderinvoicer_sync WHERE id = $task->id"
		);
		$wrong  = [];
		foreach ( [ ...$ledger->for_order( 900001 ), ...$ledger->for_order( 900002 ) ] as $row ) {
			$told    = $column( $row );
			$is      = $row->outcome->value;
			$wrong[] = $told === $is ? '' : "{$row->key->effect->value}: $told, not $is";
		}
		return array_values( array_filter( $wrong ) );
	}

	/** An answer without ids: a row's key in its place. */
	private function plain( mixed $answer, Ledger $ledger ): mixed {
		return match ( true ) {
			$answer instanceof Task => [ 'id' => null ] + get_object_vars( $answer ),
			is_array( $answer ) => array_map( fn ( mixed $one ): mixed => $this->plain( $one, $ledger ), $answer ),
			is_int( $answer ) && $ledger->find( $answer ) !== null => $ledger->find( $answer )->key,
			default => $answer,
		};
	}

	/**
	 * @param list<Task> $rows
	 * @return list<Task>
	 */
	private function sorted( array $rows ): array {
		usort( $rows, static fn ( Task $one, Task $other ): int => $one->id <=> $other->id );
		return $rows;
	}
}
