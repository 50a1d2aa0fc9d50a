<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Item\ItemDraft;
use OrderInvoicer\Domain\Item\RemoteItem;

/** The catalogue at Sellsy. */
interface Items {

	/** @throws RemoteFailure of kind NotFound when it is gone. */
	public function get( int $id ): RemoteItem;

	/**
	 * What Sellsy returns for that reference; whether it compares exactly or by part is not documented.
	 *
	 * @return list<RemoteItem>
	 * @throws RemoteFailure
	 */
	public function find_by_reference( string $reference ): array;

	/** @throws RemoteFailure */
	public function create( ItemDraft $draft ): RemoteItem;
}
