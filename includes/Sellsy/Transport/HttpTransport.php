<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** One HTTP exchange. Any answer is a response, whatever its status. */
interface HttpTransport {

	/** @throws TransportFailure */
	public function send( HttpRequest $request ): HttpResponse;
}
