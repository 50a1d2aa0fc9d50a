<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\TaskKey;

/** E-mails of the shop's software to its customers that were kept back. */
interface HeldEmails {

	/**
	 * Builds the e-mail as it would have been and hands it over.
	 *
	 * @param \Closure(): void $leaving to be called right before it is handed over.
	 * @return bool|null whether it was accepted; null: there is none to send, because it is switched off by now, its
	 *         order is gone or has no address.
	 */
	public function send( TaskKey $email, \Closure $leaving ): ?bool;
}
