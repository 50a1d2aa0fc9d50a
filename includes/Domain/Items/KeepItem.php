<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
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
		private readonly RemoteIds $remote_ids,
		private readonly OptionalStep $optional,
		private readonly Clock $clock,
	) {}

	/** @throws RemoteFailure */
	public function keep( ItemRef $item, OrderLine $line, string $sku, TaxMap $taxes, ItemSettings $settings ): void {
		if ( $settings->existing === ItemSettings::LEAVE || $item->declination_id !== null ) {
			return;
		}
		$today = (int) str_replace( '-', '', $this->clock->today() );
		if ( ( $this->remote_ids->known( self::KIND, (string) $item->id )['id'] ?? 0 ) === $today ) {
			return;
		}
		$product = $this->products->of_line( $line->id );
		$wanted  = $product === null ? null : ItemDraft::of( $product, $line, $sku, $taxes );
		if ( $wanted !== null ) {
			$this->optional->try(
				function () use ( $item, $wanted, $settings ): void {
					$present = $this->items->get( $item->id );
					$is_fill = $settings->existing === ItemSettings::FILL;
					$change  = $present === null ? null : $this->change( $present, $wanted, $is_fill );
					if ( $change !== null && ! $change->is_empty() ) {
						$this->items->update( $item->id, $change );
					}
				}
			);
		}
		$this->remote_ids->remember( self::KIND, (string) $item->id, 'day', $today );
	}

	/**
	 * By the owner's choice. What the shop does not know is never emptied at Sellsy.
	 *
	 * @param bool $blanks_only whether what stands there is left alone.
	 */
	private function change( RemoteItem $item, ItemDraft $wanted, bool $blanks_only ): ItemChange {
		$is_priced = $item->price !== null && ! $item->price->is_zero();
		return new ItemChange(
			name: $this->text( $item->name, $wanted->name, $blanks_only ),
			description: $this->text( $item->description, $wanted->description, $blanks_only ),
			price: $wanted->price === null
				|| (
					$blanks_only ? $is_priced : $this->same_price( $item, $wanted->price, $wanted->price_includes_tax )
				)
					? null
					: $wanted->price,
			price_includes_tax: $wanted->price_includes_tax,
			tax_id: ( $blanks_only && $item->tax_id !== null ) || $item->tax_id === $wanted->tax_id
				? null
				: $wanted->tax_id,
		);
	}

	private function text( string $has, string $wanted, bool $blanks_only ): ?string {
		return $wanted === '' || trim( $has ) === trim( $wanted ) || ( $blanks_only && trim( $has ) !== '' )
			? null
			: $wanted;
	}

	/** Sellsy keeps a TTC price as HT with nine decimals; reading it back may miss the last of ours by a rounding. */
	private function same_price( RemoteItem $item, Decimal $wanted, bool $includes_tax ): bool {
		return $item->price !== null
			&& $item->price_includes_tax === $includes_tax
			&& $item->price->round( $wanted->scale(), Rounding::HalfUp )->equals( $wanted );
	}
}
