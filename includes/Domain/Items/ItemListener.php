<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Settings\ItemSettings;

/** Whoever has something to do for an item at Sellsy beside its document. */
interface ItemListener {

	/** We have just created it. Nothing is asked of Sellsy here: an unknown outcome would create it again. */
	public function created( ItemRef $item, ShopProduct $product, ItemSettings $settings ): void;

	/**
	 * It stands on a document that is about to be made.
	 *
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function used( ItemRef $item, OrderLine $line, ItemSettings $settings ): void;
}
