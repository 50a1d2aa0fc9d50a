<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Ledger\Effect;
use PHPUnit\Framework\Assert;

/**
 * An invoice with three rates, refunded twice: first what is taxed at 20 %, then a sum without lines, which is spread
 * over what the first has left. 36.00 × 10 % = 3.60, 25.64 × 5.5 % = 1.41, 36.00 + 3.60 + 25.64 + 1.41 = 66.65.
 */
final class RefundedOrder extends Scene {

	/** @var list<int> */
	private array $refunds = [];

	public function settings(): array {
		return [
			'invoice'    => [ 'email' => false ] + $this->shop->like_invoice( 'confirmed' ),
			'creditnote' => [
				'email'    => false,
				'finalise' => 'at_once',
			] + $this->shop->like_invoice( 'confirmed' ),
		];
	}

	protected function stage(): void {
		$this->order = $this->new_order(
			[
				'SAC-01' => [ 1, '59.60' ],
				'REPAS-01' => [ 1, '36.00' ],
				'LIVRE-01' => [
					1,
					'25.64',
				],
			]
		);
		$this->pass();
		$this->order   = wc_get_order( $this->order->get_id() );
		$line          = array_values( $this->order->get_items() )[0];
		$rate          = array_key_first( $line->get_taxes()['total'] );
		$this->refunds = [
			$this->refund(
				'71.52',
				[
					$line->get_id() => [
						'qty'          => 1,
						'refund_total' => '59.60',
						'refund_tax'   => [ $rate => '11.92' ],
					],
				]
			),
			$this->refund( '66.65', [] ),
		];
	}

	protected function assert_right( string $when ): void {
		$notes = $this->made( 'credit_notes' );
		Assert::assertCount( 2, $notes, $when );
		Assert::assertSame(
			[ 71.52, 66.65 ],
			array_map( static fn ( array $note ): float => (float) $note['amounts']['total_incl_tax'], $notes ),
			$when
		);
		Assert::assertSame( [ '11.92' ], array_values( $this->vat( $notes[0] ) ), $when );
		$vat = array_values( $this->vat( $notes[1] ) );
		sort( $vat );
		Assert::assertSame( [ '1.41', '3.60' ], $vat, $when );
		Assert::assertNotContains( 'draft', array_column( $notes, 'status' ), $when );
		Assert::assertCount( 1, $this->made( 'invoices' ), $when );
		foreach ( $this->refunds as $refund ) {
			foreach ( [ Effect::CreateCreditNote, Effect::ValidateCreditNote ] as $effect ) {
				$this->assert_done( $when, $effect, '', $refund );
			}
			Assert::assertNotSame(
				'',
				(string) wc_get_order( $refund )->get_meta( 'orderinvoicer.creditnote_url' ),
				$when
			);
		}
		$paid = array_column( $this->made( 'payments' ), 'type' );
		sort( $paid );
		Assert::assertSame( [ 'credit', 'debit', 'debit' ], $paid, $when );
	}

	/** @param array<int, array<string, mixed>> $lines */
	private function refund( string $amount, array $lines ): int {
		$refund = wc_create_refund(
			[
				'order_id'   => $this->order->get_id(),
				'amount'     => $amount,
				'line_items' => $lines,
			]
		);
		Assert::assertInstanceOf( \WC_Order_Refund::class, $refund );
		$refund->set_refunded_payment( true );
		$refund->save();
		return $refund->get_id();
	}
}
