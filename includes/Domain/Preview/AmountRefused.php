<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;

final class AmountRefused extends \RuntimeException {

	/** @param string $left what of the order can still be refunded; empty where that is not the reason. */
	public function __construct(
		public readonly AmountFault $reason,
		public readonly Currency $currency,
		public readonly string $left = '',
	) {
		parent::__construct( $reason->value );
	}
}
