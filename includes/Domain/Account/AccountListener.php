<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** Whoever keeps something that belongs to the connected account. */
interface AccountListener {

	/** Called while those of before can still be used. The account may be the same one. */
	public function before_other_keys(): void;

	/** Called while the keys are still there. */
	public function before_disconnect(): void;

	/** A person says that the shop has moved to the address that it has now, with its account. */
	public function has_moved(): void;
}
