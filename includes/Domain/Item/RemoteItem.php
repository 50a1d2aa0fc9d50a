<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Item;

/** An item as Sellsy has it. */
final class RemoteItem {

	public function __construct(
		public readonly ItemRef $ref,
		public readonly string $reference,
		public readonly string $name,
		public readonly bool $archived,
	) {}
}
