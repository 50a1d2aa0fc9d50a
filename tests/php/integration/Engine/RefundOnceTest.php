<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * What a refund of 5.00 asks for: a credit note, final, set against what is due, the money paid back; or a lower draft.
 * Runners are really killed in processes of their own, answers really lost: each thing is there once.
 */
#[Group( 'real-woocommerce' )]
final class RefundOnceTest extends CommittedTestCase {

	private const PASSES = 4;

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
	}

	/**
	 * @dataProvider cuts
	 * @group walks
	 */
	public function test_wherever_the_runner_dies( string $case, string $cut ): void {
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$at   = 0;
		do {
			$at                 = Cuts::after( $at );
			[ $order, $refund ] = $this->refunded( $case );
			$survived           = $this->shop->run_and_die(
				$this->shop->find( $order, Effect::FollowOrder, '', $refund )->id ?? 0,
				$cut,
				$at
			);
			$this->resume();
			$this->assert_once( $case, $order, $refund, "killed after $cut $at" );
		} while ( ! $survived );
		self::assertGreaterThan( 4, $at, 'There was something to survive.' );
	}

	/** @return iterable<string, array{string, string}> */
	public static function cuts(): iterable {
		return Size::third( self::all_cuts() );
	}

	/** @return iterable<string, array{string, string}> */
	private static function all_cuts(): iterable {
		yield 'money paid back, answers' => [ 'paid back', 'answer' ];
		yield 'money paid back, writes' => [ 'paid back', 'write' ];
		yield 'set against what is due, answers' => [ 'unpaid', 'answer' ];
		yield 'a lower draft, answers' => [ 'draft', 'answer' ];
		yield 'a lower draft, writes' => [ 'draft', 'write' ];
	}

	/** @dataProvider lost_answers */
	public function test_a_lost_answer_repeats_nothing(
		string $case,
		string $method,
		string $path,
		string $mode,
	): void {
		[ $order, $refund ] = $this->refunded( $case );
		$this->shop->sandbox->fault(
			[
				'mode'   => $mode,
				'method' => $method,
				'path'   => $path,
				'times'  => 1,
			]
		);
		$this->resume();
		$this->assert_once( $case, $order, $refund, "$mode of $method $path" );
	}

	/** @return iterable<string, array{string, string, string, string}> */
	public static function lost_answers(): iterable {
		$requests = [
			'create'   => [ 'paid back', 'POST', '/credit-notes' ],
			'validate' => [ 'paid back', 'POST', '/credit-notes/{id}/validate' ],
			'link'     => [ 'unpaid', 'POST', '/credit-notes/{creditNoteId}/invoices/{invoiceId}' ],
			'pay'      => [ 'paid back', 'POST', '/individuals/{id}/payments' ],
			'set off'  => [ 'paid back', 'POST', '/credit-notes/{documentId}/payments/{paymentId}' ],
			'lower'    => [ 'draft', 'PUT', '/invoices/{id}' ],
		];
		foreach ( $requests as $name => $request ) {
			foreach ( [ '500-after', 'drop-after' ] as $mode ) {
				yield "$name, $mode" => [ ...$request, $mode ];
			}
		}
	}

	/**
	 * A paid invoice that is issued anew: while the old one is credited, at every answer; from there to the last thing
	 * done at Sellsy, after each of the five.
	 *
	 * @group walks
	 * @testWith ["answer"]
	 *           ["effect"]
	 */
	public function test_what_was_paid_moves_to_the_new_invoice_wherever_the_runner_dies( string $cut ): void {
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$at   = 0;
		do {
			$at = Cuts::after( $at );
			$order    = $this->about_to_be_issued_anew();
			$row      = $cut === 'answer' ? $this->shop->find( $order, Effect::CreateCreditNote )->id ?? 0 : 0;
			$survived = $this->shop->run_and_die( $row, $cut, $at );
			$this->resume();
			$this->assert_paid_once( "killed after $cut $at" );
		} while ( ! $survived );
		self::assertGreaterThan( 4, $at, 'There was something to survive.' );
	}

	/** Its credit note is the next thing to be made. */
	private function about_to_be_issued_anew(): \WC_Order {
		$order = $this->invoiced( 'paid back' );
		$this->shop->sandbox->fault(
			[
				'mode'   => '500-before',
				'method' => 'POST',
				'path'   => '/credit-notes/compute',
				'times'  => 1,
			]
		);
		orderinvoicer_demo_call( 'POST', "/orders/{$order->get_id()}/reissue" );
		$this->shop->make_all_due();
		return $order;
	}

	/** @return array{\WC_Order, int} the order, and its refund's id. */
	private function refunded( string $case ): array {
		$order  = $this->invoiced( $case );
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		if ( $case === 'paid back' ) {
			$refund->set_refunded_payment( true );
			$refund->save();
		}
		return [ $order, $refund->get_id() ];
	}

	private function invoiced( string $case ): \WC_Order {
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'invoice'    => [
					'email'    => false,
					'finalise' => $case === 'draft' ? 'manual' : 'at_once',
				] + $this->shop->like_invoice( 'confirmed' ),
				'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ),
				'refunds'    => [ 'of_draft' => 'update' ],
			]
		);
		$order = $this->shop->order();
		$order->set_payment_method( $case === 'paid back' ? 'cheque' : 'bacs' );
		$order->save();
		$case === 'paid back' ? $order->payment_complete( 'tx-1' ) : $order->update_status( 'on-hold' );
		do_action( Wakeups::SWEEP );
		self::assertSame( $case === 'draft', $this->shop->only_invoice()['status'] === 'draft' );
		return $order;
	}

	private function resume(): void {
		wp_cache_flush();
		$passes = 0;
		while ( $passes < self::PASSES && ! $this->shop->is_at_rest() ) {
			++$passes;
			$this->shop->lapse_leases();
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	private function assert_once( string $case, \WC_Order $order, int $refund, string $when ): void {
		$state = $this->shop->sandbox->state();
		$total = (float) $order->get_total();
		if ( $case === 'draft' ) {
			self::assertSame(
				[ 0, $total - 5.0 ],
				[ count( $state['credit_notes'] ), (float) $this->shop->only_invoice()['amounts']['total_incl_tax'] ],
				$when
			);
			self::assertSame(
				TaskState::Skipped,
				$this->shop->find( $order, Effect::CreateCreditNote, '', $refund )?->state,
				$when
			);
			self::assertSame( TaskState::Done, $this->shop->row( $order )->state, $when );
			return;
		}
		self::assertCount( 1, $state['credit_notes'], $when );
		self::assertSame(
			[ 5.0, false ],
			[
				(float) $state['credit_notes'][0]['amounts']['total_incl_tax'],
				$state['credit_notes'][0]['status'] === 'draft',
			],
			$when
		);
		self::assertSame(
			$case === 'paid back' ? 0.0 : $total - 5.0,
			(float) $this->shop->only_invoice()['amounts']['total_remaining_due_incl_tax'],
			$when
		);
		self::assertSame( 'spent', $state['credit_notes'][0]['status'], $when );
		self::assertSame(
			$case === 'paid back' ? [ 'credit', 'debit' ] : [],
			array_column( $state['payments'], 'type' ),
			$when
		);
		foreach ( [
			Effect::CreateCreditNote,
			Effect::ValidateCreditNote,
			Effect::LinkCreditNote,
			...( $case === 'paid back' ? [ Effect::PayBack ] : [] ),
		] as $effect ) {
			self::assertSame(
				TaskState::Done,
				$this->shop->find( $order, $effect, '', $refund )?->state,
				"$effect->value, $when"
			);
		}
	}

	private function assert_paid_once( string $when ): void {
		$state = $this->shop->sandbox->state();
		self::assertCount( 1, $state['payments'], $when );
		self::assertSame( [ 'spent' ], array_column( $state['credit_notes'], 'status' ), $when );
		self::assertSame( [ 'paid', 'paid' ], array_column( $state['invoices'], 'status' ), $when );
	}
}
