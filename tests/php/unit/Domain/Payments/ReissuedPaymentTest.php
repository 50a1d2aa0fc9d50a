<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Payments;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * A paid invoice of 12.00 is credited and issued anew for the same customer: the payment stays on the old one, and what
 * its credit note has left is set against the new one. Nothing is paid twice, and nothing that was paid is lost.
 */
final class ReissuedPaymentTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => Finalise::NOW,
				],
				'payments'   => [
					'enabled'  => true,
					'pay_back' => true,
					'methods'  => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
	}

	/**
	 * @testWith ["10.00", "2.00", "0", "0"]
	 *           ["20.00", "4.00", "12", "0"]
	 *           ["5.00", "1.00", "0", "6"]
	 */
	public function test_the_new_invoice_shows_what_was_paid(
		string $ht,
		string $vat,
		string $due,
		string $left,
	): void {
		$this->reissue( $ht, $vat );

		self::assertSame( [ '0', $due, $left ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertCount( 1, $this->world->payments->made );
		self::assertSame( 'as assumed: set', $this->world->observations->seen['credit-note-on-any'] ?? '' );
	}

	public function test_where_sellsy_sets_it_against_its_own_invoice_alone_that_is_known(): void {
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::Rejected );
		$this->reissue( '20.00', '4.00' );

		self::assertSame( 'otherwise: refused', $this->world->observations->seen['credit-note-on-any'] ?? '' );
	}

	/** Sellsy was not even asked to set it off. */
	public function test_a_list_that_sellsy_refuses_shows_nothing_of_it(): void {
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::OutcomeUnknown );
		$this->world->sellsy->plan(
			'linked_invoices',
			FailureKind::Rejected,
			route: 'GET /credit-notes/{id}/invoices'
		);
		$this->reissue( '20.00', '4.00' );

		self::assertArrayNotHasKey( 'credit-note-on-any', $this->world->observations->seen );
	}

	public function test_issued_a_third_time_the_credit_moves_on(): void {
		$this->reissue( '20.00', '4.00' );
		$this->reissue( '15.00', '3.00' );

		self::assertSame( [ '0', '0', '6' ], [ $this->due( 0 ), $this->due( 1 ), $this->due( 2 ) ] );
		self::assertSame( [ '0', '0' ], [ $this->credit_left( 0 ), $this->credit_left( 1 ) ] );
	}

	public function test_a_new_invoice_that_stays_a_draft_is_settled_once_it_is_final(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->reissue( '20.00', '4.00' );
		self::assertSame( [ '24', '12' ], [ $this->due( 1 ), $this->credit_left( 0 ) ] );

		$this->world->invoicing->finalised( $this->world->sellsy->documents[ $this->invoice( 1 )->remote_id ] );
		$this->world->pass_time( 70 );
		self::assertSame( [ '12', '0' ], [ $this->due( 1 ), $this->credit_left( 0 ) ] );
	}

	public function test_a_refund_of_the_new_invoice_is_left_for_the_money_paid_back(): void {
		$this->reissue( '10.00', '2.00' );
		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: 501,
			amount: Decimal::from_string( '5.00' ),
			lines: [],
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: true
		);
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );

		self::assertSame( [ '0', '0' ], [ $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame(
			'0',
			$this->world->payments->remaining_due(
				DocumentKind::CreditNote,
				$this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0
			)->to_string()
		);
		self::assertCount( 2, $this->world->payments->made );
	}

	public function test_a_lost_answer_sets_nothing_off_twice(): void {
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::OutcomeUnknown, true );
		$this->reissue( '20.00', '4.00' );
		$this->world->pass_time( 60 );

		self::assertSame( [ '0', '12', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertSame( 'done', $this->carrying( 0 )?->state->value );
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_anywhere_leaves_the_books_right( int $step ): void {
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->fate->kill_at = $this->world->fate->steps + $step;
		try {
			$this->world->reissue->now( 1 );
		} catch ( Killed ) {
			$this->world->fate->revive();
			$this->world->reissue->now( 1 ); // The person, who saw no answer, presses the button again.
		}
		$this->world->fate->revive();
		$this->world->pass_time( 60 );

		self::assertSame( [ '0', '12', '0' ], [ $this->due( 0 ), $this->due( 1 ), $this->credit_left( 0 ) ] );
		self::assertCount( 1, $this->world->payments->made );
	}

	/** @return iterable<int, array{int}> */
	public static function steps(): iterable {
		for ( $step = 1; $step <= 120; $step++ ) {
			yield $step => [ $step ];
		}
	}

	private function reissue( string $ht, string $vat ): void {
		$this->world->order( 1, ht: $ht, vat: $vat );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
	}

	private function due( int $revision ): string {
		return $this->world->payments->remaining_due( DocumentKind::Invoice, $this->invoice( $revision )->remote_id )
			->to_string();
	}

	private function credit_left( int $revision ): string {
		return $this->world->payments->remaining_due(
			DocumentKind::CreditNote,
			$this->row( Effect::CreateCreditNote, 0, $revision )->remote_id ?? 0
		)->to_string();
	}

	private function invoice( int $revision ): Task {
		return $this->row( Effect::CreateInvoice, 0, $revision ) ?? throw new \LogicException( 'No invoice.' );
	}

	private function carrying( int $revision ): ?Task {
		return $this->world->ledger->find_by_key(
			new TaskKey(
				order_id: 1,
				effect: Effect::LinkCreditNote,
				refund_id: 0,
				part: CreditAllocationRule::NEW_INVOICE,
				revision: $revision
			)
		);
	}

	private function row( Effect $effect, int $refund_id = 0, int $revision = 0 ): ?Task {
		return $this->world->ledger->find_by_key(
			new TaskKey( order_id: 1, effect: $effect, refund_id: $refund_id, part: '', revision: $revision )
		);
	}
}
