<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures\Rules;

defined( 'ABSPATH' ) || exit;

/** By what documents are told apart. */
enum FigureTable: string {
	case Rates     = 'rates';
	case Gateways  = 'gateways';
	case Countries = 'countries';
	case Buyers    = 'buyers';
}
