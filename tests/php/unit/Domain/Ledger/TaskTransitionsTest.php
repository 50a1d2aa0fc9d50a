<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Ledger;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Answers;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FollowTransitions;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\TestCase;

/** Each change on a row in each state: allowed or refused, what it sets and what it rests on. */
final class TaskTransitionsTest extends TestCase {

	private const NOW   = '10:00';
	private const LATER = '11:00';

	private const HELD  = 'state lock_token';
	private const READ  = 'state problem due_at parent_id remote_id';
	private const ENDED = ' lock_token= locked_until= problem=';
	private const MADE  = ' remote_type=invoice remote_id=77 remote_number=F-1 checked_at= made_at=09:00';
	private const ANEW  = 'state=queued attempts=0 due_at=11:00 problem=';

	/**
	 * From which states (Queued, Working, Done, Attention, Skipped); what is set; what must be as it was seen. The row
	 * made the draft invoice 77 once, has an unmapped tax for its problem, was tried twice and is due at eleven.
	 */
	private const TABLE = [
		'ruled'             => [ '', '', '' ],
		'ruled, nothing made' => [ 'W', 'rule_id=8 awaits_person=1', self::HELD ],
		'sent'              => [ 'W', 'sent_at=10:00 intent=KEY/10.00/new problem= locked_until=10:05', self::HELD ],
		'not_sent'          => [ 'W', 'sent_at=', self::HELD ],
		'remembered'        => [ 'W', 'remote_type=payment remote_id=5', self::HELD ],
		'made'              => [ 'W', 'state=done' . self::ENDED . self::MADE, self::HELD ],
		'made another'      => [
			'W',
			'state=done' . self::ENDED
				. ' remote_type=invoice remote_id=78 remote_number=F-1 checked_at= made_at=10:00',
			self::HELD,
		],
		'made, to look at'  => [ 'W', 'state=attention' . self::ENDED . 'no_email' . self::MADE, self::HELD ],
		'done'              =>
			[ 'W', 'state=done' . self::ENDED . ' remote_type=payment remote_id=5 checked_at=10:00', self::HELD ],
		'stopped'           => [ 'W', 'state=attention' . self::ENDED . 'no_email', self::HELD ],
		'left_out'          => [ 'W', 'state=skipped' . self::ENDED . 'no_email answers= asked=', self::HELD ],
		'released'          => [ 'W', 'state=queued' . self::ENDED . 'no_email due_at=11:00 attempts=2', self::HELD ],
		'released for free' => [ 'W', 'state=queued' . self::ENDED . 'no_email due_at=11:00 attempts=1', self::HELD ],
		'sent_anew'         => [
			'D',
			'state=queued attempts=0 due_at=10:00 problem= sent_at= asked=1 parent_id=8',
			'state sent_at parent_id',
		],
		'due_again'         => [ 'QAS', 'state=queued attempts=0 due_at=10:00', 'state problem' ],
		'due_again, asked'  => [ 'QAS', 'state=queued attempts=0 due_at=10:00 asked=1', 'state problem' ],
		'due_again, moves'  =>
			[ 'QAS', 'state=queued attempts=0 due_at=10:00 asked=1 moves_payments=1', 'state problem' ],
		'due_again, says'   =>
			[ 'QAS', 'state=queued attempts=0 due_at=10:00 intent=KEY/10.00/says', 'state problem sent_at due_at' ],
		'reopened'          => [ 'S', self::ANEW . ' parent_id=7', self::READ ],
		'reopened, sooner'  => [ 'QS', 'state=queued attempts=0 due_at=10:00 problem= parent_id=7', self::READ ],
		'reopened, moved'   => [ 'QAS', self::ANEW . ' parent_id=8', self::READ ],
		'reopened, again'   => [ 'DS', self::ANEW . ' parent_id=7', self::READ ],
		'followed'          => [ 'QDAS', 'state=queued attempts=0 due_at=10:00 problem=', 'state' ],
		'taken_over'        =>
			[ 'S', 'state=queued attempts=0 due_at=10:00 problem= origin=0', 'state problem sent_at origin' ],
		'backfilled'        =>
			[ 'S', 'state=queued attempts=0 due_at=10:00 problem= origin=9', 'state problem origin' ],
		'settled'           => [ 'A', 'state=done problem= checked_at=10:00', 'state problem remote_id' ],
		'settled by hand'   =>
			[ 'A', 'state=skipped problem=no_email checked_at=10:00 parent_id=8', 'state problem remote_id' ],
		'checked'           => [ 'DA', 'checked_at=10:00', 'state remote_id' ],
		'numbered'          => [ 'QWDAS', 'remote_number=F-1', 'remote_id' ],
		'numbered, another' => [ '', '', '' ],
		'held'              => [
			'QAS',
			'state=skipped lock_token=new locked_until= problem=being_linked parent_id=8',
			'state problem due_at sent_at remote_id',
		],
		'put_back'          => [
			'S',
			'state=attention lock_token= problem=tax_unmapped parent_id=7',
			self::HELD,
		],
		'broken'            => [
			'S',
			'state=attention lock_token= problem=link_broken',
			'state problem lock_token',
		],
		'linked'            => [
			'S',
			'state=done' . self::ENDED . ' remote_type=invoice remote_id=77 remote_number=F-1 sent_at='
				. ' intent=linked/0/says checked_at= made_at=10:00',
			self::HELD,
		],
		'asked'             => [
			'QAS',
			'state=attention problem=no_email parent_id=8',
			'state problem remote_id',
		],
		'unlinked'          => [
			'DA',
			'state=skipped problem=done_by_hand remote_type= remote_id=0 remote_number= sent_at= intent=//'
				. ' checked_at=10:00 made_at=',
			'state remote_id',
		],
		'forgotten'         => [
			'DA',
			'state=skipped problem=step_not_wanted remote_type= remote_id=0 sent_at= intent=// answers='
				. ' checked_at=10:00',
			'state remote_id',
		],
		'adopted'           => [ 'W', 'intent=/60.00/ remote_type=payment remote_id=9 sent_at=', self::HELD ],
		'begun'             => [ 'W', 'intent=on-hold//', self::HELD ],
		'noticed'           => [
			'QDS',
			'intent=// state=queued attempts=0 due_at=10:00 problem= parent_id=7',
			self::READ,
		],
		'set_aside'         => [ 'Q', 'state=attention problem=no_email', 'state problem' ],
		'lost'              => [ 'DA', 'state=attention problem=no_email checked_at=10:00', 'state remote_id' ],
		'withdrawn'         => [
			'DA',
			'state=skipped problem=no_email checked_at=10:00 remote_type= remote_id=0 remote_number= sent_at=',
			'state remote_id',
		],
		'withdrawn, kept'   =>
			[ 'DA', 'state=skipped problem=document_cancelled checked_at=10:00', 'state remote_id' ],
		'replaced'          => [ 'AS', 'state=skipped problem=no_email checked_at=10:00', 'state problem remote_id' ],
		'reinstated'        => [ '', '', '' ],
		'given_up'          => [ 'W', 'remote_type= remote_id=0 remote_number= answers=', self::HELD ],
		'begun_anew'        => [
			'D',
			'state=skipped problem=step_not_wanted parent_id=8 remote_type= remote_id=0 remote_number= sent_at=',
			'state parent_id remote_id',
		],
		'handed_over'       => [ 'QDAS', 'parent_id=8', 'state parent_id' ],
	];

	/** @dataProvider changes */
	public function test_a_change_is_allowed_from_its_states_and_sets_what_it_says( string $name ): void {
		[ $from, $set, $as_seen ] = self::TABLE[ $name ];
		$allowed                  = '';
		foreach ( TaskState::cases() as $state ) {
			$fields = match ( $name ) {
				'unlinked' => [ 'intent' => new Intent( Intent::LINKED ) ],
				'linked'   => [ 'lock_token' => 'held' ],
				default    => [],
			};
			$row    = self::row( $state, ...$fields );
			$change = self::change( $name, $row );
			if ( $change !== null ) {
				$allowed .= ucfirst( $state->value )[0];
				self::assertSame( $set, self::plain( $change->set ), $state->value );
				self::assertSame( $as_seen, implode( ' ', $change->as_seen ), $state->value );
				self::assertSame( ! in_array( $name, [ 'checked', 'begun' ], true ), $change->is_news );
				self::assertSame( $row->key, $change->seen->key );
				self::assertSame( $change->after()->outcome, $change->written()['outcome'] ?? $change->seen->outcome );
			}
		}
		self::assertSame( $from, $allowed );
	}

	/** @return iterable<string, array{string}> */
	public static function changes(): iterable {
		foreach ( array_keys( self::TABLE ) as $name ) {
			yield $name => [ $name ];
		}
	}

	public function test_the_table_holds_every_change(): void {
		$tested = preg_replace( '/,? .*/', '', array_keys( self::TABLE ) );
		// Of many rows at once: LedgerContract.
		$all    = TaskTransitions::FROM + LinkTransitions::FROM + FollowTransitions::FROM + LossTransitions::FROM;
		$known  = array_diff( array_keys( $all ), [ 'resumed' ] );
		self::assertSame( array_values( $known ), array_values( array_unique( (array) $tested ) ) );
	}

	public function test_the_row_that_comes_out_differs_in_what_is_set_only(): void {
		$row     = self::row( TaskState::Working );
		$changed = TaskTransitions::done( $row, 'payment', 5, self::at( self::NOW ) )?->after() ?? self::fail();
		$set     = [ 'state', 'lock_token', 'locked_until', 'remote_type', 'remote_id', 'problem' ];
		$others  = static fn ( Task $one ): array => array_diff_key( get_object_vars( $one ), array_flip( $set ) );
		self::assertSame(
			[ TaskState::Done, '', null ],
			[ $changed->state, $changed->lock_token, $changed->locked_until ]
		);
		self::assertSame( [ 'payment', 5, null ], [ $changed->remote_type, $changed->remote_id, $changed->problem ] );
		self::assertSame( $others( $row ), $others( $changed ) );
	}

	public function test_nobody_changes_a_row_in_work_without_its_token(): void {
		$row     = self::row( TaskState::Working, lock_token: '' );
		$allowed = array_filter(
			array_keys( self::TABLE ),
			static fn ( string $name ): bool => self::change( $name, $row ) !== null
		);
		self::assertSame( [ 'numbered' ], array_values( $allowed ) );
	}

	public function test_what_was_done_by_hand_is_opened_by_a_person_only_who_knows_it(): void {
		$row = self::row( TaskState::Skipped, problem: new Problem( ProblemCode::DoneByHand ) );
		foreach ( [
			'due_again, asked',
			'reopened',
			'reopened, moved',
			'reopened, again',
			'taken_over',
			'backfilled',
		] as $name ) {
			self::assertNull( self::change( $name, $row ), $name );
		}
		self::assertNotNull( TaskTransitions::due_again( $row, self::at( self::NOW ), by_hand: true ) );
	}

	/** @dataProvider stopped_rows */
	public function test_a_row_that_stopped_is_reopened_for(
		ProblemCode $code,
		int $remote_id,
		bool $once,
		bool $again,
	): void {
		$row = self::row( TaskState::Attention, problem: new Problem( $code ), remote_id: $remote_id );
		self::assertSame( $once, self::change( 'reopened', $row ) !== null );
		self::assertSame( $again, self::change( 'reopened, again', $row ) !== null );
	}

	/** @return iterable<string, array{ProblemCode, int, bool, bool}> */
	public static function stopped_rows(): iterable {
		yield 'a cause of its own' => [ ProblemCode::TaxUnmapped, 77, false, false ];
		yield 'a cause of its own, nothing made' => [ ProblemCode::TaxUnmapped, 0, false, true ];
		yield 'its document is gone' => [ ProblemCode::DocumentGone, 77, true, true ];
		yield 'its document was cancelled' => [ ProblemCode::DocumentCancelled, 77, true, true ];
		yield 'its draft is to be deleted' => [ ProblemCode::DraftToDelete, 77, false, true ];
		yield 'its draft cannot be written' => [ ProblemCode::DraftNotWritable, 77, false, true ];
		yield 'it differs from its order' => [ ProblemCode::DiffersFromOrder, 77, false, true ];
		yield 'its refund was undone' => [ ProblemCode::RefundUndone, 77, false, true ];
	}

	public function test_a_back_fills_row_is_taken_over_until_it_is_sent(): void {
		$of_backfill = [ 'origin' => new Origin( 9, true ) ];
		self::assertNotNull(
			self::change( 'taken_over', self::row( TaskState::Queued, ...$of_backfill, sent_at: null ) )
		);
		self::assertNull( self::change( 'taken_over', self::row( TaskState::Queued, ...$of_backfill ) ) );
		self::assertNull(
			self::change( 'backfilled', self::row( TaskState::Skipped, ...$of_backfill ) ),
			'It left this out itself.'
		);
	}

	public function test_an_email_that_may_have_left_is_not_sent_anew_before_a_person_says_whether_it_did(): void {
		foreach ( [ TaskState::Queued, TaskState::Attention, TaskState::Skipped ] as $state ) {
			self::assertNull( self::change( 'sent_anew', self::row( $state ) ), $state->value );
			self::assertNotNull( self::change( 'sent_anew', self::row( $state, sent_at: null ) ), $state->value );
		}
	}

	public function test_settling_forgets_what_is_gone(): void {
		$gone   = self::row( TaskState::Attention, problem: new Problem( ProblemCode::DocumentGone ) );
		$change = self::change( 'settled', $gone );
		self::assertSame(
			'state=done problem= checked_at=10:00 remote_type= remote_id=0',
			self::plain( $change->set ?? [] )
		);
	}

	public function test_what_was_cancelled_is_back_and_says_so_until_it_has_another(): void {
		$cancelled = [ 'problem' => new Problem( ProblemCode::DocumentCancelled ) ];
		foreach ( [ TaskState::Attention, TaskState::Skipped ] as $state ) {
			$change = self::change( 'reinstated', self::row( $state, ...$cancelled ) );
			self::assertSame( 'state=done problem= checked_at=10:00', self::plain( $change->set ?? [] ) );
		}
		foreach ( [ 'reopened, again', 'taken_over', 'backfilled' ] as $name ) {
			$change = self::change( $name, self::row( TaskState::Skipped, ...$cancelled ) );
			self::assertTrue( $change?->after()->has_cancelled_document(), $name );
		}
		$payment = self::row( TaskState::Done, key: new TaskKey( 1, Effect::RecordPayment ) );
		self::assertSame( 77, self::change( 'begun_anew', $payment )?->after()->remote_id, 'Money stays.' );
		$held = self::row( TaskState::Working, ...$cancelled );
		self::assertNull( self::change( 'given_up', $held )?->after()->sent_at, 'What came of it is known.' );
	}

	public function test_an_answer_is_to_the_very_question_and_only_where_one_was_asked(): void {
		$asks = static fn ( TaskState $state ): Answers =>
			( TaskTransitions::due_again( self::row( $state ), self::at( self::NOW ) ) ?? self::fail() )
				->answering( is_done: true )
				->after()->answers;
		self::assertSame( '', $asks( TaskState::Queued )->text() );
		$question = self::row( TaskState::Attention )->problem ?? self::fail();
		$answers  = Answers::read( $asks( TaskState::Attention )->text() );
		$other    = new Problem( $question->code, [ 'rate_id' => 99 ] + $question->facts );
		self::assertSame(
			[ true, true, false, false ],
			[
				$answers->want( $question ),
				$answers->know( $question ),
				$answers->know( $other ),
				$answers->with( $question, false )->want( $question ),
			]
		);
		self::assertFalse( $answers->without( $question->code )->are_about( $question->code ) );
		self::assertSame( '', Answers::read( 'not what this release writes' )->text() );
		foreach ( ProblemCode::cases() as $code ) {
			$answers = $answers->with( new Problem( $code, [ 'amount' => '1' ] ), true );
		}
		self::assertLessThan( 500, strlen( $answers->text() ), 'They fit their column.' );
	}

	public function test_what_makes_no_document_has_no_moment_at_which_it_was_made(): void {
		$row = self::row( TaskState::Working, key: new TaskKey( 1, Effect::ValidateInvoice ) );
		self::assertNull( self::change( 'made', $row )?->after()->made_at );
	}

	private static function change( string $name, Task $task ): ?TaskChange {
		$now     = self::at( self::NOW );
		$later   = self::at( self::LATER );
		$problem = new Problem( ProblemCode::NoEmail );
		return match ( $name ) {
			'ruled'             => TaskTransitions::ruled( $task, 8, true ),
			'ruled, nothing made' => TaskTransitions::ruled( $task->with( [ 'remote_id' => 0 ] ), 8, true ),
			'sent'              => TaskTransitions::sent( $task, new Intent( 'KEY', '10.00', 'new' ), $now ),
			'not_sent'          => TaskTransitions::not_sent( $task ),
			'remembered'        => TaskTransitions::remembered( $task, 'payment', 5 ),
			'made'              => TaskTransitions::made( $task, self::document( 77 ), $now ),
			'made another'      => TaskTransitions::made( $task, self::document( 78 ), $now ),
			'made, to look at'  => TaskTransitions::made( $task, self::document( 77 ), $now, $problem ),
			'held'              => LinkTransitions::held( $task, 'new', 8, [] ),
			'put_back'          => LinkTransitions::put_back( $task, self::row( TaskState::Attention ) ),
			'begun'             => FollowTransitions::begun( $task, 'on-hold' ),
			'noticed'           => FollowTransitions::noticed( $task, $now, 7 ),
			'broken'            => LinkTransitions::broken( $task ),
			'asked'             => LinkTransitions::asked( $task, $problem, 8, true ),
			'linked'            => LinkTransitions::linked( $task, self::document( 77 ), 'says', $now ),
			'done'              => TaskTransitions::done( $task, 'payment', 5, $now ),
			'stopped'           => TaskTransitions::stopped( $task, $problem ),
			'left_out'          => TaskTransitions::left_out( $task, $problem ),
			'released'          => TaskTransitions::released( $task, $later, $problem, true ),
			'released for free' => TaskTransitions::released( $task, $later, $problem, false ),
			'sent_anew'         => TaskTransitions::sent_anew( $task, 8, $now ),
			'due_again'         => TaskTransitions::due_again( $task, $now ),
			'due_again, asked'  => TaskTransitions::due_again( $task, $now, asked: true ),
			'due_again, moves'  => TaskTransitions::due_again( $task, $now, asked: true, moves_payments: true ),
			'due_again, says'   => TaskTransitions::due_again( $task, $now, says: 'says' ),
			'reopened'          => TaskTransitions::reopened( $task, $later, 7, false ),
			'reopened, sooner'  => TaskTransitions::reopened( $task, $now, 7, false ),
			'reopened, moved'   => TaskTransitions::reopened( $task, $later, 8, false ),
			'reopened, again'   => TaskTransitions::reopened( $task, $later, 7, true ),
			'followed'          => TaskTransitions::followed( $task, $now ),
			'taken_over'        => TaskTransitions::taken_over( $task, $now ),
			'backfilled'        => TaskTransitions::backfilled( $task, new Origin( 9 ), $now ),
			'settled'           => TaskTransitions::settled( $task, $now ),
			'settled by hand'   => TaskTransitions::settled( $task, $now, $problem, 8 ),
			'set_aside'         => FollowTransitions::set_aside( $task, $problem ),
			'unlinked'          => LinkTransitions::unlinked( $task, $now ),
			'forgotten'         => LinkTransitions::forgotten( $task, $now ),
			'lost'              => LossTransitions::lost( $task, $problem, $now ),
			'withdrawn'         => LossTransitions::withdrawn( $task, $problem, $now ),
			'withdrawn, kept'   =>
				LossTransitions::withdrawn( $task, new Problem( ProblemCode::DocumentCancelled ), $now ),
			'replaced'          => LossTransitions::replaced( $task, $problem, $now ),
			'reinstated'        => LossTransitions::reinstated( $task, null, $now ),
			'given_up'          => LossTransitions::given_up( $task ),
			'begun_anew'        => LossTransitions::begun_anew( $task, 8 ),
			'handed_over'       => LossTransitions::handed_over( $task, 8 ),
			'adopted'           => LinkTransitions::adopted( $task, new Intent( '', '60.00' ), 'payment', 9 ),
			'checked'           => TaskTransitions::checked( $task, $now ),
			'numbered'          => TaskTransitions::numbered( $task, self::document( 77 ) ),
			'numbered, another' => TaskTransitions::numbered( $task, self::document( 78 ) ),
			default             => self::fail( "No change is called $name." ),
		};
	}

	private static function row( TaskState $state, mixed ...$fields ): Task {
		$lock = $state === TaskState::Working ? 'token' : '';
		$row  = Row::of(
			Effect::CreateInvoice,
			id: 3,
			parent_id: 7,
			state: $state,
			attempts: 2,
			due_at: self::at( self::LATER ),
			lock_token: $lock,
			sent_at: self::at( '09:00' ),
			intent: new Intent( 'KEY', '10.00', 'was' ),
			remote_type: 'invoice',
			remote_id: 77,
			problem: new Problem( ProblemCode::TaxUnmapped ),
			created_at: self::at( '08:00' ),
			updated_at: self::at( '09:00' ),
			made_at: self::at( '09:00' )
		);
		return $row->with( $fields );
	}

	private static function document( int $id ): RemoteDocument {
		$amounts = new ComputedDocument( [], Decimal::zero(), Decimal::zero() );
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: $id,
			number: 'F-1',
			status: 'due',
			key: 'KEY',
			amounts: $amounts,
			created: ''
		);
	}

	private static function at( string $time ): \DateTimeImmutable {
		return new \DateTimeImmutable( "2026-03-02 $time:00", new \DateTimeZone( 'UTC' ) );
	}

	/** @param array<string, mixed> $set */
	private static function plain( array $set ): string {
		$texts = array_map(
			static fn ( mixed $value ): string => match ( true ) {
				$value instanceof \DateTimeImmutable => $value->format( 'H:i' ),
				$value instanceof TaskState          => $value->value,
				$value instanceof Problem            => $value->code->value,
				$value instanceof Intent             => "$value->key/$value->excl_tax/$value->snapshot_hash",
				$value instanceof Answers            => $value->text(),
				$value instanceof Origin             => (string) $value->backfill_id,
				default                              => (string) $value,
			},
			$set
		);
		$pair = static fn ( string $field, string $text ): string => "$field=$text";
		return implode( ' ', array_map( $pair, array_keys( $texts ), $texts ) );
	}
}
