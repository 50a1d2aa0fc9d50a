<?php
declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

/**
 * What stopped and could go on since the settings were changed.
 *
 * @phpstan-type MendedAnswer array{
 *     tasks: NaturalInt,
 *     says: string,
 * }
 */
interface Mended {

	/** @return MendedAnswer|null null where there is nothing. */
	public function current(): ?array;
}
