<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use PHPUnit\Framework\Assert;

/** A paid order: invoice created, made final, payment recorded, e-mail sent. */
final class PaidOrder extends Scene {

	public function settings(): array {
		return [];
	}

	protected function stage(): void {
		$this->order = $this->new_order( [ 'TASSE-01' => [ 3, '24.97' ] ] );
	}

	protected function assert_right( string $when ): void {
		$invoices = $this->made( 'invoices' );
		Assert::assertCount( 1, $invoices, $when );
		Assert::assertSame(
			[ 'paid', (float) $this->order->get_total() ],
			[ $invoices[0]['status'], (float) $invoices[0]['amounts']['total_incl_tax'] ],
			$when
		);
		Assert::assertCount( 1, $this->made( 'payments' ), $when );
		Assert::assertCount( 1, $this->made( 'individuals' ), $when );
		foreach ( [ Effect::CreateInvoice, Effect::ValidateInvoice, Effect::RecordPayment ] as $effect ) {
			$this->assert_done( $when, $effect );
		}
		$this->assert_sent( $when );
		$order = wc_get_order( $this->order->get_id() );
		Assert::assertStringContainsString(
			"id={$invoices[0]['id']}",
			(string) $order->get_meta( 'orderinvoicer.invoice_url' ),
			$when
		);
		Assert::assertNotSame(
			[],
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order->get_id() ] ),
				static fn ( \stdClass $note ): bool => str_contains( $note->content, (string) $invoices[0]['number'] )
			),
			$when
		);
	}

	/** Where it may have left, a person is asked. */
	private function assert_sent( string $when ): void {
		$mail = $this->shop->find( $this->order, Effect::SendDocument, 'invoice' );
		if ( $mail?->state === TaskState::Attention ) {
			Assert::assertSame( ProblemCode::SendUnknown, $mail->problem?->code, $when );
			Assert::assertLessThanOrEqual( 1, $this->mails_sent(), $when );
			return;
		}
		Assert::assertSame( [ TaskState::Done, 1 ], [ $mail?->state, $this->mails_sent() ], $when );
	}
}
