<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\StockSettings;

/** How a product stood when it was read last, with the change that came of it. */
final class StockRow {

	/**
	 * @param Decimal|null            $shop        null before the first reading.
	 * @param Decimal                 $on_the_way  see OnTheWay.
	 * @param Decimal|null            $sellsy      null: unknown, or not kept there.
	 * @param string                  $side        where a change is made: SHOP or SELLSY of StockSettings; else empty.
	 * @param bool                    $is_answered whoever was told of the change said yes.
	 * @param \DateTimeImmutable|null $sent_at     when the change was begun.
	 * @param \DateTimeImmutable|null $read_at     the first reading after that which did not show it.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $product_id,
		public readonly ItemRef $item,
		public readonly int $warehouse_id,
		public readonly StockState $state,
		public readonly ?Decimal $shop,
		public readonly Decimal $on_the_way,
		public readonly ?Decimal $sellsy,
		public readonly string $side,
		public readonly bool $is_answered,
		public readonly ?\DateTimeImmutable $seen_at,
		public readonly ?\DateTimeImmutable $sent_at,
		public readonly ?\DateTimeImmutable $read_at,
	) {}

	/** What Sellsy would have to get to agree. */
	public function difference(): ?Decimal {
		return $this->shop === null || $this->sellsy === null
			? null
			: $this->shop->plus( $this->on_the_way )->minus( $this->sellsy );
	}

	/** What stood there before the change. */
	public function from(): ?Decimal {
		return $this->from_at( $this->side );
	}

	/** What stands there after it. */
	public function to(): ?Decimal {
		return $this->to_at( $this->side );
	}

	/** As if that side were changed. */
	public function from_at( string $side ): ?Decimal {
		return $side === StockSettings::SHOP ? $this->shop : $this->sellsy;
	}

	public function to_at( string $side ): ?Decimal {
		$difference = $this->difference();
		return $difference === null ? null : $this->from_at( $side )?->plus(
			$side === StockSettings::SHOP ? $difference->negated() : $difference
		);
	}
}
