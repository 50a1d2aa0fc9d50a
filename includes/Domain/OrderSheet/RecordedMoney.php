<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Settings\PaymentSettings;

/** What was recorded as paid on the order's invoice, and what is left of it by that. Minor units. */
final class RecordedMoney {

	/** Money was found in Sellsy of which it is not known whether it is this order's. */
	private const ASKS = [ ProblemCode::PaymentElsewhere, ProblemCode::PaymentFree, ProblemCode::SumsDiffer ];

	/** @param bool $is_off nothing was, because none was recorded when the order was paid. */
	public function __construct(
		public readonly int $paid,
		public readonly int $left,
		public readonly bool $is_off,
	) {}

	/**
	 * @param list<Task>                   $rows     all rows of the order, newest revision last.
	 * @param array<int, ReportedDocument> $reported by task id.
	 * @return self|null null where nobody knows here, or nothing is to be recorded.
	 */
	public static function of(
		Task $invoice,
		array $rows,
		array $reported,
		OrderSnapshot $order,
		PaymentSettings $settings,
	): ?self {
		$decimals = $order->currency->decimals;
		$document = $reported[ $invoice->id ];
		$money    = new MoneyReceived( $order, self::with_worth( $rows, $order ) );
		$paid     = $money->sum( Effect::RecordPayment )?->rounded_minor( $decimals, Rounding::HalfUp );
		$returned = $money->sum( Effect::PayBack )?->rounded_minor( $decimals, Rounding::HalfUp );
		$credited = self::credited( $invoice, $rows, $reported );
		if (
			$invoice->remote_number === ''
			|| ! $invoice->has_document()
			|| $invoice->is_linked()
			|| array_filter( $rows, self::leaves_it_open( ... ) ) !== []
			|| $document->incl_tax === null
			|| $document->currency !== $order->currency->code
			|| $paid === null
			|| $returned === null
			|| $credited === null
			|| ( $paid === 0 && $order->paid_at === null && ! $settings->enabled )
		) {
			return null;
		}
		return new self(
			paid: $paid,
			left: max( 0, $document->incl_tax - $credited - ( $paid - $returned ) ),
			is_off: $paid === 0
				&& $order->paid_at !== null
				&& ( ! $settings->enabled || $settings->is_before( $order->paid_at, $invoice->document_since() ) )
		);
	}

	/** Sellsy may hold more or less than this row says: an answer was lost, or a person is asked what was found. */
	private static function leaves_it_open( Task $task ): bool {
		return match ( true ) {
			$task->problem?->is( ...self::ASKS ) === true       => true,
			$task->key->effect === Effect::ValidateCreditNote => $task->is_unknown(),
			! $task->key->effect->is_money()               => false,
			$task->was_at_sellsy()                                => $task->state !== TaskState::Done,
			default                                            => $task->is_unknown(),
		};
	}

	/**
	 * Earlier releases did not keep what a payment is worth: it was what that part of the order is.
	 *
	 * @param list<Task> $rows
	 * @return list<Task>
	 */
	private static function with_worth( array $rows, OrderSnapshot $order ): array {
		return array_map(
			static function ( Task $task ) use ( $order ): Task {
				$part = $task->key->effect === Effect::RecordPayment && $task->intent->excl_tax === ''
					? PaidPart::find( $order, $task->key->part )
					: null;
				return $part === null ? $task : $task->with(
					[
						'intent' => new Intent(
							key: $task->intent->key,
							excl_tax: $part->amount->to_string(),
							snapshot_hash: $task->intent->snapshot_hash
						),
					]
				);
			},
			$rows
		);
	}

	/**
	 * By final credit notes; null where that is not known.
	 *
	 * @param list<Task>                   $rows
	 * @param array<int, ReportedDocument> $reported
	 */
	private static function credited( Task $invoice, array $rows, array $reported ): ?int {
		$sum = 0;
		foreach ( $rows as $row ) {
			$is_its_note = $row->key->effect === Effect::CreateCreditNote && $row->parent_id === $invoice->id;
			$is_final    = $row->has_document() && $row->remote_number !== '';
			$worth       = $is_final ? $reported[ $row->id ]->incl_tax ?? null : 0;
			if ( $is_its_note && ( $worth === null || $row->is_left_to_people() ) ) {
				return null;
			}
			$sum += $is_its_note ? (int) $worth : 0;
		}
		return $sum;
	}
}
