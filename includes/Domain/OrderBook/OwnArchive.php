<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

/** An archive of documents that whoever is signed in asked for. */
interface OwnArchive {

	/** Without a query. */
	public function is_there(): bool;
}
