<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * Whoever records the money of an order, and whenever: it stands in Sellsy once, or somebody is asked.
 *
 * @assumes payment-lowers-due
 */
final class MoneyTableTest extends TestCase {

	private World $world;

	private int $payment = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->world = new World( finalise: true );
		$method      = static fn ( string $gateway, int $id ): array => [
			'gateway'   => $gateway,
			'method_id' => $id,
		];
		$this->world->change_settings(
			[
				'payments' => [
					'enabled'  => true,
					'pay_back' => true,
					'methods'  => [ $method( 'bacs', 4 ), $method( 'gift_card', 9 ) ],
				],
				'creditnote' => [ 'enabled' => true ],
				'refunds'  => [
					'of_draft'         => 'update',
					'credit_cancelled' => true,
				],
			]
		);
		$this->world->order( 1, ht: '50.00', vat: '10.00' );
		$lines = [ $this->line( 10, '40' ), $this->line( 11, '10' ) ];
		$this->change(
			[
				'lines'   => $lines,
				'paid_at' => null,
				'payment' => new OrderPayment( 'bacs', 'Virement' ),
			]
		);
	}

	/**
	 * @dataProvider histories
	 * @param list<string> $steps
	 */
	public function test_what_stands_and_what_asks(
		array $steps,
		string $stands,
		string $asks = '',
		string $due = '',
	): void {
		$first = [ 'draft', 'drafted credit', 'no credits', 'sales order', 'gift 20', 'gift 60', 'recording off' ];
		foreach ( array_intersect( $steps, $first ) as $step ) {
			$this->take( $step );
		}
		$this->world->fire( 1 );
		$this->world->pass_time( 3 );
		foreach ( array_diff( $steps, $first ) as $step ) {
			$this->take( $step );
			$this->world->pass_time( 5 );
		}
		$this->world->pass_time( 400 );
		$money = new StandingMoney( $this->world );
		self::assertSame( [ $stands, $asks ], [ $money->stands(), $money->asks() ] );
		if ( $due !== '' ) {
			self::assertSame( $due, $this->due() );
		}
	}

	public function test_a_payment_of_which_nothing_came_says_so_and_waits_for_nothing(): void {
		$this->world->fire( 1 );
		foreach ( [ 'refund 60', 'paid' ] as $step ) {
			$this->world->pass_time( 5 );
			$this->take( $step );
		}
		$this->world->pass_time( 400 );
		$row = $this->row( Effect::RecordPayment );
		self::assertSame( [ TaskState::Skipped, ProblemCode::NothingCame ], [ $row->state, $row->problem?->code ] );
		self::assertSame( Outcome::LeftOut, $row->outcome );
	}

	/** @return array<string, array{string, string}> transfers, and which part is asked about once the last is gone. */
	public static function transfers(): array {
		return [
			'one for the gift card'           => [ '25 15 20', 'gift_card:77' ],
			'two for the gift card'           => [ '40 12 8', 'gift_card:77' ],
			'two for the rest, the gift first' => [ '20 15 25', '' ],
			'all of as much, the newest first' => [ '20 20 20', '' ],
			'as none of the parts'            => [ '50 5 5', ', gift_card:77' ],
		];
	}

	/** @dataProvider transfers */
	public function test_of_several_parts_that_one_is_asked_about_whose_payment_is_gone(
		string $transfers,
		string $asks,
	): void {
		$this->take( 'gift 20' );
		$this->world->fire( 1 );
		foreach ( [ 'looks', ...preg_replace( '/^/', 'owner ', explode( ' ', $transfers ) ), 'paid' ] as $step ) {
			$this->world->pass_time( 5 );
			$this->take( $step );
		}
		$this->world->pass_time( 400 );
		$this->take( 'looks' );
		$this->take( 'one off' );
		$this->world->pass_time( 400 );
		$gone = array_filter(
			$this->world->ledger->for_order( 1 ),
			static fn ( Task $row ): bool => $row->asks( ProblemCode::PaymentGone )
		);
		$parts = array_map( static fn ( Task $row ): string => $row->key->part, $gone );
		self::assertSame( $asks, implode( ', ', $parts ) );
		self::assertNotSame( [], $gone );
	}

	/** @return array<string, array{list<string>, Effect, string}> steps, what asks, what it says. */
	public static function too_many(): array {
		$backs = [ ...array_fill( 0, 11, 'back 1' ), 'back 0.50', 'back 0.50' ];
		return [
			'that came'      => [ [ ...array_fill( 0, 15, 'owner 4' ), 'paid' ], Effect::RecordPayment, '60.00, 15' ],
			'that went back' => [
				[ 'drafted credit', 'paid', 'refund 12', ...$backs, 'retried back' ],
				Effect::PayBack,
				'12.00, 13, yes',
			],
		];
	}

	/**
	 * @dataProvider too_many
	 * @param list<string> $steps
	 */
	public function test_more_payments_than_a_row_can_name_say_so( array $steps, Effect $effect, string $says ): void {
		foreach ( array_intersect( $steps, [ 'drafted credit' ] ) as $step ) {
			$this->take( $step );
		}
		$this->world->fire( 1 );
		foreach ( array_diff( $steps, [ 'drafted credit' ] ) as $step ) {
			$this->world->pass_time( 5 );
			$this->take( $step );
		}
		$this->world->pass_time( 400 );
		$row   = $this->row( $effect );
		$facts = array_intersect_key( $row->problem->facts ?? [], array_flip( [ 'paid', 'many', 'back' ] ) );
		self::assertTrue( $row->asks( ProblemCode::PaymentElsewhere ) );
		self::assertSame( $says, implode( ', ', $facts ) );
	}

	/** @return array<string, array{list<string>, string, 2?: string, 3?: string}> */
	public static function histories(): array {
		return require dirname( __DIR__, 4 ) . '/fixtures/money-table.php';
	}

	/** What is due of each invoice, the newest last. */
	private function due(): string {
		$due = [];
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			if ( $row->key->effect === Effect::CreateInvoice && $row->remote_id > 0 ) {
				$left  = $this->world->payments->remaining_due( DocumentKind::Invoice, $row->remote_id );
				$due[] = $left->to_string();
			}
		}
		return implode( '/', $due );
	}

	private function take( string $step ): void {
		[ $what, $amount, $more, $last ] = explode( ' ', "$step   " );
		match ( $what ) {
			'draft'     => $this->world->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] ),
			'drafted'   => $this->world->change_settings( [ 'creditnote' => [ 'finalise' => 'manual' ] ] ),
			'no'        => $this->world->change_settings( [ 'creditnote' => [ 'enabled' => false ] ] ),
			'order'     => $this->delete_order(),
			'sales'     => $this->world->change_settings(
				[
					'order'   => [ 'enabled' => true ],
					'invoice' => [ 'trigger' => 'completed' ],
				]
			),
			'recording' => $this->record( $amount === 'on' ),
			'switched'  => $this->world->change_settings( [ 'payments' => [ 'enabled' => false ] ] ),
			'gift'      => $this->change(
				[
					'payment' => new OrderPayment(
						gateway: 'bacs',
						title: 'Virement',
						parts: [ new PartPayment( 'gift_card', '77', Decimal::from_string( $amount ) ) ]
					),
				]
			),
			'paid'      => $this->paid( $amount ),
			'refused'   => $this->world->sellsy->plan( 'create_payment', FailureKind::Rejected ),
			'unlinkable' => $this->world->sellsy->plan( 'link_payment', FailureKind::OutcomeUnknown ),
			'formerly'  => $this->paid( $amount, is_kept: false ),
			'cancelled' => $amount === 'in' ? $this->cancel_invoice() : $this->set( [ 'status' => 'cancelled' ] ),
			'status'    => $this->set( [ 'status' => $amount ] ),
			'saved'     => $this->set( [] ),
			'reissue'   => $this->world->reissue->now( 1 ),
			'again'     => $this->world->retry->retry( $this->row( Effect::CreateInvoice )->id ),
			'add'       => $this->add( $amount ),
			'upsell'    => $this->sell_more( $amount ),
			'refund'    => $this->refund( $amount ),
			'dispute'   => $this->refund( $amount, is_disputed: true ),
			'undone'    => $this->undone(),
			'chargeback' => $this->set( [ 'status' => 'failed' ] + $this->disputed( true ) ),
			'won'       => $this->set( [ 'status' => 'processing' ] + $this->disputed( false ) ),
			'credit'    => $this->answer( RowAct::CreditDispute ),
			'unpaid'    => $this->answer( RowAct::LeaveUnpaid ),
			'asked'     => $this->world->retry->retry( $this->disputed_row()->id ),
			'final'     => $this->make_final(),
			'owner'     => $this->owner( $amount, $more, $last ),
			'confirmed', 'rejected' => $this->world->payments->by_hand[ $this->payment ]['status'] = $what,
			'taken'     => $amount === 'up' ? $this->take_up() : $this->world->payments->links = [],
			'one'       => $this->lose_one( $amount, $more ),
			'debit'     => $this->lose_debit( $amount ),
			'ours'      => $this->lose_ours( $amount ),
			'deleted'   => [ $this->world->payments->links, $this->world->payments->made ] = [
				[],
				$amount === 'first' ? array_slice( $this->world->payments->made, 1, null, true ) : [],
			],
			'back'      => $this->pay_back( $amount, $more ),
			'note'      => $this->set_note( $amount ),
			'many'      => $this->many(),
			'looks'     => $this->look(),
			'days'      => $this->world->pass_time( 3000 ),
			'retried'   => $this->world->retry->retry(
				$this->row(
					match ( $amount ) {
						'back'   => Effect::PayBack,
						'credit' => Effect::CreateCreditNote,
						default  => Effect::RecordPayment,
					}
				)->id,
				by_hand: true
			),
			'down'      => $this->world->sellsy->is_down = true,
			'up'        => $this->world->sellsy->is_down = false,
			'lost'      => $this->world->sellsy->plan( 'create_payment', FailureKind::OutcomeUnknown ),
			'leave'     => $this->world->engine->task_acts()->carry_out(
				RowAct::LeaveIt,
				$this->row( $amount === 'back' ? Effect::PayBack : Effect::RecordPayment )
			),
			'record'    => $this->world->engine->task_acts()->carry_out(
				RowAct::RecordPayment,
				$this->row( $more === 'back' ? Effect::PayBack : Effect::RecordPayment ),
				shown: $amount
			),
		};
	}

	/** In Sellsy. */
	private function delete_order(): void {
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateOrder )->remote_id ] );
	}

	/** WooCommerce keeps the total with the date of the payment; the order may be edited before anybody looks. */
	private function paid( string $added, bool $is_kept = true ): void {
		$payment = [
			'paid_at' => $this->world->clock->now(),
			'taken'   => $is_kept ? $this->world->shop->orders[1]->total : null,
		];
		$this->set( $payment, OrderEvent::PAYMENT );
		if ( $added !== '' ) {
			$this->add( $added );
		}
	}

	private function owner( string $amount, string $more, string $last ): void {
		$kind          = $last === 'order' ? DocumentKind::Order : DocumentKind::Invoice;
		$document      = $this->row( Effect::create( $kind ) );
		$this->payment = $this->world->newest_payments->by_hand(
			document_id: $document->remote_id,
			amount: $amount,
			is_confirmed: $more !== 'pending',
			currency: $more === 'USD' ? 'USD' : 'EUR',
			total: $more === 'of' ? $last : '',
			paid_at: $more === 'today' ? $this->world->clock->now()->setTime( 0, 0 ) : $this->world->clock->now()
		);
	}

	/** In Sellsy. */
	private function lose_one( string $how, string $which ): void {
		$all = array_keys( $this->world->payments->by_hand );
		$id  = $which === 'first' ? $all[0] : $this->payment;
		foreach ( array_keys( $this->world->payments->links ) as $document ) {
			unset( $this->world->payments->links[ $document ][ $id ] );
		}
		if ( $how === 'elsewhere' ) {
			$this->world->payments->links[999][ $id ] = $this->world->payments->by_hand[ $id ]['total'];
		}
		if ( $how === 'partly' ) {
			$this->world->payments->links[999][ $id ] = '20';
		}
		if ( $how === 'deleted' ) {
			unset( $this->world->payments->by_hand[ $id ] );
		}
	}

	/** In Sellsy, the first that we recorded. */
	private function lose_ours( string $how ): void {
		$id = $this->row( Effect::RecordPayment )->remote_id;
		foreach ( array_keys( $this->world->payments->links ) as $document ) {
			unset( $this->world->payments->links[ $document ][ $id ] );
		}
		if ( $how === 'deleted' ) {
			unset( $this->world->payments->made[ $id ] );
		}
	}

	/** In Sellsy. */
	private function lose_debit( string $how ): void {
		$id = $this->row( Effect::PayBack )->remote_id;
		unset( $this->world->payments->links[ $this->row( Effect::CreateCreditNote )->remote_id ][ $id ] );
		if ( $how === 'elsewhere' ) {
			$this->world->payments->links[999][ $id ] = '12';
		}
		if ( $how === 'deleted' ) {
			unset( $this->world->payments->made[ $id ], $this->world->payments->by_hand[ $id ] );
		}
	}

	/** The shop keeps all its sales at this customer: no page holds what was paid of this one. */
	private function many(): void {
		$this->world->payments->newest = 2;
		$invoice                       = $this->row( Effect::CreateInvoice )->remote_id;
		foreach ( [ '7', '8', '9' ] as $amount ) {
			$id = $this->world->newest_payments->by_hand( $invoice, $amount );
			unset( $this->world->payments->links[ $invoice ][ $id ] );
		}
	}

	/** In Sellsy, on the credit note of the refund. */
	private function pay_back( string $amount, string $status ): void {
		$note          = $this->final_note();
		$this->payment = $this->world->newest_payments->by_hand( $note->id, $amount, is_debit: true );
		if ( $status !== '' ) {
			$this->world->payments->by_hand[ $this->payment ]['status'] = $status;
		}
		$this->world->pass_time( 65 );
	}

	private function set_note( string $where ): void {
		$this->world->payments->lowered[ $this->final_note()->id ] = match ( $where ) {
			'elsewhere' => '12',
			'partly'    => '7',
			default     => '0',
		};
		$this->world->pass_time( 65 );
	}

	private function final_note(): RemoteDocument {
		$note = $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote )->remote_id ];
		if ( $note->number === '' ) {
			$this->world->invoicing->finalised( $note );
		}
		return $note;
	}

	/** In Sellsy, once nothing stands on it. */
	private function cancel_invoice(): void {
		$id       = $this->row( Effect::CreateInvoice )->remote_id;
		$document = get_object_vars( $this->world->sellsy->documents[ $id ] );
		$this->world->payments->links[ $id ]   = [];
		$this->world->sellsy->documents[ $id ] = new RemoteDocument(
			...[
				...$document,
				'status' => 'cancelled',
			]
		);
		$this->look();
	}

	/** The look sees each document within the hour. */
	private function look(): void {
		$this->world->seen->is_on = true;
		$this->world->pass_time( 65 );
	}

	private function make_final(): void {
		if ( $this->world->shop->settings->workflow( DocumentKind::Order )->enabled ) {
			$this->set( [ 'status' => 'completed' ] );
			return;
		}
		$this->world->invoicing->finalised(
			$this->world->sellsy->documents[ $this->row( Effect::CreateInvoice )->remote_id ]
		);
		$this->world->pass_time( 65 );
	}

	/** @return array{payment: OrderPayment} */
	private function disputed( bool $is_disputed ): array {
		$payment = get_object_vars( $this->world->shop->orders[1]->payment );
		return [
			'payment' => new OrderPayment(
				...[
					...$payment,
					'is_disputed' => $is_disputed,
				]
			),
		];
	}

	/** By the next day the report knows that the order was paid. */
	private function record( bool $is_on ): void {
		$this->world->pass_time( $is_on ? 1500 : 0 );
		$this->world->change_settings( [ 'payments' => [ 'enabled' => $is_on ] ] );
	}

	private function take_up(): void {
		$earlier = $this->world->engine->record_earlier();
		$earlier->record( $earlier::mark( $earlier->offered() ) );
	}

	private function undone(): void {
		unset( $this->world->shop->refunds[1] );
		$this->set( [ 'status' => 'processing' ] );
	}

	private function answer( RowAct $act ): void {
		$row = $this->disputed_row();
		$this->world->engine->task_acts()->carry_out( $act, $row, shown: $act->shown( $row ) );
	}

	private function disputed_row(): Task {
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			if ( $row->problem?->code === ProblemCode::Disputed ) {
				return $row;
			}
		}
		self::fail( 'Nobody is asked.' );
	}

	private function refund( string $amount, bool $is_disputed = false ): void {
		$ht     = Decimal::from_string( $amount )->times( Decimal::of_int( 5 ) )->divided_by(
			Decimal::of_int( 6 ),
			2,
			Rounding::HalfUp
		);
		$back   = new RefundLine(
			order_line_id: 11,
			quantity: Decimal::from_string( '1' ),
			total: $ht,
			taxes: [ 1 => Decimal::from_string( $amount )->minus( $ht ) ]
		);
		$this->world->shop->refunds[1] = [
			...$this->world->shop->refunds[1] ?? [],
			new RefundSnapshot(
				id: 900 + count( $this->world->shop->refunds[1] ?? [] ),
				amount: Decimal::from_string( $amount ),
				lines: $amount === '12' ? [ $back ] : [],
				reason: '',
				created_at: $this->world->clock->now(),
				is_paid_back: true,
				is_disputed: $is_disputed
			),
		];
		$status = in_array( $amount, [ '60', '48' ], true ) ? [ 'status' => 'refunded' ] : [];
		$this->set( $status, OrderEvent::REFUNDED );
	}

	private function add( string $amount ): void {
		$order = $this->world->shop->orders[1];
		$total = $order->total->plus( Decimal::from_string( $amount ) );
		$lines = [ ...$order->lines, $this->line( 12, '10' ) ];
		$this->set( get_object_vars( $order->charging( $total, $lines, false ) ) );
	}

	/** A plugin names what it sold and charged after the payment: it is a part of its own, and of what was taken. */
	private function sell_more( string $amount ): void {
		$order = $this->world->shop->orders[1];
		$part  = new PartPayment( $order->payment->gateway, '12', Decimal::from_string( $amount ) );
		$pays  = [
			...get_object_vars( $order->payment ),
			'parts' => [ ...$order->payment->parts, $part ],
		];
		$this->change(
			[
				'payment' => new OrderPayment( ...$pays ),
				'taken'   => $order->taken?->plus( $part->amount ),
			]
		);
		$this->add( $amount );
	}

	/** @param array<string, mixed> $changes */
	private function set( array $changes, string $event = OrderEvent::STATUS ): void {
		$this->change( $changes );
		$this->world->fire( 1, $event );
	}

	/** @param array<string, mixed> $changes */
	private function change( array $changes ): void {
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[ ...get_object_vars( $this->world->shop->orders[1] ), ...$changes ]
		);
		$this->world->shop->changed[1] = $this->world->clock->now();
	}

	private function line( int $id, string $ht ): OrderLine {
		$line   = $this->world->order( 2 )->lines[0];
		$amount = Decimal::from_string( $ht );
		$vat    = $amount->divided_by( Decimal::of_int( 5 ), 2, Rounding::HalfUp );
		unset( $this->world->shop->orders[2] );
		return new OrderLine(
			...[
				...get_object_vars( $line ),
				'id'       => $id,
				'total'    => $amount,
				'subtotal' => $amount,
				'taxes'    => [ 1 => $vat ],
			]
		);
	}

	private function row( Effect $effect ): Task {
		$found = array_filter(
			$this->world->ledger->for_order( 1 ),
			static fn ( Task $task ): bool => $task->key->effect === $effect
		);
		return array_values( $found )[0] ?? self::fail( "No row of $effect->value." );
	}
}
