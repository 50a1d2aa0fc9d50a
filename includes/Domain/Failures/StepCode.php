<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** What a try decided or learnt as it went. The facts each one carries are named beside it. */
enum StepCode: string {
	case Wanted           = 'wanted'; // by: asked, backfill or rule; trigger, status: the order's
	case Remembered       = 'customer_remembered'; // type, id
	case FoundBySiret     = 'customer_by_siret'; // type, id
	case FoundByReference = 'customer_by_reference'; // type, id
	case FoundByEmail     = 'customer_by_email'; // type, id
	case Created          = 'customer_created'; // type, id
	case Totals           = 'totals'; // kind, rows, excl_tax, vat (by rate), rounding, incl_tax, currency
	case Agreed           = 'totals_agreed'; // rows: after splitting
	case Recovered        = 'document_recovered'; // kind, id: made by a try whose answer never came
	case Adopted          = 'document_adopted'; // kind, id: made before a backup took the ledger back
	case Linked           = 'document_linked'; // kind, id: somebody else made it, a person linked it
	case Made             = 'document_made'; // kind, id
	case Updated          = 'document_updated'; // kind, id
	case Answered         = 'sellsy_answered'; // route: without ids; status: 0 for none; failure: FailureKind
}
