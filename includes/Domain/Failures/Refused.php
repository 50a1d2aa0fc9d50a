<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Bad input, or what the moment does not allow: nothing was changed, and whoever asked is told. */
final class Refused extends \DomainException {

	/** @param array<string, string|int> $facts that the sentence needs. */
	public function __construct( public readonly RefusedFor $why, public readonly array $facts = [] ) {
		parent::__construct( $why->value );
	}
}
