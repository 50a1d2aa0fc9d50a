<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/** Somebody gave a day that the calendar does not have. */
final class NoSuchDay extends \DomainException {

	public function __construct( public readonly string $day ) {
		parent::__construct( 'There is no such day.' );
	}
}
