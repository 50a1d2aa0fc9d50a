<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;

/** The shop's own e-mails to its customers about documents. The shop owner switches each on and off. */
interface ShopEmails {

	/** @return array<string, \DateTimeImmutable> since when it is on, by DocumentKind value; none: it is off. */
	public function since(): array;

	/**
	 * Builds the e-mail. Nothing leaves before the answer is called: it hands the e-mail over and says whether it was
	 * accepted.
	 *
	 * @param bool $asked a person asked for it, whether it is switched on or not.
	 * @return (\Closure(): bool)|null null: it is not to be sent.
	 */
	public function prepare( int $order_id, RemoteDocument $document, bool $asked ): ?\Closure;

	/** Says on the order that it left. */
	public function note_sent( int $order_id, DocumentKind $kind, string $number ): void;
}
