<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderSheet;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderSheet\RecordedMoney;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the order box says of the money of its invoice: in each state, and not where nobody knows. */
final class RecordedMoneyTest extends TestCase {

	private World $world;

	/** @return array<string, array{list<string>, array{int|null, int|null, bool}|null}> paid, left, is off. */
	public static function histories(): array {
		return [
			'awaits its money'                 => [ [], [ 0, 6000, false ] ],
			'paid'                             => [ [ 'paid' ], [ 6000, 0, false ] ],
			'paid, a part refunded'            => [ [ 'paid', 'refund 12' ], [ 6000, 0, false ] ],
			'and not recorded as paid back'    => [ [ 'back off', 'paid', 'refund 12' ], [ 6000, 0, false ] ],
			'refused at the door, then paid'   => [ [ 'refund 12', 'paid' ], [ 4800, 0, false ] ],
			'a part refunded, not paid yet'    => [ [ 'refund 12' ], [ 0, 4800, false ] ],
			'paid, all refunded'               => [ [ 'paid', 'refund 60' ], [ 6000, 0, false ] ],
			'recording is off, not paid'       => [ [ 'off' ], null ],
			'recording is off, paid'           => [ [ 'off', 'paid' ], [ null, null, true ] ],
			'off, paid, a part refunded'       => [ [ 'off', 'paid', 'refund 12' ], [ null, null, true ] ],
			'recording was off, and is on now' => [ [ 'off', 'paid', 'on' ], [ null, null, true ] ],
			'recorded, and off since'          => [ [ 'paid', 'off' ], [ 6000, 0, false ] ],
			'Sellsy has seen more'             => [ [ 'seen 25' ], [ 0, 2500, false ] ],
			'Sellsy has not looked since'      => [ [ 'paid', 'seen 60' ], [ 6000, 0, false ] ],
			'a draft'                          => [ [ 'draft', 'paid' ], null ],
		];
	}

	/**
	 * @param list<string>                  $steps
	 * @param array{int|null, int|null, bool}|null $said
	 */
	#[DataProvider( 'histories' )]
	public function test_what_is_said( array $steps, ?array $said ): void {
		$this->begin( $steps );
		foreach ( $steps as $step ) {
			$this->take( $step );
			$this->world->pass_time( 5 );
		}
		$document = $this->invoice();
		$money    = $document->money;

		self::assertSame( $said, $money === null ? null : [ $document->paid(), $document->due(), $money->is_off ] );
	}

	/**
	 * Only of money that had come the box says that its way back was not recorded.
	 *
	 * @testWith [["back off", "paid", "refund 12"], true]
	 *           [["back off", "refund 12", "paid"], false]
	 *           [["back off", "refund 12"], false]
	 * @param list<string> $steps
	 */
	public function test_a_refund_gives_back_what_had_come( array $steps, bool $gives_back ): void {
		$this->begin( $steps );
		foreach ( $steps as $step ) {
			$this->take( $step );
			$this->world->pass_time( 5 );
		}
		$sheet = $this->world->engine->read_order_sheet()->read( 7 );
		$notes = array_filter(
			$sheet->documents,
			static fn ( SheetDocument $one ): bool => $one->document->kind === DocumentKind::CreditNote
		);

		self::assertSame( [ $gives_back ], array_column( $notes, 'gives_money_back' ) );
	}

	/** Earlier releases did not keep what a payment was worth. */
	public function test_a_payment_of_an_earlier_release_is_that_of_its_order(): void {
		self::assertSame( 6000, $this->with_payment( [ 'intent' => new Intent() ] )?->paid );
	}

	/** @return iterable<string, array{\Closure( Task ): Task, bool, int|null}> credit note, known, left. */
	public static function notes(): iterable {
		$as = static fn ( mixed ...$other ): \Closure => static fn ( Task $note ): Task => $note->with( $other );
		$by_hand = [
			'state'     => TaskState::Skipped,
			'problem'   => new Problem( ProblemCode::DoneByHand ),
			'remote_id' => 0,
		];
		yield 'a final one' => [ $as(), true, 4800 ];
		yield 'a draft takes nothing off yet' => [ $as( remote_number: '' ), true, 6000 ];
		yield 'a final one whose worth nobody knows' => [ $as(), false, null ];
		yield 'a draft whose worth nobody knows' => [ $as( remote_number: '' ), false, 6000 ];
		yield 'one that a person made' => [ $as( ...$by_hand ), true, null ];
		yield 'one of another invoice' => [ $as( parent_id: 9 ), true, 6000 ];
	}

	/** @param \Closure( Task ): Task $changed */
	#[DataProvider( 'notes' )]
	public function test_a_credit_note_lowers_what_is_left( \Closure $changed, bool $is_known, ?int $left ): void {
		$this->begin( [] );
		$this->take( 'refund 12' );
		$this->world->pass_time( 5 );
		$is_note = static fn ( Task $task ): bool => $task->key->effect === Effect::CreateCreditNote;
		$rows    = array_map(
			static fn ( Task $task ): Task => $is_note( $task ) ? $changed( $task ) : $task,
			$this->world->ledger->for_order( 7 )
		);
		$notes   = array_column( array_filter( $rows, $is_note ), 'id' );
		$money   = RecordedMoney::of(
			$this->world->row(),
			$rows,
			$this->world->report->documents( $is_known ? [ 1, ...$notes ] : [ 1 ] ),
			$this->world->shop->orders[7],
			$this->world->shop->settings->payments
		);
		self::assertSame( $left, $money?->left );
	}

	public function test_what_a_person_looks_after_is_not_told(): void {
		$by_hand = [
			'state'   => TaskState::Skipped,
			'problem' => new Problem( ProblemCode::DoneByHand ),
		];
		self::assertNull( $this->with_payment( $by_hand ) );
	}

	/** @param array<string, mixed> $changes of the row that recorded it. */
	private function with_payment( array $changes ): ?RecordedMoney {
		$this->begin( [] );
		$this->take( 'paid' );
		$this->world->pass_time( 5 );
		return RecordedMoney::of(
			$this->world->row(),
			array_map(
				static fn ( Task $task ): Task => $task->key->effect === Effect::RecordPayment
					? $task->with( $changes )
					: $task,
				$this->world->ledger->for_order( 7 )
			),
			$this->world->report->documents( [ 1 ] ),
			$this->world->shop->orders[7],
			$this->world->shop->settings->payments
		);
	}

	/** @param list<string> $steps */
	private function begin( array $steps ): void {
		$this->world = new World( finalise: ! in_array( 'draft', $steps, true ) );
		$this->world->change_settings(
			[
				'payments'   => [
					'enabled'  => ! in_array( 'off', array_slice( $steps, 0, 1 ), true ),
					'pay_back' => ! in_array( 'back off', $steps, true ),
					'methods'  => [
						[
							'gateway'   => 'bacs',
							'method_id' => 4,
						],
					],
				],
				'creditnote' => [ 'enabled' => true ],
			]
		);
		$this->world->order( 7, ht: '50.00', vat: '10.00' );
		$this->set(
			[
				'paid_at' => null,
				'payment' => new OrderPayment( 'bacs', 'Virement' ),
			]
		);
	}

	private function take( string $step ): void {
		[ $what, $amount ] = explode( ' ', "$step " );
		match ( $what ) {
			'paid'    => $this->set(
				[
					'paid_at' => $this->world->clock->now(),
					'payment' => new OrderPayment( 'bacs', 'Virement', is_paid: true ),
				]
			),
			'refund'  => $this->refund( $amount ),
			'off', 'on' => $this->world->change_settings( [ 'payments' => [ 'enabled' => $what === 'on' ] ] ),
			'seen'    => $this->world->seen->states[1] = [
				'id'     => $this->world->row()->remote_id,
				'status' => 'due',
				'due'    => (int) $amount * 100,
				'at'     => $this->world->clock->now(),
				'hint'   => null,
			],
			default   => null,
		};
	}

	private function refund( string $amount ): void {
		$this->world->shop->refunds[7] = [
			new RefundSnapshot(
				id: 900,
				amount: Decimal::from_string( $amount ),
				lines: [],
				reason: '',
				created_at: $this->world->clock->now(),
				is_paid_back: true
			),
		];
		$this->set( $amount === '60' ? [ 'status' => 'refunded' ] : [], OrderEvent::REFUNDED );
	}

	/** @param array<string, mixed> $changes */
	private function set( array $changes, string $event = OrderEvent::STATUS ): void {
		$this->world->shop->orders[7] = new OrderSnapshot(
			...[ ...get_object_vars( $this->world->shop->orders[7] ), ...$changes ]
		);
		$this->world->fire( 7, $event );
		$this->world->pass_time( 5 );
	}

	private function invoice(): SheetDocument {
		return $this->world->engine->read_order_sheet()->read( 7 )->documents[1]
			?? self::fail( 'No invoice was made.' );
	}

	/** @return iterable<string, array{array<string, mixed>, array<string, mixed>, array<string, mixed>, bool}> */
	public static function unknowns(): iterable {
		$gone    = [
			'state'   => TaskState::Attention,
			'problem' => new Problem( ProblemCode::DocumentGone ),
		];
		$found   = [
			'state'   => TaskState::Attention,
			'problem' => new Problem( ProblemCode::PaymentElsewhere ),
		];
		$lost    = [
			'state'     => TaskState::Queued,
			'remote_id' => 0,
			'sent_at'   => new \DateTimeImmutable( '2026-03-02 10:00:00' ),
		];
		$unknown = [ 'incl_tax' => null ];
		yield 'all is known' => [ [], [], [], true ];
		yield 'a draft' => [ [ 'remote_number' => '' ], [], [], false ];
		yield 'one that was deleted at Sellsy' => [ $gone, [], [], false ];
		yield 'one that a person linked' => [ [ 'intent' => new Intent( Intent::LINKED ) ], [], [], false ];
		yield 'nobody knows what it is worth' => [ [], [], $unknown, false ];
		yield 'it is in another currency' => [ [], [], [ 'currency' => 'USD' ], false ];
		yield 'money was found elsewhere' => [ [], $found, [], false ];
		yield 'the answer to its payment was lost' => [ [], $lost, [], false ];
		yield 'its payment is worked again' => [ [], [ 'state' => TaskState::Queued ], [], false ];
	}

	/**
	 * @param array<string, mixed> $invoice  what is otherwise in its row,
	 * @param array<string, mixed> $payment  in that of its payment,
	 * @param array<string, mixed> $reported and in the report.
	 */
	#[DataProvider( 'unknowns' )]
	public function test_each_reason_alone_is_enough_to_say_nothing(
		array $invoice,
		array $payment,
		array $reported,
		bool $is_said,
	): void {
		$this->begin( [] );
		$this->take( 'paid' );
		$this->world->pass_time( 5 );
		$changes  = fn ( Task $task ): array => match ( $task->key->effect ) {
			Effect::CreateInvoice => $invoice,
			Effect::RecordPayment => $payment,
			default               => [],
		};
		$rows     = array_map(
			static fn ( Task $task ): Task => $task->with( $changes( $task ) ),
			$this->world->ledger->for_order( 7 )
		);
		$document = $this->world->report->documents( [ 1 ] )[1];
		$money    = RecordedMoney::of(
			array_column( $rows, null, 'id' )[1],
			$rows,
			[ 1 => new ReportedDocument( ...[ ...get_object_vars( $document ), ...$reported ] ) ],
			$this->world->shop->orders[7],
			$this->world->shop->settings->payments
		);
		self::assertSame( $is_said ? 6000 : null, $money?->paid );
	}
}
