<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\HttpTransport;
use OrderInvoicer\Sellsy\Transport\TransportFailure;

/** Requests with the access token, which both of Sellsy's APIs take. */
final class AuthorizedTransport {

	public function __construct(
		private readonly HttpTransport $transport,
		private readonly TokenProvider $tokens,
	) {}

	/**
	 * A refused token was refused before anything was done: one more try with another one is no repetition.
	 *
	 * @param \Closure(HttpResponse): bool $refused whether the answer says that the token is not accepted.
	 * @throws RemoteFailure
	 */
	public function send( HttpRequest $request, string $route, \Closure $refused ): HttpResponse {
		$token    = $this->tokens->access_token();
		$response = $this->exchange( $request, $route, $token );
		return $refused( $response )
			? $this->exchange( $request, $route, $this->tokens->access_token( $token ) )
			: $response;
	}

	private function exchange( HttpRequest $request, string $route, string $token ): HttpResponse {
		$headers = [
			'Authorization' => 'Bearer ' . $token,
			'Accept'        => 'application/json',
		] + $request->headers;
		try {
			return $this->transport->send(
				new HttpRequest( method: $request->method, url: $request->url, headers: $headers, body: $request->body )
			);
		} catch ( TransportFailure $failure ) {
			$kind = $failure->may_have_been_sent ? FailureKind::OutcomeUnknown : FailureKind::NotSent;
			throw new RemoteFailure(
				kind: $kind,
				route: $route,
				detail: $failure->getMessage(),
				previous: $failure
			);
		}
	}
}
