<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;

/** What a credit note says, in the form of an order, so that it becomes a document like any order. */
final class Credit {

	/**
	 * @param int $known_rest what of the credit note's "Arrondi" the invoice's own explains, minor units.
	 * @param int $left       what the invoice holds afterwards, TTC, minor units.
	 */
	public function __construct(
		public readonly OrderSnapshot $order,
		public readonly int $known_rest,
		public readonly int $left = 0,
	) {}

	public function leaving( int $left ): self {
		return new self( $this->order, $this->known_rest, $left );
	}
}
