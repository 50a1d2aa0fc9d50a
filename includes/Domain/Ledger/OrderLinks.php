<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;

/** The public contract: what an order carries about its documents (meta `orderinvoicer.*_url`, private notes). */
interface OrderLinks {

	/** The URL that the order's meta holds, empty when none. */
	public function url( int $order_id, DocumentKind $kind ): string;

	/**
	 * Writes meta where it differs and a private note once per document; the meta is a copy of the ledger, so doing it
	 * twice is harmless. A refund's own document stands on the refund too.
	 */
	public function attach( int $order_id, RemoteDocument $document, int $refund_id = 0 ): void;

	/**
	 * The document is gone from Sellsy: its URL goes from the order's meta, and from the refund's. That of another
	 * document stays.
	 *
	 * @param int $left the newest of the order's that is left; 0 for none.
	 */
	public function detach( int $order_id, DocumentKind $kind, int $document_id, int $left, int $refund_id = 0 ): void;

	/** A private note: the draft has become final under this number. */
	public function note_finalised( int $order_id, RemoteDocument $document, int $refund_id = 0 ): void;

	/** A private note: somebody did that with the document in Sellsy. The same is said once in a row. */
	public function note_noticed( int $order_id, RemoteDocument $document, Noticed $noticed ): void;

	/** A private note: a person must act. One per problem, not per try. */
	public function note_problem( int $order_id, Problem $problem ): void;
}
