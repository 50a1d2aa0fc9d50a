<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\OrderList;

defined( 'ABSPATH' ) || exit;

/** How an order stands with its documents, as the list of orders can be narrowed down to it. */
enum ListedState: string {
	case NeedsPerson = 'attention';
	case InTheWorks  = 'works';
	case Made        = 'made';
	/** It waits for somebody who makes it final. */
	case Draft       = 'draft';
	case Nothing     = 'nothing';
}
