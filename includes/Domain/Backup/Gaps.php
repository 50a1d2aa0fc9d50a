<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * When this shop was last awake, and what it has not looked at since. Nothing is known about another Sellsy account. /
 *
 * An option for each of them and each account, so that runners never overwrite each other's. Read past every cache.
 */
final class Gaps {

	public const AWAKE    = 'orderinvoicer_awake_';
	public const GAP      = 'orderinvoicer_gap_';
	public const WOKE     = 'orderinvoicer_woke_';
	public const RESTORED = 'orderinvoicer_restored_';
	public const STAYS    = 'orderinvoicer_elsewhere_';

	/** Of those longest ago nothing waits any more. */
	private const MOST = 10;

	public function __construct(
		private readonly KeptValues $values,
		private readonly Account $account,
	) {}

	/** Null before the first time. */
	public function awake_at(): ?\DateTimeImmutable {
		return self::moment( $this->values->get( $this->name( self::AWAKE ) ) );
	}

	public function awake( \DateTimeImmutable $at ): void {
		$this->values->set( $this->name( self::AWAKE ), (string) $at->getTimestamp() );
	}

	/** What is still to be listed of this kind; null when nothing is. */
	public function open_gap( DocumentKind $kind ): ?Gap {
		[ $since, $position ] = explode( ' ', $this->values->get( $this->gap( $kind ) ) . ' ', 3 );
		$since                = self::moment( $since );
		return $since === null ? null : new Gap( $since, $position );
	}

	public function keep( DocumentKind $kind, Gap $gap ): void {
		$this->values->set( $this->gap( $kind ), "{$gap->since->getTimestamp()} $gap->position" );
	}

	public function close( DocumentKind $kind ): void {
		$this->values->delete( $this->gap( $kind ) );
	}

	/** When this shop last was awake again after it had not been; null when it always was. */
	public function woke_at(): ?\DateTimeImmutable {
		return self::moment( $this->values->get( $this->name( self::WOKE ) ) );
	}

	public function woke( \DateTimeImmutable $at ): void {
		$this->values->set( $this->name( self::WOKE ), (string) $at->getTimestamp() );
	}

	/** When documents were last found that the ledger had lost; null when it never lost any. */
	public function restored_at(): ?\DateTimeImmutable {
		return self::moment( $this->values->get( $this->name( self::RESTORED ) ) );
	}

	public function restored( \DateTimeImmutable $at ): void {
		$this->values->set( $this->name( self::RESTORED ), (string) $at->getTimestamp() );
	}

	/** @return list<Stay> times in which this database stood on a copy of the shop. */
	public function stays(): array {
		$stays = [];
		foreach ( explode( ' ', $this->values->get( $this->name( self::STAYS ) ) ) as $stored ) {
			[ $from, $until ] = array_map( self::moment( ... ), explode( '-', $stored . '-', 3 ) );
			if ( $from !== null && $until !== null ) {
				$stays[] = new Stay( $from, $until );
			}
		}
		return $stays;
	}

	public function stayed( Stay $stay ): void {
		$stays = array_map(
			static fn ( Stay $one ): string => "{$one->from->getTimestamp()}-{$one->until->getTimestamp()}",
			[ ...$this->stays(), $stay ]
		);
		$this->values->set( $this->name( self::STAYS ), implode( ' ', array_slice( $stays, -self::MOST ) ) );
	}

	private function gap( DocumentKind $kind ): string {
		return $this->name( self::GAP ) . "_$kind->value";
	}

	private function name( string $prefix ): string {
		return $prefix . substr( hash( 'sha256', $this->account->id() ), 0, 16 );
	}

	private static function moment( string $stored ): ?\DateTimeImmutable {
		return ctype_digit( $stored ) ? new \DateTimeImmutable( "@$stored" ) : null;
	}
}
