<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A payment as Sellsy has it. */
final class RemotePayment {

	/** @param Decimal $remaining what of it is not yet set against a document. */
	public function __construct(
		public readonly int $id,
		public readonly string $number,
		public readonly string $note,
		public readonly Decimal $amount,
		public readonly Decimal $remaining,
	) {}
}
