<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** Only one process renews the token; the others wait for the new one. */
interface RefreshLock {

	/** Never waits. */
	public function acquire(): bool;

	public function release(): void;

	/** A short moment, for those who did not get it. */
	public function wait(): void;
}
