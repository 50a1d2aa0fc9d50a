<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Downloads;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** A final document as its buyer may know it. */
final class ShopperDocument {

	/**
	 * @param int         $task_id  of the task that made it; a link names the document by it.
	 * @param int         $id       Sellsy's.
	 * @param string|null $date     `Y-m-d`; null where nobody has read it yet, likewise below.
	 * @param string|null $currency ISO 4217 code.
	 * @param int|null    $incl_tax TTC, minor units.
	 */
	public function __construct(
		public readonly int $task_id,
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly string $number,
		public readonly ?string $date,
		public readonly ?string $currency,
		public readonly ?int $incl_tax,
	) {}
}
