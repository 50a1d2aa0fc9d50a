<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Archives;

use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Features\Archives\Rules\Archive;
use OrderInvoicer\Features\Archives\Rules\ArchiveFolder;

/** Folders with files, in memory. */
final class FakeArchiveFolder implements ArchiveFolder {

	/** @var array<string, array<string, string>> texts by number, by folder. */
	public array $folders = [];

	/** @var list<string> folders that were put together. */
	public array $packed = [];

	public bool $can_pack = true;
	public bool $has_room = true;

	/** @var (\Closure(): void)|null what happens while a file is written. */
	public ?\Closure $meanwhile = null;

	/** No file can be deleted. */
	public bool $is_stuck = false;

	public function can_pack(): bool {
		return $this->can_pack;
	}

	public function open( string $folder ): bool {
		$this->folders[ $folder ] = [];
		return $this->has_room;
	}

	public function write( string $folder, ShopperDocument $document, int $order_id, string $pdf ): bool {
		( $this->meanwhile ?? static fn () => null )();
		if ( ! $this->has_room || ! isset( $this->folders[ $folder ] ) ) {
			return false;
		}
		$this->folders[ $folder ][ $document->number ] = $pdf;
		return true;
	}

	public function pack( Archive $archive ): bool {
		$this->packed[] = $archive->folder;
		return true;
	}

	public function remove( string $folder ): bool {
		if ( $this->is_stuck ) {
			return ! isset( $this->folders[ $folder ] );
		}
		unset( $this->folders[ $folder ] );
		return true;
	}

	public function is_any(): bool {
		return $this->folders !== [];
	}

	public function keep_only( array $kept ): void {
		$this->folders = array_intersect_key( $this->folders, array_flip( $kept ) );
	}
}
