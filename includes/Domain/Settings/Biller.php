<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** Who bills a sale that stands twice in the shop: as one order, and once more as an order for each seller. */
enum Biller: string {
	/** Nobody has said so: such orders wait for a person. */
	case NotSaid  = '';
	case Parent   = 'parent';
	case Children = 'children';
	/** Neither is invoiced from here: the sellers do it themselves. */
	case Nobody = 'nobody';

	/** @return list<string> */
	public static function values(): array {
		return array_column( self::cases(), 'value' );
	}
}
