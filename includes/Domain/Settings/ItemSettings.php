<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Id;

/** Products at Sellsy. */
final class ItemSettings {

	/** Items that stand at Sellsy already: never touched, blanks filled, or kept as the shop has them. */
	public const LEAVE  = 'leave';
	public const FILL   = 'fill';
	public const UPDATE = 'update';

	/** Of a bundle: the parent with its price and its parts as text, or the parts alone. */
	public const PARENT = 'parent';
	public const PARTS  = 'parts';

	public function __construct(
		/** Create products that Sellsy does not have. */
		#[Flag( default: true )]
		public readonly bool $create,
		/** Create an item for a variation that Sellsy does not have; otherwise it becomes a free row. */
		#[Flag( default: true )]
		public readonly bool $variations,
		#[Choice( [ self::LEAVE, self::FILL, self::UPDATE ], self::LEAVE )]
		public readonly string $existing,
		#[Choice( [ self::PARENT, self::PARTS ], self::PARENT )]
		public readonly string $bundles,
		/** The shop's stock as opening stock of created items (API v1). */
		#[Flag]
		public readonly bool $opening_stock,
		/** Sellsy warehouse for it. */
		#[Id( is_optional: true )]
		public readonly ?int $warehouse_id,
	) {}
}
