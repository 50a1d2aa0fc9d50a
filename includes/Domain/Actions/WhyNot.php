<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

/** What stands in the way of an act that a person may look for. Its words: `Wording\OfferText`. */
enum WhyNot: string {
	/** The order's status is no sale. */
	case NoSale = 'no_sale';
	/** The document is there. */
	case Made = 'made';
	/** Somebody else made it. */
	case Elsewhere = 'elsewhere';
	/** It is being done, or was asked for. */
	case UnderWay = 'under_way';
	/** The invoice is a draft, which is changed instead. */
	case IsDraft = 'is_draft';
	/** Nothing is left of the invoice to credit. */
	case AllCredited = 'all_credited';
	/** Another invoice waits for this credit note. */
	case Awaited = 'awaited';
	/** Another invoice has taken its place. */
	case Replaced = 'replaced';
	/** The buyer's personal data was erased: there is nobody to invoice. */
	case Erased = 'erased';
	/** Something was made of the document, or is being done about it. */
	case Kept = 'kept';
}
