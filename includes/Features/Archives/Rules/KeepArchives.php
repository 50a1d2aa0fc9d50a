<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\DailyPart;
use OrderInvoicer\Domain\OrderBook\BuyerErased;
use OrderInvoicer\Domain\System\Clock;

/** How long archives are kept: until they were fetched, for a day, or until a buyer's data is erased. */
final class KeepArchives implements DailyPart, BuyerErased {

	public function __construct(
		private readonly Archives $archives,
		private readonly ArchiveFolder $folder,
		private readonly Clock $clock,
	) {}

	/** A shop that has none asks nothing. */
	public function look(): void {
		if ( $this->folder->is_any() ) {
			$this->expire();
		}
	}

	/** @return int|null seconds until the next one is over; null: there is none. */
	public function expire(): ?int {
		$now  = $this->clock->now()->getTimestamp();
		$left = [];
		$kept = [];
		foreach ( $this->archives->all() as $user_id => $archive ) {
			if ( $archive->is_over( $now ) ) {
				$this->take_away( $user_id, $archive->folder );
				continue;
			}
			$left[] = $archive->begun_at + Archive::KEPT - $now;
			$kept[] = $archive->folder;
		}
		$this->folder->keep_only( $kept );
		return $left === [] ? null : min( $left );
	}

	/** @param string $folder whose it was: one that was begun since stays. */
	public function take_away( int $user_id, string $folder ): void {
		$this->archives->change(
			$user_id,
			static fn ( ?Archive $one ): ?Archive => $one?->folder === $folder ? null : $one
		);
		$this->folder->remove( $folder );
	}

	/** The whole archive goes: it can be made again. One whose files stayed the last time is tried again. */
	public function erase( array $order_ids ): bool {
		$erased = false;
		$stayed = false;
		foreach ( $this->folder->is_any() ? $this->archives->all() : [] as $user_id => $archive ) {
			if ( $archive->is_of( $order_ids ) ) {
				$this->archives->change(
					$user_id,
					static fn ( ?Archive $one ): ?Archive =>
						$one?->folder === $archive->folder ? $one->in_state( ArchiveState::Erased ) : $one
				);
				$erased = true;
			} elseif ( $archive->state !== ArchiveState::Erased ) {
				continue;
			}
			$stayed = ! $this->folder->remove( $archive->folder ) || $stayed;
		}
		return $stayed ? throw new \RuntimeException( 'Files of an archive cannot be deleted.' ) : $erased;
	}
}
