<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

/** An item of Sellsy's catalogue, or one of its declinations; `type` is `product` or `service`. */
final class ItemRef {

	public function __construct(
		public readonly int $id,
		public readonly string $type,
		public readonly ?int $declination_id = null,
	) {}
}
