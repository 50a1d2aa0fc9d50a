<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** An invoice that an order is still to get, or the proforma that is being made. */
final class Awaited {

	/**
	 * @param string $trigger what it waits for, a Trigger's value or WorkflowSelector::SOON.
	 * @param bool   $is_near it is being made: neither a person nor a later moment is waited for.
	 */
	public function __construct(
		public readonly string $trigger,
		public readonly bool $is_near,
		public readonly DocumentKind $kind = DocumentKind::Invoice,
	) {}
}
