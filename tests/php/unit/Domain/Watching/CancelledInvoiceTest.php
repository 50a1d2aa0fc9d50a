<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Watching;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * An invoice of 12.00 that somebody cancelled in Sellsy: what stands in the end, and what asks. Sellsy cancels only
 * what nothing settles, so payments and credit notes are taken off first.
 *
 * @assumes cancelling
 */
final class CancelledInvoiceTest extends CreditedOrderTestCase {

	private const A_PASS = 300;

	/** Passes in which the look sees each document once. */
	private const A_LOOK = 12;

	private const IN_A_DAY = 300;

	private const PROCESSING = [ 'status' => 'processing' ];

	private const AWAITED = [
		'paid_at' => null,
		'status'  => 'on-hold',
	];

	/** What happens, what stands then (=), and what asks (?). */
	private const HISTORIES = <<<'HISTORIES'
		paid, cancelled, look
			= invoice 12 cancelled; paid 12 on nothing
			? create_invoice document_cancelled
		paid, cancelled, look, again
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		unpaid, cancelled, look, again, pay
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		unpaid, cancelled, look, pay
			= invoice 12 cancelled
			? create_invoice document_cancelled
		unpaid, cancelled, pay
			= invoice 12 cancelled
			? create_invoice document_cancelled
		paid, refund, cancelled, look, again
			= invoice 12 cancelled; credit note 5; invoice 12; paid 12 on invoice 2; back 5 on credit note 1
		unpaid, refund, cancelled, look, again
			= invoice 12 cancelled; credit note 5 off invoice 2; invoice 12
		paid, refund, cancelled, look, again, reissue
			= invoice 12 cancelled; credit note 5; invoice 12; credit note 7; invoice 7; paid 12 on invoice 2;
			  back 5 on credit note 1
		paid, cancelled, look, refund
			= invoice 12 cancelled; paid 12 on nothing
			? create_invoice document_cancelled
		paid, cancelled, refund
			= invoice 12 cancelled; paid 12 on nothing
			? create_invoice document_cancelled
		paid, cancelled, look, refund, again
			= invoice 12 cancelled; invoice 12; credit note 5; paid 12 on invoice 2; back 5 on credit note 1
		paid, cancelled, refund, again
			= invoice 12 cancelled; invoice 12; credit note 5; paid 12 on invoice 2; back 5 on credit note 1
		unpaid, cancel order, cancelled, look
			= invoice 12 cancelled
		unpaid, cancelled, look, cancel order
			= invoice 12 cancelled
		unpaid, cancelled, look, cancel order, reinstate order
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		unpaid, cancelled, look, cancel order, reinstate unheard
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		free, unpaid, cancelled, look, cancel order, reinstate unheard
			= invoice 0 cancelled; invoice 0
		free, unpaid, cancelled, look, cancel order, reinstate order
			= invoice 0 cancelled; invoice 0
		unpaid, cancelled, look, cancel order, reopened, reinstate unheard
			= invoice 12; paid 12 on invoice 1
		unpaid, cancelled, look, again, cancelled, look, cancel order, reinstate order
			= invoice 12 cancelled; invoice 12 cancelled; invoice 12; paid 12 on invoice 3
		unpaid, cancelled, look, again, cancelled, look, cancel order, reinstate unheard
			= invoice 12 cancelled; invoice 12 cancelled; invoice 12; paid 12 on invoice 3
		unpaid, cancelled, look, leave out, cancel order, reinstate unheard
			= invoice 12 cancelled
		unpaid, credit cancelled, cancel order, cancelled, look
			= invoice 12 cancelled; credit note 12
			? create_invoice document_cancelled
		unpaid, credit cancelled, cancel order, cancelled, look, again
			= invoice 12 cancelled; credit note 12
			? create_invoice document_cancelled
		unpaid, credit cancelled, cancel order, cancelled, look, reinstate order, again
			= invoice 12 cancelled; credit note 12
			? create_invoice document_cancelled
		unpaid, credit cancelled, cancel order, cancelled, look, reinstate order, cancel note, look, again
			= invoice 12 cancelled; credit note 12 cancelled; invoice 12; paid 12 on invoice 2
		unpaid, credit cancelled, cancel order, cancelled, look, cancel note, look
			= invoice 12 cancelled; credit note 12 cancelled
		paid, cancelled, look, cancel order
			= invoice 12 cancelled; paid 12 on nothing
			? create_invoice document_cancelled
		paid, cancelled, look, cancel order, again
			= invoice 12 cancelled; paid 12 on nothing
			? create_invoice document_cancelled
		paid, refund, cancelled, look, reopened, look
			= invoice 12; credit note 5; paid 12 on invoice 1; back 5 on credit note 1
		paid, cancelled, look, reopened, again
			= invoice 12; paid 12 on invoice 1
		paid, cancelled, look, again, reopened, day
			= invoice 12; invoice 12; paid 12 on invoice 2
			? create_invoice two_invoices
		paid, cancelled, look, again, reopened, day, cancelled first, look
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		paid, cancelled, look, again, cancelled, look, again
			= invoice 12 cancelled; invoice 12 cancelled; invoice 12; paid 12 on invoice 3
		paid, cancelled with its payment, look, again
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 1
			? record_payment payment_to_move
		paid, cancelled with its payment, look, again, taken off, set
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		paid, cancelled, look, taken for done, day
			= invoice 12 cancelled; paid 12 on nothing
			? create_invoice document_cancelled
		paid, cancelled, look, taken for done, day, again
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		paid, cancelled, look, leave out, refund
			= invoice 12 cancelled; paid 12 on nothing
		unpaid, cancelled, look, leave out, ask for one
			= invoice 12 cancelled; invoice 12
		paid, cancelled, look, leave out, ask for one
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		paid, refund, cancelled, look, leave out, ask for one
			= invoice 12 cancelled; credit note 5; invoice 12; paid 12 on invoice 2; back 5 on credit note 1
		unpaid, cancelled, look, leave out, pay
			= invoice 12 cancelled
		unpaid, cancelled, reissue
			= invoice 12 cancelled; invoice 12
		paid, cancelled, reissue
			= invoice 12 cancelled; invoice 12; paid 12 on invoice 2
		paid, refund, cancelled, reissue
			= invoice 12 cancelled; credit note 5; invoice 12; paid 12 on invoice 2; back 5 on credit note 1
		paid, cancelled, reissue, look, reissue
			= invoice 12 cancelled; invoice 12; credit note 12; invoice 12; paid 12 on invoice 2
		unpaid, cancelled, edit
			= invoice 12 cancelled
			? create_invoice document_cancelled
		unpaid, cancelled, edit, again
			= invoice 12 cancelled; invoice 24
		HISTORIES;

	protected function setUp(): void {
		parent::setUp();
		$this->world->seen->is_on = true;
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
	}

	/** @return iterable<string, array{string, string, string}> what happens, what stands then, and what asks. */
	public static function histories(): iterable {
		foreach ( (array) preg_split( '/\n(?=[^\t])/', trim( self::HISTORIES ) ) as $history ) {
			[ $happens, $rest ] = explode( "\n\t= ", (string) $history );
			[ $stands, $asks ]  = explode( "\n\t? ", $rest . "\n\t? " );
			yield $happens => [ $happens, (string) preg_replace( '/\s+/', ' ', $stands ), $asks ];
		}
	}

	#[DataProvider( 'histories' )]
	public function test_what_stands_and_what_asks( string $history, string $stands, string $asks ): void {
		foreach ( explode( ', ', $history ) as $step ) {
			$this->step( $step );
		}
		$this->passes( 2 );
		self::assertSame( [ $stands, $asks ], [ $this->standing(), $this->asking() ] );
		$told = array_keys( $this->world->shop->notes, '1 document_cancelled', true );
		$times = substr_count( $history, 'cancelled' ) + substr_count( $history, 'again' );
		self::assertLessThanOrEqual( $times, count( $told ) );
		$before = [ $this->standing(), $this->asking(), $told ];
		$this->passes( 24 );
		$told = array_keys( $this->world->shop->notes, '1 document_cancelled', true );
		self::assertSame( $before, [ $this->standing(), $this->asking(), $told ], 'At rest.' );
		$stays = str_contains( $history, 'with its payment' );
		$shown = $this->world->observations->seen['cancelling'] ?? '';
		self::assertContains( $shown, $stays ? [ 'otherwise: payment-stays' ] : [ '', 'as assumed: free' ] );
	}

	/** It never stood on the one that was cancelled. */
	public function test_a_payment_of_the_one_in_its_place_shows_nothing_of_cancelling(): void {
		array_map( $this->step( ... ), [ 'unpaid', 'cancelled', 'look', 'again' ] );
		$this->world->sellsy->plan( 'create_payment', FailureKind::OutcomeUnknown, true );
		$this->step( 'pay' );
		$this->passes( self::A_LOOK );
		self::assertSame( 'invoice 12 cancelled; invoice 12; paid 12 on invoice 2', $this->standing() );
		self::assertArrayNotHasKey( 'cancelling', $this->world->observations->seen );
	}

	/** The months in which it counted and did not are told apart by it. */
	public function test_what_it_was_worth_stays_known(): void {
		array_map( $this->step( ... ), [ 'unpaid', 'cancel order', 'cancelled', 'look' ] );
		self::assertSame( '', $this->asking() );
		self::assertSame( [ 1 ], array_keys( $this->world->report->documents( [ 1 ] ) ) );
	}

	/** Nobody had to be asked, so its link was taken off the order: it leads there again. */
	public function test_one_that_is_reopened_is_its_orders_again(): void {
		array_map( $this->step( ... ), [ 'unpaid', 'cancel order', 'cancelled', 'look' ] );
		self::assertArrayNotHasKey( 1, array_filter( $this->world->shop->urls ) );
		array_map( $this->step( ... ), [ 'reopened', 'look' ] );
		self::assertArrayHasKey( 1, array_filter( $this->world->shop->urls ) );
	}

	/** It may be the one that was cancelled: a person says whether another is to be made. */
	public function test_a_document_without_an_answer_that_was_cancelled_meanwhile_is_asked_about(): void {
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( '', $this->asking() );
		$this->cancel_document( $this->newest( DocumentKind::Invoice ) );
		$this->world->clock->advance( 90 );
		$this->world->due->run( 20 );
		self::assertSame( [ '1 document_cancelled' ], $this->world->shop->notes, 'The order never had it.' );
		self::assertSame( 'invoice 12 cancelled', $this->standing() );
		self::assertSame( 'create_invoice document_cancelled', $this->asking() );
		$this->step( 'again' );
		$this->passes( self::A_LOOK );
		self::assertSame( '', $this->asking() );
		self::assertStringStartsWith( 'invoice 12 cancelled; invoice 12', $this->standing() );
	}

	private function step( string $step ): void {
		match ( $step ) {
			'free'             => $this->world->order( 1, ht: '0.00', vat: '0.00' ),
			'paid'             => $this->begin( is_paid: true ),
			'unpaid'           => $this->begin( is_paid: false ),
			'pay'              => $this->change( self::PROCESSING + [ 'paid_at' => $this->world->clock->now() ] ),
			'refund'           => $this->refund( 501, '5.00', paid_back: $this->world->payments->made !== [] ),
			'reissue'          => $this->world->reissue->now( 1 ),
			'credit cancelled' => $this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] ),
			'cancel order'     => $this->change( [ 'status' => 'cancelled' ] ),
			'reinstate order'  => $this->change( self::PROCESSING + [ 'paid_at' => $this->world->clock->now() ] ),
			'reinstate unheard' => $this->save( self::PROCESSING + [ 'paid_at' => $this->world->clock->now() ] ),
			'edit'             => $this->edit(),
			'cancelled'        => $this->cancel_document( $this->newest( DocumentKind::Invoice ) ),
			// Sellsy lets it be, and leaves the payment there.
			'cancelled with its payment' => $this->give( $this->newest( DocumentKind::Invoice ), 'cancelled' ),
			'taken off'        => $this->take_off(),
			'set'              => $this->again( Effect::RecordPayment ),
			'cancelled first'  => $this->cancel_document( $this->first() ),
			'cancel note'      => $this->cancel_document( $this->newest( DocumentKind::CreditNote ) ),
			'reopened'         => $this->reopen(),
			'again'            => $this->again(),
			'taken for done'   => $this->take_for_done(),
			'leave out'        => $this->world->by_hand->leave_out( $this->asked()->id ?? 0 ),
			'ask for one'      => $this->world->sync_order->now( 1, by_hand: true ),
			'look'             => $this->look(),
			'day'              => $this->passes( self::IN_A_DAY ),
			default            => throw new \LogicException( $step ),
		};
		$this->passes( 2 );
	}

	/** Sellsy's webhook told of each. */
	private function look(): void {
		foreach ( $this->world->sellsy->documents as $document ) {
			$this->world->engine->document_events()->note( $document->kind, $document->id );
		}
		$this->passes( 4 );
	}

	private function begin( bool $is_paid ): void {
		if ( ! $is_paid ) {
			$this->change( self::AWAITED );
		}
		$this->world->fire( 1 );
		$this->passes( self::A_LOOK );
	}

	/** @param array<string, mixed> $fields */
	private function change( array $fields ): void {
		$this->save( $fields );
		$this->world->fire( 1 );
	}

	/**
	 * No hook of ours is heard.
	 *
	 * @param array<string, mixed> $fields
	 */
	private function save( array $fields ): void {
		$was                           = get_object_vars( $this->world->shop->orders[1] );
		$this->world->shop->orders[1]  = new OrderSnapshot( ...[ ...$was, ...$fields ] );
		$this->world->shop->changed[1] = $this->world->clock->now();
	}

	private function edit(): void {
		$paid_at = $this->world->shop->orders[1]->paid_at;
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->change( [ 'paid_at' => $paid_at ] );
	}

	private function cancel_document( int $id ): void {
		unset( $this->world->payments->links[ $id ], $this->world->payments->lowered[ $id ] );
		foreach ( $this->world->credit_notes->links as $note => $invoices ) {
			unset( $this->world->credit_notes->links[ $note ][ $id ] );
			if ( isset( $invoices[ $id ] ) || $note === $id ) {
				unset( $this->world->payments->lowered[ $note ] );
			}
			foreach ( $note === $id ? array_keys( $invoices ) : [] as $invoice ) {
				unset( $this->world->payments->lowered[ $invoice ] );
				unset( $this->world->credit_notes->links[ $note ][ $invoice ] );
			}
		}
		$this->give( $id, 'cancelled' );
	}

	/** As it was, with its payment. */
	private function reopen(): void {
		$first = $this->first();
		$this->give( $first, 'due' );
		$free = array_key_first( $this->world->payments->made );
		if ( $free !== null && array_filter( array_column( $this->world->payments->links, $free ) ) === [] ) {
			$this->world->payments->links[ $first ][ $free ] = '12';
		}
	}

	/** A person takes the payment off the cancelled invoice in Sellsy. */
	private function take_off(): void {
		unset( $this->world->payments->links[ $this->first() ] );
	}

	private function again( Effect $effect = Effect::CreateInvoice ): void {
		$row = $this->asked( $effect );
		self::assertNotNull( $row );
		$this->world->retry->retry( $row->id );
		$this->world->due->run( 20 );
		$this->passes( 2 );
	}

	/** What Retry did before: the row is done, on a cancelled invoice. */
	private function take_for_done(): void {
		$row = $this->asked() ?? throw new \LogicException();
		$this->world->retry->retry( $row->id );
		$now  = $this->world->clock->now();
		$held = $this->world->ledger->claim( $row->id, $now, 'token', $now->modify( '+5 minutes' ) )
			?? throw new \LogicException();
		$this->world->engine->document_completion()->done(
			$held,
			$this->world->sellsy->documents[ $row->remote_id ]
		);
	}

	private function give( int $id, string $status ): void {
		$this->world->sellsy->documents[ $id ] = new RemoteDocument(
			...[
				...get_object_vars( $this->world->sellsy->documents[ $id ] ),
				'status' => $status,
			]
		);
	}

	private function first(): int {
		return (int) array_key_first( $this->of_kind( DocumentKind::Invoice ) );
	}

	private function newest( DocumentKind $kind ): int {
		return (int) array_key_last( $this->of_kind( $kind ) );
	}

	/** @return array<int, RemoteDocument> by id. */
	private function of_kind( DocumentKind $kind ): array {
		return array_filter(
			$this->world->sellsy->documents,
			static fn ( RemoteDocument $document ): bool => $document->kind === $kind
		);
	}

	/** The document that needs a person, or what follows it. */
	private function asked( Effect $effect = Effect::CreateInvoice ): ?Task {
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			if ( $row->state === TaskState::Attention && $row->key->effect === $effect ) {
				return $row;
			}
		}
		return null;
	}

	private function asking(): string {
		$asked = [];
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			if ( $row->state === TaskState::Attention ) {
				$asked[] = "{$row->key->effect->value} {$row->problem?->code->value}";
			}
		}
		return implode( ', ', $asked );
	}

	private function standing(): string {
		$says  = [];
		$names = [];
		foreach ( $this->world->sellsy->documents as $id => $document ) {
			$kind         = $document->kind === DocumentKind::Invoice ? 'invoice' : 'credit note';
			$number       = 1 + count( (array) preg_grep( "/^$kind/", $names ) );
			$names[ $id ] = "$kind $number";
		}
		foreach ( $this->world->sellsy->documents as $id => $document ) {
			$kind   = $document->kind === DocumentKind::Invoice ? 'invoice' : 'credit note';
			$off    = array_key_first( $this->world->credit_notes->links[ $id ] ?? [] );
			$says[] = "$kind {$document->amounts->incl_tax->to_string()}"
				. ( $document->status === 'cancelled' ? ' cancelled' : '' )
				. ( $document->is_draft() ? ' draft' : '' )
				. ( $kind === 'credit note' && $off !== null && $this->is_unpaid() ? " off {$names[ $off ]}" : '' );
		}
		foreach ( $this->world->payments->made as $id => $made ) {
			$on = 'nothing';
			foreach ( $this->world->payments->links as $document => $payments ) {
				$on = isset( $payments[ $id ] ) ? $names[ $document ] : $on;
			}
			$is     = $made['draft']->pays_back ? 'back' : 'paid';
			$says[] = "$is {$made['draft']->amount->to_string()} on $on";
		}
		return implode( '; ', $says );
	}

	private function is_unpaid(): bool {
		return $this->world->payments->made === [];
	}

	private function passes( int $passes ): void {
		for ( $pass = 0; $pass < $passes; $pass++ ) {
			$this->world->clock->advance( self::A_PASS );
			$this->world->sweep->run();
		}
	}
}
