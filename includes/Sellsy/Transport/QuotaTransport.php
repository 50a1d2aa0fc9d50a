<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** Keeps what each answer says about the account's allowance, so that it need not be asked for. */
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
