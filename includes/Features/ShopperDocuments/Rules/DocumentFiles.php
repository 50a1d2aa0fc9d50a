<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;

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
