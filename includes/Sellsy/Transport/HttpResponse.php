<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

final class HttpResponse {

	/**
	 * Objects and lists, each of which takes PHP fifty times the room of its two brackets. A page of Sellsy has a few
	 * thousand.
	 */
	private const MOST = 100_000;

	/** @param array<string, string> $headers by lower-case name. */
	public function __construct(
		public readonly int $status,
		public readonly string $body,
		public readonly array $headers = [],
	) {}

	public function header( string $name ): string {
		return $this->headers[ strtolower( $name ) ] ?? '';
	}

	/**
	 * Numbers stay as JSON wrote them; integers too large for PHP become strings.
	 *
	 * @return array<mixed>|null null when the body is neither a JSON object nor a JSON list, or is made of more of them
	 *                           than anybody answers.
	 */
	public function json(): ?array {
		if ( substr_count( $this->body, '{' ) + substr_count( $this->body, '[' ) > self::MOST ) {
			return null;
		}
		$decoded = json_decode( $this->body, true, 64, JSON_BIGINT_AS_STRING );
		return is_array( $decoded ) ? $decoded : null;
	}
}
