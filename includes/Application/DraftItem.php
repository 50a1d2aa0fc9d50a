<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Domain\Item\ItemDraft;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Tax\TaxMap;

/** An item for Sellsy's catalogue from an order line: its price before discounts, its own rate. */
final class DraftItem {

	private const DECIMALS = 2;

	/** Null where the line does not say at which price and tax it is sold. */
	public function of( OrderLine $line, string $sku, TaxMap $taxes ): ?ItemDraft {
		$tax = $taxes->rates[ array_key_first( $line->taxes ) ?? 0 ] ?? null;
		if ( $tax === null || ! $line->quantity->is_positive() || $line->subtotal->is_negative() ) {
			return null;
		}
		return new ItemDraft(
			$line->is_virtual ? 'service' : 'product',
			$sku,
			$line->name,
			$line->subtotal->divided_by( $line->quantity, self::DECIMALS, Rounding::HalfUp ),
			$tax->id,
		);
	}
}
