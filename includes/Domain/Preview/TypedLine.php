<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;

/** What a person typed for one line of the order; empty fields are zero. */
final class TypedLine {

	/** @param array<int, string> $taxes VAT by rate id. */
	public function __construct(
		private readonly int $order_line_id,
		private readonly string $quantity,
		private readonly string $total,
		private readonly array $taxes,
	) {}

	/** @throws Refused */
	public function read( TypedAmount $amounts, OrderSnapshot $order ): RefundLine {
		$read = static fn ( string $typed ): Decimal =>
			trim( $typed ) === '' ? Decimal::zero() : $amounts->read( $typed, $order );
		return new RefundLine(
			order_line_id: $this->order_line_id,
			quantity: $read( $this->quantity ),
			total: $read( $this->total ),
			taxes: array_map( $read, $this->taxes )
		);
	}
}
