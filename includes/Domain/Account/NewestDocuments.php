<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The newest documents of the account, whoever made them. */
interface NewestDocuments {

	/**
	 * One request, and more of them only where the document that was the newest before is not reached; where very many
	 * are newer, the oldest of those are left out.
	 *
	 * @param int $before id of what was the newest at the look before; 0 when nobody looked.
	 * @return list<ListedDocument> newest first.
	 * @throws RemoteFailure
	 */
	public function newest( DocumentKind $kind, int $before ): array;
}
