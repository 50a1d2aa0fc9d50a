<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\ListedDocument;

/** What was last made in the account, by whomever. */
interface NewestDocuments {

	/**
	 * One request.
	 *
	 * @return list<ListedDocument> newest first.
	 * @throws RemoteFailure
	 */
	public function of( DocumentKind $kind ): array;
}
