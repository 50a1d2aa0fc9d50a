<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** A final document of which the report knows the VAT of several taxes, and not their HT. */
final class BaselessDocument {

	public function __construct(
		public readonly int $task_id,
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly string $number,
	) {}
}
