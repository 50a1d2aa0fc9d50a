<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** Keeps what each answer says of the account's allowance, so that nobody has to ask for it. */
final class QuotaTransport implements HttpTransport {

	public function __construct(
		private readonly HttpTransport $transport,
		private readonly SeenQuota $quota,
	) {}

	public function send( HttpRequest $request ): HttpResponse {
		$response = $this->transport->send( $request );
		$this->quota->saw( Quota::from_response( $response )->remaining() );
		return $response;
	}
}
