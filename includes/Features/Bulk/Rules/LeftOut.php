<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

/** Why nothing is done for an order of those that were ticked. */
enum LeftOut: string {
	case Forbidden   = 'forbidden';
	case Gone        = 'gone';
	case NoSale      = 'no_sale';
	case Made        = 'made';
	case Elsewhere   = 'elsewhere';
	case UnderWay    = 'under_way';
	case NeedsPerson = 'needs_person';
	case ByHand      = 'by_hand';
	/** Another order bills the same sale, or nobody has said which. */
	case PartOfSale  = 'part_of_sale';
	case NotWanted   = 'not_wanted';
	case NoDraft     = 'no_draft';
	case NotFailed   = 'not_failed';
	/** Only who looked at that very order may have it tried again. */
	case OneByOne = 'one_by_one';
}
