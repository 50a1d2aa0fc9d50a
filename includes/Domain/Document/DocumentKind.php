<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Document;

/** The kinds of Sellsy document an order can become. Values are Sellsy's own type names. */
enum DocumentKind: string {
	case Invoice = 'invoice';
}
