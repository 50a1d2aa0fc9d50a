<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Settings\StockSettings;

/** Reads the stock of one product on both sides. */
final class ReadStock {

	private const PRODUCT = 'product';

	public function __construct(
		private readonly ShopStocks $shop,
		private readonly SellsyStocks $sellsy,
		private readonly FindItem $find,
		private readonly StockRows $rows,
	) {}

	/**
	 * The item that the product is linked with; null where it is not looked at.
	 *
	 * @throws RemoteFailure while the account is not known.
	 */
	public function item( int $product_id ): ?ItemRef {
		$skus = $this->shop->references( $product_id );
		$item = $skus === [] ? null : $this->find->known( $skus );
		return $item?->type === self::PRODUCT ? $item : null;
	}

	/**
	 * Sellsy first, because that takes its time: what is sold meanwhile is in the shop's number.
	 *
	 * @return StockReading|null null where the shop no longer counts it.
	 * @throws RemoteFailure
	 */
	public function read( int $product_id, ItemRef $item, StockSettings $settings ): ?StockReading {
		$warehouse = $settings->warehouse_id ?? 0;
		$sellsy    = $this->rows->is_shared( $product_id, $item )
			? SellsyLevel::unclear() // Each of them would undo the other's change.
			: $this->at_sellsy( $item, $warehouse );
		try {
			$shop = $this->shop->level( $product_id, $settings->moved_by );
		} catch ( \UnexpectedValueException ) {
			return null;
		}
		if ( $shop === null ) {
			return null;
		}
		$read       = new StockReading(
			product_id: $product_id,
			item: $item,
			warehouse_id: $warehouse,
			shop: $shop,
			sellsy: $sellsy
		);
		$difference = $read->difference();
		return $difference === null || $this->shop->counts( $difference ) ? $read : $read->uncountable();
	}

	/**
	 * An item that is gone, or that Sellsy will not tell of, holds up no other.
	 *
	 * @throws RemoteFailure
	 */
	public function at_sellsy( ItemRef $item, int $warehouse_id ): SellsyLevel {
		try {
			return $this->sellsy->level( $item, $warehouse_id );
		} catch ( RemoteFailure $failure ) {
			return in_array( $failure->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
				? SellsyLevel::unclear()
				: throw $failure;
		}
	}
}
