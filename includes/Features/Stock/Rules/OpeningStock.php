<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Items\ItemListener;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Items\Products;
use OrderInvoicer\Domain\Items\ShopProduct;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\ItemSettings;

/**
 * Sends the shop's stock for an item that we created, once. When the item is created, it is noted that stock is owed.
 * Before the stock is sent, it is noted that it was. So an unknown outcome is never repeated.
 */
final class OpeningStock implements ItemListener {

	private const OWED = 'stock_owed';
	private const SENT = 'stock_sent';

	public function __construct(
		private readonly SellsyStocks $stocks,
		private readonly Products $products,
		private readonly Account $account,
		private readonly RemoteIds $remote_ids,
		private readonly OptionalStep $optional,
	) {}

	public function created( ItemRef $item, ShopProduct $product, ItemSettings $settings ): void {
		if (
			$settings->opening_stock
			&& $item->type === 'product'
			&& $product->stock !== null
			&& $product->stock->is_positive()
		) {
			$this->remote_ids->remember( self::OWED, (string) $item->id, $item->type, $item->id );
		}
	}

	/**
	 * Pays what is owed. The quantity is the shop's of this moment.
	 *
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function used( ItemRef $item, OrderLine $line, ItemSettings $settings ): void {
		$warehouse = $settings->opening_stock ? $settings->warehouse_id : null;
		if ( $warehouse === null || ! $this->is_owed( $item ) || ! $this->account->has_v1() ) {
			return;
		}
		$quantity = $this->products->of_line( $line->id )?->stock;
		if ( $this->is_elected( $item ) && $quantity !== null && $quantity->is_positive() ) {
			$this->optional->try_once( fn() => $this->stocks->open( $item->id, $warehouse, $quantity ) );
		}
	}

	private function is_owed( ItemRef $item ): bool {
		return $this->remote_ids->known( self::OWED, (string) $item->id ) !== null
			&& $this->remote_ids->known( self::SENT, (string) $item->id ) === null;
	}

	/** True for one of several orders that come here at the same moment. */
	private function is_elected( ItemRef $item ): bool {
		$elected = false;
		$this->remote_ids->make(
			self::SENT,
			(string) $item->id,
			ProblemCode::WaitsForItem,
			function () use ( $item, &$elected ): array {
				$elected = true;
				return [
					'type' => $item->type,
					'id'   => $item->id,
				];
			}
		);
		return $elected;
	}
}
