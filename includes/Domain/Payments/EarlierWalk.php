<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\System\Clock;

/** How far the report was read for payments of before, since recording was switched on; and whether they are left. */
final class EarlierWalk {

	private const KIND = 'earlier_payments';
	private const AT   = 'at';
	private const LEFT = 'left';

	private const OFFERS = ' offers';
	private const END    = ' end';

	public function __construct(
		private readonly RemoteIds $kept,
		private readonly Clock $clock,
	) {}

	/** The row up to which nothing is offered. */
	public function at( \DateTimeImmutable $since ): int {
		return $this->is_of( $since ) ? ( $this->known()['id'] ?? 1 ) - 1 : 0;
	}

	/** Where to go on: at the beginning, once it has come to the end on another day. */
	public function next( \DateTimeImmutable $since ): int {
		return str_ends_with( $this->known()['type'] ?? '', self::END ) ? 0 : $this->at( $since );
	}

	/** Today nothing more is looked for: all is read, or something is offered. */
	public function rests( \DateTimeImmutable $since ): bool {
		$today = $this->type( $since );
		return in_array( $this->known()['type'] ?? '', [ $today . self::OFFERS, $today . self::END ], true );
	}

	/** @param bool $offers what comes right after that row. */
	public function came( \DateTimeImmutable $since, int $at, bool $offers, bool $is_end ): void {
		$known = $this->known();
		$type  = $this->type( $since ) . ( $offers ? self::OFFERS : ( $is_end ? self::END : '' ) );
		if ( $known === null || $known['id'] !== $at + 1 || $known['type'] !== $type ) {
			$this->kept->remember( self::KIND, self::AT, $type, $at + 1 );
		}
	}

	public function leave( \DateTimeImmutable $since ): void {
		$this->kept->remember( self::KIND, self::LEFT, 'since', $since->getTimestamp() );
	}

	public function is_left( \DateTimeImmutable $since ): bool {
		return ( $this->kept->known( self::KIND, self::LEFT )['id'] ?? 0 ) === $since->getTimestamp();
	}

	private function is_of( \DateTimeImmutable $since ): bool {
		return str_starts_with( $this->known()['type'] ?? '', "{$since->getTimestamp()} " );
	}

	private function type( \DateTimeImmutable $since ): string {
		return "{$since->getTimestamp()} {$this->clock->now()->format( 'Y-m-d' )}";
	}

	/** @return array{type: string, id: int, origin: string}|null */
	private function known(): ?array {
		return $this->kept->known( self::KIND, self::AT );
	}
}
