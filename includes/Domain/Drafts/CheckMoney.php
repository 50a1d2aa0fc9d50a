<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Answers;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** Money on an order that may be no price: nothing is billed before a person has looked. */
final class CheckMoney {

	/** @throws NeedsAttention */
	public static function check( Task $task, OrderSnapshot $order ): void {
		$question = self::question( $order, $task->answers );
		if ( $question !== null ) {
			throw new NeedsAttention( $question );
		}
	}

	/** Who has read the one about a fee and tries again says that it is a discount. Null: there is none. */
	public static function question( OrderSnapshot $order, Answers $answers ): ?Problem {
		$plugin = $order->payment->deposits_by;
		if ( $plugin !== '' ) {
			return new Problem( ProblemCode::DepositOrder, [ 'plugin' => $plugin ] );
		}
		$fee = self::unclear_fee( $order );
		if ( $fee === null ) {
			return null;
		}
		$facts    = [
			'line'   => $fee->name,
			'amount' => $order->currency->text( $fee->total->abs() ),
		];
		$question = new Problem( ProblemCode::FeeUnclear, $facts );
		return $answers->know( $question ) ? null : $question;
	}

	/** Without VAT it could be a payment. Beside lines with VAT alone the order stops anyway: no tax can give way. */
	private static function unclear_fee( OrderSnapshot $order ): ?OrderLine {
		$is_untaxed = static fn ( OrderLine $line ): bool => $line->incl_tax()->equals( $line->total );
		$fees       = array_filter(
			$order->lines,
			static fn ( OrderLine $line ): bool => $line->kind === LineKind::Fee
				&& $line->total->is_negative()
				&& $is_untaxed( $line )
		);
		$beside     = array_filter(
			$order->lines,
			static fn ( OrderLine $line ): bool => $line->total->is_positive() && $is_untaxed( $line )
		);
		return $beside === [] ? null : ( array_values( $fees )[0] ?? null );
	}
}
