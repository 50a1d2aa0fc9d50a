<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\ItemSettings;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Taxes\TaxMap;

/**
 * Keeps items at Sellsy up to date as the owner chose: each at most once a day, so that orders cost no more requests.
 * Declinations are only read by API v2.
 *
 * @assumes put-keeps-items
 */
final class KeepItem {

	private const KIND = 'item_kept';

	public function __construct(
		private readonly Items $items,
		private readonly Products $products,
		private readonly ItemDrafter $draft,
		private readonly ItemComparison $comparison,
		private readonly RemoteIds $once,
		private readonly OptionalStep $optional,
		private readonly Clock $clock,
	) {}

	/** @throws RemoteFailure */
	public function keep( ItemRef $item, OrderLine $line, string $sku, TaxMap $taxes, ItemSettings $settings ): void {
		if ( $settings->existing === ItemSettings::LEAVE || $item->declination_id !== null ) {
			return;
		}
		$today = (int) str_replace( '-', '', $this->clock->today() );
		if ( ( $this->once->known( self::KIND, (string) $item->id )['id'] ?? 0 ) === $today ) {
			return;
		}
		$product = $this->products->of_line( $line->id );
		$wanted  = $product === null ? null : $this->draft->draft( $product, $line, $sku, $taxes );
		if ( $wanted !== null ) {
			$this->optional->try(
				function () use ( $item, $wanted, $settings ): void {
					$present = $this->items->get( $item->id );
					$is_fill = $settings->existing === ItemSettings::FILL;
					$change  = $present === null ? null : $this->comparison->change( $present, $wanted, $is_fill );
					if ( $change !== null && ! $change->is_empty() ) {
						$this->items->update( $item->id, $change );
					}
				}
			);
		}
		$this->once->remember( self::KIND, (string) $item->id, 'day', $today );
	}
}
