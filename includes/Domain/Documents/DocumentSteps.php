<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** What happens to documents that exist, apart from becoming final: their state, and sending them to the customer. */
interface DocumentSteps {

	/**
	 * The state it is in; null when Sellsy's own status is none that we set.
	 *
	 * @throws RemoteFailure of kind NotFound when it is gone.
	 */
	public function state( DocumentKind $kind, int $id ): ?DocumentState;

	/**
	 * Setting the same state twice changes nothing.
	 *
	 * @throws RemoteFailure
	 */
	public function set_state( DocumentKind $kind, int $id, DocumentState $state ): void;

	/**
	 * A final invoice of 0.00, and no other, counts as paid (API v1).
	 *
	 * @throws RemoteFailure
	 */
	public function set_free_paid( RemoteDocument $invoice ): void;

	/**
	 * By e-mail with Sellsy's own template (API v1). Never repeat it blindly: the customer would get it twice.
	 *
	 * @throws RemoteFailure
	 */
	public function send( DocumentKind $kind, int $id, string $email ): void;
}
