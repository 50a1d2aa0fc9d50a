<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

/** A buyer wants an order's invoice in the name of their company. It is kept with the order, the newest one alone. */
final class CompanyRequest {

	/** How often it may be asked for, of one order. */
	public const MOST = 3;

	/**
	 * @param int      $number  the how many-th of this order, from 1: the part of its row.
	 * @param string   $refusal why the owner refused it; empty while they did not.
	 * @param int|null $invoice row of the final invoice that the owner saw when they accepted; 0: there was none;
	 *                          null: they did not accept.
	 */
	public function __construct(
		public readonly CompanyData $data,
		public readonly int $number,
		public readonly string $refusal = '',
		public readonly ?int $invoice = null,
	) {}

	public function accepted( int $invoice ): self {
		return new self( data: $this->data, number: $this->number, invoice: $invoice );
	}

	/** The owner is asked once more. */
	public function asked(): self {
		return new self( $this->data, $this->number );
	}

	public function refused( string $why ): self {
		return new self( $this->data, $this->number, $why );
	}
}
