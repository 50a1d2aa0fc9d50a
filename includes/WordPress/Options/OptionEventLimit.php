<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Webhooks\EventLimit;

/** `<minute> <events>` in one option, changed only from what was seen: each of two at once counts. */
final class OptionEventLimit implements EventLimit {

	private const OPTION = 'orderinvoicer_events';

	/** So many at once that none got its turn are too many. */
	private const TRIES = 10;

	public function __construct( private readonly FreshOptions $options ) {}

	public function take( \DateTimeImmutable $now ): bool {
		$minute = intdiv( $now->getTimestamp(), 60 );
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored           = $this->options->get( self::OPTION );
			[ $of, $events ]  = explode( ' ', "$stored  " );
			$taken            = $of === (string) $minute ? (int) $events : 0;
			$with             = $minute . ' ' . ( $taken + 1 );
			if ( $taken >= self::A_MINUTE ) {
				return false;
			}
			if ( $this->options->swap( self::OPTION, $stored, $with ) ) {
				return true;
			}
		}
		return false;
	}
}
