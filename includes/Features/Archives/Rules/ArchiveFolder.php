<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderBook\ShopperDocument;

/** Where the files of archives stand. */
interface ArchiveFolder {

	/** Whether this server can put files together. */
	public function can_pack(): bool;

	/** @return bool false where nothing can be written. */
	public function open( string $folder ): bool;

	/**
	 * Whole or not at all; the same document once more takes its own place. Only in a folder that is open.
	 *
	 * @return bool false where there is no room.
	 */
	public function write( string $folder, ShopperDocument $document, int $order_id, string $pdf ): bool;

	/** @return bool false where it cannot be done. */
	public function pack( Archive $archive ): bool;

	/** @return bool whether it is gone. */
	public function remove( string $folder ): bool;

	/** Whether there is any: cheap, nothing of the database. */
	public function is_any(): bool;

	/** @param list<string> $kept all other folders go. */
	public function keep_only( array $kept ): void;
}
