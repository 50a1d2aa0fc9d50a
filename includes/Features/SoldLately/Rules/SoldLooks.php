<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately\Rules;

defined( 'ABSPATH' ) || exit;

/** Where it is kept what Sellsy showed of what was sold lately. */
interface SoldLooks {

	/** @return array<string, SeenSold> by the keys of SoldKey. */
	public function read(): array;

	/** @param array<string, SeenSold> $seen in place of what was there. */
	public function keep( array $seen ): void;
}
