<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\HealthReport;

/** What health says of the shop and its access, beside what was tried at Sellsy. */
final class ShopReport {

	public function __construct( private readonly HealthReport $health ) {}

	/** @return array<string, string> degrees by the name of the check: fit to be posted. */
	public function data(): array {
		return array_column( $this->health->all(), 'status', 'name' );
	}

	/** @return list<string> what is not in order, each with its cause and what to do. */
	public function lines(): array {
		$lines = [];
		foreach ( array_map( $this->health->verdict( ... ), $this->health->checks ) as $verdict ) {
			if ( $verdict->status !== 'good' ) {
				$lines[] = "[$verdict->status] $verdict->title";
				$lines[] = rtrim( "    {$verdict->sentences()}" );
			}
		}
		return $lines;
	}
}
