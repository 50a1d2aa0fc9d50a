<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** There is no answer. The message is the network's own and names hosts at most. */
final class TransportFailure extends \RuntimeException {

	public function __construct( string $message, public readonly bool $may_have_been_sent ) {
		parent::__construct( $message );
	}
}
