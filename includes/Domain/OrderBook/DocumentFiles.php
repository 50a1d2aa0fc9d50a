<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Where documents are files. */
interface DocumentFiles {

	/**
	 * The whole file, within a shopper's patience.
	 *
	 * @throws RemoteFailure
	 * @throws NoFile
	 */
	public function pdf( ShopperDocument $document ): string;
}
