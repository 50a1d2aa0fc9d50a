<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

/** Why there is no file. */
enum DownloadRefusal {
	/** Sellsy does not have this document any more, or has another one in its place. */
	case Gone;
	/** Sellsy is slow or away, or has not made the file yet. */
	case Later;
	case TooMany;
}
