<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

enum PreviewOutcome: string {
	case Made = 'made';
	/** The figures are those of the credit note, but something keeps it from being made now. */
	case Held = 'held';
	/** The invoice is a draft, and the owner wants refunds taken off it: there will be no credit note. */
	case LowersDraft = 'lowers_draft';
	case Stops       = 'stops';
}
