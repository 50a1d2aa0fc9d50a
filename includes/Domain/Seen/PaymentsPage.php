<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

/** A part of the list of payments. */
final class PaymentsPage {

	/**
	 * @param list<SeenPayment> $payments newest first.
	 * @param string            $next     the position of the page after this; empty when nothing is left.
	 */
	public function __construct(
		public readonly array $payments,
		public readonly string $next,
	) {}
}
