<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Ledger\TaskKey;

/** E-mails of the shop's software to its customers that were kept back. */
interface HeldEmails {

	/** @return string|null the order's status now; null: the order or the refund that the e-mail is about is gone. */
	public function status( TaskKey $email ): ?string;

	/** A note on the order, if it is there: it moved on, so this e-mail does not leave. */
	public function note_left_out( TaskKey $email ): void;

	/**
	 * Builds the e-mail as it would have been and hands it over.
	 *
	 * @param int              $document the task of the document whose file goes with it, where the customer may have
	 *                                   it; 0: none does.
	 * @param bool             $may_wait it can be tried again later; otherwise it leaves without a file.
	 * @param \Closure( bool ): mixed $leaving to be called right before it is handed over: whether its file goes, too.
	 * @return bool|null whether it was accepted; null: there is none to send, because it is switched off by now, its
	 *         order is gone or has no address.
	 * @throws NoFile where the file cannot be had now.
	 */
	public function send( TaskKey $email, int $document, bool $may_wait, \Closure $leaving ): ?bool;
}
