<?php
declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

/** What a feature adds to how the work stands, in codes and numbers. */
interface MoreFacts {

	/** @return array<string, string> */
	public function facts(): array;
}
