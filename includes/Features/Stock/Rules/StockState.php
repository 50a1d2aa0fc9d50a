<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

/** How the stock of a product stands, or what became of a change. */
enum StockState: string {
	/** Changed in the shop, and not looked at since. */
	case Marked = 'marked';
	case Agrees = 'agrees';
	/** Listed. It is done at a later look, if it is still there and no larger. */
	case Differs = 'differs';
	/** Sellsy counts no stock of this item in this warehouse: never written. */
	case NotKept = 'not_kept';
	/** A document or an order is on its way that explains a part of it: looked at next time. */
	case Waits = 'waits';
	/** Sellsy's answer does not tell one quantity, or several products are on one item: never written. */
	case Unclear = 'unclear';
	/** The shop cannot count such a part of a piece. */
	case Uncountable = 'uncountable';
	/** A change was begun; whether it is done shows by reading again. */
	case Sent = 'sent';
	/** Sellsy refused the change, or did something else: not tried again until a person compares. */
	case Blocked = 'blocked';

	/** Of a change: seen by reading again. */
	case Done = 'done';
	/** Of a change without an answer: two readings did not show it. */
	case Lost = 'lost';
	case Refused = 'refused';
	/** Of a change that Sellsy said yes to: nothing moved. Or it moved the other way. */
	case Ignored = 'ignored';
}
