<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

enum RowKind: string {
	/** Priced, with an item of Sellsy's catalogue (`item`) or free. */
	case Priced = 'priced';
	/** Text only. */
	case Comment = 'comment';
}
