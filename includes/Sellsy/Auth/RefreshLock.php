<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** One process of all renews the token; the others wait for what it brings. */
interface RefreshLock {

	/** Never waits. */
	public function acquire(): bool;

	public function release(): void;

	/** A short moment, for those who did not get it. */
	public function wait(): void;
}
