<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Drafts\AcceptedRounding;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;

/**
 * The row "Rounding" of an order with hundreds of lines would be larger than the owner allows. A person looked at it
 * and accepts this one: as much as that, for this order, and for no other.
 */
final class AcceptRounding {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly AcceptedRounding $accepted,
		private readonly RetryTask $retry,
	) {}

	public static function is_offered( Task $row ): bool {
		return $row->asks( ProblemCode::RoundingOverCap ) && $row->problem?->fact( 'amount' ) !== '';
	}

	/** The amount that a person is asked about, with its sign; empty where none is. */
	public static function shown( Task $row ): string {
		return self::is_offered( $row ) ? (string) $row->problem?->fact( 'amount' ) : '';
	}

	/**
	 * @param string $shown the amount that the person saw: another one is asked anew.
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function accept( int $task_id, string $shown ): bool {
		$row   = $this->ledger->find( $task_id );
		$order = $row === null || ! self::is_offered( $row ) ? null : $this->orders->snapshot( $row->key->order_id );
		if ( $row === null || $order === null || self::shown( $row ) !== $shown ) {
			return false;
		}
		$rest = Decimal::from_string( $shown )->abs();
		$this->accepted->accept( $order->id, $rest->to_minor( $order->currency->decimals ) );
		$this->retry->retry( $row->id );
		return true;
	}
}
