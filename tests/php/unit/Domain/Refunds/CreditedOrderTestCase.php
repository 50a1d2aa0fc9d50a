<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** One order at 12.00, one product at 20 %, whose refunds are credited at once. */
abstract class CreditedOrderTestCase extends TestCase {

	protected const PAYMENTS = [
		'enabled'  => true,
		'pay_back' => true,
		'methods'  => [
			[
				'gateway'   => 'stripe',
				'method_id' => 4,
			],
		],
	];

	protected World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled' => true,
					'finalise' => Finalise::NOW,
				],
			]
		);
		$this->world->order( 1 );
	}

	protected function invoice(): void {
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
	}

	protected function cancel(): void {
		$this->world->order( 1, status: 'cancelled' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
	}

	/** @param bool $is_paid the shop counts that status as paid. */
	protected function reinstate( string $status = 'processing', bool $is_paid = true ): void {
		$this->world->order( 1, status: $status, is_paid: $is_paid );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
	}

	protected function refund(
		int $id,
		string $amount,
		string $ht = '',
		string $vat = '',
		bool $paid_back = false,
	): void {
		$this->add( $id, $amount, $ht, $vat, $paid_back );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
	}

	protected function delete_refunds(): void {
		$this->world->shop->refunds[1] = [];
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
	}

	protected function add(
		int $id,
		string $amount,
		string $ht = '',
		string $vat = '',
		bool $paid_back = false,
	): void {
		$lines                           = $ht === ''
			? []
			: [
				new RefundLine(
					order_line_id: 10,
					quantity: Decimal::zero(),
					total: Decimal::from_string( $ht ),
					taxes: [ 1 => Decimal::from_string( $vat ) ]
				),
			];
		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( $amount ),
			lines: $lines,
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: $paid_back
		);
	}

	/** @return list<RemoteDocument> */
	protected function notes(): array {
		return array_values(
			array_filter(
				$this->world->sellsy->documents,
				static fn ( RemoteDocument $document ): bool => $document->kind === DocumentKind::CreditNote
			)
		);
	}

	protected function note( int $refund_id ): RemoteDocument {
		return $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, $refund_id )->remote_id ?? 0 ];
	}

	protected function invoice_document(): RemoteDocument {
		return $this->world->sellsy->documents[ $this->row( Effect::CreateInvoice )->remote_id ?? 0 ];
	}

	protected function due(): string {
		return $this->world->payments->remaining_due( DocumentKind::Invoice, $this->invoice_document()->id )
			->to_string();
	}

	protected function row( Effect $effect, int $refund_id = 0, int $revision = 0 ): ?Task {
		return $this->world->ledger->find_by_key(
			new TaskKey( order_id: 1, effect: $effect, refund_id: $refund_id, part: '', revision: $revision )
		);
	}

	/** @return list<string|null> of the credit note, its validation and its link. */
	protected function states( int $refund_id ): array {
		return array_map(
			fn ( Effect $effect ): ?string => $this->row( $effect, $refund_id )?->state->value,
			[ Effect::CreateCreditNote, Effect::ValidateCreditNote, Effect::LinkCreditNote ]
		);
	}
}
