<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\KeptValues;

/**
 * How many events are taken. What is left out is seen by the look.
 *
 * `<minute> <events>` in one option, changed only from what was seen: each of two at once counts.
 */
final class EventLimit {

	public const A_MINUTE = 60;

	private const OPTION = 'orderinvoicer_events';

	/** So many at once that none got its turn are too many. */
	private const TRIES = 10;

	public function __construct( private readonly KeptValues $values ) {}

	/** @return bool false: this minute has had its events. */
	public function take( \DateTimeImmutable $now ): bool {
		$minute = intdiv( $now->getTimestamp(), 60 );
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored           = $this->values->get( self::OPTION );
			[ $of, $events ]  = explode( ' ', "$stored  " );
			$taken            = $of === (string) $minute ? (int) $events : 0;
			$with             = $minute . ' ' . ( $taken + 1 );
			if ( $taken >= self::A_MINUTE ) {
				return false;
			}
			if ( $this->values->swap( self::OPTION, $stored, $with ) ) {
				return true;
			}
		}
		return false;
	}
}
