<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** Whoever keeps something that belongs to the connected account. */
interface AccountListener {

	/**
	 * Called while the keys of before can still be used.
	 *
	 * @param bool $disconnects false: others take their place, perhaps of the same account.
	 */
	public function before_keys_go( bool $disconnects ): void;

	/** A person says that the shop has moved to the address that it has now, with its account. */
	public function has_moved(): void;
}
