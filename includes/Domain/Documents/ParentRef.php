<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

/** The document of the same order that this one is made from. */
final class ParentRef {

	public function __construct(
		public readonly DocumentKind $kind,
		public readonly int $id,
	) {}
}
