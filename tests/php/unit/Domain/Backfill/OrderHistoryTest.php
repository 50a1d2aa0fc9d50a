<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Backfill;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\RefundSettings;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;

/**
 * Whatever happens to an order, in whichever sequence: where nobody is asked for anything, what stands at Sellsy is
 * worth the order less its refunds. And people who do what they are advised to get there.
 */
final class OrderHistoryTest extends CreditedOrderTestCase {

	private const STEPS = 7;

	/** Each advice may lead to another. */
	private const LOOKS = 6;

	private int $refund = 500;
	private Decimal $credited_by_hand;

	/** @var list<string> for the message of a test that fails. */
	private array $history = [];

	protected function setUp(): void {
		parent::setUp();
		$this->credited_by_hand = Decimal::zero();
	}

	/** @dataProvider histories */
	public function test_what_stands_at_sellsy_is_worth_the_order_less_its_refunds(
		int $seed,
		string $finalise,
		string $of_draft,
	): void {
		mt_srand( $seed );
		$this->world->change_settings(
			[
				'invoice'    => [ 'finalise' => $finalise ],
				'creditnote' => [ 'finalise' => $seed % 5 === 0 ? Finalise::MANUAL : Finalise::NOW ],
				'refunds'    => [
					'of_draft'         => $of_draft,
					'credit_cancelled' => true,
				],
			]
		);
		$this->invoice();
		for ( $step = 0; $step < self::STEPS; $step++ ) {
			$this->something_happens();
		}
		$this->world->pass_time( 70 );
		$this->check();
		for ( $look = 0; $look < self::LOOKS; $look++ ) {
			$this->finalise();
			$this->somebody_looks();
		}
		$this->check();
		$this->check_rest();
		$ours = array_filter( $this->asked(), fn ( Task $task ): bool => ! $this->is_theirs( $task ) );
		self::assertSame( [], array_map( $this->line( ... ), array_values( $ours ) ), $this->told() );
	}

	/** @return iterable<string, array{int, string, string}> */
	public static function histories(): iterable {
		foreach ( range( 0, Size::of( 100, 300 ) - 1 ) as $seed ) {
			$finalise = $seed % 3 === 0 ? Finalise::MANUAL : Finalise::NOW;
			$of_draft = $seed % 2 === 0 ? RefundSettings::UPDATE : RefundSettings::CREDIT;
			yield "$seed, $finalise, $of_draft" => [ $seed, $finalise, $of_draft ];
		}
	}

	private function something_happens(): void {
		$happens = [
			'edited'             => $this->edit( ... ),
			'refunded'           => fn () => $this->enter( Decimal::of_minor( mt_rand( 100, 400 ), 2 )->to_string() ),
			'refunded by line'   => fn () => $this->enter( '3.60', '3.00', '0.60' ),
			'refund deleted'     => $this->delete( ... ),
			'entered again'      => $this->enter_again( ... ),
			'issued anew'        => fn () => $this->world->reissue->now( 1 ),
			'looked at'          => $this->somebody_looks( ... ),
			'made final'         => $this->finalise( ... ),
			'credited by hand'   => $this->credit_by_hand( ... ),
			'draft deleted'      => $this->delete_a_draft( ... ),
			'cancelled'          => fn () => $this->set_status( 'cancelled' ),
			'processing'         => fn () => $this->set_status( 'processing' ),
			'taxes forgotten'    => fn () => $this->world->change_settings( [ 'tax_rates' => [] ] ),
		];
		$what            = array_keys( $happens )[ mt_rand( 0, count( $happens ) - 1 ) ];
		$this->history[] = $what;
		$happens[ $what ]();
		$this->some_time_passes();
	}

	/** Sometimes no hook is heard. */
	private function shop_says( string $event ): void {
		$this->world->shop->changed[1] = $this->world->clock->now();
		if ( mt_rand( 0, 2 ) > 0 ) {
			$this->world->fire( 1, $event );
		}
	}

	/** Sometimes the next thing happens before anything was done about this one. */
	private function some_time_passes(): void {
		$minutes         = [ 0, 20, 20 ][ mt_rand( 0, 2 ) ];
		$this->history[] = "$minutes min";
		$this->world->pass_time( $minutes );
	}

	/** Never below what was refunded. */
	private function set_status( string $status ): void {
		$total = $this->world->shop->orders[1]->lines[0];
		$this->world->order( 1, status: $status, ht: $total->total->to_string(), vat: $total->taxes[1]->to_string() );
		$this->shop_says( OrderEvent::STATUS );
	}

	private function delete_a_draft(): void {
		foreach ( $this->world->sellsy->documents as $id => $document ) {
			if ( $document->is_draft() ) {
				unset( $this->world->sellsy->documents[ $id ] );
				$this->history[] = "{$document->kind->value} $id";
				return;
			}
		}
	}

	private function edit(): void {
		$least = array_reduce(
			$this->world->shop->refunds[1] ?? [],
			static fn ( Decimal $sum, RefundSnapshot $refund ): Decimal => $sum->plus( $refund->amount ),
			Decimal::zero()
		)->to_minor( 2 );
		$ht    = Decimal::of_minor( mt_rand( max( 1000, $least ), 4500 ), 2 );
		$this->world->order(
			1,
			status: $this->world->shop->orders[1]->status,
			ht: $ht->to_string(),
			vat: $ht->divided_by( Decimal::of_int( 5 ), 2, Rounding::HalfUp )->to_string()
		);
		$this->shop_says( OrderEvent::STATUS );
	}

	/** WooCommerce lets nobody refund more than the order holds. */
	private function enter( string $amount, string $ht = '', string $vat = '' ): void {
		if (
			$this->world->shop->orders[1]->status !== 'cancelled'
			&& Decimal::from_string( $amount )->compare( $this->worth() ) <= 0
		) {
			$this->history[] = $amount;
			$this->add( ++$this->refund, $amount, $ht, $vat );
			$this->shop_says( OrderEvent::REFUNDED );
		}
	}

	private function delete(): ?RefundSnapshot {
		$refunds = $this->world->shop->refunds[1] ?? [];
		$gone    = $refunds === [] ? null : $refunds[ mt_rand( 0, count( $refunds ) - 1 ) ];
		if ( $gone === null || $this->row( Effect::CreateCreditNote, $gone->id )?->is_by_hand() === true ) {
			return null; // Who credits by hand knows what becomes of it.
		}
		$this->world->shop->refunds[1] = array_values(
			array_filter( $refunds, static fn ( RefundSnapshot $refund ): bool => $refund !== $gone )
		);
		$this->shop_says( OrderEvent::REFUNDED );
		return $gone;
	}

	private function enter_again(): void {
		$gone = $this->delete();
		if ( $gone !== null ) {
			$this->some_time_passes();
			$this->enter( $gone->amount->to_string() );
		}
	}

	private function finalise(): void {
		foreach ( $this->world->sellsy->documents as $document ) {
			if ( $document->is_draft() ) {
				$this->world->invoicing->finalised( $document );
			}
		}
	}

	private function credit_by_hand(): void {
		$refunds = array_column( $this->world->shop->refunds[1] ?? [], 'amount', 'id' );
		foreach ( $this->asked() as $row ) {
			$amount = $refunds[ $row->key->refund_id ] ?? null;
			if (
				$amount !== null
				&& $row->key->effect === Effect::CreateCreditNote
				&& $this->world->by_hand->mark( $row->id )
			) {
				$this->history[]        = $amount->to_string();
				$this->credited_by_hand = $this->credited_by_hand->plus( $amount );
			}
		}
	}

	/** Does what each problem advises. */
	private function somebody_looks(): void {
		$this->world->change_settings(
			[
				'tax_rates' => [
					[
						'rate_id' => 1,
						'tax_id'  => 20,
					],
				],
			]
		);
		foreach ( $this->asked() as $row ) {
			match ( $row->problem?->code ) {
				ProblemCode::DiffersFromOrder, ProblemCode::RefundUndone => $this->world->reissue->now( 1, $row->id ),
				default => $this->world->retry->retry( $row->id ),
			};
			if (
				in_array( $row->problem?->code, [ ProblemCode::DraftToDelete, ProblemCode::RefundUndone ], true )
				&& ( $this->world->sellsy->documents[ $row->remote_id ] ?? null )?->is_draft() === true
			) {
				unset( $this->world->sellsy->documents[ $row->remote_id ] );
			}
		}
		$this->world->pass_time( 70 );
	}

	private function check(): void {
		$drafts = array_filter(
			$this->world->sellsy->documents,
			static fn ( RemoteDocument $document ): bool =>
				$document->kind === DocumentKind::CreditNote && $document->is_draft()
		);
		if ( $this->asked() === [] && $drafts === [] ) {
			self::assertSame( $this->worth()->to_scale( 2 ), $this->stands()->to_scale( 2 ), $this->told() );
		}
	}

	/** The order may be saved as often as it likes. */
	private function check_rest(): void {
		$drafts = array_filter(
			$this->world->sellsy->documents,
			static fn ( RemoteDocument $document ): bool => $document->is_draft()
		);
		if ( $this->asked() !== [] || $drafts !== [] ) {
			return;
		}
		$calls = count( $this->world->sellsy->calls );
		for ( $i = 0; $i < 4; $i++ ) {
			$this->world->shop->changed[1] = $this->world->clock->now();
			$this->world->pass_time( 20 );
		}
		self::assertSame( [], array_slice( $this->world->sellsy->calls, $calls ), $this->told() );
	}

	/** Where one credit note is by hand, those of its invoice and what waits for them are too. */
	private function is_theirs( Task $task ): bool {
		$by_hand = array_filter(
			$this->asked(),
			static fn ( Task $other ): bool => $other->problem?->code === ProblemCode::CreditedByHand
		);
		return $by_hand !== [] || $task->problem?->code === ProblemCode::DraftToDelete;
	}

	/** @return list<Task> that wait, or need somebody. */
	private function asked(): array {
		return array_values(
			array_filter(
				$this->world->ledger->for_order( 1 ),
				static fn ( Task $task ): bool =>
					! in_array( $task->state, [ TaskState::Done, TaskState::Skipped ], true )
			)
		);
	}

	private function worth(): Decimal {
		if ( $this->world->shop->orders[1]->status === 'cancelled' ) {
			return Decimal::zero();
		}
		return array_reduce(
			$this->world->shop->refunds[1] ?? [],
			static fn ( Decimal $left, RefundSnapshot $refund ): Decimal => $left->minus( $refund->amount ),
			$this->world->shop->orders[1]->total
		);
	}

	private function stands(): Decimal {
		$sum = Decimal::zero()->minus( $this->credited_by_hand );
		foreach ( $this->world->sellsy->documents as $document ) {
			$sum = $document->kind === DocumentKind::Invoice
				? $sum->plus( $document->amounts->incl_tax )
				: $sum->minus( $document->amounts->incl_tax );
		}
		return $sum;
	}

	private function told(): string {
		return implode( ', ', $this->history ) . ' → '
			. implode( ', ', array_map( $this->line( ... ), $this->asked() ) );
	}

	private function line( Task $task ): string {
		return "{$task->key->effect->value} {$task->key->refund_id} of {$task->key->revision} {$task->state->value}"
			. " {$task->problem?->code->value}";
	}
}
