<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * What is to change in an existing item, by the owner's choice. What the shop does not know is never emptied at Sellsy.
 */
final class ItemComparison {

	/** @param bool $blanks_only whether what stands there is left alone. */
	public function change( RemoteItem $item, ItemDraft $wanted, bool $blanks_only ): ItemChange {
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
