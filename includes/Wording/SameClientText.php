<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;

/** What follows when a person says that an order's customer is a client they had already. Plain text, to be escaped. */
final class SameClientText {

	public function __construct( private readonly FinalText $finals ) {}

	/** @param list<Task> $rows of the order, newest revision last. */
	public function follows( array $rows ): string {
		$invoice = self::invoice( $rows );
		return match ( true ) {
			$invoice === null || ! $invoice->was_at_sellsy() =>
				__(
					'What is still to be made for this order, and later orders, go to the client that you choose.',
					'orderinvoicer'
				),
			$invoice->remote_number === '' =>
				__( 'The draft invoice of this order is given to the client that you choose, and later orders go there too.', 'orderinvoicer' ),
			default =>
				__( 'The invoice of this order is final and keeps its customer; later orders go to the client that you choose. Merge the two in Sellsy if you want one alone.', 'orderinvoicer' ),
		};
	}

	/**
	 * What then becomes final for that client: kind, buyer and total first.
	 *
	 * @param list<Task> $rows
	 * @return list<string> empty where nothing does.
	 */
	public function becomes_final( array $rows, \WC_Order $order ): array {
		$invoice = self::invoice( $rows );
		return $invoice === null || $invoice->is_left_to_people() || $invoice->remote_number !== ''
			? []
			: $this->finals->of_row( $invoice, RowAct::Retry, $order );
	}

	/**
	 * The newest: one that is issued anew has a row of its own.
	 *
	 * @param list<Task> $rows
	 */
	private static function invoice( array $rows ): ?Task {
		$is_invoice = static fn ( Task $task ): bool => $task->key->effect === Effect::CreateInvoice;
		return array_values( array_reverse( array_filter( $rows, $is_invoice ) ) )[0] ?? null;
	}
}
