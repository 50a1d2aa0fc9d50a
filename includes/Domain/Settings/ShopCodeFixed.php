<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** References at Sellsy already begin with the present shop code. */
final class ShopCodeFixed extends \DomainException {

	public function __construct() {
		parent::__construct( 'The shop code is in use and cannot change.' );
	}
}
