<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Report\ReportedDocument;

/** Whether a document says what its order says, and what is known of why it does not. */
enum Agreement: string {
	case Equal = 'equal';
	/** TTC agrees; HT differs by what two ways of rounding leave. */
	case Rounded = 'rounded';
	/** TTC agrees with what was paid: the order's total has more decimals than money has. */
	case RoundedTotal = 'rounded_total';
	/** Refunds were taken off it while it was a draft, or were credited on an invoice before it. */
	case LessRefunds = 'less_refunds';
	/** The order was edited since. */
	case Edited = 'edited';
	/** Nothing is known that would explain it. */
	case Unexplained = 'unexplained';

	/** The same TTC for the same thing. */
	public function is_same(): bool {
		return in_array( $this, [ self::Equal, self::Rounded, self::RoundedTotal ], true );
	}

	/**
	 * @param Task          $task    that made the document.
	 * @param OrderSnapshot $billed what of the order it bills: for a credit note, its refund.
	 * @return self|null null where they cannot be compared.
	 */
	public static function of(
		Task $task,
		ReportedDocument $document,
		OrderSnapshot $order,
		OrderSnapshot $billed,
	): ?self {
		$decimals = $order->currency->decimals;
		if ( $document->incl_tax === null || $document->currency !== $order->currency->code ) {
			return null;
		}
		$agrees = $document->incl_tax === $billed->total->to_minor( $decimals );
		$is_all = $billed->total->equals( $order->total ) || $document->kind === DocumentKind::CreditNote;
		$rounds = $document->kind !== DocumentKind::CreditNote
			&& $document->excl_tax !== null
			&& $document->excl_tax !== self::excl_tax( $order );
		return match ( true ) {
			$agrees && ! $is_all => self::LessRefunds,
			$agrees && $billed->written_total !== null => self::RoundedTotal,
			$agrees => $rounds ? self::Rounded : self::Equal,
			$task->problem?->is_about_an_edit() === true, $task->intent->is_behind( $billed ) => self::Edited,
			default => self::Unexplained,
		};
	}

	/** HT of an order, minor units. */
	private static function excl_tax( OrderSnapshot $order ): int {
		$excl_tax = $order->total;
		foreach ( $order->taxes as $tax ) {
			$excl_tax = $excl_tax->minus( $tax->total )->minus( $tax->shipping_total );
		}
		return $excl_tax->rounded_minor( $order->currency->decimals, Rounding::HalfUp );
	}
}
