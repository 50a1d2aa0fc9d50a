<?php
/** A moment that prints itself in the shop's time zone. */

defined( 'ABSPATH' ) || exit;

class WC_DateTime extends DateTime {

	public function date( $format ) {
		return wp_date( $format, $this->getTimestamp() );
	}
}
