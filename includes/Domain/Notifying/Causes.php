<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Notifying;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;

/**
 * Everything for which work stands still now, or a part of it. Without access nothing is tried, so no pause says that
 * it is missing.
 */
final class Causes {

	public function __construct(
		private readonly Pauses $pauses,
		private readonly MissingAccess $access,
		private readonly ShopCodeConflicts $clashes,
	) {}

	/** @return array<string, Cause> by key. */
	public function now(): array {
		$missing = $this->access->problem();
		$current = $this->pauses->current();
		$causes  = array_map(
			static fn ( Pause $pause ): Cause => new Cause( $pause->problem, $pause->since, $pause->only !== null ),
			$current === null ? $this->pauses->partial() : [ $current, ...$this->pauses->partial() ]
		);
		// What is found by its reference alone waits for a person while it stands.
		$clash = $this->clashes->standing();
		if ( $clash !== null ) {
			$causes[] = new Cause( $clash->problem(), null, true );
		}
		$by_key  = [];
		foreach ( $missing === null ? $causes : [ new Cause( $missing, null ), ...$causes ] as $cause ) {
			$by_key[ $cause->key() ] ??= $cause;
		}
		return $by_key;
	}
}
