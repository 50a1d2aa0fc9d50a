<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\KeptValues;

/**
 * How far the shop's saved orders have been looked at.
 *
 * One option: `second.order.second`, the last one empty while the plugin is switched off.
 */
final class EditsSeen {

	public const OPTION = 'orderinvoicer_edits_seen_until';

	public function __construct( private readonly KeptValues $values ) {}

	/** The last one that was looked at; null before the first time. */
	public function last(): ?SavedOrder {
		[ $at, $id ] = $this->parts();
		return $at === '' ? null : new SavedOrder( new \DateTimeImmutable( "@$at" ), (int) $id );
	}

	/**
	 * Since when the plugin has been listening: what came into its status before is no document's reason. Null when it
	 * has just been switched on.
	 */
	public function listening_since(): ?\DateTimeImmutable {
		[ , , $since ] = $this->parts();
		return $since === '' ? null : new \DateTimeImmutable( "@$since" );
	}

	public function keep( SavedOrder $last, \DateTimeImmutable $listening_since ): void {
		$this->write( $last, (string) $listening_since->getTimestamp() );
	}

	/** How far it came stays known, but what orders become from now on is nobody's but a back-fill's. */
	public function switch_off(): void {
		$last = $this->last();
		if ( $last !== null ) {
			$this->write( $last, '' );
		}
	}

	private function write( SavedOrder $last, string $since ): void {
		$this->values->set( self::OPTION, implode( '.', [ $last->at->getTimestamp(), $last->id, $since ] ) );
	}

	/** @return array{string, string, string} digits or nothing. */
	private function parts(): array {
		preg_match( '/^(\d{1,11})\.(\d{1,19})\.(\d{0,11})$/', $this->values->get( self::OPTION ), $parts );
		return [ $parts[1] ?? '', $parts[2] ?? '', $parts[3] ?? '' ];
	}
}
