<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\FollowUps\SavedOrder;

/**
 * One option: `second.order.second`, the last one empty while the plugin is switched off. Earlier releases kept the
 * first second alone.
 */
final class OptionEditsSeen implements EditsSeen {

	public const OPTION = 'orderinvoicer_edits_seen_until';

	public function __construct( private readonly FreshOptions $options ) {}

	public function last(): ?SavedOrder {
		[ $at, $id ] = $this->parts();
		return $at === ''
			? null
			: new SavedOrder( new \DateTimeImmutable( "@$at" ), $id === '' ? PHP_INT_MAX : (int) $id );
	}

	public function listening_since(): ?\DateTimeImmutable {
		[ $at, $id, $since ] = $this->parts();
		$since               = $id === '' ? $at : $since;
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
		$this->options->set( self::OPTION, implode( '.', [ $last->at->getTimestamp(), $last->id, $since ] ) );
	}

	/** @return array{string, string, string} digits or nothing. */
	private function parts(): array {
		preg_match( '/^(\d{1,11})(?:\.(\d{1,19})\.(\d{0,11}))?$/', $this->options->get( self::OPTION ), $parts );
		return [ $parts[1] ?? '', $parts[2] ?? '', $parts[3] ?? '' ];
	}
}
