<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** The only place from which the plugin calls another host. */
final class WordPressTransport implements HttpTransport {

	/** Seconds. Sellsy writes a document of a hundred rows in a few; a background job can wait that long. */
	private const TIMEOUT = 30;

	public function __construct( private readonly string $plugin_version ) {}

	public function send( HttpRequest $request ): HttpResponse {
		$answer = wp_remote_request(
			$request->url,
			[
				'method'      => $request->method,
				'timeout'     => self::TIMEOUT,
				// Sellsy redirects nothing; following one would repeat a POST or carry the token elsewhere.
				'redirection' => 0,
				'sslverify'   => true,
				'user-agent'  => 'OrderInvoicer/' . $this->plugin_version,
				'headers'     => $request->headers,
				'body'        => $request->body ?? '',
			]
		);
		if ( is_wp_error( $answer ) ) {
			throw TransportFailure::from_wordpress( (string) $answer->get_error_code(), $answer->get_error_message() );
		}
		return new HttpResponse( (int) wp_remote_retrieve_response_code( $answer ), wp_remote_retrieve_body( $answer ), $this->headers( $answer ) );
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
