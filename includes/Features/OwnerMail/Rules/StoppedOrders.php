<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

interface StoppedOrders {

	/** @return int those that need a person; one that stopped for two causes counts once. */
	public function orders(): int;

	/** @return list<StoppedGroup> by cause, those of most orders first. */
	public function groups(): array;
}
