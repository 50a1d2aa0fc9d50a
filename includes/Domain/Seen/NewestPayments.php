<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The account's payments, recorded by whomever. */
interface NewestPayments {

	/**
	 * One request: a hundred, by their ids, newest first.
	 *
	 * @param string $position of the page; empty for the first.
	 * @throws RemoteFailure
	 */
	public function page( string $position ): PaymentsPage;

	/**
	 * One request: what the document itself lists.
	 *
	 * @return list<SeenPayment> without what else each is set against.
	 * @throws RemoteFailure
	 */
	public function of_document( DocumentKind $kind, int $id ): array;

	/**
	 * One request: with what of it stands on which document.
	 *
	 * @throws RemoteFailure
	 */
	public function payment( int $id ): SeenPayment;
}
