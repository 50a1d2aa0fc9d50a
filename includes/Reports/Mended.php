<?php
declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

/** What stopped and could go on since the settings were changed. */
interface Mended {

	/** @return array{tasks: int, says: string}|null null where there is nothing. */
	public function current(): ?array;
}
