<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** The only place from which the plugin calls another host. */
final class WordPressTransport implements HttpTransport {

	private readonly AnswerBody $body;

	private readonly KeptConnection $connection;

	/** @param Patience $patience a background job's, unless somebody waits for the answer. */
	public function __construct(
		string $plugin_version,
		private readonly Patience $patience = new Patience(),
		int $most_bytes = AnswerBody::MAX,
	) {
		$user_agent       = 'OrderInvoicer/' . $plugin_version;
		$this->body       = new AnswerBody( $user_agent, $most_bytes );
		$this->connection = new KeptConnection( $user_agent );
	}

	public function send( HttpRequest $request ): HttpResponse {
		$arguments = [
			'method'      => $request->method,
			'timeout'     => $this->patience->seconds(),
			// Sellsy redirects nothing; following one would repeat a POST or carry the token elsewhere.
			'redirection' => 0,
			'sslverify'   => true,
			'headers'     => $request->headers + $this->body->headers(),
			'body'        => $request->body ?? '',
		] + $this->body->arguments();
		$ask       = static fn(): array|\WP_Error => wp_remote_request( $request->url, $arguments );
		$streams   = new StreamProgress();
		$answer    = $streams->during(
			fn(): array|\WP_Error => $this->connection->during(
				fn(): array|\WP_Error => $this->body->untouched( $ask )
			)
		);
		if ( is_wp_error( $answer ) && $streams->never_sent() ) {
			throw new TransportFailure( $answer->get_error_message(), false );
		}
		if ( is_wp_error( $answer ) ) {
			throw TransportFailure::from_wordpress( (string) $answer->get_error_code(), $answer->get_error_message() );
		}
		$headers = $this->headers( $answer );
		return new HttpResponse(
			(int) wp_remote_retrieve_response_code( $answer ),
			$this->body->read( wp_remote_retrieve_body( $answer ), $headers ),
			$headers
		);
	}

	/**
	 * @param array<string, mixed> $answer
	 * @return array<string, string>
	 */
	private function headers( array $answer ): array {
		$headers = [];
		foreach ( wp_remote_retrieve_headers( $answer ) as $name => $value ) {
			$last = is_array( $value ) ? end( $value ) : $value;
			if ( is_string( $name ) && is_scalar( $last ) ) {
				$headers[ strtolower( $name ) ] = (string) $last;
			}
		}
		return $headers;
	}
}
