<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Backup\Gap;
use OrderInvoicer\Domain\Backup\Gaps;
use OrderInvoicer\Domain\Backup\Stay;
use OrderInvoicer\Domain\Documents\DocumentKind;

/** An option for each of them and each account, so that runners never overwrite each other's. Read past every cache. */
final class OptionGaps implements Gaps {

	public const AWAKE    = 'orderinvoicer_awake_';
	public const GAP      = 'orderinvoicer_gap_';
	public const WOKE     = 'orderinvoicer_woke_';
	public const RESTORED = 'orderinvoicer_restored_';
	public const STAYS    = 'orderinvoicer_elsewhere_';

	/** Of those longest ago nothing waits any more. */
	private const MOST = 10;

	public function __construct(
		private readonly FreshOptions $options,
		private readonly Account $account,
	) {}

	public function awake_at(): ?\DateTimeImmutable {
		return self::moment( $this->options->get( $this->name( self::AWAKE ) ) );
	}

	public function awake( \DateTimeImmutable $at ): void {
		$this->options->set( $this->name( self::AWAKE ), (string) $at->getTimestamp() );
	}

	public function open_gap( DocumentKind $kind ): ?Gap {
		[ $since, $position ] = explode( ' ', $this->options->get( $this->gap( $kind ) ) . ' ', 3 );
		$since                = self::moment( $since );
		return $since === null ? null : new Gap( $since, $position );
	}

	public function keep( DocumentKind $kind, Gap $gap ): void {
		$this->options->set( $this->gap( $kind ), "{$gap->since->getTimestamp()} $gap->position" );
	}

	public function close( DocumentKind $kind ): void {
		$this->options->delete( $this->gap( $kind ) );
	}

	public function woke_at(): ?\DateTimeImmutable {
		return self::moment( $this->options->get( $this->name( self::WOKE ) ) );
	}

	public function woke( \DateTimeImmutable $at ): void {
		$this->options->set( $this->name( self::WOKE ), (string) $at->getTimestamp() );
	}

	public function restored_at(): ?\DateTimeImmutable {
		return self::moment( $this->options->get( $this->name( self::RESTORED ) ) );
	}

	public function restored( \DateTimeImmutable $at ): void {
		$this->options->set( $this->name( self::RESTORED ), (string) $at->getTimestamp() );
	}

	public function stays(): array {
		$stays = [];
		foreach ( explode( ' ', $this->options->get( $this->name( self::STAYS ) ) ) as $stored ) {
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
		$this->options->set( $this->name( self::STAYS ), implode( ' ', array_slice( $stays, -self::MOST ) ) );
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
