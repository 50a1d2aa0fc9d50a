<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Taxes\CreateTax;

/** Taxes that are created at Sellsy. */
final class TaxesModule {

	public readonly CreateTax $create_tax;

	public function __construct( Ports $ports, RemoteIdsModule $remote_ids ) {
		$this->create_tax = new CreateTax( $ports->taxes(), $remote_ids->remote_ids );
	}
}
