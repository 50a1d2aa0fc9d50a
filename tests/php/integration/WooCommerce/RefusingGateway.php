<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

/** A gateway that takes its time over a refund: other processes work meanwhile. */
final class RefusingGateway extends \WC_Payment_Gateway {

	/** @param \Closure(): void $meanwhile */
	public function __construct(
		private readonly \Closure $meanwhile,
		private readonly bool $refuses,
	) {
		$this->id       = 'slow';
		$this->enabled  = 'yes';
		$this->supports = [ 'products', 'refunds' ];
	}

	/**
	 * @param int    $order_id
	 * @param mixed  $amount
	 * @param string $reason
	 */
	public function process_refund( $order_id, $amount = null, $reason = '' ): bool|\WP_Error {
		( $this->meanwhile )();
		return $this->refuses ? new \WP_Error( 'refused', 'No.' ) : true;
	}
}
