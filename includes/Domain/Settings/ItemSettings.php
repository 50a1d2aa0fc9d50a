<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** Products at Sellsy. */
final class ItemSettings {

	/** Items that stand at Sellsy already: never touched, blanks filled, or kept as the shop has them. */
	public const LEAVE  = 'leave';
	public const FILL   = 'fill';
	public const UPDATE = 'update';

	/** Of a bundle: the parent with its price and its parts as text, or the parts alone. */
	public const PARENT = 'parent';
	public const PARTS  = 'parts';

	/**
	 * @param bool     $create        create products that Sellsy does not have.
	 * @param bool     $variations    create an item for a variation that Sellsy does not have; otherwise it becomes a free row.
	 * @param string   $existing      LEAVE, FILL or UPDATE.
	 * @param string   $bundles       PARENT or PARTS.
	 * @param bool     $opening_stock the shop's stock as opening stock of created items (API v1).
	 * @param int|null $warehouse_id  Sellsy warehouse for it.
	 */
	public function __construct(
		public readonly bool $create,
		public readonly bool $variations,
		public readonly string $existing,
		public readonly string $bundles,
		public readonly bool $opening_stock,
		public readonly ?int $warehouse_id,
	) {}
}
