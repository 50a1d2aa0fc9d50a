<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The catalogue at Sellsy. */
interface Items {

	/**
	 * Null: it is gone.
	 *
	 * @throws RemoteFailure
	 */
	public function get( int $id ): ?RemoteItem;

	/**
	 * What Sellsy returns for that reference; whether it compares exactly or by part is not documented.
	 *
	 * @return list<RemoteItem>
	 * @throws RemoteFailure
	 */
	public function find_by_reference( string $reference ): array;

	/**
	 * Declinations of an item: Sellsy has no search by their reference.
	 *
	 * @return array<int, string> reference by declination id.
	 * @throws RemoteFailure
	 */
	public function declinations( int $item_id ): array;

	/** @throws RemoteFailure */
	public function create( ItemDraft $draft ): RemoteItem;

	/** @throws RemoteFailure */
	public function update( int $id, ItemChange $change ): void;
}
