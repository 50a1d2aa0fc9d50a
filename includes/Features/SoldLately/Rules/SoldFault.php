<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately\Rules;

defined( 'ABSPATH' ) || exit;

/** What can be wrong at Sellsy with what was sold, or with whom it was sold to. */
enum SoldFault: string {

	case SharedReference = 'items_shared';
	case Untaxed         = 'items_untaxed';
	case Archived        = 'items_archived';
	case SeveralClients  = 'clients_shared';

	public function is_of_items(): bool {
		return $this !== self::SeveralClients;
	}
}
