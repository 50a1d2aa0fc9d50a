<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps whether there was an answer, and what it says about the account's allowance and the time: neither need be asked
 * for.
 *
 * @assumes quota-headers
 */
final class QuotaTransport implements HttpTransport {

	public function __construct(
		private readonly HttpTransport $transport,
		private readonly SeenQuota $quota,
	) {}

	public function send( HttpRequest $request ): HttpResponse {
		try {
			$response = $this->transport->send( $request );
		} catch ( TransportFailure $failure ) {
			$this->quota->was_answered( false );
			throw $failure;
		}
		$this->quota->was_answered( $response->status < 500 );
		$this->quota->saw_time( $response->header( 'date' ) );
		$this->quota->saw( Quota::from_response( $response )->remaining() );
		return $response;
	}
}
