<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sync;

/** One thing done at Sellsy, with its own repeat policy. Each is one row of the ledger. */
enum Effect: string {
	case CreateInvoice   = 'create_invoice';
	case ValidateInvoice = 'validate_invoice';
}
