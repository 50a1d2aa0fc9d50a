<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\OrderBook\UncoveredRefund;
use OrderInvoicer\Domain\Report\ReportedDocument;

/** Invoices less credit notes are the order less its refunds. */
final class DocumentsEquation {

	/** Left out, and a refund all the same: the invoice was lowered, or another credit note tells of it. */
	private const COUNTED = [ Outcome::Absorbed, Outcome::Covered, Outcome::AllCredited ];

	/**
	 * @param array<int, ReportedDocument> $documents by task id, as the report knows them.
	 * @return Equation|null null where nobody knows: a draft, an amount that Sellsy did not say, a document that a
	 *         person made or linked, an order that has none, or whose next invoice is still to come.
	 */
	public static function of( OrderStanding $standing, array $documents ): ?Equation {
		$order  = $standing->order;
		$stands = null;
		foreach ( $standing->rows as $row ) {
			$kind = $row->key->effect->creates();
			if ( ! in_array( $kind, [ DocumentKind::Invoice, DocumentKind::CreditNote ], true ) ) {
				continue;
			}
			if ( $row->is_by_hand() || $row->is_linked() ) {
				return null;
			}
			if ( ! $row->has_document() ) {
				continue;
			}
			$worth = self::worth( $row, $documents[ $row->id ] ?? null, $order );
			if ( $worth === null ) {
				return null;
			}
			$stands = ( $stands ?? 0 ) + ( $kind === DocumentKind::Invoice ? $worth : -$worth );
		}
		return $stands === null || self::is_another_to_come( $standing )
			? null
			: new Equation( $stands, self::should( $standing ) );
	}

	/** The order was cancelled and is reinstated: what is left of it gets an invoice of its own. */
	public static function is_another_to_come( OrderStanding $standing ): bool {
		$invoice = $standing->row( Effect::CreateInvoice );
		return $invoice !== null && $standing->left()->is_positive() && $standing->awaits_another( $invoice );
	}

	private static function worth( Task $task, ?ReportedDocument $document, OrderSnapshot $order ): ?int {
		return $task->remote_number === ''
			|| $document?->id !== $task->remote_id
			|| $document->currency !== $order->currency->code
				? null
				: $document->incl_tax;
	}

	private static function should( OrderStanding $standing ): int {
		$order   = $standing->order;
		$is_over = $order->is_cancelled()
			|| ! $standing->left()->is_positive()
			|| UncoveredRefund::left( $order, $standing->refunds ) !== null;
		if ( $is_over && self::is_credited( $standing ) ) {
			return 0;
		}
		$total = $order->total;
		foreach ( $standing->refunds as $refund ) {
			$total = self::is_counted( $refund, $standing ) ? $total->minus( $refund->amount ) : $total;
		}
		return $total->rounded_minor( $order->currency->decimals, Rounding::HalfUp );
	}

	/** All that was left of the newest invoice, because the order was cancelled, or all of it went back. */
	private static function is_credited( OrderStanding $standing ): bool {
		$invoiced = null;
		$credited = null;
		foreach ( array_filter( $standing->rows, static fn ( Task $task ): bool => $task->has_document() ) as $row ) {
			$is_whole = $row->key->effect === Effect::CreateCreditNote && $row->key->refund_id === 0;
			$credited = $is_whole ? $row->key->revision : $credited;
			$invoiced = $row->key->effect === Effect::CreateInvoice ? $row->key->revision : $invoiced;
		}
		return $credited !== null && $credited === $invoiced;
	}

	/** Nobody wants a credit note of one that was left out. */
	private static function is_counted( RefundSnapshot $refund, OrderStanding $standing ): bool {
		$row = $standing->row( Effect::CreateCreditNote, $refund->id );
		return $row !== null
			&& ( $row->state !== TaskState::Skipped || $row->rests( ...self::COUNTED ) );
	}
}
