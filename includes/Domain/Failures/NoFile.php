<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Sellsy answered, but there is no file to hand out. */
final class NoFile extends \RuntimeException {

	/**
	 * @param string $code     a word for the log.
	 * @param bool   $may_come it may be there later.
	 */
	public function __construct( string $code, public readonly bool $may_come ) {
		parent::__construct( $code );
	}
}
